import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../../platform/graph/types.ts';
import { ROLES } from '../viewer.ts';

const roles = z.array(z.enum(ROLES));
const total = { total: z.number().int() };
const wrappedKey = z.strictObject({ id, wrapped: id, kek: id });

const membershipRecord = z.strictObject({ personId: id, organizationId: id, roles, since: dateTime });
export type MembershipRecord = z.output<typeof membershipRecord>;

export const memberStatements = {
  lockPerson: write('identity/sign-in/lock-person', {
    params: { id, organizationId: id },
    row: { learnerId: id.nullable(), roles: roles.nullable() },
    returns: 'maybe',
  }),
  setMembership: write('identity/sign-in/set-membership', {
    params: { personId: id, organizationId: id, roles, now: instant },
    row: {},
    returns: 'none',
  }),
  endMembership: write('identity/sign-in/end-membership', {
    params: { personId: id, organizationId: id },
    row: {},
    returns: 'none',
  }),
  administratorsCount: read('identity/sign-in/administrators-count', {
    params: { organizationId: id, roles },
    row: total,
    returns: 'one',
  }),
  membersOfOrganization: read('identity/sign-in/members-of-organization', {
    params: { organizationId: id, after: instant, afterId: z.string(), limit: int },
    row: { membership: membershipRecord },
    returns: 'many',
  }),
  membersCount: read('identity/sign-in/members-count', {
    params: { organizationId: id },
    row: total,
    returns: 'one',
  }),
  membershipsOfPerson: read('identity/sign-in/memberships-of-person', {
    params: { personId: id },
    row: { membership: membershipRecord },
    returns: 'many',
  }),
  namesOfMembers: read('identity/sign-in/names-of-members', {
    params: { pairs: rows({ organizationId: id, personId: id }) },
    row: { personId: id, organizationId: id, sealedName: id, key: wrappedKey },
    returns: 'many',
  }),
};

export const personStatements = {
  ensurePerson: write('identity/sign-in/ensure-person', {
    params: { account: id, id, issuer: id, now: instant, key: wrappedKey },
    row: { id, key: wrappedKey.nullable() },
    returns: 'one',
  }),
  namePerson: write('identity/sign-in/name-person', {
    params: { id, sealedName: id },
    row: {},
    returns: 'none',
  }),
};
