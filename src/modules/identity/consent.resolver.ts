import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import type { LearnerConsent } from './consent.service.ts';
import { ConsentConnection, ConsentType, GrantConsentInput } from './consent.type.ts';
import { RequiredIdempotencyKey } from './idempotency-key.ts';
import { OrganizationType } from './organization.type.ts';
import { Policy, ROLES } from './policy/policy.ts';

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
  @Mutation(() => ConsentType, {
    description:
      'Allows an organisation something, from now on. An earlier consent to it for the same purpose ends. For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND (organisation), CONFLICT (KEY_REUSED).',
  })
  grantConsent(
    @Arg('input', () => GrantConsentInput, { description: 'What is allowed to whom.' })
    input: GrantConsentInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { consents }: Context,
  ) {
    return consents.grant(input, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ConsentType, {
    description:
      'Withdraws a consent: from the next request on it does not hold. Doing it again changes nothing. For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN, NOT_FOUND (no such consent of yours), CONFLICT (KEY_REUSED).',
  })
  withdrawConsent(
    @Arg('id', () => ID, { description: 'Id of the consent.' }) id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { consents }: Context,
  ) {
    return consents.withdraw(id, idempotencyKey);
  }

  @FieldResolver(() => OrganizationType, { description: 'To whom it was given.' })
  organization(@Root() consent: LearnerConsent, @Ctx() { organizations }: Context) {
    return organizations.organization(consent.organizationId);
  }
}
