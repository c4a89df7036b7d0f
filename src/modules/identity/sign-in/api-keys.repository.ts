import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../platform/graph/types.ts';
import { ORGANIZATION_KINDS } from '../organization.repository.ts';
import { ROLES, SCOPES } from '../viewer.ts';

const role = z.enum(ROLES);
const scopes = z
  .array(z.enum(SCOPES))
  .nullable()
  .transform((value) => value ?? []);
const life = { expiresAt: dateTime.nullable(), revokedAt: dateTime.nullable() };

const apiKeyRecord = z.strictObject({
  id,
  name: z.string(),
  role,
  scopes,
  createdAt: dateTime,
  createdBy: z.string().nullable(),
  lastUsedAt: dateTime.nullable(),
  replaces: id.nullable(),
  ...life,
});
export type ApiKeyRecord = z.output<typeof apiKeyRecord>;

export const apiKeyStatements = {
  lockOrganization: write('identity/sign-in/lock-organization', {
    params: { id },
    row: { kinds: z.array(z.enum(ORGANIZATION_KINDS)) },
    returns: 'maybe',
  }),
  lockApiKey: write('identity/sign-in/lock-api-key', {
    params: { id, organizationId: id },
    row: {
      key: z.strictObject({ name: z.string(), role, scopes, ...life }),
      neighbours: z.array(z.strictObject(life)),
    },
    returns: 'maybe',
  }),
  endApiKey: write('identity/sign-in/end-api-key', {
    params: { id, expiresAt: instant.nullable(), revokedAt: instant.nullable() },
    row: {},
    returns: 'none',
  }),
  apiKeysOfOrganization: read('identity/sign-in/api-keys-of-organization', {
    params: { organizationId: id, beforeAt: instant, afterId: z.string(), limit: int },
    row: { key: apiKeyRecord },
    returns: 'many',
  }),
  apiKeysCount: read('identity/sign-in/api-keys-count', {
    params: { organizationId: id },
    row: { total: z.number().int() },
    returns: 'one',
  }),
  apiKeysByIds: read('identity/sign-in/api-keys-by-ids', {
    params: { organizationId: id, ids: z.array(id) },
    row: { key: apiKeyRecord },
    returns: 'many',
  }),
};
