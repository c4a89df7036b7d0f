import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../../platform/graphql/connection.ts';
import { Policy, PUBLIC, ROLES } from '../../../identity/policy/policy.ts';
import type { Place } from '../place.ts';
import { PlaceType } from '../place.type.ts';
import {
  DecisionEnum,
  ReviewAspectEnum,
  ReviewRoleEnum,
  ReviewStateEnum,
  SeverityEnum,
} from '../quality.enums.ts';
import type { Decision, ReviewAspect, ReviewRole, ReviewState, Severity } from './review.rules.ts';

@Policy(PUBLIC)
@ObjectType('RequiredPart', { description: 'How many people must take part in a capacity.' })
export class RequiredPartType {
  @Field(() => ReviewRoleEnum, { description: 'The capacity.' })
  role: ReviewRole;

  @Field(() => Int, { description: 'How many different people, 1 to 10.' })
  count: number;
}

@Policy(PUBLIC)
@ObjectType('ReviewPolicy', { description: 'How a badge is reviewed: how often, by whom, looking at what.' })
export class ReviewPolicyType {
  @Field(() => Int, { description: 'Months from one review to the next, 1 to 60.' })
  intervalMonths: number;

  @Field(() => Int, { description: 'Days a review may take, 1 to 365.' })
  dueDays: number;

  @Field(() => Int, { description: 'Pieces of work a review looks at, 0 to 50, chosen by lot.' })
  sampleSize: number;

  @Field(() => [ReviewAspectEnum], { description: 'What it looks at.' })
  aspects: ReviewAspect[];

  @Field(() => [RequiredPartType], {
    description: 'Who must take part; at least one practitioner from outside (EXTERNAL_REVIEWER, EMPLOYER).',
  })
  required: RequiredPartType[];

  @Field(() => Date, { description: 'When it was last set (UTC).' })
  updatedAt: Date;
}

@Policy(PUBLIC)
@ObjectType('Review', {
  description:
    'A review of a badge version. Public once it is closed; while it is open, seen by the issuer’s people and by whom it invited.',
})
export class ReviewType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ReviewStateEnum, { description: 'Open or closed.' })
  state: ReviewState;

  @Field(() => [ReviewAspectEnum], { description: 'What it looks at.' })
  aspects: ReviewAspect[];

  @Field(() => Date, { description: 'When it was opened (UTC).' })
  openedAt: Date;

  @Field(() => Date, { description: 'Until when it is to be closed (UTC).' })
  dueAt: Date;

  @Field(() => [RequiredPartType], {
    description: 'Who must take part, as the policy said when it was opened.',
  })
  required: RequiredPartType[];

  @Field(() => DecisionEnum, { nullable: true, description: 'What was decided; null while it is open.' })
  decision: Decision | null;

  @Field(() => String, { nullable: true, description: 'Why; null while it is open.' })
  reason: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was decided (UTC); null while it is open.' })
  decidedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when things are to be mended (UTC), with conditions or a change needed; else null.',
  })
  mendBy: Date | null;
}

@Policy(PUBLIC)
@ObjectType('ReviewPart', {
  description: 'That somebody took part in a review, and what they think. Never who they are.',
})
export class ReviewPartType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ReviewRoleEnum, { description: 'In which capacity.' })
  role: ReviewRole;

  @Field(() => Date, { description: 'When (UTC).' })
  at: Date;
}

@Policy(PUBLIC)
@ObjectType('ReviewFinding', { description: 'Something a reviewer found.' })
export class ReviewFindingType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => SeverityEnum, { description: 'How much it matters.' })
  severity: Severity;

  @Field(() => ReviewAspectEnum, { description: 'What it is about.' })
  aspect: ReviewAspect;

  @Field(() => PlaceType, { nullable: true, description: 'Where it is; null: the badge as a whole.' })
  place: Place | null;

  @Field(() => String, { description: 'What was found.' })
  text: string;

  @Field(() => String, {
    nullable: true,
    description: 'How it could be mended; null when nothing was advised.',
  })
  advice: string | null;

  @Field(() => ReviewRoleEnum, { description: 'In which capacity whoever found it took part.' })
  role: ReviewRole;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when it should be settled (UTC); null: no day was named.',
  })
  dueAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When it was settled (UTC); null while it is not.' })
  settledAt: Date | null;

  @Field(() => String, { nullable: true, description: 'How it was settled; null while it is not.' })
  settlement: string | null;
}

const LOOKERS = ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR', 'EXTERNAL_REVIEWER', 'EMPLOYER');

@Policy(LOOKERS)
@ObjectType('SampledEvidence', { description: 'Something handed in with work that a review looks at.' })
export class SampledEvidenceType {
  @Field(() => String, {
    nullable: true,
    description: 'Where it is, for the issuer’s people only: an address tells whose it is.',
  })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the file, 64 hexadecimal digits.' })
  digest: string | null;
}

@Policy(LOOKERS)
@ObjectType('SampledWork', {
  description: 'A piece of work that a review looks at. Whose it is is not said to anybody.',
})
export class SampledWorkType {
  @Field(() => String, { description: 'Stands for it in this review: W1, W2 …' })
  code: string;

  @Field(() => ID, { description: 'The assessment it answers.' })
  assessmentId: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the learner wrote, without their name and e-mail address; null when nothing was written.',
  })
  narrative: string | null;

  @Field(() => [SampledEvidenceType], { description: 'What was handed in with it, in that order.' })
  evidence: SampledEvidenceType[];

  @Field(() => Boolean, { nullable: true, description: 'Whether it passed.' })
  passed: boolean | null;

  @Field(() => Int, { nullable: true, description: 'Points it was given.' })
  points: number | null;
}

@Policy(PUBLIC)
@ObjectType('OverdueBadge', { description: 'A badge that should have been reviewed, or mended, by now.' })
export class OverdueBadgeType {
  @Field(() => Date, { description: 'When that fell due (UTC).' })
  nextReviewAt: Date;

  @Field(() => Int, { description: 'Whole days since then.' })
  daysOverdue: number;
}

export const ReviewConnection = connectionOf(() => ReviewType, 'Review');
export const ReviewPartConnection = connectionOf(() => ReviewPartType, 'ReviewPart');
export const ReviewFindingConnection = connectionOf(() => ReviewFindingType, 'ReviewFinding');
export const SampledWorkConnection = connectionOf(() => SampledWorkType, 'SampledWork');
export const OverdueBadgeConnection = connectionOf(() => OverdueBadgeType, 'OverdueBadge');
