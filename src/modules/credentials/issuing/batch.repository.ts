import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../../platform/graph/types.ts';
import { BATCH_STATES, ROW_STATES } from './batch.rules.ts';

const rowState = z.enum(ROW_STATES);
const text = z.string().nullable();
const refusal = { code: text, reason: text, argument: text, message: text };
const batch = {
  id,
  organizationId: id,
  state: z.enum(BATCH_STATES),
  createdAt: dateTime,
  finishedAt: dateTime.nullable(),
  total: z.number(),
  issued: z.number(),
  existed: z.number(),
  failed: z.number(),
};

export const batchStatements = {
  createIssuingBatch: write('credentials/issuing/create-issuing-batch', {
    params: {
      organizationId: id,
      id,
      now: instant,
      total: int,
      parts: rows({ first: int, sealedRows: id }),
      by: id,
      role: id.nullable(),
      byLearner: id.nullable(),
      key: z.strictObject({ id, wrapped: id, kek: id }),
    },
    row: { id },
    returns: 'one',
  }),
  nextIssuingPart: read('credentials/issuing/next-issuing-part', {
    params: { batchId: id },
    row: { id, first: z.number(), sealedRows: id },
    returns: 'maybe',
  }),
  unfoldIssuingPart: write('credentials/issuing/unfold-issuing-part', {
    params: { batchId: id, partId: id, now: instant, rows: rows({ position: int, sealedRow: id }) },
    row: {},
    returns: 'none',
  }),
  issuingBatch: read('credentials/issuing/issuing-batch', {
    params: { organizationId: id, id },
    row: batch,
    returns: 'maybe',
  }),
  issuingBatches: read('credentials/issuing/issuing-batches', {
    params: { organizationId: id, beforeAt: instant, afterId: id, limit: int },
    row: batch,
    returns: 'many',
  }),
  issuingBatchesCount: read('credentials/issuing/issuing-batches-count', {
    params: { organizationId: id },
    row: { total: z.number() },
    returns: 'one',
  }),
  issuingRows: read('credentials/issuing/issuing-rows', {
    params: { organizationId: id, batchId: id, state: rowState.nullable(), after: int, limit: int },
    row: { organizationId: id, position: z.number(), state: rowState, credentialId: text, ...refusal },
    returns: 'many',
  }),
  issuingRowsCount: read('credentials/issuing/issuing-rows-count', {
    params: { organizationId: id, batchId: id, state: rowState.nullable() },
    row: { total: z.number() },
    returns: 'one',
  }),
  runningBatches: read('credentials/issuing/running-batches', {
    params: { now: instant },
    row: {
      id,
      createdAt: dateTime,
      organizationId: id,
      by: id,
      role: text,
      byLearner: text,
      key: z.object({ id, wrapped: id }),
      holds: z.boolean(),
    },
    returns: 'many',
  }),
  claimIssuingRows: write('credentials/issuing/claim-issuing-rows', {
    params: { batchId: id, now: instant, until: instant, limit: int },
    row: { position: z.number(), sealedRow: id, attempts: z.number() },
    returns: 'many',
  }),
  settleIssuingRows: write('credentials/issuing/settle-issuing-rows', {
    params: {
      batchId: id,
      now: instant,
      rows: rows({ position: int, state: rowState, credentialId: text, ...refusal }),
    },
    row: {},
    returns: 'none',
  }),
  stopIssuingBatch: write('credentials/issuing/stop-issuing-batch', {
    params: { organizationId: id, id, now: instant },
    row: { id, before: z.enum(BATCH_STATES) },
    returns: 'maybe',
  }),
};
