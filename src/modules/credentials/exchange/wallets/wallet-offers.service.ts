import { randomInt } from 'node:crypto';
import { batchMany } from '../../../../platform/batch.ts';
import type { Clock } from '../../../../platform/clock.ts';
import { conflict, notFound } from '../../../../platform/errors.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { repository } from '../../../../platform/graph/repository.ts';
import { newId } from '../../../../platform/ids.ts';
import { digestOf, newSecret } from '../../../identity/api-key.ts';
import { PLATFORM } from '../../../identity/audit/audit.service.ts';
import type { Mutations } from '../../../identity/mutations.ts';
import { asLearner, type Viewer } from '../../../identity/viewer.ts';
import { offerAddress } from '../oid4vci/metadata.ts';
import { exchangeAddress } from '../vc-api/exchange-address.ts';
import { Nonces } from './nonces.ts';
import { pinDigestOf, stateOf, type WalletOffer, type WalletProtocol } from './wallet-offer.ts';
import { walletOfferStatements } from './wallet-offers.repository.ts';

/** An offer that was just made. */
export interface NewWalletOffer {
  readonly id: string;
  readonly credentialId: string;
  readonly expiresAt: Date;
  /** The address to open with a wallet, this one time; null when the request was carried out before. */
  readonly uri: string | null;
  /** The six digits the wallet will ask for, this one time; null where there are none. */
  readonly transactionCode: string | null;
}

/** How many offers of one credential may be open at a time. */
export const MOST_OFFERS = 10;
/** How long an offer can be taken up. */
export const OFFER_MINUTES = 10;
/** How long a learner sees what became of an offer. */
const REMEMBERED_DAYS = 90;
const MINUTE_MS = 60_000;

/** Learners offer their credentials to their own wallets. */
export class WalletOffersService {
  readonly #offers;
  readonly #byCredential;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly clock: Clock;
      readonly mutations: Mutations;
      readonly publicUrl: string;
      readonly indexKey: Uint8Array;
    },
  ) {
    this.#offers = repository(deps.graph.run, walletOfferStatements);
    this.#byCredential = batchMany(
      (ids) => this.#offersOf(ids),
      ({ credentialId }) => credentialId,
    );
  }

  /** The offers made of a credential, the newest first, for its learner; null for anybody else. */
  async offers(credentialId: string, learnerId: string): Promise<readonly WalletOffer[] | null> {
    if (learnerId !== this.deps.viewer.learnerId) return null;
    return this.#byCredential.load(credentialId);
  }

  /**
   * Offers a credential to whoever has the address and, with OpenID4VCI, the transaction code, once and for ten minutes. NOT_FOUND for a
   * credential the viewer does not hold; CONFLICT (`NOT_ACTIVE`, `TOO_MANY_OFFERS`).
   */
  async offer(
    credentialId: string,
    protocol: WalletProtocol,
    idempotencyKey: string | undefined,
  ): Promise<NewWalletOffer> {
    const { clock, viewer, mutations, indexKey } = this.deps;
    const { learnerId } = asLearner(viewer);
    const fresh = { id: newId(clock()), code: newSecret() };
    const pin = protocol === 'OID4VCI' ? String(randomInt(1_000_000)).padStart(6, '0') : null;
    const asked = { name: 'offerCredentialToWallet', input: { credentialId, protocol }, idempotencyKey };
    const made = await mutations.perform(asked, async ({ run, now, audit }) => {
      const expiresAt = new Date(now.getTime() + OFFER_MINUTES * MINUTE_MS);
      const written = await repository(run, walletOfferStatements).create({
        learnerId,
        credentialId,
        id: fresh.id,
        protocol,
        digest: digestOf(fresh.code),
        pinDigest: pin === null ? null : pinDigestOf(indexKey, fresh.id, pin),
        now,
        expiresAt,
        forgetBefore: new Date(now.getTime() - REMEMBERED_DAYS * 86_400_000),
        most: MOST_OFFERS,
      });
      if (!written) throw notFound('credential', credentialId);
      if (written.status !== 'ACTIVE')
        throw conflict('Only an active credential is offered to a wallet.', { reason: 'NOT_ACTIVE' });
      if (written.open >= MOST_OFFERS)
        throw conflict(
          `${MOST_OFFERS} offers of this credential are open already. Take one back first (withdrawWalletOffer), or wait ${OFFER_MINUTES} minutes.`,
          { reason: 'TOO_MANY_OFFERS', max: MOST_OFFERS },
        );
      const objects = [credentialId, fresh.id];
      audit({ chain: PLATFORM, action: asked.name, purpose: null, subject: learnerId, objects });
      return { id: fresh.id, expiresAt: expiresAt.toISOString() };
    });
    const isFresh = made.id === fresh.id;
    return {
      id: made.id,
      credentialId,
      expiresAt: new Date(made.expiresAt),
      uri: isFresh ? this.#address(protocol, fresh) : null,
      transactionCode: isFresh ? pin : null,
    };
  }

  /** Takes an offer back from now on, with the token it may have been redeemed for. Answers the credential; NOT_FOUND for one that is not the viewer's. */
  withdraw(id: string, idempotencyKey: string): Promise<string> {
    const { learnerId } = asLearner(this.deps.viewer);
    const asked = { name: 'withdrawWalletOffer', input: { id }, idempotencyKey };
    return this.deps.mutations.perform(asked, async ({ run, audit }) => {
      const gone = await repository(run, walletOfferStatements).delete({ learnerId, id });
      if (!gone) throw notFound('wallet offer', id);
      const objects = [gone.credentialId, id];
      audit({ chain: PLATFORM, action: asked.name, purpose: null, subject: learnerId, objects });
      return gone.credentialId;
    });
  }

  #address(protocol: WalletProtocol, { id, code }: { readonly id: string; readonly code: string }): string {
    const { publicUrl, indexKey, clock } = this.deps;
    return protocol === 'OID4VCI'
      ? offerAddress(publicUrl, code)
      : exchangeAddress(publicUrl, code, new Nonces(indexKey).make(id, clock()));
  }

  async #offersOf(ids: readonly string[]) {
    const { viewer, clock } = this.deps;
    const { learnerId } = asLearner(viewer);
    const rows = await this.#offers.ofCredentials({ learnerId, ids: [...ids] });
    const now = clock();
    return rows.map((row) => ({ ...row, state: stateOf(row, now) }));
  }
}
