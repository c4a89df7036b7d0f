import type { Clock } from '../../../../platform/clock.ts';
import { conflict, DomainError } from '../../../../platform/errors.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { type Row, repository } from '../../../../platform/graph/repository.ts';
import { digestOf } from '../../../identity/api-key.ts';
import { PLATFORM } from '../../../identity/audit/audit.service.ts';
import type { Mutations } from '../../../identity/mutations.ts';
import { Nonces } from './nonces.ts';
import type { WalletEvent, WalletProtocol } from './wallet-offer.ts';
import { walletOfferStatements } from './wallet-offers.repository.ts';

/** An offer that a wallet may fetch the credential of. */
export type OpenedOffer = Row<typeof walletOfferStatements.byAccess>;

/** Why a credential is not given out: the nonce was answered before. */
export const NONCE_USED = 'NONCE_USED';

/** What a wallet does with an offer, whatever protocol it speaks. Nobody is signed in: the secret of the offer is what opens it. */
export class ClaimingService {
  readonly #offers;
  readonly #nonces: Nonces;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly clock: Clock;
      readonly mutations: Mutations;
      readonly indexKey: Uint8Array;
    },
  ) {
    this.#offers = repository(deps.graph.run, walletOfferStatements);
    this.#nonces = new Nonces(deps.indexKey);
  }

  /** A nonce for a wallet to sign, for one purpose, for ten minutes. */
  nonce(purpose: string): string {
    return this.#nonces.make(purpose, this.deps.clock());
  }

  /** Whether a nonce is ours, for this purpose, and not over; whether it was used shows when it is. */
  isNonce(purpose: string, nonce: string): boolean {
    return this.#nonces.read(purpose, nonce, this.deps.clock()) !== null;
  }

  /** The offer that an access token was given for; null when there is none, or the token is over. */
  byAccess(token: string): Promise<OpenedOffer | null> {
    return this.#offers.byAccess({ digest: digestOf(token), now: this.deps.clock() });
  }

  /** The offer whose address holds a secret, as long as it was not taken up; null when there is none. */
  byCode(code: string, protocol: WalletProtocol): Promise<OpenedOffer | null> {
    return this.#offers.byCode({ digest: digestOf(code), protocol, now: this.deps.clock() });
  }

  /**
   * Notes that the wallet is given the credential of an offer, signed for its key, and uses the nonce up. CONFLICT when the nonce was used
   * (`NONCE_USED`), or the credential has been withdrawn, the offer taken back, or the credential given to another key meanwhile (`NOT_ACTIVE`).
   */
  async claim(
    offer: OpenedOffer,
    given: {
      readonly nonce: string;
      readonly purpose: string;
      readonly format: string;
      /** The DID that the credential was signed for. */
      readonly holder: string;
    },
  ): Promise<void> {
    const name = 'claimCredential';
    const asked = { name, input: { offer: offer.id, format: given.format } };
    try {
      await this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
        const offers = repository(run, walletOfferStatements);
        const nonce = this.#nonces.read(given.purpose, given.nonce, now);
        if (!nonce) throw used();
        await offers.useNonce({ ...nonce, now });
        const claimed = await offers.claim({
          learnerId: offer.learnerId,
          id: offer.id,
          holder: digestOf(given.holder),
          now,
        });
        if (!claimed)
          throw conflict('The credential does not stand any more, or the offer was taken back.', {
            reason: 'NOT_ACTIVE',
          });
        const objects = [offer.credentialId, offer.id];
        audit({ chain: PLATFORM, action: name, purpose: 'WALLET', subject: offer.learnerId, objects });
        return claimed.id;
      });
    } catch (error) {
      if (error instanceof DomainError && error.details['reason'] === 'ALREADY_EXISTS') throw used();
      throw error;
    }
  }

  /** Notes what the wallet says became of it. */
  async notify(offer: OpenedOffer, event: WalletEvent): Promise<boolean> {
    const name = 'noteWalletEvent';
    const asked = { name, input: { offer: offer.id, event } };
    return this.deps.mutations.perform(asked, async ({ run, audit }) => {
      const offers = repository(run, walletOfferStatements);
      const noted = await offers.note({ learnerId: offer.learnerId, id: offer.id, event });
      const objects = [offer.credentialId, offer.id];
      audit({ chain: PLATFORM, action: name, purpose: 'WALLET', subject: offer.learnerId, objects });
      return noted !== null;
    });
  }
}

const used = () => conflict('This nonce was answered before, or is over.', { reason: NONCE_USED });
