import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** `cg_<id>_<secret>`: the id finds the key, the secret (256 random bits) proves it. Only the secret's digest is stored. */
export interface ApiKeySecret {
  readonly id: string;
  readonly secret: string;
}

/** Makes the secret part of a new key: 256 random bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const formatApiKey = ({ id, secret }: ApiKeySecret): string => `cg_${id}_${secret}`;

/** Reads a key as sent; null when it does not even look like one. The id may hold hyphens, the secret is the last 43 characters. */
export function parseApiKey(text: string): ApiKeySecret | null {
  const parts = /^cg_([A-Za-z0-9-]{1,64})_([A-Za-z0-9_-]{43})$/.exec(text);
  return parts?.[1] && parts[2] ? { id: parts[1], secret: parts[2] } : null;
}

/** SHA-256 of the secret in hex. A fast hash is enough: the secret is random and long, there is nothing to guess. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares a secret with a stored digest in constant time. */
export const proves = (secret: string, digest: string): boolean =>
  timingSafeEqual(Buffer.from(digestOf(secret), 'hex'), Buffer.from(digest, 'hex'));
