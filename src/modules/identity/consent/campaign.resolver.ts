import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { IdempotencyKey } from '../idempotency-key.ts';
import { Policy, PUBLIC, ROLES } from '../policy/policy.ts';
import { CampaignConnection, CampaignType, CreateCampaignInput } from './campaign.type.ts';

@Resolver()
export class CampaignResolver {
  @Policy(PUBLIC)
  @Query(() => CampaignType, { nullable: true, description: 'A campaign by id; null when there is none.' })
  campaign(
    @Arg('id', () => ID, { description: 'Id of the campaign.' }) id: string,
    @Ctx() { campaigns }: Context,
  ) {
    return campaigns.campaign(id);
  }

  @Policy(PUBLIC)
  @Query(() => CampaignConnection, {
    description: 'The campaigns of an organisation, the one that ends last first; none for an unknown one.',
  })
  campaigns(
    @Arg('organizationId', () => ID, { description: 'Whose campaigns.' }) organizationId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('activeOnly', () => Boolean, { defaultValue: true, description: 'false: those that ended, too.' })
    activeOnly: boolean,
    @Ctx() { campaigns }: Context,
  ) {
    return campaigns.ofOrganization(organizationId, activeOnly, page);
  }

  @Policy(ROLES('EMPLOYER', 'ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => CampaignType, {
    description:
      'Opens a campaign of your organisation, which learners can consent to. For EMPLOYER, ISSUER_ADMIN, ISSUER_STAFF. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, CONFLICT (`KEY_REUSED`).',
  })
  createCampaign(
    @Arg('input', () => CreateCampaignInput, { description: 'The campaign.' }) input: CreateCampaignInput,
    @IdempotencyKey()
    idempotencyKey: string | undefined,
    @Ctx() { campaigns }: Context,
  ) {
    return campaigns.create(input, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER', 'ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => CampaignType, {
    description:
      'Ends a campaign of your organisation now, and with it every consent within it. Doing it again changes nothing. For EMPLOYER, ISSUER_ADMIN, ISSUER_STAFF. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND, CONFLICT (`KEY_REUSED`).',
  })
  endCampaign(
    @Arg('id', () => ID, { description: 'Id of the campaign.' }) id: string,
    @IdempotencyKey()
    idempotencyKey: string | undefined,
    @Ctx() { campaigns }: Context,
  ) {
    return campaigns.end(id, idempotencyKey);
  }
}
