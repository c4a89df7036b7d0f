/** The kinds of signing keys, in Veramo's words: `Ed25519` for embedded proofs, `Secp256r1` (P-256) for tokens. */
export const KEY_TYPES = ['Ed25519', 'Secp256r1'] as const;
export type KeyType = (typeof KEY_TYPES)[number];

export const isKeyType = (type: string): type is KeyType => KEY_TYPES.some((one) => one === type);

/** The JWS algorithm (RFC 7518, RFC 8037) that keys of a type sign with. */
export const algorithmOf = (type: string): 'EdDSA' | 'ES256' => (type === 'Ed25519' ? 'EdDSA' : 'ES256');
