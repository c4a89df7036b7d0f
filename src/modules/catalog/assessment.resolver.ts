import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { OrganizationType } from '../identity/organization.type.ts';
import {
  AssessmentType,
  CriterionConnection,
  CriterionLevelConnection,
  CriterionType,
  RubricType,
} from './assessment.type.ts';
import type { AssessmentRecord, CriterionRecord, RubricRecord } from './catalog.records.ts';
import { languagesOfLabels } from './languages-of-labels.ts';
import { OutcomeConnection } from './outcome.type.ts';

@Resolver(() => AssessmentType)
export class AssessmentResolver {
  @FieldResolver(() => OrganizationType, { description: 'Whose assessment it is; its assessors grade.' })
  owner(@Root() assessment: AssessmentRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(assessment.ownerId);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description:
      'The employer who brought it, when it is a job simulation out of that employer’s work; else null.',
  })
  broughtBy(@Root() { broughtById }: AssessmentRecord, @Ctx() { organizations }: Context) {
    return broughtById && organizations.organization(broughtById);
  }

  @FieldResolver(() => OutcomeConnection, { description: 'The outcomes it shows.' })
  outcomes(
    @Root() assessment: AssessmentRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { catalog }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return catalog.outcomesOfAssessment(assessment.id, page, languagesOfLabels(info));
  }

  @FieldResolver(() => AssessmentType, {
    nullable: true,
    description: 'The assessment whose place it takes; its rubric carries on the versions of that one’s.',
  })
  follows(@Root() { followsId }: AssessmentRecord, @Ctx() { catalog }: Context) {
    return followsId && catalog.assessment(followsId);
  }

  @FieldResolver(() => RubricType, { nullable: true, description: 'How it is graded.' })
  rubric(@Root() assessment: AssessmentRecord, @Ctx() { catalog }: Context) {
    return catalog.rubricOf(assessment.id);
  }
}

@Resolver(() => RubricType)
export class RubricResolver {
  @FieldResolver(() => CriterionConnection, { description: 'What is looked at, in order.' })
  criteria(@Root() rubric: RubricRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { catalog }: Context) {
    return catalog.criteriaOf(rubric, page);
  }
}

@Resolver(() => CriterionType)
export class CriterionResolver {
  @FieldResolver(() => CriterionLevelConnection, { description: 'How well it can be met, lowest first.' })
  levels(
    @Root() criterion: CriterionRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.levelsOf(criterion, page);
  }
}
