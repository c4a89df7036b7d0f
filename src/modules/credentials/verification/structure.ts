import { z } from 'zod';
import { checkKind, KINDS, type Kind } from './open-badge-shape.ts';
import type { ClaimedAlignment } from './report.ts';
import { dateTimeStamp, describe, oneOrMany, text, uri } from './shapes.ts';
import { BASE_CONTEXTS, checkCredentialModel } from './vcdm.ts';

type Json = Readonly<Record<string, unknown>>;

/** The parts of a credential that later checks read, whichever version of the data model it is written in. */
export interface Reading {
  /** What it is, in words. */
  readonly what: string;
  readonly id: string | null;
  readonly issuer: string;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly achievements: readonly string[];
  readonly statuses: readonly Json[];
  readonly schemas: readonly Json[];
  readonly proofs: readonly Json[];
  readonly alignments: readonly ClaimedAlignment[];
}

/** `unread`: nothing is wrong so far, but it names a context this service does not know, so it cannot tell what the words mean. */
export type Structure =
  | { readonly credential: Reading }
  | { readonly problem: string }
  | { readonly unread: string };

export const proofShape = z.looseObject({
  id: uri.optional(),
  type: text,
  cryptosuite: text.optional(),
  created: dateTimeStamp.optional(),
  expires: dateTimeStamp.optional(),
  verificationMethod: uri,
  proofPurpose: z.literal('assertionMethod'),
  proofValue: text,
});

/**
 * Checks the structure of a document: that of any verifiable credential, and that of its kind. `contexts` are the JSON-LD contexts a
 * document may name; `proof` says whether it must carry one (a JWT is signed from outside).
 */
export function checkStructure(
  document: object,
  contexts: ReadonlySet<string>,
  proof: 'EMBEDDED' | 'OUTSIDE' = 'EMBEDDED',
): Structure {
  const misplaced = misplacedKeyword(document, contexts);
  if (misplaced) return misplaced;
  const whole = inVersion2(document as Json);
  const problem =
    checkCredentialModel(whole) ?? kindOf(whole).problem ?? proofProblem(document as Json, proof);
  return problem ? { problem } : { credential: readingOf(whole) };
}

/** The same before signing, for what this service issues: an Open Badge or a CLR with everything but the proof. */
export function checkUnsigned(document: object, contexts: ReadonlySet<string>): string | null {
  const structure = checkStructure(document, contexts, 'OUTSIDE');
  if (!('credential' in structure)) return 'problem' in structure ? structure.problem : structure.unread;
  return kindOf(document as Json).name === null
    ? '/type: must name OpenBadgeCredential or ClrCredential'
    : null;
}

/** The endorsements a document carries anywhere in it: embedded ones as objects, others as JWT. At most 20 are looked at. */
export function endorsementsIn(document: object): (object | string)[] {
  const found: (object | string)[] = [];
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== 'object' || found.length >= 20) return;
    for (const [name, inner] of Object.entries(value)) {
      if (name === 'endorsement' || name === 'endorsementJwt')
        for (const each of [inner].flat())
          if (typeof each === 'string' || (each !== null && typeof each === 'object')) found.push(each);
      if (name !== 'endorsement') visit(inner);
    }
  };
  visit(document);
  return found.slice(0, 20);
}

/** The credentials a record (CLR 2.0) holds. */
export const credentialsIn = (document: object): object[] =>
  ([(document as Json)['credentialSubject'] ?? []].flat() as Json[]).flatMap(
    ({ type, verifiableCredential }) =>
      [type].flat().includes('ClrSubject')
        ? ([verifiableCredential ?? []].flat() as unknown[]).filter(
            (each): each is object => each !== null && typeof each === 'object',
          )
        : [],
  );

/** VCDM 1.1 calls the dates otherwise; everything else reads the same. */
function inVersion2(document: Json): Json {
  const [first] = [document['@context']].flat();
  if (first !== BASE_CONTEXTS['1.1']) return document;
  const { issuanceDate, expirationDate, ...rest } = document;
  return {
    ...rest,
    ...(issuanceDate !== undefined && { validFrom: issuanceDate }),
    ...(expirationDate !== undefined && { validUntil: expirationDate }),
  };
}

function kindOf(document: Json): { readonly name: string | null; readonly problem: string | null } {
  const types = [document['type']].flat();
  const kind = (Object.keys(KINDS) as Kind[]).find((each) => types.includes(each));
  if (kind) return { name: KINDS[kind].name, problem: checkKind(kind, document) };
  const isBadge = ([document['credentialSubject'] ?? []].flat() as Json[]).some(
    (subject) => [subject['type']].flat().includes('AchievementSubject') || 'achievement' in subject,
  );
  return {
    name: null,
    problem: isBadge ? '/type: must name OpenBadgeCredential or AchievementCredential' : null,
  };
}

function proofProblem(document: Json, place: 'EMBEDDED' | 'OUTSIDE'): string | null {
  if (place === 'OUTSIDE') return null;
  const proofs = [document['proof'] ?? []].flat();
  if (proofs.length === 0) return '/proof: is missing';
  if (proofs.length > PROOFS) return `/proof: at most ${PROOFS} are checked`;
  const { error } = z
    .object({ proof: oneOrMany(z.looseObject({ type: text })) })
    .safeParse({ proof: proofs });
  return error ? describe(error) : null;
}

