import { compactVerify } from 'jose';
import { keyFromJwk, type PublicKey } from './keys.ts';
import { readJson } from './read-json.ts';
import { couldNot, type Finding, fail, pass } from './report.ts';

/** The algorithms a signature may have, and the key each is made with. `none` and everything symmetric is not among them. */
const ALGORITHMS: Readonly<Record<string, PublicKey['kind']>> = {
  RS256: 'RSA',
  ES256: 'P-256',
  ES384: 'P-384',
  EdDSA: 'Ed25519',
  Ed25519: 'Ed25519',
};

/** Header members that would let the sender choose what the verifier has to fetch, trust or understand. */
const REFUSED = ['crit', 'jku', 'x5u', 'x5c', 'b64', 'zip'] as const;

type Json = Readonly<Record<string, unknown>>;

/** A compact JWT that is well-formed; its signature has not been looked at. */
export interface DecodedJwt {
  readonly compact: string;
  readonly header: Json;
  readonly payload: Json;
  readonly algorithm: string;
  /** The key it names by `kid`; null when it names none. */
  readonly kid: string | null;
  /** The key it brings along in `jwk` (allowed by Open Badges 3.0 section 8.2). It proves nothing about who the sender is. */
  readonly ownKey: PublicKey | null;
}

const TYPES =
  /^(JWT|vc\+jwt|vc\+ld\+jwt|vc\+ld\+json\+jwt|vp\+jwt|(dc|vc)\+sd-jwt|kb\+jwt|statuslist\+jwt)$/i;

/** Decodes a compact JWS strictly: three parts in canonical base64url, JSON without double members, an allowed algorithm. */
export function decodeJwt(compact: string): DecodedJwt | { readonly problem: string } {
  const parts = compact.split('.');
  const [head = '', body = '', signature = ''] = parts;
  if (parts.length !== 3) return { problem: 'A compact JWT has three parts.' };
  for (const part of parts)
    if (!/^[A-Za-z0-9_-]+$/.test(part) || Buffer.from(part, 'base64url').toString('base64url') !== part)
      return { problem: 'The parts of the JWT are not in canonical base64url.' };
  const header = readJson(Buffer.from(head, 'base64url').toString('utf8'));
  if ('problem' in header) return { problem: `The header: ${header.problem}` };
  const payload = readJson(Buffer.from(body, 'base64url').toString('utf8'));
  if ('problem' in payload) return { problem: `The payload: ${payload.problem}` };
  const { alg, kid, typ, jwk } = header.document;
  const refused = REFUSED.find((name) => name in header.document);
  if (refused) return { problem: `The header has "${refused}", which is not taken.` };
  if (typeof alg !== 'string' || !Object.hasOwn(ALGORITHMS, alg))
    return { problem: `The algorithm ${String(alg).slice(0, 40)} is not taken.` };
  if (typ !== undefined && !(typeof typ === 'string' && TYPES.test(typ)))
    return { problem: `A JWT of the type ${String(typ).slice(0, 40)} is no credential.` };
  if (kid !== undefined && typeof kid !== 'string') return { problem: 'The kid of the header is no text.' };
  const ownKey = jwk === undefined ? null : keyFromJwk(jwk);
  if (jwk !== undefined && !ownKey) return { problem: 'The jwk of the header is no public key.' };
  if (signature.length === 0) return { problem: 'The JWT is not signed.' };
  return {
    compact,
    header: header.document,
    payload: payload.document,
    algorithm: alg,
    kid: kid ?? null,
    ownKey,
  };
}

/** Whether the signature holds by this key. */
export async function checkJwt({ compact, algorithm }: DecodedJwt, key: PublicKey): Promise<Finding> {
  if (ALGORITHMS[algorithm] !== key.kind)
    return fail(`A signature by ${algorithm} is not made with a ${key.kind} key.`);
  try {
    await compactVerify(compact, key.key, { algorithms: [algorithm] });
    return pass(`The signature holds (${algorithm}).`);
  } catch (error) {
    const { code } = error as { code?: string };
    return code === 'ERR_JOSE_NOT_SUPPORTED'
      ? couldNot(`Signatures by ${algorithm} cannot be checked here.`)
      : fail(`The signature (${algorithm}) does not hold.`);
  }
}

const REGISTERED = ['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'cnf'] as const;

/**
 * The credential in a JWT: the payload itself (Open Badges 3.0, VC-JOSE-COSE) or its member `vc` (VCDM 1.1). What the
 * registered claims repeat of it has to be the same, or two readers would see two credentials.
 */
export function credentialIn({
  payload,
}: DecodedJwt): { readonly document: Json } | { readonly problem: string } {
  const { vc } = payload;
  const isNested = vc !== null && typeof vc === 'object' && !Array.isArray(vc);
  const document = isNested
    ? (vc as Json)
    : Object.fromEntries(
        Object.entries(payload).filter(([name]) => !REGISTERED.some((claim) => claim === name)),
      );
  const { iss, jti, sub, nbf, exp } = payload;
  const { issuer, id, credentialSubject } = document;
  const subject = ([credentialSubject].flat()[0] ?? {}) as Json;
  const issuerId = typeof issuer === 'string' ? issuer : (issuer as Json | undefined)?.['id'];
  const differs =
    (iss !== undefined && iss !== issuerId && 'iss and issuer') ||
    (jti !== undefined && id !== undefined && jti !== id && 'jti and id') ||
    (sub !== undefined &&
      subject['id'] !== undefined &&
      sub !== subject['id'] &&
      'sub and credentialSubject') ||
    (!isNested && repeats(nbf, document['validFrom']) && 'nbf and validFrom') ||
    (repeats(exp, document['validUntil'] ?? document['expirationDate']) && 'exp and validUntil');
  if (differs) return { problem: `${differs} say different things.` };
  return { document: jti !== undefined && id === undefined ? { ...document, id: jti } : document };
}

/** Whether a claim in seconds says another instant than the date it repeats. */
const repeats = (seconds: unknown, date: unknown): boolean =>
  seconds !== undefined && typeof date === 'string' && Math.floor(Date.parse(date) / 1000) !== seconds;
