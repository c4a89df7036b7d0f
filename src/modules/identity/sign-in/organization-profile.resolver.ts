import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey } from '../idempotency-key.ts';
import { OrganizationType } from '../organization.type.ts';
import { ADMINISTRATORS, Policy } from '../policy/policy.ts';
import { OrganizationProfileInputType } from './organization-profile.input.ts';

@Resolver()
export class OrganizationProfileResolver {
  @Policy(ADMINISTRATORS)
  @Mutation(() => OrganizationType, {
    description:
      'Replaces what your organisation says of itself; its name and what it does here stay. For those who administer it. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place.',
  })
  updateOrganization(
    @Arg('input', () => OrganizationProfileInputType, { description: 'Everything it shall say.' })
    input: OrganizationProfileInputType,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { organizationProfile }: Context,
  ) {
    return organizationProfile.update(input, idempotencyKey);
  }
}
