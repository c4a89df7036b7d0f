import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../../platform/graph/types.ts';

const eventParams = {
  seq: int,
  at: instant,
  actor: id,
  role: z.string().nullable(),
  action: id,
  purpose: z.string().nullable(),
  subject: z.string().nullable(),
  objects: z.array(z.string()),
  previous: id,
  hash: id,
};

const eventRow = { ...eventParams, seq: z.number(), at: dateTime, chain: id };

export const auditStatements = {
  lockChain: write('identity/audit/lock-chain', {
    params: { chain: id, emptyHash: id },
    row: { seq: z.number(), hash: id },
    returns: 'one',
  }),
  append: write('identity/audit/append', {
    params: { chain: id, seq: int, hash: id, events: rows(eventParams) },
    row: {},
    returns: 'none',
  }),
  chains: read('identity/audit/chains', {
    params: {},
    row: { chain: id, seq: z.number(), hash: id },
    returns: 'many',
  }),
  events: read('identity/audit/events', {
    params: { chain: id, after: int, limit: int },
    row: eventRow,
    returns: 'many',
  }),
};
