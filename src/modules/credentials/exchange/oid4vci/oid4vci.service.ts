import { Oauth2ErrorCodes, Oauth2ServerErrorResponseError, type RequestLike } from '@openid4vc/oauth2';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import type { Clock } from '../../../../platform/clock.ts';
import { DomainError } from '../../../../platform/errors.ts';
import { repository } from '../../../../platform/graph/repository.ts';
import { digestOf, newSecret } from '../../../identity/api-key.ts';
import { PLATFORM } from '../../../identity/audit/audit.service.ts';
import type { Mutations } from '../../../identity/mutations.ts';
import { didOf, type Encoder } from '../../encodings/encoding.ts';
import { type ClaimingService, NONCE_USED, type OpenedOffer } from '../wallets/claiming.service.ts';
import { MOST_TRIES, pinDigestOf, sameDigest, type WalletEvent } from '../wallets/wallet-offer.ts';
import { walletOfferStatements } from '../wallets/wallet-offers.repository.ts';
import { holderOfHeader, type Library } from './library.ts';
import { CONFIGURATIONS, PRE_AUTHORIZED } from './metadata.ts';

/** How long the token of a wallet opens what it was offered. */
const ACCESS_SECONDS = 300;
const NONCES = 'oid4vci';

const EVENTS: Readonly<Record<string, WalletEvent>> = {
  credential_accepted: 'ACCEPTED',
  credential_failure: 'FAILED',
  credential_deleted: 'DELETED',
};

type Json = Readonly<Record<string, unknown>>;

/**
 * OpenID for Verifiable Credential Issuance 1.0 for wallets: the pre-authorised code and the transaction code of an offer for a token, and the
 * token with a proof of the wallet's key for the credential, signed for that key. Refusals are `Oauth2ServerErrorResponseError`s in the words of the
 * specification.
 */
export class Oid4vciService {
  constructor(
    private readonly deps: {
      readonly clock: Clock;
      readonly mutations: Mutations;
      readonly indexKey: Uint8Array;
      readonly claiming: ClaimingService;
      readonly library: Library;
    },
  ) {}

  /** A nonce for the proof of a wallet (section 7). */
  nonce(): Json {
    return { c_nonce: this.deps.claiming.nonce(NONCES) };
  }

  /** A token for the code of an offer (section 6), which is used up; five wrong transaction codes use it up, too. */
  async token(body: Json, request: RequestLike): Promise<Json> {
    const { library, mutations, indexKey } = this.deps;
    const { grant } = library.authorizationServer.parseAccessTokenRequest({
      accessTokenRequest: body,
      request,
    });
    if (grant.grantType !== PRE_AUTHORIZED)
      throw refusal(Oauth2ErrorCodes.UnsupportedGrantType, 'Only pre-authorised codes are taken.');
    const { preAuthorizedCode: code, txCode } = grant;
    if (!txCode) throw refusal(Oauth2ErrorCodes.InvalidRequest, 'The transaction code (tx_code) is missing.');
    const token = newSecret();
    const done = await mutations.perform(
      { name: 'redeemWalletOffer', input: null },
      async ({ run, now, audit }): Promise<'done' | 'wrong'> => {
        const offers = repository(run, walletOfferStatements);
        const offer = await offers.hold({ digest: digestOf(code), protocol: 'OID4VCI', now });
        if (
          !offer ||
          offer.redeemedAt ||
          offer.expiresAt <= now ||
          offer.tries >= MOST_TRIES ||
          offer.status !== 'ACTIVE'
        )
          throw invalidGrant();
        const objects = [offer.credentialId, offer.id];
        const note = (action: string) =>
          audit({ chain: PLATFORM, action, purpose: 'WALLET', subject: offer.learnerId, objects });
        if (!sameDigest(pinDigestOf(indexKey, offer.id, txCode), offer.pinDigest ?? '')) {
          await offers.countTry({ id: offer.id });
          note('wrongTransactionCode');
          return 'wrong';
        }
        await offers.redeem({
          id: offer.id,
          accessDigest: digestOf(token),
          accessUntil: new Date(now.getTime() + ACCESS_SECONDS * 1_000),
          now,
        });
        note('redeemWalletOffer');
        return 'done';
      },
    );
    if (done === 'wrong') throw invalidGrant();
    return { access_token: token, token_type: 'Bearer', expires_in: ACCESS_SECONDS };
  }

