import { Arg, Args, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { BadgeVersionType } from '../badge.type.ts';
import type { VersionRecord } from '../catalog.records.ts';
import { BadgeChangeConnection } from './badge-change.type.ts';

@Resolver(() => BadgeVersionType)
export class BadgeHistoryResolver {
  @FieldResolver(() => BadgeChangeConnection, {
    description:
      'What this version changed, found by comparing all that both say: outcomes, alignments, assessments with their rubrics, stacked badges and its own words. Empty for the first version. INVALID_INPUT: `since` is no version of this badge.',
  })
  changes(
    @Root() version: VersionRecord,
    @Arg('since', () => ID, {
      nullable: true,
      description:
        'Id of the version of the same badge to compare with; the one published before it when left out.',
    })
    since: string | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { badgeHistory }: Context,
  ) {
    return badgeHistory.changesOf(version, page, since);
  }
}
