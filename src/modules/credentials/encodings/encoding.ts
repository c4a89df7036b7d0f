import type { JsonWebKey } from 'node:crypto';
import { invalidInput } from '../../../platform/errors.ts';
import type { JsonObject } from '../open-badge.ts';
import { keyFromJwk } from '../verification/keys.ts';

/**
 * How a credential can be written. `EMBEDDED`: JSON with a proof `eddsa-rdfc-2022` (OID4VCI `ldp_vc`); `JWT`: compact JWT, ES256
 * (`jwt_vc_json`).
 */
export const ENCODINGS = ['EMBEDDED', 'JWT'] as const;
export type Encoding = (typeof ENCODINGS)[number];

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

const OPEN_MEMBERS = ['kty', 'crv', 'x', 'y', 'n', 'e', 'kid', 'alg', 'use'] as const;

/** The public members of a holder's key alone. INVALID_INPUT (`holderKey`) for a key of a kind that proofs are not checked with. */
export function publicJwk({ jwk }: HolderKey): JsonWebKey {
  const open = Object.fromEntries(
    OPEN_MEMBERS.flatMap((name) => (typeof jwk[name] === 'string' ? [[name, jwk[name]]] : [])),
  );
  if (!keyFromJwk(open))
    throw invalidInput('holderKey', 'must be a public JWK: P-256, P-384, Ed25519 or RSA of 2048 bits.', {
      reason: 'UNUSABLE_KEY',
    });
  return open;
}

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
