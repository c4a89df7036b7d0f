import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { AssessmentKindEnum, IdentityCheckEnum } from './catalog.enums.ts';
import type { AssessmentKind, IdentityCheck } from './catalog.records.ts';

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

  @Field(() => String, { nullable: true, description: 'Under which conditions: time, place, company.' })
  conditions: string | null;

  @Field(() => [String], { description: 'What may be used for it, such as programs and documents.' })
  tools: string[];

  @Field(() => String, { nullable: true, description: 'What must not be used or exceeded.' })
  constraints: string | null;

  @Field(() => [String], { description: 'What the work is looked at for, in words for the learner.' })
  successCriteria: string[];

  @Field(() => String, { nullable: true, description: 'What has to be handed in.' })
  evidence: string | null;

  @Field(() => Boolean, { description: 'True when somebody watches and checks who it is that does it.' })
  supervised: boolean;

  @Field(() => String, { nullable: true, description: 'How it is supervised, in words.' })
  supervision: string | null;

  @Field(() => IdentityCheckEnum, {
    nullable: true,
    description: 'How it is made sure who does it; null: not stated.',
  })
  identityCheck: IdentityCheck | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How often a learner may hand in work until they pass; null: as often as they like. `submitWork` keeps to it.',
  })
  attempts: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days from a result that did not pass until work may be handed in again; null: none.',
  })
  retakeWaitDays: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What must be different when work is handed in again after it did not pass; the learner then says what they changed. Null: nothing.',
  })
  retakeChange: string | null;

  @Field(() => Int, {
    description: 'How many assessors mark each piece of work, none knowing what the others gave: 1 to 5.',
  })
  assessors: number;

  @Field(() => Int, {
    description:
      'Of how much of the work, in percent, at least two assessors mark it. Which work that is, assessors are not told.',
  })
  doubleMarkPercent: number;
}

@Policy(PUBLIC)
@ObjectType('Rubric', { description: 'How work is graded: criteria, each with levels.' })
export class RubricType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'Title.' })
  title: string | null;

  @Field(() => Int, {
    description:
      '1 for the first, 2 for the one that took its place, and so on. What was graded stays tied to the version it was graded by.',
  })
  version: number;
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
