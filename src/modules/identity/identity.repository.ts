import { z } from 'zod';
import { write } from '../../platform/graph/statement.ts';
import { id, instant } from '../../platform/graph/types.ts';
import { ROLES, SCOPES } from './viewer.ts';

const role = z.enum(ROLES);

export const identityStatements = {
  createApiKey: write('identity/create-api-key', {
    params: {
      id,
      name: id,
      digest: id,
      role,
      scopes: z.array(z.enum(SCOPES)).nullable(),
      now: instant,
      createdBy: id.nullable(),
      replaces: id.nullable(),
      expiresAt: instant.nullable(),
      organizationId: id.nullable(),
      learnerId: id.nullable(),
    },
    row: { id },
    returns: 'maybe',
  }),
};
