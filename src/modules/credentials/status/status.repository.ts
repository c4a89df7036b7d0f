import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../../platform/graph/types.ts';
import { CREDENTIAL_STATUSES, STATUS_AUDIENCES } from '../credential.ts';

const status = z.enum(CREDENTIAL_STATUSES);
const selection = {
  issuerId: id,
  badgeVersionId: id.nullable(),
  cohortId: id.nullable(),
  signedWith: id.nullable(),
  from: z.array(status),
  purpose: id.nullable(),
};
const window = { now: instant, before: instant };
const page = { afterEnd: instant.nullable(), afterId: id.nullable(), limit: int };
const ending = { id, validUntil: dateTime };

export const statusStatements = {
  changeCredentialStatuses: write('credentials/status/change-credential-statuses', {
    params: {
      changes: rows({ id, at: instant, reason: id, audience: z.enum(STATUS_AUDIENCES) }),
      from: z.array(status),
      to: status,
      purpose: id.nullable(),
    },
    row: {
      id,
      learnerId: id,
      issuerId: id,
      badgeVersionId: id,
      awardedAt: dateTime,
      validUntil: dateTime.nullable(),
      listId: id,
      purpose: id,
      index: z.number(),
      before: status,
      changed: z.boolean(),
    },
    returns: 'many',
  }),
  proveSkills: write('credentials/status/prove-skills', {
    params: { proven: rows({ credentialId: id, uri: id, level: int, since: instant, until: instant }) },
    row: {},
    returns: 'none',
  }),
  credentialsToChange: read('credentials/status/credentials-to-change', {
    params: { ...selection, limit: int },
    row: { id },
    returns: 'many',
  }),
  credentialsToChangeCount: read('credentials/status/credentials-to-change-count', {
    params: selection,
    row: { total: z.number(), unable: z.number() },
    returns: 'one',
  }),
  publicStatusReason: read('credentials/status/public-status-reason', {
    params: { entry: id },
    row: { reason: z.string().nullable() },
    returns: 'maybe',
  }),
  versionToRefresh: read('credentials/status/version-to-refresh', {
    params: { issuerId: id, badgeVersionId: id },
    row: {
      state: id,
      renewal: z.string().nullable(),
      number: z.number(),
      validMonths: z.number().nullable(),
    },
    returns: 'maybe',
  }),
  credentialsToRefresh: read('credentials/status/credentials-to-refresh', {
    params: { issuerId: id, badgeVersionId: id, afterId: z.string(), now: instant, limit: int },
    row: { id, resultId: id, awardedAt: dateTime },
    returns: 'many',
  }),
  supersede: write('credentials/status/supersede-credentials', {
    params: { pairs: rows({ id, replacesId: id }) },
    row: { id, replacesId: id },
    returns: 'many',
  }),
  suspendedEntries: read('credentials/status/suspended-entries', {
    params: { listId: id },
    row: { index: z.number() },
    returns: 'many',
  }),
  storeTokenList: write('credentials/status/store-token-list', {
    params: { id, updatedAt: instant.nullable(), token: id, signedAt: instant },
    row: {},
    returns: 'none',
  }),
  revokedOfIssuer: read('credentials/status/revoked-of-issuer', {
    params: { organizationId: id },
    row: {
      issuerDid: id,
      credentials: z.array(z.strictObject({ id, reason: z.string().nullable() })),
      endorsements: z.array(id),
    },
    returns: 'maybe',
  }),
  standingAtIssuer: read('credentials/status/standing-at-issuer', {
    params: { organizationId: id, credentialId: z.string() },
    row: { issuerDid: id, taken: z.array(z.strictObject({ reason: z.string().nullable() })) },
    returns: 'maybe',
  }),
  endorsementStanding: read('credentials/status/endorsement-standing', {
    params: { organizationId: id, endorsementId: id },
    row: { issuerDid: id, taken: z.array(z.strictObject({ reason: z.string().nullable() })) },
    returns: 'maybe',
  }),
  expiringOfLearner: read('credentials/status/expiring-of-learner', {
    params: { learnerId: id, ...window, ...page },
    row: ending,
    returns: 'many',
  }),
  expiringOfLearnerCount: read('credentials/status/expiring-of-learner-count', {
    params: { learnerId: id, ...window },
    row: { total: z.number() },
    returns: 'one',
  }),
  expiringOfIssuer: read('credentials/status/expiring-of-issuer', {
    params: { issuerId: id, ...window, ...page },
    row: ending,
    returns: 'many',
  }),
  expiringOfIssuerCount: read('credentials/status/expiring-of-issuer-count', {
    params: { issuerId: id, ...window },
    row: { total: z.number() },
    returns: 'one',
  }),
};
