import { createHash, randomBytes } from 'node:crypto';
import { type CallbackContext, clientAuthenticationAnonymous } from '@openid4vc/oauth2';
import { Openid4vciClient } from '@openid4vc/openid4vci';
import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  type JWK,
  type JWTHeaderParameters,
  type JWTPayload,
  SignJWT,
} from 'jose';

/** A wallet as others build it: the wallet side of the library, with a key of its own. */
export interface TestWallet {
  readonly client: Openid4vciClient;
  readonly publicJwk: JWK & { kty: string };
  readonly alg: 'ES256' | 'EdDSA';
  /** What the wallet sent, in order: method and path. */
  readonly sent: readonly string[];
}

/** A wallet that reaches the service at `url` although that calls itself `publicUrl`. */
export async function startWallet(
  { publicUrl, url }: { publicUrl: string; url: string },
  alg: 'ES256' | 'EdDSA' = 'ES256',
): Promise<TestWallet> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  const publicJwk = (await exportJWK(publicKey)) as JWK & { kty: string };
  const thumbprint = await calculateJwkThumbprint(publicJwk);
  const sent: string[] = [];
  const callbacks: CallbackContext = {
    hash: (data, algorithm) => createHash(algorithm.replace('-', '').toLowerCase()).update(data).digest(),
    generateRandom: (bytes) => randomBytes(bytes),
    clientAuthentication: clientAuthenticationAnonymous(),
    encryptJwe: () => {
      throw new Error('not needed');
    },
    decryptJwe: () => {
      throw new Error('not needed');
    },
    verifyJwt: () => ({ verified: false }),
    signJwt: async (signer, { header, payload }) => {
      if (signer.method !== 'jwk' || (await calculateJwkThumbprint(signer.publicJwk as JWK)) !== thumbprint)
        throw new Error('not the key of this wallet');
      const jwt = await new SignJWT(payload as JWTPayload)
        .setProtectedHeader(header as JWTHeaderParameters)
        .sign(privateKey);
      return { jwt, signerJwk: publicJwk };
    },
    fetch: (address, init) => {
      const path = String(address).replace(publicUrl, '');
      sent.push(`${init?.method ?? 'GET'} ${path}`);
      return fetch(url + path, init);
    },
  };
  return { client: new Openid4vciClient({ callbacks }), publicJwk, alg, sent };
}
