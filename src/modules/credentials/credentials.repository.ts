import { z } from 'zod';
import { read, write } from '../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../platform/graph/types.ts';
import { IDENTITY_LEVELS, versionSays } from '../catalog/badges/badge-version.fields.ts';
import { CREDENTIAL_STATUSES, CREDENTIAL_VIAS, STATUS_AUDIENCES } from './credential.ts';

const ids = z.array(id);
const personKey = z.object({ id, wrapped: id }).nullable();
const status = z.enum(CREDENTIAL_STATUSES);

/** A signing key without its private half, as it is read. */
export const signingKey = {
  kid: id,
  type: id,
  vault: id,
  publicKeyHex: id,
  fragment: id,
  createdAt: dateTime,
  retiredAt: dateTime.nullable(),
  frozenAt: dateTime.nullable(),
  compromisedAt: dateTime.nullable(),
  compromisedSince: dateTime.nullable(),
};

const page = {
  status: status.nullable(),
  afterAwardedAt: instant.nullable(),
  afterId: id.nullable(),
  limit: int,
};

export const issuerStatements = {
  issuerByDid: read('credentials/issuer-by-did', {
    params: { did: id },
    row: { organizationId: id, did: id, keys: z.array(z.strictObject(signingKey)) },
    returns: 'maybe',
  }),
  signingKey: read('credentials/signing-key', {
    params: { kid: id },
    row: { ...signingKey, sealedPrivateKey: id.nullable() },
    returns: 'maybe',
  }),
  saveSigningKey: write('credentials/save-signing-key', {
    params: {
      kid: id,
      type: id,
      vault: id,
      publicKeyHex: id,
      fragment: id,
      createdAt: instant,
      sealedPrivateKey: id.nullable(),
    },
    row: {},
    returns: 'none',
  }),
  removeSigningKey: write('credentials/remove-signing-key', {
    params: { kid: id },
    row: { kid: id },
    returns: 'maybe',
  }),
  adoptSigningKey: write('credentials/adopt-signing-key', {
    params: { organizationId: id, did: id, kid: id },
    row: { id },
    returns: 'maybe',
  }),
  adoptLogKey: write('credentials/issuance-log/adopt-log-key', {
    params: { did: id, kid: id },
    row: { id },
    returns: 'maybe',
  }),
  addSigningKey: write('credentials/add-signing-key', {
    params: { did: id, kid: id },
    row: { id },
    returns: 'maybe',
  }),
  achievementIssuer: read('credentials/achievement-issuer', {
    params: { id },
    row: { organizationId: id, did: id.nullable() },
    returns: 'maybe',
  }),
};

export const awardStatements = {
  awardBases: read('credentials/award-bases', {
    params: { resultIds: ids },
    row: {
      resultId: id,
      passed: z.boolean(),
      achievedAt: dateTime,
      assessors: z.array(id.nullable()),
      submission: z.object({
        id,
        sealedNarrative: z.string().nullable(),
        evidence: z.array(z.object({ id, url: z.string().nullable(), sealedWords: z.string().nullable() })),
      }),
      assessment: z.object({ id, title: z.string(), kind: z.string(), ownerId: id.nullable() }),
      learner: z.object({ id, sealedProfile: z.string().nullable(), sealedRecipient: z.string().nullable() }),
      key: personKey,
      scores: z.array(z.object({ criterionId: id, levelId: id })),
      badges: z.array(z.object({ versionId: id, state: id, issuerId: id, reviewers: z.array(id) })),
    },
    returns: 'many',
  }),
  recipients: read('credentials/recipients', {
    params: { learnerIds: ids },
    row: {
      learnerId: id,
      sealedProfile: z.string().nullable(),
      sealedRecipient: z.string().nullable(),
      key: personKey,
    },
    returns: 'many',
  }),
  badgeFacts: read('credentials/badge-facts', {
    params: { ids },
    row: {
      version: z.object({ id, number: z.number(), state: z.string(), ...versionSays }),
      issuer: z.object({ id, name: z.string(), url: z.string().nullable(), did: z.string().nullable() }),
      stacked: z.boolean(),
      previousVersions: z.array(z.object({ id, number: z.number() })),
    },
    returns: 'many',
  }),
  badgeSkills: read('credentials/badge-skills', {
    params: { ids },
    row: {
      versionId: id,
      uri: id,
      code: z.string().nullable(),
      frameworkId: id,
      level: z.number(),
      relation: z.string(),
      labels: z.array(z.string()),
    },
    returns: 'many',
  }),
  frameworks: read('credentials/frameworks', {
    params: { ids },
    row: { id, name: z.string(), version: z.string().nullable() },
    returns: 'many',
  }),
  badgeRubrics: read('credentials/badge-rubrics', {
    params: { ids },
    row: {
      versionId: id,
      id,
      title: z.string(),
      levels: z.array(
        z.object({
          id,
          title: z.string(),
          points: z.number(),
          descriptor: z.string().nullable(),
          passing: z.boolean(),
        }),
      ),
    },
    returns: 'many',
  }),
  assessmentsNotPassed: read('credentials/assessments-not-passed', {
    params: { pairs: rows({ learnerId: id, badgeVersionId: id }) },
    row: { learnerId: id, badgeVersionId: id, assessmentIds: ids },
    returns: 'many',
  }),
  credentialsToRenew: read('credentials/credentials-to-renew', {
    params: { awards: rows({ awardKey: id, learnerId: id, badgeVersionId: id, awardedAt: instant }) },
    row: { awardKey: id, id, digest: id },
    returns: 'many',
  }),
  renewCredentials: write('credentials/renew-credentials', {
    params: { ids },
    row: {},
    returns: 'none',
  }),
  identityAsked: read('credentials/identity-asked', {
    params: { pairs: rows({ learnerId: id, badgeVersionId: id }) },
    row: {
      learnerId: id,
      asked: z.enum(IDENTITY_LEVELS),
      proofings: z.array(
        z.strictObject({ level: z.enum(IDENTITY_LEVELS), withdrawnAt: dateTime.nullable() }),
      ),
    },
    returns: 'many',
  }),
  credentialsByAwardKeys: read('credentials/credentials-by-award-keys', {
    params: { awardKeys: ids },
    row: { awardKey: id, id, issuedAt: dateTime, status },
    returns: 'many',
  }),
  issueCredentials: write('credentials/issue-credentials', {
    params: {
      credentials: rows({
        id,
        awardKey: id,
        learnerId: id,
        badgeVersionId: id,
        statusListId: id,
        statusIndex: int,
        statusEntry: id,
        awardedAt: instant,
        issuedAt: instant,
        validUntil: instant.nullable(),
        skillsUntil: instant,
        via: z.enum(CREDENTIAL_VIAS),
        sealedDocument: id,
        digest: id,
        content: id,
        signedWith: id,
        resultIds: ids,
        usedCredentialIds: ids,
        skills: rows({ uri: id, level: int }),
      }),
    },
    row: { id },
    returns: 'many',
  }),
};

