import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../../platform/graph/types.ts';
import { CREDENTIAL_STATUSES, STATUS_AUDIENCES } from '../credential.ts';
import { signingKey } from '../credentials.repository.ts';

const organizationId = id;
const ids = z.array(id);
const page = { beforeAt: instant, afterId: id, limit: int };
const total = { total: z.number() };

const key = { did: id, ...signingKey };

const incident = {
  id,
  key: id,
  since: dateTime,
  recordedAt: dateTime,
  reason: z.string(),
  audience: z.enum(STATUS_AUDIENCES),
  leftToRevoke: z.number(),
  leftToReissue: z.number(),
};

export const keyStatements = {
  keysOfIssuer: read('credentials/keys/keys-of-issuer', {
    params: { organizationId },
    row: key,
    returns: 'many',
  }),
  keyHistory: read('credentials/keys/key-history', {
    params: { organizationId, ...page },
    row: key,
    returns: 'many',
  }),
  keyHistoryCount: read('credentials/keys/key-history-count', {
    params: { organizationId },
    row: total,
    returns: 'one',
  }),
  takeIntoUse: write('credentials/keys/take-into-use', {
    params: { organizationId, kid: id, now: instant },
    row: { method: id },
    returns: 'one',
  }),
  changeKey: write('credentials/keys/change-key', {
    params: {
      kid: id,
      retiredAt: instant.nullable(),
      frozenAt: instant.nullable(),
      compromisedAt: instant.nullable(),
      compromisedSince: instant.nullable(),
    },
    row: {},
    returns: 'none',
  }),
};

export const incidentStatements = {
  recordIncident: write('credentials/keys/record-incident', {
    params: {
      organizationId,
      kid: id,
      id,
      since: instant,
      now: instant,
      by: id,
      reason: id,
      audience: z.enum(STATUS_AUDIENCES),
    },
    row: {},
    returns: 'none',
  }),
  incidents: read('credentials/keys/incidents', {
    params: { organizationId, ...page },
    row: incident,
    returns: 'many',
  }),
  incidentsCount: read('credentials/keys/incidents-count', {
    params: { organizationId },
    row: total,
    returns: 'one',
  }),
  incident: read('credentials/keys/incident', {
    params: { organizationId, id },
    row: incident,
    returns: 'maybe',
  }),
  credentialsToRevoke: read('credentials/keys/credentials-to-revoke', {
    params: { organizationId, key: id, since: instant, limit: int },
    row: { id },
    returns: 'many',
  }),
  markRevoked: write('credentials/keys/mark-revoked', {
    params: { incidentId: id, ids },
    row: {},
    returns: 'none',
  }),
  credentialsToReissue: read('credentials/keys/credentials-to-reissue', {
    params: { organizationId, incidentId: id, afterId: z.string(), limit: int },
    row: { id, sealedDocument: id, personKey: z.object({ id, wrapped: id }) },
    returns: 'many',
  }),
  reissueCredentials: write('credentials/keys/reissue-credentials', {
    params: {
      incidentId: id,
      credentials: rows({
        id,
        replacesId: id,
        statusListId: id,
        statusIndex: int,
        statusEntry: id,
        issuedAt: instant,
        sealedDocument: id,
        digest: id,
        content: id,
        signedWith: id,
      }),
    },
    row: {
      id,
      replacesId: id,
      replacedStatus: z.enum(CREDENTIAL_STATUSES),
      learnerId: id,
      badgeVersionId: id,
      awardedAt: dateTime,
      validUntil: dateTime.nullable(),
    },
    returns: 'many',
  }),
  replacements: read('credentials/keys/replacements', {
    params: { ids },
    row: { id, replacedById: id },
    returns: 'many',
  }),
};
