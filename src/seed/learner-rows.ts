import {
  CONSENT_POLICY_VERSION,
  type ConsentScope,
  consentText,
  textHash,
} from '../modules/identity/consent/consent.rules.ts';
import {
  blindIndex,
  createPersonKey,
  createSealer,
  type Sealer,
  sealContext,
  sealFor,
  unwrap,
  wrap,
} from '../platform/seal.ts';
import type { SampleSubmission } from './achievements.ts';
import type { SampleMarkings } from './markings.ts';
import type { Person } from './people.ts';

/** What is asked for each purpose, and no more. */
const CONSENT_SCOPES = {
  MATCHING: ['SKILLS', 'CREDENTIALS', 'REGION'],
  REVEAL: ['PROFILE'],
  ANALYTICS: ['SKILLS'],
} as const satisfies Record<string, readonly ConsentScope[]>;

/** The key that protects what is sealed about one learner, open and as it is stored. */
export interface LearnerKey {
  readonly keyId: string;
  readonly personKey: Buffer;
  readonly wrapped: string;
  readonly kek: string;
}

/** The key of each person: the one that is stored, or a new one. */
export function learnerKeys(
  people: readonly Person[],
  known: readonly { readonly id: string; readonly keyId: string; readonly wrapped: string }[],
  keyEncryptionKey: Uint8Array,
): ReadonlyMap<string, LearnerKey> {
  const kek = createSealer(keyEncryptionKey);
  const stored = new Map(known.map((row) => [row.id, row]));
  return new Map(people.map(({ id }) => [id, keyOf(id, stored.get(id), kek)]));
}

function keyOf(
  learnerId: string,
  stored: { keyId: string; wrapped: string } | undefined,
  kek: Sealer,
): LearnerKey {
  if (stored) return { ...stored, personKey: unwrap(kek, stored.wrapped, stored.keyId), kek: kek.keyId };
  const keyId = `key-of-${learnerId}`;
  const personKey = createPersonKey();
  return { keyId, personKey, wrapped: wrap(kek, personKey, keyId), kek: kek.keyId };
}

/** A learner as stored: name and e-mail sealed under their own key. */
export const learnerRow = (person: Person, key: LearnerKey, indexKey: Uint8Array) => ({
  id: person.id,
  tieBreak: person.tieBreak,
  createdAt: person.createdAt,
  sealedProfile: sealFor(
    key.personKey,
    JSON.stringify({ name: person.name, email: person.email }),
    sealContext('Learner', person.id, 'sealedProfile'),
  ),
  emailIndex: blindIndex(indexKey, person.email),
  region: person.region,
  language: person.language,
  registeredBy: person.registeredBy,
  keyId: key.keyId,
  wrapped: key.wrapped,
  kek: key.kek,
});

export const consentRows = ({ id: learnerId, consents }: Person) =>
  consents.map((consent) => {
    const scopes = CONSENT_SCOPES[consent.purpose];
    const text = consentText({ purpose: consent.purpose, scopes });
    return {
      ...consent,
      learnerId,
      scopes: [...scopes],
      policyVersion: CONSENT_POLICY_VERSION,
      text,
      textHash: textHash(text),
    };
  });

/** A piece of work as stored, with its markings and its result. */
export function submissionRow(
  { result, narrative, ...submission }: SampleSubmission,
  { assessors, markings, decidedBy, reason }: SampleMarkings,
  { personKey }: LearnerKey,
) {
  const seal = (words: string, label: string, id: string, property: string) =>
    sealFor(personKey, words, sealContext(label, id, property));
  return {
    submission: {
      ...submission,
      assessors,
      sealedNarrative: seal(narrative, 'Submission', submission.id, 'sealedNarrative'),
    },
    markings: markings.map((marking) => ({ ...marking, levelIds: [...marking.levelIds] })),
    results: result
      ? [
          {
            ...result,
            submissionId: submission.id,
            assessor: decidedBy,
            moderated: reason !== null,
            sealedReason: reason && seal(reason, 'Result', result.id, 'sealedReason'),
            levelIds: [...result.levelIds],
          },
        ]
      : [],
  };
}
