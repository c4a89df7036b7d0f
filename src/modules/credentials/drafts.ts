import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import { conflict, forbidden, invalidInput, notFound } from '../../platform/errors.ts';
import type { Row } from '../../platform/graph/repository.ts';
import { openFor, type Sealer, sealContext, unwrap } from '../../platform/seal.ts';
import { openWords } from '../learners/evidence.ts';
import type { Award, EvidenceFacts, Recipient } from './award.ts';
import type { AssessedRow, CredentialVia } from './credential.ts';
import type { awardStatements } from './credentials.repository.ts';
import { identityHash } from './open-badge.ts';

export type AwardBase = Row<typeof awardStatements.awardBases>;

/** An award in preparation: everything but the id, the issuer's DID and the status entry. */
export interface Draft {
  readonly via: CredentialVia;
  readonly learnerId: string;
  readonly personKey: Buffer;
  readonly badgeVersionId: string;
  /** Learner, badge version and what it rests on: the same award has the same key. */
  readonly awardKey: string;
  readonly recipient: Recipient;
  readonly scores: Award['scores'];
  readonly evidence: readonly EvidenceFacts[];
  readonly awardedAt: Date;
  readonly resultIds: readonly string[];
  readonly usedCredentialIds: readonly string[];
  readonly credentialId: string | undefined;
  /** The credential it renews; left out when there is none. */
  readonly renews?: Award['renews'];
  /** The record to make for a recipient who has none yet. */
  readonly newcomer?: Newcomer;
}

/** Somebody who is awarded a badge before being a learner: a record with a key, which waits for them. */
export interface Newcomer {
  readonly id: string;
  readonly organizationId: string;
  readonly recipientIndex: string;
  readonly sealedRecipient: string;
  readonly keyId: string;
  readonly wrapped: string;
  readonly kek: string;
}

export const awardKey = (learnerId: string, badgeVersionId: string, restsOn: string): string =>
  [learnerId, badgeVersionId, restsOn].join('|');

/**
 * Which badge a result leads to. `issuerId` limits it to badges of one issuer; null is the platform itself, which may
 * also award superseded versions. NOT_FOUND for a result the issuer has no part in, FORBIDDEN for a badge of another
 * issuer, INVALID_INPUT (`NOT_PASSED`, `BADGE_NOT_PUBLISHED`, `BADGE_WITHDRAWN`, `BADGE_AMBIGUOUS`, `NOT_AWARDED_FOR_THIS`) otherwise.
 */
export function chooseBadge(base: AwardBase, row: AssessedRow, issuerId: string | null): string {
  const own = base.badges.filter((badge) => issuerId === null || badge.issuerId === issuerId);
  if (own.length === 0 && base.assessment.ownerId !== issuerId) throw notFound('result', row.resultId);
  if (!base.passed)
    throw invalidInput('resultId', 'is not a pass; only passed work earns a badge.', {
      reason: 'NOT_PASSED',
    });
  const usable = own.filter(
    ({ state }) => state === 'PUBLISHED' || (issuerId === null && state === 'SUPERSEDED'),
  );
  if (row.badgeVersionId === undefined)
    return onlyOne(
      usable.filter(({ state }) => state === 'PUBLISHED'),
      own,
    );
  const named = base.badges.find(({ versionId }) => versionId === row.badgeVersionId);
  if (!named)
    throw invalidInput('badgeVersionId', 'is not awarded for the assessment of this result.', {
      reason: 'NOT_AWARDED_FOR_THIS',
      allowed: usable.map(({ versionId }) => versionId),
    });
  if (!own.includes(named))
    throw forbidden('This badge belongs to another organisation; only it may issue it.');
  if (!usable.includes(named)) throw notAwarded('badgeVersionId', named.state);
  return named.versionId;
}

/** For a badge version that is not awarded, or not any more. */
export const notAwarded = (argument: string, state?: string) =>
  state === 'WITHDRAWN'
    ? invalidInput(
        argument,
        'was withdrawn and is not awarded any more; issue another version of the badge.',
        {
          reason: 'BADGE_WITHDRAWN',
        },
      )
    : invalidInput(argument, 'is not published; publish this version of the badge first.', {
        reason: 'BADGE_NOT_PUBLISHED',
      });

function onlyOne(badges: AwardBase['badges'], all: AwardBase['badges']): string {
  const [badge, ...more] = badges;
  if (!badge) throw notAwarded('resultId', all.find(({ state }) => state === 'WITHDRAWN')?.state);
  if (more.length > 0)
    throw invalidInput(
      'badgeVersionId',
      'is needed: the assessment of this result leads to several badges.',
      {
        reason: 'BADGE_AMBIGUOUS',
        allowed: badges.map(({ versionId }) => versionId),
      },
    );
  return badge.versionId;
}

