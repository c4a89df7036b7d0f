import { bytesToMultibase, hexToBytes } from '@veramo/utils';
import type { DIDDocument } from 'did-resolver';
import type { IssuerIdentity } from '../issuer-directory.ts';

/**
 * The DID document of an issuer (DID 1.0, Multikey verification methods). Retired keys stay in it: what they signed
 * before must go on verifying.
 */
export function didDocument({ did, keys }: IssuerIdentity): DIDDocument {
  const methods = keys.map((key) => ({
    id: `${did}#${key.fragment}`,
    type: 'Multikey',
    controller: did,
    publicKeyMultibase: bytesToMultibase(hexToBytes(key.publicKeyHex), 'base58btc', 'ed25519-pub'),
  }));
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}
