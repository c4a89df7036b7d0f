import type { DIDDocument } from 'did-resolver';
import type { IssuerIdentity } from '../issuer-directory.ts';
import { verificationMethod } from './key-types.ts';

/**
 * The DID document of an issuer (DID 1.0). Retired keys stay in it: what they signed before must go on verifying. Compromised ones do not.
 */
export function didDocument({ did, keys }: IssuerIdentity): DIDDocument {
  const trusted = keys.filter((key) => key.compromisedAt === null);
  const methods = trusted.map((key) => verificationMethod(did, key));
  const hasJwk = methods.some(({ type }) => type === 'JsonWebKey');
  return {
    '@context': [
      'https://www.w3.org/ns/did/v1',
      'https://w3id.org/security/multikey/v1',
      ...(hasJwk ? ['https://w3id.org/security/jwk/v1'] : []),
    ],
    id: did,
    verificationMethod: methods,
    assertionMethod: methods.map(({ id }) => id),
  };
}
