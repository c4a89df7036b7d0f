import { createHash, createHmac, randomBytes } from 'node:crypto';
import { keyFor, sameDigest } from './wallet-offer.ts';

/** How long a nonce may be answered. */
export const NONCE_SECONDS = 600;

const SHAPE = /^([A-Za-z0-9_-]{22})\.([0-9a-z]{1,10})\.([A-Za-z0-9_-]{43})$/;

/**
 * Nonces that any process recognises without having stored them: random bits, the second they run out at, and a keyed hash of both for
 * one purpose. Anybody may ask for one, so asking writes nothing; answering one uses it up.
 */
export class Nonces {
  readonly #key: Buffer;

  constructor(indexKey: Uint8Array) {
    this.#key = keyFor(indexKey, 'nonces');
  }

  /** A new nonce for one purpose. */
  make(purpose: string, now: Date): string {
    const random = randomBytes(16).toString('base64url');
    const until = (Math.floor(now.getTime() / 1_000) + NONCE_SECONDS).toString(36);
    return `${random}.${until}.${this.#seal(purpose, random, until)}`;
  }

  /** What to remember of a nonce when it is used up, and until when; null for one that is not ours, not for this purpose, or over. */
  read(
    purpose: string,
    nonce: string,
    now: Date,
  ): { readonly digest: string; readonly expiresAt: Date } | null {
    const [, random = '', until = '', seal = ''] = SHAPE.exec(nonce) ?? [];
    if (random === '' || !sameDigest(seal, this.#seal(purpose, random, until))) return null;
    const expiresAt = new Date(Number.parseInt(until, 36) * 1_000);
    if (!(expiresAt > now)) return null;
    return { digest: createHash('sha256').update(nonce).digest('base64url'), expiresAt };
  }

  #seal(purpose: string, random: string, until: string): string {
    return createHmac('sha256', this.#key).update(`${purpose}\n${random}\n${until}`).digest('base64url');
  }
}
