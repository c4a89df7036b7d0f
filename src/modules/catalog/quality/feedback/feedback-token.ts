import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

const VERSION = 'fb1';

/** What a token lets somebody do: give feedback on a badge version once. */
export interface FeedbackRight {
  readonly versionId: string;
  /** Stands for the credential it is about, and leads to none. */
  readonly nonce: string;
}

/**
 * Stands for a credential where feedback is noted: always the same for one credential, so that feedback is given once, whether by name or not.
 * It follows from the learner's own key: nobody finds the credential from it without that key, and nobody at all once the key was destroyed.
 */
export const nonceOf = (personKey: Uint8Array, credentialId: string): string =>
  createHmac('sha256', personKey).update(`credential-graph feedback\n${credentialId}`).digest('base64url');

/** What is kept of a nonce, so that what lies in the graph is no token. */
export const onceOf = (nonce: string): string =>
  createHash('sha256').update(`credential-graph feedback\n${nonce}`).digest('base64url');

/** A right as text that its holder can send without saying who they are. Nothing of it is stored when it is made. */
export const tokenOf = (secret: Uint8Array, { versionId, nonce }: FeedbackRight): string =>
  [VERSION, encode(versionId), nonce, macOf(secret, versionId, nonce)].join('.');

/** The right a token gives; null for what is none of ours. */
export function readToken(secret: Uint8Array, token: string): FeedbackRight | null {
  const [version, id, nonce, mac, ...more] = token.trim().split('.');
  if (version !== VERSION || !id || !nonce || !mac || more.length > 0) return null;
  const versionId = Buffer.from(id, 'base64url').toString('utf8');
  const expected = Buffer.from(macOf(secret, versionId, nonce));
  const given = Buffer.from(mac);
  if (encode(versionId) !== id || given.length !== expected.length) return null;
  return timingSafeEqual(given, expected) ? { versionId, nonce } : null;
}

const encode = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

const macOf = (secret: Uint8Array, versionId: string, nonce: string): string =>
  createHmac('sha256', secret)
    .update(`credential-graph feedback token\n${versionId}\n${nonce}`)
    .digest('base64url');

/** The first instant of the month (UTC) of another: all that is kept of when something was said anonymously. */
export const startOfMonth = (now: Date): Date =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));

/** The month (UTC) of an instant, such as 2026-11. */
export const monthOf = (now: Date): string => now.toISOString().slice(0, 7);
