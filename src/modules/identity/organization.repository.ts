import { z } from 'zod';
import { read } from '../../platform/graph/statement.ts';
import { id, int } from '../../platform/graph/types.ts';

export const ORGANIZATION_KINDS = ['ISSUER', 'PROVIDER', 'EMPLOYER', 'REVIEWER'] as const;
export type OrganizationKind = (typeof ORGANIZATION_KINDS)[number];

const organizationRecord = z.strictObject({
  id,
  name: z.string(),
  url: z.string().nullable(),
  regions: z
    .array(z.string())
    .nullable()
    .transform((regions) => regions ?? []),
  kinds: z
    .array(z.enum(ORGANIZATION_KINDS))
    .nullable()
    .transform((kinds) => kinds ?? []),
  did: z.string().nullable(),
});

/** The public profile of an organisation. */
export type OrganizationRecord = z.output<typeof organizationRecord>;

const filter = { kind: z.string().nullable(), nameContains: z.string().nullable() };

export const organizationStatements = {
  organizationsByIds: read('identity/organizations-by-ids', {
    params: { ids: z.array(id) },
    row: { organization: organizationRecord },
    returns: 'many',
  }),
  organizationsByName: read('identity/organizations-by-name', {
    params: { ...filter, afterName: z.string(), afterId: z.string(), limit: int },
    row: { organization: organizationRecord },
    returns: 'many',
  }),
  organizationsCount: read('identity/organizations-count', {
    params: filter,
    row: { total: z.number().int() },
    returns: 'one',
  }),
};