  /** The credential that a token opens, signed for the key that the wallet proves to have (section 8). */
  async credential(offer: OpenedOffer, body: Json, encoder: Encoder): Promise<Json> {
    const { library, claiming, clock } = this.deps;
    const { issuer, issuerMetadata } = library;
    const asked = issuer.parseCredentialRequest({ issuerMetadata, credentialRequest: body });
    const { credentialConfigurationId: id = '', proofs } = asked;
    const encoding = Object.hasOwn(CONFIGURATIONS, id) ? CONFIGURATIONS[id] : undefined;
    if (!encoding)
      throw refusal(
        Oauth2ErrorCodes.UnknownCredentialConfiguration,
        `credential_configuration_id must be one of ${Object.keys(CONFIGURATIONS).join(', ')}.`,
      );
    const [jwt, ...more] = proofs?.jwt ?? [];
    if (!jwt || more.length > 0)
      throw refusal(Oauth2ErrorCodes.InvalidProof, 'Exactly one proof of the kind jwt is needed.');
    const nonce = nonceOf(jwt);
    if (!claiming.isNonce(NONCES, nonce)) throw invalidNonce();
    const { header } = await issuer.verifyCredentialRequestJwtProof({
      issuerMetadata,
      jwt,
      expectedNonce: nonce,
      now: clock(),
    });
    const holder = holderOfHeader(header);
    if (!holder) throw refusal(Oauth2ErrorCodes.InvalidProof, 'The key of the proof is not one we take.');
    const made = await encoder
      .encode(offer.credentialId, encoding, { jwk: holder.jwk, did: holder.did })
      .catch(inItsWords);
    if (made === null) throw denied();
    await claiming
      .claim(offer, { nonce, purpose: NONCES, format: id, holder: didOf(holder) })
      .catch(inItsWords);
    return issuer.createCredentialResponse({
      credentials: [
        { credential: encoding === 'EMBEDDED' ? (JSON.parse(made) as Record<string, unknown>) : made },
      ],
      credentialRequest: asked,
      notificationId: offer.id,
    });
  }

  /** What the wallet says became of the credential (section 11). */
  async notification(offer: OpenedOffer, body: Json): Promise<void> {
    const event = EVENTS[String(body['event'])];
    if (!event) throw badNotification('invalid_notification_request');
    if (body['notification_id'] !== offer.id || !(await this.deps.claiming.notify(offer, event)))
      throw badNotification('invalid_notification_id');
  }
}

function nonceOf(jwt: string): string {
  try {
    decodeProtectedHeader(jwt);
    return String(decodeJwt(jwt)['nonce'] ?? '');
  } catch {
    throw refusal(Oauth2ErrorCodes.InvalidProof, 'The proof is not a JWT.');
  }
}

const refusal = (error: Oauth2ErrorCodes, description: string) =>
  new Oauth2ServerErrorResponseError({ error, error_description: description });

// the same words whether the code is unknown, used, over or locked, or the transaction code wrong
const invalidGrant = () =>
  refusal(Oauth2ErrorCodes.InvalidGrant, 'The code or the transaction code is wrong, used or over.');

const invalidNonce = () =>
  refusal(Oauth2ErrorCodes.InvalidNonce, 'The nonce is missing, used or over: fetch another one.');

/** What kept the credential back, such as a key that is frozen or an offer taken back meanwhile, as a wallet is told. */
const inItsWords = (error: unknown): never => {
  if (!(error instanceof DomainError) || error.code !== 'CONFLICT') throw error;
  throw error.details['reason'] === NONCE_USED ? invalidNonce() : denied();
};

const denied = () =>
  refusal(
    Oauth2ErrorCodes.CredentialRequestDenied,
    'The credential cannot be given out: it does not stand any more, the offer was taken back, or its issuer cannot sign just now.',
  );

const badNotification = (error: string) => new Oauth2ServerErrorResponseError({ error });
