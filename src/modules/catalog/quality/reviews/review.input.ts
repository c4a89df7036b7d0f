import { Field, ID, InputType, Int } from 'type-graphql';
import { PlaceInputType } from '../place.type.ts';
import {
  DecisionEnum,
  ReviewAspectEnum,
  ReviewRoleEnum,
  ReviewStateEnum,
  SeverityEnum,
} from '../quality.enums.ts';
import type { Decision, ReviewAspect, ReviewRole, ReviewState, Severity } from './review.rules.ts';

@InputType('RequiredPartInput', { description: 'How many people must take part in a capacity.' })
export class RequiredPartInput {
  @Field(() => ReviewRoleEnum, { description: 'The capacity; each at most once.' })
  role: ReviewRole;

  @Field(() => Int, { nullable: true, description: 'How many different people, 1 to 10; 1 when left out.' })
  count?: number;
}

@InputType('ReviewPolicyInput', { description: 'How a badge shall be reviewed.' })
export class ReviewPolicyInput {
  @Field(() => Int, { description: 'Months from one review to the next, 1 to 60.' })
  intervalMonths: number;

  @Field(() => Int, { nullable: true, description: 'Days a review may take, 1 to 365; 60 when left out.' })
  dueDays?: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Pieces of work it looks at, 0 to 50, chosen by lot; 5 when left out.',
  })
  sampleSize?: number;

  @Field(() => [ReviewAspectEnum], {
    nullable: true,
    description: 'What it looks at, at least one thing; all of them when left out.',
  })
  aspects?: ReviewAspect[];

  @Field(() => [RequiredPartInput], {
    description:
      'Who must take part. At least one practitioner from outside: EXTERNAL_REVIEWER or EMPLOYER; else INVALID_INPUT.',
  })
  required: RequiredPartInput[];
}

@InputType('ReviewFindingInput', { description: 'Something that was found.' })
export class ReviewFindingInput {
  @Field(() => SeverityEnum, { description: 'How much it matters.' })
  severity: Severity;

  @Field(() => ReviewAspectEnum, {
    description:
      'What it is about; one of what the review looks at, and EVIDENCE when the place is a piece of work.',
  })
  aspect: ReviewAspect;

  @Field(() => PlaceInputType, {
    nullable: true,
    description: 'Where it is; left out: the badge as a whole.',
  })
  place?: PlaceInputType | null;

  @Field(() => String, {
    description: 'What was found, 1 to 2000 characters. Public once the review is closed.',
  })
  text: string;

  @Field(() => String, { nullable: true, description: 'How it could be mended, at most 2000 characters.' })
  advice?: string | null;

  @Field(() => Date, { nullable: true, description: 'Until when it should be settled (UTC, in the future).' })
  dueAt?: Date | null;
}

@InputType('ReviewPartInput', { description: 'What somebody who takes part in a review says.' })
export class ReviewPartInput {
  @Field(() => ReviewRoleEnum, { description: 'In which capacity; a role you hold.' })
  role: ReviewRole;

  @Field(() => String, {
    description:
      'What you think of the badge, 1 to 5000 characters. Public once the review is closed; a learner’s is sealed, for the issuer and themselves.',
  })
  statement: string;

  @Field(() => [ReviewFindingInput], {
    nullable: true,
    description: 'What you found, at most 50 things; not for learners, who say it in the statement.',
  })
  findings?: ReviewFindingInput[];
}

@InputType('ReviewDecisionInput', { description: 'How a review ends.' })
export class ReviewDecisionInput {
  @Field(() => DecisionEnum, { description: 'What is decided.' })
  decision: Decision;

  @Field(() => String, { description: 'Why, 1 to 5000 characters. Public.' })
  reason: string;

  @Field(() => Date, {
    nullable: true,
    description:
      'Until when things are to be mended (UTC, in the future): with APPROVE_WITH_CONDITIONS and CHANGE_NEEDED, and not otherwise.',
  })
  mendBy?: Date | null;
}

@InputType('ReviewFilter', { description: 'Which reviews a list shows; all that is given must hold.' })
export class ReviewFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only reviews of this badge.' })
  badgeId?: string | null;

  @Field(() => ReviewStateEnum, { nullable: true, description: 'Only open or only closed ones.' })
  state?: ReviewState | null;
}
