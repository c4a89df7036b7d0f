import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../../context.ts';
import { IdempotencyKey, RequiredIdempotencyKey } from '../../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../../identity/policy/policy.ts';
import type { Credential } from '../../credential.ts';
import { CredentialType } from '../../credential.type.ts';
import type { WalletProtocol } from './wallet-offer.ts';
import { NewWalletOfferType, WalletOfferType, WalletProtocolEnum } from './wallet-offer.type.ts';
import { MOST_OFFERS, OFFER_MINUTES } from './wallet-offers.service.ts';

const ERRORS = 'For the LEARNER who holds it. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND';

@Resolver(() => CredentialType)
export class WalletOffersResolver {
  @Policy(ROLES('LEARNER'))
  @Mutation(() => NewWalletOfferType, {
    description: `Offers one of your credentials to your wallet: open the address with it, or scan it as a QR code. It is taken up once, within ${OFFER_MINUTES} minutes; the credential is signed anew for the key of the wallet when it is. At most ${MOST_OFFERS} offers of a credential are open at a time. ${ERRORS}, CONFLICT (\`NOT_ACTIVE\`, \`TOO_MANY_OFFERS\`).`,
  })
  offerCredentialToWallet(
    @Arg('id', () => ID, { description: 'The id of the credential.' }) id: string,
    @Arg('protocol', () => WalletProtocolEnum, {
      defaultValue: 'OID4VCI',
      description: 'How your wallet fetches credentials.',
    })
    protocol: WalletProtocol,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { walletOffers }: Context,
  ) {
    return walletOffers.offer(id, protocol, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => CredentialType, {
    description: `Takes an offer to a wallet back: nobody can take it up from now on. What a wallet was given already, it keeps. Answers the credential. ${ERRORS} (also for an offer that is forgotten).`,
  })
  async withdrawWalletOffer(
    @Arg('id', () => ID, { description: 'The id of the offer, from `Credential.walletOffers`.' }) id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { walletOffers, credentials }: Context,
  ) {
    return credentials.changed(await walletOffers.withdraw(id, idempotencyKey));
  }

  @FieldResolver(() => [WalletOfferType], {
    nullable: true,
    description:
      'The offers of it to wallets in the last 90 days, the newest first; null to anybody but the learner.',
  })
  walletOffers(@Root() { id, learnerId }: Credential, @Ctx() { walletOffers }: Context) {
    return walletOffers.offers(id, learnerId);
  }
}