function readingOf(document: Json): Reading {
  const { id, issuer, validFrom, validUntil, credentialSubject, credentialStatus, credentialSchema, proof } =
    document;
  const list = (value: unknown) => [value ?? []].flat() as Json[];
  const optional = (value: unknown) => (typeof value === 'string' ? value : null);
  // the achievements a record lists may be anybody's; whose they are, the credentials in it say
  const ofBadges = list(credentialSubject).filter(({ type }) => ![type].flat().includes('ClrSubject'));
  const badge = badgeIn({ credentialSubject: ofBadges });
  return {
    what: kindOf(document).name ?? 'A W3C verifiable credential',
    id: optional(id),
    issuer: typeof issuer === 'string' ? issuer : String((issuer as Json)['id']),
    validFrom: optional(validFrom),
    validUntil: optional(validUntil),
    achievements: badge.ids,
    statuses: list(credentialStatus),
    schemas: list(credentialSchema),
    proofs: list(proof),
    alignments: badge.alignments,
  };
}

/** The achievements a document is about, by id, and the skills its issuer says they show. */
export function badgeIn({ credentialSubject }: Json): {
  readonly ids: readonly string[];
  readonly alignments: readonly ClaimedAlignment[];
} {
  const objects = (value: unknown) =>
    ([value ?? []].flat() as unknown[]).filter(
      (each): each is Json => each !== null && typeof each === 'object',
    );
  const achievements = objects(credentialSubject).flatMap(({ achievement }) => objects(achievement));
  return {
    ids: achievements.flatMap(({ id }) => (typeof id === 'string' ? [id] : [])),
    alignments: achievements
      .flatMap(({ alignment }) => objects(alignment))
      .slice(0, ALIGNMENTS)
      .flatMap(alignmentOf),
  };
}

const ALIGNMENTS = 50;

function alignmentOf({ targetName, targetUrl, targetFramework, targetCode }: Json): ClaimedAlignment[] {
  const words = (value: unknown) => (typeof value === 'string' ? value.slice(0, 500) : null);
  if (typeof targetName !== 'string' || typeof targetUrl !== 'string') return [];
  return [
    {
      targetName: targetName.slice(0, 500),
      targetUrl: targetUrl.slice(0, 2_000),
      targetFramework: words(targetFramework),
      targetCode: words(targetCode),
    },
  ];
}

/** The terms whose values the known contexts read as identifiers, where text that looks like a blank node is one. Anywhere else it is text. */
export const identifierTerms: ReadonlySet<string> = new Set(
  (
    'address assertionMethod aud authentication capabilityDelegation capabilityInvocation confidenceMethod controller ' +
    'credentialSchema credentialStatus credentialSubject criteria evidence holder id image iss issuer jku keyAgreement kid ' +
    'parentOrg previousProof proof proofPurpose refreshService relatedResource renderMethod source statusListCredential statusReference ' +
    'sub termsOfUse type verifiableCredential verificationMethod x5u'
  ).split(' '),
);

const isBlank = (value: unknown): boolean => typeof value === 'string' && value.startsWith('_:');

const valueKeywords = new Set(['@value', '@language', '@direction']);

/** Telling parts without an id apart takes time with the square of how many look the same. */
const ANONYMOUS = 500;

/** Each proof is digested with the document. */
const PROOFS = 8;

/** Where whole credentials with contexts of their own may stand in another document. */
const EMBEDDED = /\/(endorsement|verifiableCredential)(\/\d+)?$/;

/**
 * A context says what the words of a document mean, so only known ones may be named, only at the top or in an embedded
 * credential; other JSON-LD keywords could smuggle in statements the reader of the JSON does not see, and named blank nodes
 * could be woven into graphs that take for ever to canonicalise.
 */
export function misplacedKeyword(
  document: object,
  contexts: ReadonlySet<string>,
): { readonly problem: string } | { readonly unread: string } | null {
  let unread: string | null = null;
  let anonymous = 0;
  const pending: { readonly path: string; readonly value: object; readonly whole: boolean }[] = [
    { path: '', value: document, whole: true },
  ];
  for (let next = pending.pop(); next; next = pending.pop()) {
    if (!Array.isArray(next.value) && !('id' in next.value || '@value' in next.value)) anonymous += 1;
    if (anonymous > ANONYMOUS) return { problem: `It has more than ${ANONYMOUS} parts without an id.` };
    for (const [name, inner] of Object.entries(next.value)) {
      const path = `${next.path}/${name}`;
      if (name === '@context' && next.whole) {
        const unknown = [inner]
          .flat()
          .find((context) => typeof context !== 'string' || !contexts.has(context));
        if (unknown !== undefined && typeof unknown !== 'string')
          return { problem: `${path}: an inline context gives words a meaning of its own; none is taken.` };
        if (unknown !== undefined) unread = `${path}: ${unknown} is not a context this service knows.`;
      } else if ((name.startsWith('@') && !valueKeywords.has(name)) || name === '__proto__')
        return { problem: `${path}: is not allowed here.` };
      else if (identifierTerms.has(name) && [inner].flat().some(isBlank))
        return { problem: `${path}: names a blank node; only what has an address may be named.` };
      else if (inner !== null && typeof inner === 'object')
        pending.push({ path, value: inner, whole: EMBEDDED.test(path) });
      else if (inner === null) return { problem: `${path}: is null; leave out what is not known.` };
    }
  }
  return unread === null ? null : { unread };
}
