import { createHash } from 'node:crypto';

/** What somebody may use a learner's data for. */
export const CONSENT_PURPOSES = ['MATCHING', 'REVEAL', 'EVIDENCE', 'ANALYTICS'] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

/** Which of a learner's data a consent covers. */
export const CONSENT_SCOPES = ['SKILLS', 'CREDENTIALS', 'REGION', 'PROFILE', 'EVIDENCE'] as const;
export type ConsentScope = (typeof CONSENT_SCOPES)[number];

/** The wording learners agree to; a new wording is a new version. */
export const CONSENT_POLICY_VERSION = '2';

const PURPOSE_TEXT: Readonly<Record<ConsentPurpose, string>> = {
  MATCHING: 'compare me, under a pseudonym, with the roles it looks to fill',
  REVEAL: 'learn who I am',
  EVIDENCE: 'look at the work my credentials rest on',
  ANALYTICS: 'count me in statistics in which nobody can be recognised',
};

const SCOPE_TEXT: Readonly<Record<ConsentScope, string>> = {
  SKILLS: 'the skills I have proven, in bands of levels (SKILLS)',
  CREDENTIALS: 'which badges I earned and when (CREDENTIALS)',
  REGION: 'my region and language (REGION)',
  PROFILE: 'my name and e-mail address (PROFILE)',
  EVIDENCE: 'the work I handed in (EVIDENCE)',
};

/** What a learner agrees to, apart from to whom and until when. */
export interface Agreement {
  readonly purpose: ConsentPurpose;
  readonly scopes: readonly ConsentScope[];
  /** The campaign it is limited to; left out: none. */
  readonly campaign?: { readonly name: string; readonly purposeText: string } | null;
  /** How many credentials and skills it is limited to; left out: all. */
  readonly credentials?: number | null;
  readonly skills?: number | null;
}

/** The words a learner agrees to when consenting. */
export function consentText({ purpose, scopes, campaign, credentials, skills }: Agreement): string {
  const within = campaign ? ` within the campaign “${campaign.name}” (${campaign.purposeText})` : '';
  const used = CONSENT_SCOPES.filter((scope) => scopes.includes(scope)).map((scope) => SCOPE_TEXT[scope]);
  const limits = [
    ...(credentials == null ? [] : [`only the ${credentials} credentials I named`]),
    ...(skills == null ? [] : [`only the ${skills} skills I named`]),
  ];
  const only = limits.length > 0 ? ` Of these it may use ${limits.join(' and ')}.` : '';
  return `I allow this organisation to ${PURPOSE_TEXT[purpose]}${within}. It may use: ${used.join('; ')}.${only} I can withdraw this at any time.`;
}

/** SHA-256 of the words in hex: shows later which words were agreed to. */
export const textHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** When a consent was given, and what ends it. */
export interface Span {
  readonly grantedAt: Date;
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
}

/** A consent holds from when it was given until it is withdrawn or expires, whichever comes first. */
export const holds = (consent: Span, now: Date): boolean =>
  consent.grantedAt <= now &&
  (consent.revokedAt === null || consent.revokedAt > now) &&
  (consent.expiresAt === null || consent.expiresAt > now);

/** What an organisation wants to do with a learner's data. */
export interface Use {
  readonly purpose: ConsentPurpose;
  /** The data it cannot do without. */
  readonly scopes: readonly ConsentScope[];
  /** The campaign it acts within; null: none. */
  readonly campaignId: string | null;
}

/** Whether a consent to an organisation lets it do this at this instant. The graph's `disclosed-learners` says the same, and a test compares the two. */
export const permits = (
  consent: Span & {
    readonly purpose: ConsentPurpose;
    readonly scopes: readonly string[];
    readonly campaignId: string | null;
  },
  use: Use,
  at: Date,
): boolean =>
  holds(consent, at) &&
  consent.purpose === use.purpose &&
  use.scopes.every((scope) => consent.scopes.includes(scope)) &&
  (consent.campaignId === null || consent.campaignId === use.campaignId);
