import { Field, ID, InputType, Int } from 'type-graphql';
import { AssessmentKindEnum, IdentityCheckEnum } from '../catalog.enums.ts';
import type { AssessmentKind, IdentityCheck } from '../catalog.records.ts';

@InputType({ description: 'How well a criterion can be met.' })
export class CriterionLevelInput {
  @Field(() => String, { description: 'Name, 1 to 100 characters.' })
  title: string;

  @Field(() => Int, { description: 'Points, 0 to 1000; never fewer than the level below.' })
  points: number;

  @Field(() => String, { nullable: true, description: 'What such work looks like, at most 1000 characters.' })
  descriptor?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true for the lowest level that passes; exactly one level of a criterion.',
  })
  passing?: boolean | null;
}

@InputType({ description: 'One thing that is looked at.' })
export class CriterionInput {
  @Field(() => String, { description: 'What is looked at, 1 to 200 characters.' })
  title: string;

  @Field(() => [CriterionLevelInput], { description: '2 to 10 levels, lowest first.' })
  levels: CriterionLevelInput[];
}

@InputType({ description: 'How work is graded.' })
export class RubricInput {
  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field(() => [CriterionInput], { description: '1 to 30 criteria, in order.' })
  criteria: CriterionInput[];
}

@InputType({ description: 'What a new assessment and a changed one have in common.' })
abstract class AssessmentFields {
  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field(() => AssessmentKindEnum, { description: 'What the learner does.' })
  kind: AssessmentKind;

  @Field(() => String, {
    nullable: true,
    description: 'The task as given to the learner, at most 5000 characters.',
  })
  task?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Under which conditions it is done: time, place, company. At most 2000 characters.',
  })
  conditions?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What may be used for it: at most 30, each at most 200 characters.',
  })
  tools?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'What must not be used or exceeded, at most 2000 characters.',
  })
  constraints?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'What the work is looked at for: at most 30, each at most 500 characters.',
  })
  successCriteria?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'What has to be handed in, at most 2000 characters.',
  })
  evidence?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true when somebody watches and checks who it is; false when left out.',
  })
  supervised?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it is supervised, in words, at most 1000 characters.',
  })
  supervision?: string | null;

  @Field(() => IdentityCheckEnum, {
    nullable: true,
    description: 'How it is made sure who does it; left out: not stated.',
  })
  identityCheck?: IdentityCheck | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How often a learner may hand in work until they pass, 1 to 100; left out: without limit.',
  })
  attempts?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from a result that did not pass until the next attempt, 1 to 3650; left out: none.',
  })
  retakeWaitDays?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What must be different at the next attempt, at most 1000 characters; the learner then has to say what they changed.',
  })
  retakeChange?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many assessors mark each piece of work, 1 to 5; 1 when left out.',
  })
  assessors?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Of how much of the work at least two assessors mark it, 0 to 100 percent; 0 when left out. While it is above 0, assessors do not see whose work they mark.',
  })
  doubleMarkPercent?: number | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The employer who brought it: a job simulation, so kind must be SIMULATION.',
  })
  broughtById?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Outcomes of your organisation that it assesses, at most 50.',
  })
  outcomeIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Learning units of your organisation it belongs to, at most 20.',
  })
  learningUnitIds?: string[] | null;
}

@InputType({ description: 'A new assessment of your organisation.' })
export class CreateAssessmentInput extends AssessmentFields {
  @Field(() => ID, {
    nullable: true,
    description:
      'The assessment of your organisation whose place it takes. The versions of the rubric are counted on.',
  })
  followsId?: string | null;

  @Field(() => RubricInput, { description: 'How it is graded.' })
  rubric: RubricInput;
}

@InputType({ description: 'All that an assessment is to say from now on; what is left out is not said.' })
export class UpdateAssessmentInput extends AssessmentFields {
  @Field(() => RubricInput, {
    nullable: true,
    description:
      'How it is graded from now on; left out, the rubric stays. When work was graded by the one before, this is its next version.',
  })
  rubric?: RubricInput | null;
}
