import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../../../platform/graphql/enum.ts';
import { Policy, ROLES } from '../../../identity/policy/policy.ts';
import type { WalletEvent, WalletOfferState, WalletProtocol } from './wallet-offer.ts';

export const WalletProtocolEnum = enumOf<WalletProtocol>(
  'WalletProtocol',
  'How a wallet fetches what it is offered.',
  {
    OID4VCI:
      'OpenID for Verifiable Credential Issuance 1.0 with a pre-authorised code and a transaction code: what most wallets speak.',
    VC_API: 'An exchange of the W3C VC API, as the Learner Credential Wallet of the DCC speaks it.',
  },
);

export const WalletOfferStateEnum = enumOf<WalletOfferState>(
  'WalletOfferState',
  'What became of an offer until now.',
  {
    OPEN: 'Nobody took it up yet.',
    REDEEMED: 'A wallet used its code, and has not fetched the credential yet.',
    CLAIMED: 'A wallet was given the credential.',
    LOCKED: 'Five wrong transaction codes were sent: it can no longer be taken up.',
    EXPIRED: 'Nobody took it up in time.',
  },
);

export const WalletEventEnum = enumOf<WalletEvent>(
  'WalletEvent',
  'What a wallet says became of a credential it was given.',
  {
    ACCEPTED: 'It is in the wallet.',
    FAILED: 'The wallet could not keep it.',
    DELETED: 'The wallet, or whoever holds it, did not want it.',
  },
);

@Policy(ROLES('LEARNER'))
@ObjectType('WalletOffer', {
  description: 'That a learner offered a credential to a wallet of theirs, and what became of it.',
})
export class WalletOfferType {
  @Field(() => ID, { description: 'What to take it back by. It opens nothing.' })
  id: string;

  @Field(() => WalletProtocolEnum, { description: 'How a wallet takes it up.' })
  protocol: WalletProtocol;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => Date, { description: 'From when on it can no longer be taken up.' })
  expiresAt: Date;

  @Field(() => WalletOfferStateEnum, { description: 'What became of it.' })
  state: WalletOfferState;

  @Field(() => Date, {
    nullable: true,
    description: 'When a wallet was given the credential; null as long as none was.',
  })
  claimedAt: Date | null;

  @Field(() => WalletEventEnum, {
    nullable: true,
    description: 'What the wallet said became of the credential last; null when it said nothing.',
  })
  notification: WalletEvent | null;
}

@Policy(ROLES('LEARNER'))
@ObjectType('NewWalletOffer', { description: 'An offer that was just made.' })
export class NewWalletOfferType {
  @Field(() => ID, { description: 'What to take it back by.' })
  id: string;

  @Field(() => ID, { description: 'The credential that is offered.' })
  credentialId: string;

  @Field(() => Date, { description: 'From when on it can no longer be taken up.' })
  expiresAt: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'The address to open with a wallet, or to show it as a QR code, told this one time: only a digest of the secret in it is stored. Null when the same request was carried out before.',
  })
  uri: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The six digits to type into the wallet when it asks for them, told this one time; null where the protocol has none, and when the same request was carried out before. Never put them into the QR code.',
  })
  transactionCode: string | null;
}
