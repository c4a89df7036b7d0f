import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { OWN, Policy, ROLES } from '../../identity/policy/policy.ts';
import { FEWEST_UNITS, type GradingReliability } from './reliability.ts';
import { FEWEST_DEVIATIONS } from './statistics/drift.ts';

export const GradingReliabilityEnum = enumOf<GradingReliability>(
  'GradingReliability',
  'How far grading can be relied upon, by the ordinal α of Krippendorff of work that several assessors marked.',
  {
    HIGH: 'α of 0.8 or more.',
    TENTATIVE: 'α from 0.667 to below 0.8.',
    LOW: 'α below 0.667.',
    UNKNOWN: `Fewer than ${FEWEST_UNITS} pieces of work were marked by several assessors, or all got one level.`,
  },
);

const ADMIN = ROLES('ISSUER_ADMIN');

@Policy(ADMIN)
@ObjectType('CriterionCalibration', {
  description:
    'How far assessors agree about one criterion. A measure is null where nothing varied: agreement on what is always the same shows nothing.',
})
export class CriterionCalibrationType {
  @Field(() => ID, { description: 'The criterion.' })
  criterionId: string;

  @Field(() => String, { description: 'What is looked at.' })
  title: string;

  @Field(() => Int, { description: 'How many pieces of work several assessors marked.' })
  units: number;

  @Field(() => Int, { description: 'How many markings these have together.' })
  markings: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the work to which all gave the same level, 0 to 1; chance is not taken out.',
  })
  agreement: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Krippendorff’s α over levels as names, at most 1; 0 is chance.',
  })
  alphaNominal: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Krippendorff’s α over levels in their order, at most 1; 0 is chance.',
  })
  alphaOrdinal: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Krippendorff’s α over the points of the levels, at most 1; 0 is chance.',
  })
  alphaInterval: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Cohen’s κ of the first two assessors, a disagreement weighing as many steps as it is wide.',
  })
  kappaLinear: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Cohen’s κ of the first two assessors, a disagreement weighing the square of its steps.',
  })
  kappaQuadratic: number | null;

  @Field(() => GradingReliabilityEnum, { description: 'What the ordinal α amounts to.' })
  reliability: GradingReliability;
}

@Policy(ADMIN)
@ObjectType('AssessorCalibration', {
  description:
    'How one assessor deviates from others who marked the same work, in levels, on average over the criteria.',
})
export class AssessorCalibrationType {
  @Field(() => String, { description: 'Who, as audit events name them (`key:…`, `person:…`).' })
  assessor: string;

  @Field(() => Int, { description: 'How many pieces of work they and somebody else marked.' })
  n: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Mean deviation in levels: above 0 is more generous than the others, below 0 stricter.',
  })
  mean: number | null;

  @Field(() => [Float], {
    nullable: true,
    description: `The 95 % confidence interval of the mean (Student’s t), from and to; null with n below ${FEWEST_DEVIATIONS}.`,
  })
  interval: readonly number[] | null;

  @Field(() => Boolean, {
    description:
      'True when the interval leaves out 0. Of twenty who do not drift, one is expected to seem to: a reason to look, not a verdict.',
  })
  drifts: boolean;
}

@Policy(ADMIN)
@ObjectType('RubricCalibration', { description: 'How far assessors agree by one version of a rubric.' })
export class RubricCalibrationType {
  @Field(() => ID, { description: 'The rubric.' })
  rubricId: string;

  @Field(() => String, { nullable: true, description: 'Its title.' })
  title: string | null;

  @Field(() => Int, { description: 'Its version, from 1 on.' })
  version: number;

  @Field(() => Int, { description: 'How many pieces of work several assessors marked by it.' })
  doubleMarked: number;

  @Field(() => GradingReliabilityEnum, { description: 'That of its weakest criterion.' })
  reliability: GradingReliability;

  @Field(() => [CriterionCalibrationType], { description: 'Each criterion, in order.' })
  criteria: CriterionCalibrationType[];

  @Field(() => [AssessorCalibrationType], { description: 'Each assessor, in the order of their names.' })
  assessors: AssessorCalibrationType[];
}

@Policy(OWN({ organization: 'organizationId', roles: ['ISSUER_ADMIN'] }))
@ObjectType('AssessmentCalibration', {
  description:
    'How far the assessors of an assessment agree. Work of learners who were erased no longer counts.',
})
export class AssessmentCalibrationType {
  @Field(() => ID, { description: 'The assessment.' })
  assessmentId: string;

  @Field(() => [RubricCalibrationType], {
    description: 'By version of the rubric, the newest first; those of assessments it follows, too.',
  })
  rubrics: RubricCalibrationType[];
}
