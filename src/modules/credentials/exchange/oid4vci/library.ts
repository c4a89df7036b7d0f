import { createHash, randomBytes } from 'node:crypto';
import { type CallbackContext, Oauth2AuthorizationServer, type VerifyJwtCallback } from '@openid4vc/oauth2';
import { Openid4vciIssuer, Openid4vciVersion, setGlobalConfig } from '@openid4vc/openid4vci';
import { compactVerify } from 'jose';
import { type Holder, holderOfDid, holderOfJwk } from '../wallets/holder.ts';
import { authorizationServerMetadata, credentialIssuerMetadata } from './metadata.ts';

const ALGORITHMS = ['ES256', 'ES384', 'EdDSA', 'Ed25519'];

/** What the library is told of us: it parses and judges requests, with our cryptography. */
export interface Library {
  readonly issuer: Openid4vciIssuer;
  readonly authorizationServer: Oauth2AuthorizationServer;
  readonly issuerMetadata: Parameters<Openid4vciIssuer['parseCredentialRequest']>[0]['issuerMetadata'];
  readonly authorizationServerMetadata: ReturnType<
    Oauth2AuthorizationServer['createAuthorizationServerMetadata']
  >;
}

/** Sets the library up for this service. Throws if what we say of ourselves is not what OpenID4VCI 1.0 asks for. */
export function openid4vci(publicUrl: string): Library {
  // a service under plain http is one under development; the library would not even describe it
  if (publicUrl.startsWith('http:')) setGlobalConfig({ allowInsecureUrls: true });
  const issuer = new Openid4vciIssuer({ callbacks });
  const authorizationServer = new Oauth2AuthorizationServer({ callbacks });
  const metadata = authorizationServer.createAuthorizationServerMetadata(
    authorizationServerMetadata(publicUrl),
  );
  const credentialIssuer = issuer.createCredentialIssuerMetadata(credentialIssuerMetadata(publicUrl));
  return {
    issuer,
    authorizationServer,
    authorizationServerMetadata: metadata,
    issuerMetadata: {
      credentialIssuer,
      authorizationServers: [metadata],
      originalDraftVersion: Openid4vciVersion.V1,
      knownCredentialConfigurations: issuer.getKnownCredentialConfigurationsSupported(credentialIssuer),
    },
  };
}

/** The holder whose key a proof names, in either of the ways that are taken: the key itself, or a DID that is one. */
export function holderOfHeader(header: {
  readonly jwk?: object | undefined;
  readonly kid?: string | undefined;
}): Holder | null {
  if (header.jwk) return header.kid ? null : holderOfJwk(header.jwk);
  return header.kid ? holderOfDid(header.kid) : null;
}

const verifyJwt: VerifyJwtCallback = async (_signer, { header, compact }) => {
  const holder = holderOfHeader(header);
  if (!holder) return { verified: false };
  try {
    await compactVerify(compact, holder.key.key, { algorithms: ALGORITHMS });
    return { verified: true, signerJwk: { ...holder.jwk, kty: String(holder.jwk.kty) } };
  } catch {
    return { verified: false };
  }
};

const callbacks: Omit<CallbackContext, 'decryptJwe' | 'encryptJwe'> = {
  hash: (data, algorithm) => createHash(algorithm.replace('-', '').toLowerCase()).update(data).digest(),
  generateRandom: (bytes) => randomBytes(bytes),
  verifyJwt,
  clientAuthentication: () => {},
  signJwt: () => {
    throw new Error('not_supported: nothing is signed for the library');
  },
};
