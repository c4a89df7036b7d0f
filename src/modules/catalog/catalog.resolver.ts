import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { AssessmentType } from './assessment.type.ts';
import { BadgeConnection, BadgeType, BadgeVersionType } from './badge.type.ts';
import { BadgeSortEnum, LearningUnitSortEnum } from './catalog.enums.ts';
import { BadgeFilterInput, LearningUnitFilterInput } from './catalog.input.ts';
import type { BadgeSort, UnitSort } from './catalog.service.ts';
import { LearningUnitConnection, LearningUnitType } from './learning-unit.type.ts';
import { OutcomeType } from './outcome.type.ts';

@Resolver()
export class CatalogResolver {
  @Policy(PUBLIC)
  @Query(() => BadgeType, {
    nullable: true,
    description:
      'A badge by id. Null when there is none, or when it is an unpublished draft of somebody else.',
  })
  badge(@Arg('id', () => ID, { description: 'Id of the badge.' }) id: string, @Ctx() { catalog }: Context) {
    return catalog.badge(id);
  }

  @Policy(PUBLIC)
  @Query(() => BadgeVersionType, {
    nullable: true,
    description:
      'A version of a badge by id. Null when there is none, or when it is a draft of somebody else.',
  })
  badgeVersion(
    @Arg('id', () => ID, { description: 'Id of the version.' }) id: string,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.version(id);
  }

  @Policy(PUBLIC)
  @Query(() => BadgeConnection, {
    description: 'Badges of every issuer. Members of an issuer see its unpublished drafts, too.',
  })
  badges(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => BadgeFilterInput, {
      nullable: true,
      description: 'Which badges to show; all when left out.',
    })
    filter: BadgeFilterInput | undefined,
    @Arg('sort', () => BadgeSortEnum, { defaultValue: 'NAME', description: 'In which order.' })
    sort: BadgeSort,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.badges(page, filter ?? {}, sort);
  }

  @Policy(PUBLIC)
  @Query(() => LearningUnitType, {
    nullable: true,
    description: 'A learning unit by id; null when there is none.',
  })
  learningUnit(
    @Arg('id', () => ID, { description: 'Id of the unit.' }) id: string,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.unit(id);
  }

  @Policy(PUBLIC)
  @Query(() => LearningUnitConnection, { description: 'Learning units of every provider.' })
  learningUnits(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => LearningUnitFilterInput, {
      nullable: true,
      description: 'Which units to show; all when left out.',
    })
    filter: LearningUnitFilterInput | undefined,
    @Arg('sort', () => LearningUnitSortEnum, { defaultValue: 'TITLE', description: 'In which order.' })
    sort: UnitSort,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.units(page, filter ?? {}, sort);
  }

  @Policy(PUBLIC)
  @Query(() => OutcomeType, { nullable: true, description: 'An outcome by id; null when there is none.' })
  outcome(
    @Arg('id', () => ID, { description: 'Id of the outcome.' }) id: string,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.outcome(id);
  }

  @Policy(PUBLIC)
  @Query(() => AssessmentType, {
    nullable: true,
    description: 'An assessment by id; null when there is none.',
  })
  assessment(
    @Arg('id', () => ID, { description: 'Id of the assessment.' }) id: string,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.assessment(id);
  }
}
