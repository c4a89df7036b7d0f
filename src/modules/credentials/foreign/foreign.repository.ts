import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../../platform/graph/types.ts';
import { STANDINGS } from './foreign.rules.ts';

const foreign = z.strictObject({
  id,
  format: z.enum(['JSON', 'JWT', 'SD_JWT']),
  standing: z.enum(STANDINGS),
  broughtAt: dateTime,
  checkedAt: dateTime,
  validUntil: dateTime.nullable(),
  digest: id,
  sealedReport: id,
});
export type StoredForeign = z.output<typeof foreign>;

const key = z.object({ id, wrapped: id });

export const foreignStatements = {
  bring: write('credentials/foreign/bring', {
    params: {
      learnerId: id,
      id,
      digest: id,
      format: id,
      sealedDocument: id,
      now: instant,
      most: int,
    },
    row: { sameId: id.nullable(), held: z.number() },
    returns: 'maybe',
  }),
  writeCheck: write('credentials/foreign/write-check', {
    params: {
      learnerId: id,
      id,
      now: instant,
      standing: z.enum(STANDINGS),
      validUntil: instant.nullable(),
      sealedReport: id,
      claims: rows({ uri: id, vouched: z.boolean() }),
    },
    row: { id },
    returns: 'maybe',
  }),
  remove: write('credentials/foreign/remove', {
    params: { learnerId: id, id },
    row: { id },
    returns: 'maybe',
  }),
  ofLearner: read('credentials/foreign/of-learner', {
    params: { learnerId: id, beforeAt: instant, afterId: id, limit: int },
    row: { foreign, key },
    returns: 'many',
  }),
  ofLearnerCount: read('credentials/foreign/of-learner-count', {
    params: { learnerId: id },
    row: { total: z.number() },
    returns: 'one',
  }),
  byIds: read('credentials/foreign/by-ids', {
    params: { learnerId: id, ids: z.array(id) },
    row: { foreign, sealedDocument: id, key },
    returns: 'many',
  }),
};
