import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../platform/graph/types.ts';
import { ORGANIZATION_KINDS } from '../organization.repository.ts';
import { ROLES } from '../viewer.ts';

const roles = z.array(z.enum(ROLES));
const ending = { usedAt: dateTime.nullable(), withdrawnAt: dateTime.nullable() };

const invitationRecord = z.strictObject({
  id,
  roles,
  learnerId: id.nullable(),
  createdAt: dateTime,
  createdBy: z.string(),
  expiresAt: dateTime,
  ...ending,
});
export type InvitationRecord = z.output<typeof invitationRecord>;

export const invitationStatements = {
  createOrganization: write('identity/sign-in/create-organization', {
    params: {
      id,
      name: id,
      url: z.string().nullable(),
      regions: z.array(z.string()),
      kinds: z.array(z.enum(ORGANIZATION_KINDS)),
      now: instant,
    },
    row: {},
    returns: 'none',
  }),
  createInvitation: write('identity/sign-in/create-invitation', {
    params: {
      id,
      organizationId: id,
      learnerId: id.nullable(),
      digest: id,
      roles,
      now: instant,
      createdBy: id,
      expiresAt: instant,
    },
    row: {},
    returns: 'none',
  }),
  invitationSecret: read('identity/sign-in/invitation-secret', {
    params: { id },
    row: { digest: id },
    returns: 'maybe',
  }),
  lockInvitation: write('identity/sign-in/lock-invitation', {
    params: { id },
    row: { organizationId: id, learnerId: id.nullable(), roles, expiresAt: dateTime, ...ending },
    returns: 'maybe',
  }),
  endInvitation: write('identity/sign-in/end-invitation', {
    params: { id, usedAt: instant.nullable(), withdrawnAt: instant.nullable() },
    row: {},
    returns: 'none',
  }),
  invitationsOfOrganization: read('identity/sign-in/invitations-of-organization', {
    params: { organizationId: id, beforeAt: instant, afterId: z.string(), limit: int },
    row: { invitation: invitationRecord },
    returns: 'many',
  }),
  invitationsCount: read('identity/sign-in/invitations-count', {
    params: { organizationId: id },
    row: { total: z.number().int() },
    returns: 'one',
  }),
  invitationsByIds: read('identity/sign-in/invitations-by-ids', {
    params: { organizationId: id, ids: z.array(id) },
    row: { invitation: invitationRecord },
    returns: 'many',
  }),
  learnerToClaim: read('identity/sign-in/learner-to-claim', {
    params: { organizationId: id, learnerId: id },
    row: { claimed: z.boolean() },
    returns: 'maybe',
  }),
  lockLearner: write('identity/sign-in/lock-learner', {
    params: { id },
    row: { claimed: z.boolean() },
    returns: 'maybe',
  }),
  claimLearner: write('identity/sign-in/claim-learner', {
    params: { personId: id, learnerId: id },
    row: {},
    returns: 'none',
  }),
};
