import { z } from 'zod';
import { read, write } from '../../platform/graph/statement.ts';
import { dateTime, id, instant } from '../../platform/graph/types.ts';
import { ROLES } from './viewer.ts';

const role = z.enum(ROLES);

export const identityStatements = {
  apiKey: read('identity/api-key', {
    params: { id },
    row: {
      digest: id,
      role,
      expiresAt: dateTime.nullable(),
      revokedAt: dateTime.nullable(),
      organizationId: id.nullable(),
      learnerId: id.nullable(),
    },
    returns: 'maybe',
  }),
  createApiKey: write('identity/create-api-key', {
    params: {
      id,
      name: id,
      digest: id,
      role,
      now: instant,
      expiresAt: instant.nullable(),
      organizationId: id.nullable(),
      learnerId: id.nullable(),
    },
    row: { id },
    returns: 'maybe',
  }),
};
