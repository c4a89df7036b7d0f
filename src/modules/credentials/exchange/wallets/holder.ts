import type { JsonWebKey } from 'node:crypto';
import { selfContainedDid } from '../../verification/did-key.ts';
import { keyFromJwk, keyOfMethod, multibaseOf, type PublicKey } from '../../verification/keys.ts';

/** Whoever holds a key that a wallet proved to have. */
export interface Holder {
  /** The DID that stands for the key, `did:key` unless the wallet said another. */
  readonly did: string;
  readonly key: PublicKey;
  readonly jwk: JsonWebKey;
}

/** The holder of a public JWK (P-256, P-384 or Ed25519); null for any other. */
export function holderOfJwk(jwk: object): Holder | null {
  const key = keyFromJwk(jwk);
  if (!key || key.kind === 'RSA') return null;
  return { did: `did:key:${multibaseOf(key)}`, key, jwk: key.key.export({ format: 'jwk' }) };
}

/** The holder of a `did:key` or `did:jwk`, named with or without its fragment; null for any other. */
export function holderOfDid(didUrl: string): Holder | null {
  const [did = ''] = didUrl.split('#');
  const [method] = selfContainedDid(did)?.verificationMethod ?? [];
  if (!method || (didUrl !== did && didUrl !== method.id)) return null;
  const key = keyOfMethod(method);
  return key && key.kind !== 'RSA' ? { did, key, jwk: key.key.export({ format: 'jwk' }) } : null;
}
