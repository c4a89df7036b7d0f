import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** How a wallet fetches what is offered. */
export const WALLET_PROTOCOLS = ['OID4VCI', 'VC_API'] as const;
export type WalletProtocol = (typeof WALLET_PROTOCOLS)[number];

/** What a wallet may say became of a credential (OpenID4VCI 1.0, section 11.1). */
export const WALLET_EVENTS = ['ACCEPTED', 'FAILED', 'DELETED'] as const;
export type WalletEvent = (typeof WALLET_EVENTS)[number];

export type WalletOfferState = 'OPEN' | 'REDEEMED' | 'CLAIMED' | 'LOCKED' | 'EXPIRED';

/** An offer as its learner sees it. */
export interface WalletOffer {
  readonly id: string;
  readonly protocol: WalletProtocol;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly claimedAt: Date | null;
  readonly state: WalletOfferState;
  readonly notification: WalletEvent | null;
}

/** Wrong transaction codes that an offer stands: then nobody can redeem it any more. */
export const MOST_TRIES = 5;

/** What became of an offer until now. */
export function stateOf(
  offer: {
    readonly redeemedAt: Date | null;
    readonly claimedAt: Date | null;
    readonly expiresAt: Date;
    readonly tries: number;
  },
  now: Date,
): WalletOfferState {
  if (offer.claimedAt) return 'CLAIMED';
  if (offer.redeemedAt) return 'REDEEMED';
  if (offer.tries >= MOST_TRIES) return 'LOCKED';
  return offer.expiresAt <= now ? 'EXPIRED' : 'OPEN';
}

/** What is stored of a transaction code. It has six digits only, so its digest is keyed and belongs to one offer. */
export const pinDigestOf = (indexKey: Uint8Array, offerId: string, pin: string): string =>
  createHmac('sha256', keyFor(indexKey, 'transaction codes'))
    .update(`${offerId}\n${pin}`)
    .digest('base64url');

/** A key for one purpose, made of the index key: what it seals or stands for is lost when that is changed. */
export const keyFor = (indexKey: Uint8Array, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', indexKey, new Uint8Array(), `credential-graph ${purpose}`, 32));

/** Compares two digests in constant time. */
export function sameDigest(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