/** The draft of an assessed award. Opens what belongs to the learner with the learner's own key. */
export function assessedDraft(
  base: AwardBase,
  row: AssessedRow,
  options: { readonly badgeVersionId: string; readonly now: Date; readonly kek: Sealer },
): Draft {
  const { learner, submission } = base;
  const personKey = openKey(base.key, options.kek);
  const narrative =
    submission.sealedNarrative &&
    openFor(
      personKey,
      submission.sealedNarrative,
      sealContext('Submission', submission.id, 'sealedNarrative'),
    );
  return {
    via: 'ASSESSED',
    learnerId: learner.id,
    personKey,
    badgeVersionId: options.badgeVersionId,
    awardKey: awardKey(learner.id, options.badgeVersionId, submission.id),
    recipient: recipientOf(learner, personKey),
    scores: base.scores,
    evidence: evidenceOf(base, narrative || null, personKey),
    awardedAt: row.awardedAt ?? options.now,
    resultIds: [base.resultId],
    usedCredentialIds: [],
    credentialId: row.credentialId,
  };
}

/** What the work says of itself, and each piece of evidence handed in with it. */
function evidenceOf(
  { assessment, submission }: AwardBase,
  narrative: string | null,
  personKey: Buffer,
): readonly EvidenceFacts[] {
  const work = { name: assessment.title, genre: assessment.kind.toLowerCase().replaceAll('_', ' ') };
  const pieces = submission.evidence.map(({ id, url, sealedWords }): EvidenceFacts => {
    const said = sealedWords === null ? null : openWords(personKey, id, sealedWords);
    return {
      name: said?.name ?? work.name,
      genre: said?.genre ?? work.genre,
      url,
      narrative: said?.narrative ?? null,
      audience: said?.audience ?? null,
    };
  });
  return narrative === null && pieces.length > 0
    ? pieces
    : [{ ...work, url: null, narrative, audience: null }, ...pieces];
}

/** Somebody erased while we were at it; afterwards they are unknown. */
export const recipientErased = () =>
  conflict('This learner has been erased; nothing can be issued to them.', {
    reason: 'RECIPIENT_ERASED',
  });

/** A learner without a key was erased: nothing of theirs can be opened, and nothing more is issued to them. */
export function openKey(key: { readonly id: string; readonly wrapped: string } | null, kek: Sealer): Buffer {
  if (!key) throw recipientErased();
  return unwrap(kek, key.wrapped, key.id);
}

/** The signed text of a credential, opened with the key of its learner. */
export const openDocument = (
  label: 'Credential' | 'ForeignCredential',
  row: {
    readonly id: string;
    readonly sealedDocument: string;
    readonly key: { readonly id: string; readonly wrapped: string } | null;
  },
  kek: Sealer,
): string => openFor(openKey(row.key, kek), row.sealedDocument, sealContext(label, row.id, 'sealedDocument'));

const profileShape = z.object({ email: z.string().nullish() });

/** What is known of somebody who was awarded a badge before being a learner: an address, its salted hash, or a DID. */
const recipientShape = z.union([
  z.strictObject({ email: z.string() }),
  z.strictObject({ identityHash: z.string(), salt: z.string() }),
  z.strictObject({ did: z.string() }),
]);
export type WaitingRecipient = z.output<typeof recipientShape>;

/** What a learner is named by, sealed with their key: their profile and, where they have none yet, what they were awarded a badge by. */
export interface SealedNames {
  readonly id: string;
  readonly sealedProfile: string | null;
  readonly sealedRecipient: string | null;
}

/** What is known of a learner to name them by: the address in their profile, and what they were awarded a badge by before. */
export function namesOf(
  { id, sealedProfile, sealedRecipient }: SealedNames,
  personKey: Uint8Array,
): { readonly email: string | null; readonly recipient: WaitingRecipient | null } {
  const open = (sealed: string, property: string): unknown =>
    JSON.parse(openFor(personKey, sealed, sealContext('Learner', id, property)));
  const profile = sealedProfile === null ? null : profileShape.parse(open(sealedProfile, 'sealedProfile'));
  return {
    email: profile?.email || null,
    recipient:
      sealedRecipient === null ? null : recipientShape.parse(open(sealedRecipient, 'sealedRecipient')),
  };
}

/** The recipient as the document names them: by salted hash of their e-mail address or by DID, else by a name made for this once. */
export function recipientOf(names: SealedNames, personKey: Uint8Array): Recipient {
  const { email, recipient } = namesOf(names, personKey);
  if (email) return namedBy({ email });
  if (recipient) return namedBy(recipient);
  return { kind: 'PSEUDONYM', uri: `urn:uuid:${randomUUID()}` };
}

/** The same for somebody known by one of these. An address gets a new salt each time, so that two credentials of one person do not tell. */
export function namedBy(recipient: WaitingRecipient): Recipient {
  if ('did' in recipient) return { kind: 'DID', did: recipient.did };
  if ('identityHash' in recipient)
    return { kind: 'EMAIL_HASH', hash: recipient.identityHash, salt: recipient.salt };
  const salt = randomBytes(16).toString('base64url');
  return { kind: 'EMAIL_HASH', hash: identityHash(recipient.email, salt), salt };
}
