import { z } from 'zod';
import { identityHash, saltedHash } from '../open-badge.ts';
import type { Presented } from '../verification/presented.ts';
import type { StepName, VerificationReport } from '../verification/report.ts';

/** What a credential from elsewhere amounts to here. */
export const STANDINGS = ['TRUSTED', 'VERIFIED', 'DOUBTFUL', 'FAILED'] as const;
export type ForeignStanding = (typeof STANDINGS)[number];

/** Whether a credential is about the learner who brought it, as far as it says. */
export const RECIPIENT_MATCHES = ['EMAIL', 'OTHER_EMAIL', 'NOT_SAID'] as const;
export type RecipientMatch = (typeof RECIPIENT_MATCHES)[number];

/** What a credential from elsewhere says of itself, as far as it is shown. */
export interface ForeignSaid {
  readonly name: string;
  readonly issuerName: string | null;
  readonly validUntil: Date | null;
  readonly identities: readonly Identity[];
}

interface Identity {
  readonly hashed: boolean;
  readonly identityHash: string;
  readonly salt: string;
}

type Json = Readonly<Record<string, unknown>>;
export type Readable = Exclude<Presented, { readonly problem: string }>;

const identityShape = z.object({
  hashed: z.boolean(),
  identityHash: z.string().max(500),
  identityType: z.literal('emailAddress'),
  salt: z.string().max(500).catch(''),
});

/** Reads what is shown of a credential. It takes any document: whether to believe it, is for the verification. */
export function readForeign(presented: Readable): ForeignSaid {
  const document: Json = presented.format === 'SD_JWT' ? presented.sdJwt.claims : presented.document;
  const subjects = objects(document['credentialSubject']);
  const achievements = subjects.flatMap(({ achievement }) => objects(achievement));
  const { name, vct, validUntil, expirationDate, exp, issuer } = document;
  const names = [name, ...achievements.map((one) => one['name']), vct, ...[document['type']].flat().slice(1)];
  const until = typeof exp === 'number' ? exp * 1000 : Date.parse(String(validUntil ?? expirationDate));
  return {
    name:
      names.find((one): one is string => typeof one === 'string' && one !== '')?.slice(0, 300) ??
      'A credential',
    issuerName: wordsOf(objects(issuer)[0]?.['name']),
    validUntil: Number.isFinite(until) && Math.abs(until) < 8.64e15 ? new Date(until) : null,
    identities: subjects
      .flatMap(({ identifier }) => objects(identifier))
      .slice(0, 20)
      .flatMap((one) => identityShape.safeParse(one).data ?? []),
  };
}

const objects = (value: unknown): Json[] =>
  [value ?? []].flat().filter((one): one is Json => one !== null && typeof one === 'object');

const wordsOf = (value: unknown): string | null => (typeof value === 'string' ? value.slice(0, 300) : null);

/** Whether one of the identities is this e-mail address (Open Badges 3.0 IdentityObject, plain or as salted SHA-256). */
export function recipientMatch(identities: readonly Identity[], email: string | null): RecipientMatch {
  if (identities.length === 0) return 'NOT_SAID';
  if (email === null) return 'OTHER_EMAIL';
  const isMine = (identity: Identity): boolean => {
    if (!identity.hashed) return identity.identityHash.trim().toLowerCase() === email.trim().toLowerCase();
    const given = identity.identityHash.toLowerCase();
    return given === identityHash(email, identity.salt) || given === saltedHash(email, identity.salt);
  };
  return identities.some(isMine) ? 'EMAIL' : 'OTHER_EMAIL';
}

/** The checks without which nothing says that the issuer ever signed this. */
const SIGNED: readonly StepName[] = ['FORMAT', 'STRUCTURE', 'ISSUER', 'PROOF'];

/** Why a credential may not be brought, as the step that stands against it; null: it may. What cannot be checked for now, such as trust, does not. */
export const objection = ({ steps }: Pick<VerificationReport, 'steps'>) =>
  steps.find(({ outcome }) => outcome === 'FAIL') ??
  steps.find(({ name, outcome }) => outcome !== 'PASS' && SIGNED.includes(name)) ??
  null;

/**
 * What a credential amounts to: `FAILED` when any check fails; `DOUBTFUL` when one other than trust could not be made; `TRUSTED` when a registry vouches for all of it and it is about
 * this learner; else `VERIFIED`.
 */
export function standingOf(
  { steps }: Pick<VerificationReport, 'steps'>,
  recipient: RecipientMatch,
): ForeignStanding {
  if (steps.some(({ outcome }) => outcome === 'FAIL')) return 'FAILED';
  const open = steps.filter(({ outcome }) => outcome !== 'PASS');
  if (open.some(({ name }) => name !== 'TRUST')) return 'DOUBTFUL';
  return open.length === 0 && recipient === 'EMAIL' ? 'TRUSTED' : 'VERIFIED';
}

/** The skills a credential claims, each once; vouched if any of its alignments to it is. */
export function claimsOf(
  alignments: readonly { readonly targetUrl: string; readonly vouched: boolean }[],
): { readonly uri: string; readonly vouched: boolean }[] {
  const claims = new Map<string, boolean>();
  for (const { targetUrl, vouched } of alignments)
    claims.set(targetUrl, vouched || claims.get(targetUrl) === true);
  return [...claims].map(([uri, vouched]) => ({ uri, vouched }));
}
