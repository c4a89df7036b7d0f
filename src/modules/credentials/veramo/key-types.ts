import { generateKeyPairSync } from 'node:crypto';
import { bytesToMultibase, hexToBytes } from '@veramo/utils';
import type { VerificationMethod } from 'did-resolver';
import type { SigningKey } from '../issuer-directory.ts';

/** The kinds of signing keys, in Veramo's words: `Ed25519` for embedded proofs, `Secp256r1` (P-256) for tokens. */
export type KeyType = 'Ed25519' | 'Secp256r1';

export const isKeyType = (type: string): type is KeyType => type === 'Ed25519' || type === 'Secp256r1';

/** The JWS algorithm (RFC 7518, RFC 8037) that keys of a type sign with. */
export const algorithmOf = (type: string): 'EdDSA' | 'ES256' => (type === 'Ed25519' ? 'EdDSA' : 'ES256');

/** A new key pair: the public half in hex (a P-256 point uncompressed), the private one as PKCS#8, and what names it after `#`. */
export function makeKeyPair(type: KeyType, at: Date) {
  const pair =
    type === 'Ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const { x = '', y = '' } = pair.publicKey.export({ format: 'jwk' });
  const bytes =
    type === 'Ed25519'
      ? Buffer.from(x, 'base64url')
      : Buffer.concat([Buffer.of(4), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
  return {
    publicKeyHex: bytes.toString('hex'),
    fragment:
      type === 'Ed25519'
        ? bytesToMultibase(bytes, 'base58btc', 'ed25519-pub')
        : `es256-${at.toISOString().slice(0, 10)}`,
    pkcs8: pair.privateKey.export({ type: 'pkcs8', format: 'der' }),
  };
}

/** A key as a DID document shows it: a Multikey, or a JsonWebKey (both W3C Controlled Identifiers 1.0). */
export function verificationMethod(did: string, key: SigningKey): VerificationMethod {
  const about = { id: `${did}#${key.fragment}`, controller: did };
  const bytes = hexToBytes(key.publicKeyHex);
  if (key.type === 'Ed25519')
    return {
      ...about,
      type: 'Multikey',
      publicKeyMultibase: bytesToMultibase(bytes, 'base58btc', 'ed25519-pub'),
    };
  const half = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('base64url');
  return {
    ...about,
    type: 'JsonWebKey',
    publicKeyJwk: { kty: 'EC', crv: 'P-256', x: half(1, 33), y: half(33, 65) },
  };
}
