import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../../platform/graph/types.ts';

const optional = z.string().nullable();

/** What an event cannot do without: an empty one would be a mistake of ours. */
const word = z.string().min(1);

/** What a series of events shares, and whom each of them is about: see `inSeries`. */
const seriesParams = {
  after: int,
  at: instant,
  actor: word,
  role: optional,
  action: word,
  purpose: optional,
  objects: z.array(z.string()),
  subjects: z.array(optional),
  hashes: z.array(word),
};

const head = { seq: z.number(), hash: id };

const eventRecord = z.strictObject({
  id,
  chain: id,
  seq: z.number(),
  at: dateTime,
  actor: id,
  role: optional,
  action: id,
  purpose: optional,
  subject: optional,
  objects: z.array(z.string()),
  hash: id,
});

/** An event as it is listed. */
export type EventRecord = z.output<typeof eventRecord>;

const filter = {
  chain: id,
  actions: z.array(z.string()).nullable(),
  purpose: optional,
  subject: optional,
  since: instant.nullable(),
  until: instant.nullable(),
};

const total = { total: z.number().int() };

export const auditStatements = {
  lockChain: write('identity/audit/lock-chain', {
    params: { chain: id, emptyHash: id },
    row: head,
    returns: 'one',
  }),
  append: write('identity/audit/append', {
    params: { chain: id, seq: int, hash: id, series: rows(seriesParams) },
    row: {},
    returns: 'none',
  }),
  chains: read('identity/audit/chains', { params: {}, row: { chain: id, ...head }, returns: 'many' }),
  events: read('identity/audit/events', {
    params: { chain: id, after: int, limit: int },
    row: { ...eventRecord.omit({ id: true }).shape, previous: id },
    returns: 'many',
  }),
  eventsOfChain: read('identity/audit/events-of-chain', {
    params: { ...filter, before: int, limit: int },
    row: { event: eventRecord },
    returns: 'many',
  }),
  eventsOfChainCount: read('identity/audit/events-of-chain-count', {
    params: filter,
    row: total,
    returns: 'one',
  }),
  eventsAboutLearner: read('identity/audit/events-about-learner', {
    params: { learnerId: id, readsOnly: z.boolean(), beforeAt: instant, afterId: z.string(), limit: int },
    row: { event: eventRecord },
    returns: 'many',
  }),
  eventsAboutLearnerCount: read('identity/audit/events-about-learner-count', {
    params: { learnerId: id, readsOnly: z.boolean() },
    row: total,
    returns: 'one',
  }),
};

/** What the checker reads: it trusts nothing, so that what somebody changed arrives as it is. */
export const checkingStatements = {
  chainHead: read('identity/audit/chain-head', {
    params: { chain: id },
    row: { seq: z.unknown(), hash: z.unknown() },
    returns: 'maybe',
  }),
  chainNames: read('identity/audit/chain-names', {
    params: {},
    row: { chain: z.unknown() },
    returns: 'many',
  }),
  storedEvents: read('identity/audit/stored-events', {
    params: { chain: id, after: int, limit: int },
    row: { event: z.record(z.string(), z.unknown()) },
    returns: 'many',
  }),
};
