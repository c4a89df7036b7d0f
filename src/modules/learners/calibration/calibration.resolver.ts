import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { AssessmentType } from '../../catalog/assessment.type.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { AssessmentCalibrationType, GradingReliabilityEnum } from './calibration.type.ts';

@Resolver(() => AssessmentType)
export class CalibrationResolver {
  @Policy(ROLES('ISSUER_ADMIN'))
  @Query(() => AssessmentCalibrationType, {
    nullable: true,
    description:
      'How far the assessors of an assessment of your organisation agree, by version of the rubric and criterion, and who drifts. For ISSUER_ADMIN; errors: UNAUTHENTICATED, FORBIDDEN (role, or an assessment of another organisation). Null when there is none.',
  })
  calibration(
    @Arg('assessmentId', () => ID, { description: 'The assessment.' }) assessmentId: string,
    @Ctx() { calibrations }: Context,
  ) {
    return calibrations.ofAssessment(assessmentId);
  }

  @FieldResolver(() => GradingReliabilityEnum, {
    description:
      'How far grading by its present rubric can be relied upon: that of the weakest criterion, from work that several assessors marked.',
  })
  gradingReliability(@Root() { id }: { id: string }, @Ctx() { calibrations }: Context) {
    return calibrations.reliabilityOf(id);
  }
}
