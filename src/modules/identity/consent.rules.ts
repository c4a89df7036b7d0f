import { createHash } from 'node:crypto';

/** What somebody may use a learner's data for. */
export const CONSENT_PURPOSES = ['MATCHING', 'REVEAL', 'EVIDENCE', 'ANALYTICS'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Which of a learner's data a consent covers. */
export const CONSENT_SCOPES = ['SKILLS', 'CREDENTIALS', 'REGION', 'PROFILE', 'EVIDENCE'] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** The wording learners agree to; a new wording is a new version. */
export const CONSENT_POLICY_VERSION = '1';

const PURPOSE_TEXT: Readonly<Record<ConsentPurpose, string>> = {
  MATCHING: 'compare me, under a pseudonym, with the roles it looks to fill',
  REVEAL: 'learn who I am',
  EVIDENCE: 'look at the work my credentials rest on',
  ANALYTICS: 'count me in statistics in which nobody can be recognised',
};

/** The sentence a learner agrees to when consenting. */
export const consentText = (purpose: ConsentPurpose, scopes: readonly ConsentScope[]): string =>
  `I allow this organisation to ${PURPOSE_TEXT[purpose]}. It may use: ${[...scopes].sort().join(', ')}. I can withdraw this at any time.`;

/** SHA-256 of the sentence in hex: shows later which words were agreed to. */
export const consentTextHash = (purpose: ConsentPurpose, scopes: readonly ConsentScope[]): string =>
  createHash('sha256').update(consentText(purpose, scopes)).digest('hex');

/** A consent holds from when it was given until it is withdrawn or expires, whichever comes first. */
export const holds = (
  consent: { grantedAt: Date; expiresAt: Date | null; revokedAt: Date | null },
  now: Date,
): boolean =>
  consent.grantedAt <= now &&
  (consent.revokedAt === null || consent.revokedAt > now) &&
  (consent.expiresAt === null || consent.expiresAt > now);
