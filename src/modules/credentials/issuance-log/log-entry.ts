import { createHash } from 'node:crypto';
import { canonicalJson } from '../verification/jcs.ts';
import { leafHash } from './merkle.ts';

/** What the issuance log says of one credential: nothing by which anybody could be known. */
export interface LogEntry {
  /** The DID it was issued under. */
  readonly issuer: string;
  /** The id of the credential in its signed document. */
  readonly credential: string;
  /** What it says, as {@link contentDigest} has it. */
  readonly content: string;
  /** The verification method of its proof. */
  readonly key: string;
  readonly at: Date;
}

/** Claims in which a JWT repeats what the credential says (Open Badges 3.0, section 8.2). */
const REPEATED: ReadonlySet<string> = new Set(['iss', 'jti', 'sub', 'nbf', 'exp', 'iat']);

/**
 * SHA-256 (hex) of what a credential says, without its proof and without the `id` of its subject, as canonical JSON (RFC 8785): the same however it
 * is spelt, for a compact JWT of it, and when it is signed anew for the key of the learner's wallet, whose DID becomes that id.
 */
export function contentDigest(document: object): string {
  const said = Object.entries(document)
    .filter(([name]) => name !== 'proof' && !REPEATED.has(name))
    .map(([name, value]) => [name, name === 'credentialSubject' ? withoutId(value) : value]);
  return createHash('sha256')
    .update(canonicalJson(Object.fromEntries(said)), 'utf8')
    .digest('hex');
}

function withoutId(subject: unknown): unknown {
  if (subject === null || typeof subject !== 'object' || Array.isArray(subject)) return subject;
  const { id: _, ...rest } = subject as Readonly<Record<string, unknown>>;
  return rest;
}

/** The leaf of an entry: the hash of a JSON array in fixed order, as `docs/credentials.md` says. */
export const leafOf = ({ issuer, credential, content, key, at }: LogEntry): Buffer =>
  leafHash(JSON.stringify([issuer, credential, content, key, at.toISOString()]));
