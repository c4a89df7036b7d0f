import { createHmac } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader } from 'jose';

/** Signatures that are taken. No shared secrets, and nothing a provider cannot be asked to switch to. */
export const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'EdDSA'];

/** Kinds of JWT that are made to sign in with: an access token (RFC 9068), or one that does not say its kind. */
const KINDS = ['jwt', 'at+jwt'];

/** Clocks of other machines may be this much off. */
export const CLOCK_TOLERANCE_S = 5;

/**
 * What a token says of who made it, read before anything is proved; null for what could never be a token to sign in with:
 * another kind of JWT (RFC 8725 section 3.11), one that asks for extensions (`crit`), or an announcement of an event, such as a
 * logout token (OpenID Connect Back-Channel Logout section 2.4).
 */
export function claimedIssuer(token: string): string | null {
  try {
    const header = decodeProtectedHeader(token);
    const claims = decodeJwt(token);
    const kind = String(header.typ ?? 'jwt')
      .toLowerCase()
      .replace(/^application\//, '');
    if (!ALGORITHMS.includes(String(header.alg)) || !KINDS.includes(kind)) return null;
    if (header.crit !== undefined || header['b64'] !== undefined || claims['events'] !== undefined)
      return null;
    return claims.iss ?? null;
  } catch {
    return null;
  }
}

/**
 * What stands for an account with a provider in the graph: a keyed hash of issuer and subject, so that neither e-mail addresses that
 * some providers use as subjects nor links to other systems lie in the database.
 */
export const accountOf = (indexKey: Uint8Array, issuer: string, subject: string): string =>
  createHmac('sha256', indexKey)
    .update(`account ${JSON.stringify([issuer, subject])}`)
    .digest('base64url');
