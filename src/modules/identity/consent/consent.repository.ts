import { z } from 'zod';
import { read, write } from '../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../platform/graph/types.ts';
import { CONSENT_PURPOSES } from './consent.rules.ts';

const ids = z.array(id);
const total = z.number().int();

const consentRecord = z.strictObject({
  id,
  organizationId: id,
  campaignId: id.nullable(),
  purpose: z.enum(CONSENT_PURPOSES),
  scopes: z
    .array(z.string())
    .nullable()
    .transform((scopes) => scopes ?? []),
  credentialIds: ids.nullable(),
  skillUris: ids.nullable(),
  grantedAt: dateTime,
  expiresAt: dateTime.nullable(),
  revokedAt: dateTime.nullable(),
  policyVersion: z.string().nullable(),
  text: z.string().nullable(),
  textHash: z.string().nullable(),
});

/** A consent as it is stored. `credentialIds` and `skillUris` are what it is limited to; null: not at all. */
export type ConsentRecord = z.output<typeof consentRecord>;

const row = { consent: consentRecord };

export const consentStatements = {
  consentsOfLearner: read('identity/consent/consents-of-learner', {
    params: {
      learnerId: id,
      activeOnly: z.boolean(),
      now: instant,
      beforeAt: instant,
      afterId: z.string(),
      limit: int,
    },
    row,
    returns: 'many',
  }),
  consentsOfLearnerCount: read('identity/consent/consents-of-learner-count', {
    params: { learnerId: id, activeOnly: z.boolean(), now: instant },
    row: { total },
    returns: 'one',
  }),
  consentById: read('identity/consent/consent-by-id', {
    params: { learnerId: id, id },
    row,
    returns: 'maybe',
  }),
  heldCredentials: read('identity/consent/held-credentials', {
    params: { learnerId: id, ids },
    row: { id },
    returns: 'many',
  }),
  knownSkills: read('identity/consent/known-skills', {
    params: { uris: ids },
    row: { uri: id },
    returns: 'many',
  }),
  grantConsent: write('identity/consent/grant-consent', {
    params: {
      learnerId: id,
      organizationId: id,
      campaignId: id.nullable(),
      id,
      purpose: id,
      scopes: z.array(z.string()),
      credentialIds: ids.nullable(),
      skillUris: ids.nullable(),
      now: instant,
      expiresAt: instant.nullable(),
      policyVersion: id,
      text: id,
      textHash: id,
    },
    row: { id },
    returns: 'maybe',
  }),
  withdrawConsent: write('identity/consent/withdraw-consent', {
    params: { learnerId: id, id, now: instant },
    row: { id, organizationId: id },
    returns: 'maybe',
  }),
  usesOfConsents: read('identity/consent/uses-of-consents', {
    params: { learnerId: id, ids },
    row: { id, total, lastAt: dateTime.nullable() },
    returns: 'many',
  }),
  usesOfConsent: read('identity/consent/uses-of-consent', {
    params: { learnerId: id, id, beforeSeq: int.nullable(), limit: int },
    row: {
      id,
      seq: z.number().int(),
      action: id,
      purpose: z.enum(CONSENT_PURPOSES),
      at: dateTime,
      organizationId: id,
      objects: z.array(z.string()),
    },
    returns: 'many',
  }),
};
