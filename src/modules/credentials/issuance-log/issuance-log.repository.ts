import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../../platform/graph/types.ts';

const ids = z.array(id);
const entry = {
  organizationId: id,
  index: z.number(),
  issuer: id,
  credential: id,
  content: id,
  key: id,
  at: dateTime,
};

export const issuanceLogStatements = {
  lockLogs: write('credentials/issuance-log/lock-logs', {
    params: { organizationIds: ids, now: instant },
    row: { organizationId: id, size: z.number(), edge: id, barred: z.array(id.nullable()) },
    returns: 'many',
  }),
  appendToLogs: write('credentials/issuance-log/append-to-logs', {
    params: {
      logs: rows({
        organizationId: id,
        size: int,
        root: id,
        edge: id,
        tiles: rows({ level: int, index: int, hashes: ids }),
        entries: rows({ index: int, issuer: id, credential: id, content: id, key: id, at: instant }),
      }),
    },
    row: {},
    returns: 'none',
  }),
  issuanceLog: read('credentials/issuance-log/issuance-log', {
    params: { organizationId: id },
    row: {
      issuer: id,
      size: z.number(),
      root: id.nullable(),
      edge: id,
      signedSize: z.number().nullable(),
      signedAt: dateTime.nullable(),
      signedRoot: id.nullable(),
    },
    returns: 'maybe',
  }),
  logTiles: read('credentials/issuance-log/log-tiles', {
    params: { ids },
    row: { id, hashes: ids },
    returns: 'many',
  }),
  logEntriesOfCredentials: read('credentials/issuance-log/log-entries-of-credentials', {
    params: { credentials: ids },
    row: entry,
    returns: 'many',
  }),
  logEntries: read('credentials/issuance-log/log-entries', {
    params: { organizationId: id, from: int, limit: int },
    row: entry,
    returns: 'many',
  }),
  credentialsNotLogged: read('credentials/issuance-log/credentials-not-logged', {
    params: { limit: int },
    row: { id, organizationId: id, sealedDocument: id, key: z.object({ id, wrapped: id }) },
    returns: 'many',
  }),
  setContents: write('credentials/issuance-log/set-contents', {
    params: { credentials: rows({ id, content: id }) },
    row: { id },
    returns: 'many',
  }),
  storeSignedRoot: write('credentials/issuance-log/store-signed-root', {
    params: { organizationId: id, size: int, signedRoot: id, now: instant },
    row: {},
    returns: 'none',
  }),
};