export const credentialStatements = {
  credentialsByIds: read('credentials/credentials-by-ids', {
    params: { ids },
    row: {
      id,
      learnerId: id,
      badgeVersionId: id,
      name: z.string(),
      issuerId: id,
      status,
      statusChangedAt: dateTime,
      statusReason: z.string().nullable(),
      statusAudience: z.enum(STATUS_AUDIENCES).nullable(),
      awardedAt: dateTime,
      validFrom: dateTime,
      validUntil: dateTime.nullable(),
      via: z.enum(CREDENTIAL_VIAS),
      digest: id,
      publicSince: dateTime.nullable(),
    },
    returns: 'many',
  }),
  credentialsOfLearner: read('credentials/credentials-of-learner', {
    params: { learnerId: id, ...page },
    row: { id, awardedAt: dateTime },
    returns: 'many',
  }),
  credentialsOfLearnerCount: read('credentials/credentials-of-learner-count', {
    params: { learnerId: id, status: status.nullable() },
    row: { total: z.number() },
    returns: 'one',
  }),
  credentialsOfIssuer: read('credentials/credentials-of-issuer', {
    params: { issuerId: id, ...page },
    row: { id, awardedAt: dateTime },
    returns: 'many',
  }),
  credentialsOfIssuerCount: read('credentials/credentials-of-issuer-count', {
    params: { issuerId: id, status: status.nullable() },
    row: { total: z.number() },
    returns: 'one',
  }),
  renewedCredentials: read('credentials/renewed-credentials', {
    params: { ids },
    row: { id, renewsId: id },
    returns: 'many',
  }),
  sealedDocuments: read('credentials/sealed-documents', {
    params: { learnerId: id, ids },
    row: { id, sealedDocument: id, key: z.object({ id, wrapped: id }) },
    returns: 'many',
  }),
};

export const statusListStatements = {
  openStatusLists: read('credentials/open-status-lists', {
    params: { organizationIds: ids },
    row: { organizationId: id, id, used: z.number() },
    returns: 'many',
  }),
  createStatusList: write('credentials/create-status-list', {
    params: { organizationId: id, id, length: int, encoded: id, now: instant },
    row: { id },
    returns: 'one',
  }),
  takenStatusEntries: read('credentials/taken-status-entries', {
    params: { entries: ids },
    row: { entry: id },
    returns: 'many',
  }),
  lockStatusLists: write('credentials/lock-status-lists', {
    params: { ids, now: instant },
    row: { id, encoded: id },
    returns: 'many',
  }),
  storeStatusLists: write('credentials/store-status-lists', {
    params: { lists: rows({ id, encoded: id }) },
    row: {},
    returns: 'none',
  }),
  statusList: read('credentials/status-list', {
    params: { id },
    row: {
      id,
      issuerDid: id,
      purpose: id,
      length: z.number(),
      encoded: id,
      document: z.string().nullable(),
      signedAt: dateTime.nullable(),
      token: z.string().nullable(),
      tokenSignedAt: dateTime.nullable(),
      updatedAt: dateTime.nullable(),
    },
    returns: 'maybe',
  }),
  storeSignedStatusList: write('credentials/store-signed-status-list', {
    params: { id, encoded: id, updatedAt: instant.nullable(), document: id, signedAt: instant },
    row: {},
    returns: 'none',
  }),
};
