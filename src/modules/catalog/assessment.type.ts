import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { AssessmentKindEnum } from './catalog.enums.ts';
import type { AssessmentKind } from './catalog.records.ts';

@Policy(PUBLIC)
@ObjectType('Assessment', { description: 'A task by which outcomes are shown, graded by a rubric.' })
export class AssessmentType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => AssessmentKindEnum, { description: 'What the learner does.' })
  kind: AssessmentKind;

  @Field(() => String, { nullable: true, description: 'The task as given to the learner.' })
  task: string | null;

  @Field(() => Boolean, { description: 'True when somebody watches and checks who it is that does it.' })
  supervised: boolean;
}

@Policy(PUBLIC)
@ObjectType('Rubric', { description: 'How work is graded: criteria, each with levels.' })
export class RubricType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Title.' })
  title: string | null;
}

@Policy(PUBLIC)
@ObjectType('Criterion', { description: 'One thing that is looked at when work is graded.' })
export class CriterionType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'What is looked at.' })
  title: string;

  @Field(() => Int, { description: 'Its place in the rubric, from 1.' })
  position: number;
}

@Policy(PUBLIC)
@ObjectType('CriterionLevel', {
  description: 'How well a criterion can be met (Open Badges 3.0 `RubricCriterionLevel`).',
})
export class CriterionLevelType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Name of the level, such as “Working”.' })
  title: string;

  @Field(() => Int, { description: 'Points for reaching it, 0 or more.' })
  points: number;

  @Field(() => String, { nullable: true, description: 'What work of this level looks like.' })
  descriptor: string | null;

  @Field(() => Int, { description: 'Its place, from 1 for the lowest.' })
  position: number;

  @Field(() => Boolean, {
    description: 'True for the threshold: this level and those above it pass. One a criterion.',
  })
  passing: boolean;
}

export const AssessmentConnection = connectionOf(() => AssessmentType, 'Assessment');
export const CriterionConnection = connectionOf(() => CriterionType, 'Criterion');
export const CriterionLevelConnection = connectionOf(() => CriterionLevelType, 'CriterionLevel');
