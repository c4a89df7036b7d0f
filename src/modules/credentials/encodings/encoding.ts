import type { JsonWebKey } from 'node:crypto';
import { invalidInput } from '../../../platform/errors.ts';
import type { JsonObject } from '../open-badge.ts';
import { selfContainedDid } from '../verification/did-key.ts';
import { keyFromJwk, keyOfMethod, sameKey } from '../verification/keys.ts';
import { readJson } from '../verification/read-json.ts';

/**
 * How a credential can be written. `EMBEDDED`: JSON with a proof `eddsa-rdfc-2022` (OID4VCI `ldp_vc`); `JWT`: compact JWT, ES256
 * (`jwt_vc_json`); `SELECTIVE`: JSON with a base proof `ecdsa-sd-2023`, from which the holder derives versions that show less; `SD_JWT`:
 * SD-JWT VC (`dc+sd-jwt`) with every disclosure.
 */
export type Encoding = 'EMBEDDED' | 'JWT' | 'SELECTIVE' | 'SD_JWT';

/** The key of a holder's wallet that a credential is bound to. */
export interface HolderKey {
  /** Its public half (RFC 7517). */
  readonly jwk: JsonWebKey;
  /** The DID the wallet goes by; `did:jwk` of the key when left out. */
  readonly did?: string | null | undefined;
}

/** What issuing protocols ask of encodings. */
export interface Encoder {
  /** A credential of the viewer in an encoding, bound to a key if one is given; null when it is not theirs. */
  encode(id: string, as: Encoding, holder?: HolderKey): Promise<string | null>;
  /** The same for the signed document of a credential, for whoever decided that it may be had. */
  encodeDocument(document: string, as: Encoding, holder?: HolderKey): Promise<string>;
}

const OPEN_MEMBERS: ReadonlySet<string> = new Set(['kty', 'crv', 'x', 'y', 'n', 'e', 'kid', 'alg', 'use']);

/** The public members of a holder's key alone. INVALID_INPUT (`holderKey`) for a private key, and for one of a kind that proofs are not checked with. */
export function publicJwk({ jwk }: HolderKey): JsonWebKey {
  if ('d' in jwk)
    throw invalidInput(
      'holderKey',
      'holds a private key, which nobody should be sent: send the public half.',
      {
        reason: 'PRIVATE_KEY',
      },
    );
  const open = Object.fromEntries(Object.entries(jwk).filter(([name]) => OPEN_MEMBERS.has(name)));
  if (!keyFromJwk(open)) throw unusable();
  return open;
}

/** Reads a key somebody sent. INVALID_INPUT (`holderKey`) for one that cannot be used, and for a DID that is not made of this very key: nobody has shown that another is theirs. */
export function readHolderKey({ jwk, did }: { readonly jwk: string; readonly did?: string }): HolderKey {
  const read = readJson(jwk);
  if ('problem' in read) throw unusable();
  const holder = { jwk: read.document as JsonWebKey, did };
  const key = keyFromJwk(publicJwk(holder));
  const [method] = (did !== undefined && selfContainedDid(did)?.verificationMethod) || [];
  const own = method && keyOfMethod(method);
  if (did !== undefined && !(key && own && sameKey(key, own)))
    throw invalidInput('holderKey', 'names a DID that is not the did:key or did:jwk of this key.', {
      reason: 'UNUSABLE_KEY',
    });
  return holder;
}

const unusable = () =>
  invalidInput('holderKey', 'must be a public JWK: P-256, P-384, Ed25519 or RSA of 2048 bits.', {
    reason: 'UNUSABLE_KEY',
  });

/** The DID a holder goes by. */
export const didOf = (holder: HolderKey): string =>
  holder.did ?? `did:jwk:${Buffer.from(JSON.stringify(publicJwk(holder))).toString('base64url')}`;

/** A credential about whoever has the key, without proof: its subject gets their DID. */
export function boundTo(document: JsonObject, holder: HolderKey): JsonObject {
  const { proof: _, credentialSubject, ...rest } = document;
  const { id: _pseudonym, ...subject } = credentialSubject as JsonObject;
  publicJwk(holder);
  return { ...rest, credentialSubject: { id: didOf(holder), ...subject } };
}
