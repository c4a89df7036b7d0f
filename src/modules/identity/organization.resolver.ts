import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { OrganizationConnection, OrganizationFilterInput, OrganizationType } from './organization.type.ts';
import { Policy, PUBLIC } from './policy/policy.ts';

@Resolver()
export class OrganizationResolver {
  @Policy(PUBLIC)
  @Query(() => OrganizationType, {
    nullable: true,
    description: 'An organisation by id; null when there is none.',
  })
  organization(
    @Arg('id', () => ID, { description: 'Id of the organisation.' }) id: string,
    @Ctx() { organizations }: Context,
  ) {
    return organizations.organization(id);
  }

  @Policy(PUBLIC)
  @Query(() => OrganizationConnection, { description: 'Organisations, in order of name.' })
  organizations(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => OrganizationFilterInput, {
      nullable: true,
      description: 'Which organisations to show; all when left out.',
    })
    filter: OrganizationFilterInput | undefined,
    @Ctx() { organizations }: Context,
  ) {
    return organizations.organizations(page, filter ?? {});
  }
}
