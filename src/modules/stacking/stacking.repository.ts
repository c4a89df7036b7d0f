import { z } from 'zod';
import { read } from '../../platform/graph/statement.ts';
import { dateTime, id } from '../../platform/graph/types.ts';

const ids = z.array(id);
const credentials = z.array(
  z.strictObject({
    credentialId: id,
    badgeId: id,
    status: z.enum(['ACTIVE', 'SUSPENDED', 'REVOKED']),
    awardedAt: dateTime,
    validFrom: dateTime,
    validUntil: dateTime.nullable(),
  }),
);

export const stackingStatements = {
  stackOfBadge: read('stacking/stack-of-badge', {
    params: { badgeId: id, learnerId: id },
    row: {
      badgeId: id,
      name: z.string(),
      versionId: id,
      number: z.number().int(),
      issuerId: id,
      learnerExists: z.boolean(),
      issuedTo: z.boolean(),
      parts: z.array(z.strictObject({ id, name: z.string(), issuerId: id })),
      credentials,
      awards: ids,
    },
    returns: 'maybe',
  }),
  stacksOfBadge: read('stacking/stacks-of-badge', {
    params: { badgeId: id },
    row: {
      badgeId: id,
      stacks: z.array(
        z.strictObject({
          badgeId: id,
          name: z.string(),
          versionId: id,
          number: z.number().int(),
          parts: z.array(z.strictObject({ id, name: z.string() })),
        }),
      ),
    },
    returns: 'maybe',
  }),
  openStacks: read('stacking/open-stacks', {
    params: { learnerIds: ids },
    row: { learnerId: id, versionId: id, partIds: ids, credentials },
    returns: 'many',
  }),
};
