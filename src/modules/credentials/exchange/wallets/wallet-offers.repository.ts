import { z } from 'zod';
import { read, write } from '../../../../platform/graph/statement.ts';
import { dateTime, id, instant, int } from '../../../../platform/graph/types.ts';
import { CREDENTIAL_STATUSES } from '../../credential.ts';
import { WALLET_EVENTS, WALLET_PROTOCOLS } from './wallet-offer.ts';

const digest = z.string();
const protocol = z.enum(WALLET_PROTOCOLS);
const status = z.enum(CREDENTIAL_STATUSES);
const opened = { id, learnerId: id, credentialId: id, status };

export const walletOfferStatements = {
  create: write('credentials/exchange/create-wallet-offer', {
    params: {
      learnerId: id,
      credentialId: id,
      id,
      protocol,
      digest,
      pinDigest: digest.nullable(),
      now: instant,
      expiresAt: instant,
      forgetBefore: instant,
      most: int,
    },
    row: { open: z.number(), status },
    returns: 'maybe',
  }),
  delete: write('credentials/exchange/delete-wallet-offer', {
    params: { learnerId: id, id },
    row: { credentialId: id },
    returns: 'maybe',
  }),
  ofCredentials: read('credentials/exchange/wallet-offers-of-credentials', {
    params: { learnerId: id, ids: z.array(id) },
    row: {
      credentialId: id,
      id,
      protocol,
      createdAt: dateTime,
      expiresAt: dateTime,
      redeemedAt: dateTime.nullable(),
      claimedAt: dateTime.nullable(),
      tries: z.number(),
      notification: z.enum(WALLET_EVENTS).nullable(),
    },
    returns: 'many',
  }),
  hold: write('credentials/exchange/hold-wallet-offer', {
    params: { digest, protocol, now: instant },
    row: {
      ...opened,
      pinDigest: digest.nullable(),
      tries: z.number(),
      expiresAt: dateTime,
      redeemedAt: dateTime.nullable(),
    },
    returns: 'maybe',
  }),
  countTry: write('credentials/exchange/count-wallet-offer-try', {
    params: { id },
    row: { tries: z.number() },
    returns: 'one',
  }),
  redeem: write('credentials/exchange/redeem-wallet-offer', {
    params: { id, accessDigest: digest, accessUntil: instant, now: instant },
    row: { id },
    returns: 'one',
  }),
  byAccess: read('credentials/exchange/wallet-offer-by-access', {
    params: { digest, now: instant },
    row: opened,
    returns: 'maybe',
  }),
  byCode: read('credentials/exchange/wallet-offer-by-code', {
    params: { digest, protocol, now: instant },
    row: opened,
    returns: 'maybe',
  }),
  useNonce: write('credentials/exchange/use-nonce', {
    params: { digest, now: instant, expiresAt: instant },
    row: { digest },
    returns: 'one',
  }),
  claim: write('credentials/exchange/claim-wallet-offer', {
    params: { learnerId: id, id, holder: digest, now: instant },
    row: { id },
    returns: 'maybe',
  }),
  note: write('credentials/exchange/note-wallet-offer', {
    params: { learnerId: id, id, event: z.enum(WALLET_EVENTS) },
    row: { id },
    returns: 'maybe',
  }),
};
