import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { OrganizationType } from '../identity/organization.type.ts';
import type { OutcomeRecord } from './catalog.records.ts';
import { AlignmentConnection, OutcomeType } from './outcome.type.ts';

@Resolver(() => OutcomeType)
export class OutcomeResolver {
  @FieldResolver(() => OrganizationType, { description: 'Whose outcome it is.' })
  owner(@Root() outcome: OutcomeRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(outcome.ownerId);
  }

  @FieldResolver(() => AlignmentConnection, {
    description: 'The skills of taxonomies it shows, in order of URI.',
  })
  alignments(
    @Root() outcome: OutcomeRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.alignmentsOf(outcome, page);
  }
}
