import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant } from '../../../platform/graph/types.ts';
import { ROLES, SCOPES } from '../viewer.ts';

const role = z.enum(ROLES);

export const signInStatements = {
  apiKey: read('identity/sign-in/api-key', {
    params: { id },
    row: {
      digest: id,
      role,
      scopes: z.array(z.enum(SCOPES)).nullable(),
      expiresAt: dateTime.nullable(),
      revokedAt: dateTime.nullable(),
      organizationId: id.nullable(),
      learnerId: id.nullable(),
    },
    returns: 'maybe',
  }),
  noteUse: write('identity/sign-in/note-use', {
    params: { id, now: instant, before: instant },
    row: {},
    returns: 'none',
  }),
  personByAccount: read('identity/sign-in/person-by-account', {
    params: { account: id },
    row: {
      id,
      learnerId: id.nullable(),
      memberships: z.array(z.strictObject({ organizationId: id, roles: z.array(role) })),
    },
    returns: 'maybe',
  }),
};
