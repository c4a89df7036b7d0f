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
 * SHA-256 (hex) of what a credential says, without its proof, as canonical JSON (RFC 8785): the same however it is spelt, and for a
 * compact JWT of it the same as for the document.
 */
export function contentDigest(document: object): string {
  const said = Object.entries(document).filter(([name]) => name !== 'proof' && !REPEATED.has(name));
  return createHash('sha256')
    .update(canonicalJson(Object.fromEntries(said)), 'utf8')
    .digest('hex');
}

/** The leaf of an entry: the hash of a JSON array in fixed order, as `docs/credentials.md` says. */
export const leafOf = ({ issuer, credential, content, key, at }: LogEntry): Buffer =>
  leafHash(JSON.stringify([issuer, credential, content, key, at.toISOString()]));
