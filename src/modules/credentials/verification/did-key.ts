import type { DIDDocument } from 'did-resolver';
import { keyFromJwk, keyFromMultibase } from './keys.ts';

/**
 * The document of a DID that holds its own key: `did:key` (Ed25519, P-256, P-384) or `did:jwk`. Null for any other DID. The
 * key may do everything, and nobody can withdraw it.
 */
export function selfContainedDid(did: string): DIDDocument | null {
  if (did.startsWith('did:key:')) {
    const publicKeyMultibase = did.slice('did:key:'.length);
    if (!keyFromMultibase(publicKeyMultibase)) return null;
    return documentOf(did, `${did}#${publicKeyMultibase}`, { type: 'Multikey', publicKeyMultibase });
  }
  if (did.startsWith('did:jwk:') && did.length < 2_000) {
    const publicKeyJwk = jwkOf(did.slice('did:jwk:'.length));
    return publicKeyJwk && documentOf(did, `${did}#0`, { type: 'JsonWebKey', publicKeyJwk });
  }
  return null;
}

function jwkOf(encoded: string): Record<string, unknown> | null {
  try {
    const jwk: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
    return keyFromJwk(jwk) ? (jwk as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

const documentOf = (
  did: string,
  id: string,
  key: { type: string; [name: string]: unknown },
): DIDDocument => ({
  '@context': ['https://www.w3.org/ns/did/v1'],
  id: did,
  verificationMethod: [{ id, controller: did, ...key }],
  authentication: [id],
  assertionMethod: [id],
});
