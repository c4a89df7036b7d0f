import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { decode, encode } from 'base58-universal';

export type KeyKind = 'Ed25519' | 'P-256' | 'P-384' | 'RSA';

/** A public key that proofs are checked with. */
export interface PublicKey {
  readonly kind: KeyKind;
  readonly key: KeyObject;
}

/** Multicodec prefixes (varint) and the SubjectPublicKeyInfo header in front of the raw or compressed key. */
const MULTIKEYS = [
  { kind: 'Ed25519', codec: 'ed01', size: 32, spki: '302a300506032b6570032100' },
  { kind: 'P-256', codec: '8024', size: 33, spki: '3039301306072a8648ce3d020106082a8648ce3d030107032200' },
  { kind: 'P-384', codec: '8124', size: 49, spki: '3046301006072a8648ce3d020106052b81040022033200' },
] as const;

/** Reads a Multikey (W3C Controlled Identifiers 1.0): base58btc of an Ed25519, P-256 or P-384 key; null for any other. */
export function keyFromMultibase(text: string): PublicKey | null {
  if (text.length > 120 || !/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text)) return null;
  const bytes = Buffer.from(decode(text.slice(1)));
  const found = MULTIKEYS.find(
    ({ codec, size }) => bytes.length === size + 2 && bytes.subarray(0, 2).toString('hex') === codec,
  );
  if (!found) return null;
  return attempt(() => ({
    kind: found.kind,
    key: createPublicKey({
      key: Buffer.concat([Buffer.from(found.spki, 'hex'), bytes.subarray(2)]),
      format: 'der',
      type: 'spki',
    }),
  }));
}

/** Reads a public JWK (RFC 7517) of a kind that proofs are checked with; null for any other, and for RSA below 2048 bits. */
export function keyFromJwk(jwk: unknown): PublicKey | null {
  if (jwk === null || typeof jwk !== 'object') return null;
  const { kty, crv, n } = jwk as JsonWebKey;
  const kind = kty === 'RSA' ? 'RSA' : kindOf(crv);
  if (!kind || (kind === 'RSA' && String(n).length < 342)) return null;
  const { d: _, ...open } = jwk as JsonWebKey;
  return attempt(() => ({ kind, key: createPublicKey({ key: open, format: 'jwk' }) }));
}

/** The key of a verification method, in any of the spellings of DID documents; null when it has none of a known kind. */
export function keyOfMethod(method: object): PublicKey | null {
  const { publicKeyMultibase, publicKeyJwk } = method as Record<string, unknown>;
  return typeof publicKeyMultibase === 'string'
    ? keyFromMultibase(publicKeyMultibase)
    : keyFromJwk(publicKeyJwk);
}

/** A key as a Multikey. Throws for RSA, which has none. */
export function multibaseOf({ kind, key }: PublicKey): string {
  const known = MULTIKEYS.find((each) => each.kind === kind);
  if (!known) throw new Error(`${kind} keys have no Multikey`);
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const parity = kind === 'Ed25519' ? '' : Number(Buffer.from(y, 'base64url').at(-1)) % 2 ? '03' : '02';
  const bytes = Buffer.concat([Buffer.from(known.codec + parity, 'hex'), Buffer.from(x, 'base64url')]);
  return `z${encode(bytes)}`;
}

/** Whether two keys are the same. */
export const sameKey = (one: PublicKey, other: PublicKey): boolean => one.key.equals(other.key);

const kindOf = (crv: unknown): KeyKind | null =>
  crv === 'Ed25519' || crv === 'P-256' || crv === 'P-384' ? crv : null;

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
