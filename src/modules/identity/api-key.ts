import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** What was handed out once: the id finds it, the secret (256 random bits) proves it. Only the secret's digest is stored. */
export interface ApiKeySecret {
  readonly id: string;
  readonly secret: string;
}

/** What a secret opens: an API key (`cg_<id>_<secret>`) or an invitation (`ci_<id>_<secret>`). */
type Prefix = 'cg' | 'ci';

/** Makes the secret part: 256 random bits, base64url. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

export const formatSecret = (prefix: Prefix, { id, secret }: ApiKeySecret): string =>
  `${prefix}_${id}_${secret}`;

/** Reads one as sent; null when it does not even look like one. The id may hold hyphens, the secret is the last 43 characters. */
export function parseSecret(prefix: Prefix, text: string): ApiKeySecret | null {
  const parts = /^([a-z]{2})_([A-Za-z0-9-]{1,64})_([A-Za-z0-9_-]{43})$/.exec(text);
  return parts?.[1] === prefix && parts[2] && parts[3] ? { id: parts[2], secret: parts[3] } : null;
}

export const formatApiKey = (key: ApiKeySecret): string => formatSecret('cg', key);
export const parseApiKey = (text: string): ApiKeySecret | null => parseSecret('cg', text);

/** SHA-256 of the secret in hex. A fast hash is enough: the secret is random and long, there is nothing to guess. */
export const digestOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Compares a secret with a stored digest in constant time. */
export const proves = (secret: string, digest: string): boolean =>
  timingSafeEqual(Buffer.from(digestOf(secret), 'hex'), Buffer.from(digest, 'hex'));
