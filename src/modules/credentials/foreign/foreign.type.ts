import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { PresentedFormat, VerificationReport } from '../verification/report.ts';
import { PresentedFormatEnum, VerificationReportType } from '../verification.type.ts';
import type { ForeignStanding, RecipientMatch } from './foreign.rules.ts';

export const ForeignStandingEnum = enumOf<ForeignStanding>(
  'ForeignStanding',
  'What a credential from elsewhere amounts to here, by its last verification.',
  {
    TRUSTED:
      'Every check held, a registry vouches for its issuer in all it shows, and it was issued to your e-mail address.',
    VERIFIED:
      'Its issuer signed it and nothing speaks against it; but no registry vouches for all of it, or it does not say that it is yours.',
    DOUBTFUL: 'A check other than that of trust could not be made, such as whether it was withdrawn.',
    FAILED: 'A check failed: it was withdrawn, has expired, or its issuer does not stand by it any more.',
  },
);

export const RecipientMatchEnum = enumOf<RecipientMatch>(
  'RecipientMatch',
  'Whether a credential from elsewhere says that it is about you.',
  {
    EMAIL: 'It was issued to your e-mail address (Open Badges 3.0 IdentityObject).',
    OTHER_EMAIL: 'It was issued to an e-mail address that is not the one in your profile.',
    NOT_SAID: 'It names its recipient in another way, which says nothing here.',
  },
);

@Policy(ROLES('LEARNER'))
@ObjectType('ForeignCredential', {
  description:
    'A credential of an issuer elsewhere that a learner brought into their record. Only the learner sees it; it is kept apart from what was issued here and proves nothing in matching.',
})
export class ForeignCredentialType {
  @Field(() => ID, { description: 'The id within this service.' })
  id: string;

  @Field(() => String, { description: 'What it is called, in the words of its issuer.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What the issuer calls itself; null when not said.' })
  issuerName: string | null;

  @Field(() => PresentedFormatEnum, { description: 'What was brought, once it was out of its image.' })
  format: PresentedFormat;

  @Field(() => ForeignStandingEnum, { description: 'What it amounts to, by the last verification.' })
  standing: ForeignStanding;

  @Field(() => RecipientMatchEnum, { description: 'Whether it says that it is about you.' })
  recipient: RecipientMatch;

  @Field(() => Date, { description: 'When it was brought.' })
  broughtAt: Date;

  @Field(() => Date, { description: 'When it was last verified.' })
  checkedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'Valid before this instant; null when it does not expire.',
  })
  validUntil: Date | null;

  @Field(() => String, { description: 'SHA-256 of the signed text, in hex.' })
  digest: string;

  @Field(() => VerificationReportType, {
    description:
      'The last verification, with what registries say of the issuer and the skills known here that it is aligned to.',
  })
  report: VerificationReport;
}

export const ForeignCredentialConnection = connectionOf(() => ForeignCredentialType, 'ForeignCredential');
