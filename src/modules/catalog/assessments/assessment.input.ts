import { Field, ID, InputType, Int } from 'type-graphql';
import { AssessmentKindEnum } from '../catalog.enums.ts';
import type { AssessmentKind } from '../catalog.records.ts';

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

@InputType({ description: 'A new assessment of your organisation.' })
export class CreateAssessmentInput {
  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field(() => AssessmentKindEnum, { description: 'What the learner does.' })
  kind: AssessmentKind;

  @Field(() => String, {
    nullable: true,
    description: 'The task as given to the learner, at most 5000 characters.',
  })
  task?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true when somebody watches and checks who it is; false when left out.',
  })
  supervised?: boolean | null;

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

  @Field(() => RubricInput, { description: 'How it is graded.' })
  rubric: RubricInput;
}
