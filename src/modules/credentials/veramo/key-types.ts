import { createHash } from 'node:crypto';
import { bytesToMultibase, hexToBytes } from '@veramo/utils';
import type { VerificationMethod } from 'did-resolver';
import type { SigningKey } from '../issuer-directory.ts';
import type { KeyType } from '../keys/key-type.ts';

/**
 * What names a key after `#`: a Multikey as it spells itself; a P-256 key by its day and the first 96 bits of its thumbprint (RFC 7638), so
 * that no two of them are named alike.
 */
export function fragmentOf(type: KeyType, publicKey: Uint8Array, at: Date): string {
  if (type === 'Ed25519') return bytesToMultibase(publicKey, 'base58btc', 'ed25519-pub');
  const { crv, kty, x, y } = jwkOf(publicKey);
  const thumbprint = createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');
  return `es256-${at.toISOString().slice(0, 10)}-${thumbprint.slice(0, 16)}`;
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
  return { ...about, type: 'JsonWebKey', publicKeyJwk: jwkOf(bytes) };
}

/** An uncompressed P-256 point as a JWK (RFC 7518). */
function jwkOf(point: Uint8Array) {
  const half = (from: number, to: number) => Buffer.from(point.subarray(from, to)).toString('base64url');
  return { kty: 'EC', crv: 'P-256', x: half(1, 33), y: half(33, 65) };
}
