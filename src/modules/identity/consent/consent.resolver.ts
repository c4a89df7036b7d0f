import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { RequiredIdempotencyKey } from '../idempotency-key.ts';
import { OrganizationType } from '../organization.type.ts';
import { Policy, ROLES } from '../policy/policy.ts';
import { CampaignType } from './campaign.type.ts';
import type { LearnerConsent } from './consent.service.ts';
import {
  ConsentConnection,
  ConsentType,
  ConsentUseConnection,
  ConsentUseSummaryType,
  GrantConsentInput,
} from './consent.type.ts';

@Resolver(() => ConsentType)
export class ConsentResolver {
  @Policy(ROLES('LEARNER'))
  @Query(() => ConsentConnection, {
    description: 'Consents you gave, last first. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  myConsents(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('activeOnly', () => Boolean, { defaultValue: false, description: 'true: only those that hold now.' })
    activeOnly: boolean,
    @Ctx() { consents }: Context,
  ) {
    return consents.mine(page, activeOnly);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => ConsentUseConnection, {
    nullable: true,
    description:
      'Every use that was made of one of your consents, last first; null when you gave no such consent. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  consentUses(
    @Arg('consentId', () => ID, { description: 'Id of the consent.' }) consentId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { consents }: Context,
  ) {
    return consents.usesInFull(consentId, page);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ConsentType, {
    description:
      'Allows an organisation something, from now on. An earlier consent to it (or to the same campaign) for the same purpose ends. For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND (organisation, campaign, credential, skill), CONFLICT (`KEY_REUSED`).',
  })
  grantConsent(
    @Arg('input', () => GrantConsentInput, { description: 'What is allowed to whom.' })
    input: GrantConsentInput,
    @RequiredIdempotencyKey()
    idempotencyKey: string,
    @Ctx() { consents }: Context,
  ) {
    return consents.grant(input, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ConsentType, {
    description:
      'Withdraws a consent: from the next request on it does not hold. Doing it again changes nothing. For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND (no such consent of yours), CONFLICT (`KEY_REUSED`).',
  })
  withdrawConsent(
    @Arg('id', () => ID, { description: 'Id of the consent.' }) id: string,
    @RequiredIdempotencyKey()
    idempotencyKey: string,
    @Ctx() { consents }: Context,
  ) {
    return consents.withdraw(id, idempotencyKey);
  }

  @FieldResolver(() => OrganizationType, { description: 'To whom it was given.' })
  organization(@Root() consent: LearnerConsent, @Ctx() { organizations }: Context) {
    return organizations.organization(consent.organizationId);
  }

  @FieldResolver(() => CampaignType, {
    nullable: true,
    description: 'The campaign it is limited to; null: none.',
  })
  campaign(@Root() consent: LearnerConsent, @Ctx() { campaigns }: Context) {
    return consent.campaignId && campaigns.campaign(consent.campaignId);
  }

  @FieldResolver(() => ConsentUseSummaryType, {
    description: 'How often it was used, and when last; `consentUses` lists every use.',
  })
  uses(@Root() consent: LearnerConsent, @Ctx() { consents }: Context) {
    return consents.usesOf(consent.id);
  }
}
