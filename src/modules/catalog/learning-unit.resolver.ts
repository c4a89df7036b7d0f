import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { OrganizationType } from '../identity/organization.type.ts';
import { AssessmentConnection } from './assessment.type.ts';
import { BadgeConnection } from './badge.type.ts';
import type { UnitRecord } from './catalog.records.ts';
import { languagesOfLabels } from './languages-of-labels.ts';
import { LearningUnitType } from './learning-unit.type.ts';
import { OutcomeConnection } from './outcome.type.ts';

@Resolver(() => LearningUnitType)
export class LearningUnitResolver {
  @FieldResolver(() => OrganizationType, { description: 'Who offers it.' })
  provider(@Root() unit: UnitRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(unit.providerId);
  }

  @FieldResolver(() => OutcomeConnection, { description: 'What it teaches.' })
  outcomes(
    @Root() unit: UnitRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { catalog }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return catalog.outcomesOfUnit(unit.id, page, languagesOfLabels(info));
  }

  @FieldResolver(() => AssessmentConnection, { description: 'The assessments that belong to it.' })
  assessments(@Root() unit: UnitRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { catalog }: Context) {
    return catalog.assessmentsOfUnit(unit.id, page);
  }

  @FieldResolver(() => BadgeConnection, {
    description: 'Badges that `prerequisites` names; whether all of them are asked for, the rule says.',
  })
  prerequisiteBadges(
    @Root() unit: UnitRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.prerequisitesOfUnit(unit.id, page);
  }

  @FieldResolver(() => BadgeConnection, {
    description: 'Badges it leads to: their published version is awarded for one of its assessments.',
  })
  leadsTo(@Root() unit: UnitRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { catalog }: Context) {
    return catalog.badgesOfUnit(unit.id, page);
  }
}
