import { z } from 'zod';
import { read, write } from '../../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../../platform/graph/types.ts';

const key = z.string();

export const oauthStatements = {
  save: write('credentials/exchange/save-oauth-record', {
    params: {
      key,
      sealedPayload: z.string(),
      uid: z.string().nullable(),
      grant: z.string().nullable(),
      learnerId: id.nullable(),
      expiresAt: instant.nullable(),
      now: instant,
    },
    row: {},
    returns: 'none',
  }),
  find: read('credentials/exchange/oauth-record', {
    params: { key, now: instant },
    row: { sealedPayload: z.string(), consumedAt: dateTime.nullable() },
    returns: 'maybe',
  }),
  findByUid: read('credentials/exchange/oauth-record-by-uid', {
    params: { uid: z.string(), kind: z.string(), now: instant },
    row: { key, sealedPayload: z.string() },
    returns: 'maybe',
  }),
  consume: write('credentials/exchange/consume-oauth-record', {
    params: { key, now: instant },
    row: { key },
    returns: 'maybe',
  }),
  delete: write('credentials/exchange/delete-oauth-record', { params: { key }, row: {}, returns: 'none' }),
  deleteOfGrant: write('credentials/exchange/delete-oauth-records-of-grant', {
    params: { grant: z.string() },
    row: {},
    returns: 'none',
  }),
};

export const hostStatements = {
  connect: write('credentials/exchange/connect-host', {
    params: {
      learnerId: id,
      id,
      clientDigest: z.string(),
      name: z.string(),
      address: z.string(),
      scopes: z.array(z.string()),
      now: instant,
      most: int,
    },
    row: { connected: z.number() },
    returns: 'maybe',
  }),
  connected: read('credentials/exchange/connected-hosts', {
    params: { learnerId: id },
    row: {
      id,
      name: z.string(),
      address: z.string(),
      scopes: z.array(z.string()),
      connectedAt: dateTime,
    },
    returns: 'many',
  }),
  disconnect: write('credentials/exchange/disconnect-host', {
    params: { learnerId: id, id },
    row: { id },
    returns: 'maybe',
  }),
  learner: read('credentials/exchange/is-learner', {
    params: { learnerId: id },
    row: { id },
    returns: 'maybe',
  }),
  credentialsSince: read('credentials/exchange/credentials-since', {
    params: { learnerId: id, since: instant, offset: int, limit: int },
    row: { total: z.number(), entries: z.array(z.strictObject({ id, isOurs: z.boolean() })) },
    returns: 'one',
  }),
};
