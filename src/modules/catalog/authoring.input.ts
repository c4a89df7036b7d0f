import { Field, ID, InputType, Int } from 'type-graphql';
import { AlignmentRelationEnum, AssessmentKindEnum, LearningUnitModeEnum } from './catalog.enums.ts';
import type { AlignmentRelation, AssessmentKind, UnitMode } from './catalog.records.ts';

@InputType({ description: 'A new learning unit of your organisation.' })
export class CreateLearningUnitInput {
  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 2000 characters.' })
  summary?: string | null;

  @Field(() => Int, { description: 'How long it takes a learner in minutes, all work counted: 1 to 525600.' })
  effortMinutes: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Price in minor units (cents), 0 for free; goes with currency.',
  })
  priceCents?: number | null;

  @Field(() => String, { nullable: true, description: 'ISO 4217 code such as EUR; goes with priceCents.' })
  currency?: string | null;

  @Field(() => LearningUnitModeEnum, { description: 'How it is taught.' })
  mode: UnitMode;

  @Field(() => String, { nullable: true, description: 'Language it is taught in: BCP 47 tag such as en.' })
  language?: string | null;

  @Field(() => Int, { nullable: true, description: 'Step of the European Qualifications Framework, 1 to 8.' })
  level?: number | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Outcomes of your organisation that it teaches, at most 50.',
  })
  outcomeIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Assessments of your organisation that belong to it, at most 20.',
  })
  assessmentIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Badges, of any issuer, that a learner must hold before; every one of them. At most 20.',
  })
  prerequisiteBadgeIds?: string[] | null;
}

@InputType({ description: 'A claim that an outcome shows a skill of a taxonomy.' })
export class AlignmentInput {
  @Field(() => ID, {
    description:
      'URI of a skill of an imported taxonomy, once an outcome. Unknown: NOT_FOUND naming the place.',
  })
  skillUri: string;

  @Field(() => Int, { description: 'Level shown: step of the European Qualifications Framework, 1 to 8.' })
  level: number;

  @Field(() => AlignmentRelationEnum, {
    defaultValue: 'EXACT',
    description: 'How the outcome stands to that skill.',
  })
  relation?: AlignmentRelation;
}

@InputType({ description: 'A new outcome of your organisation.' })
export class CreateOutcomeInput {
  @Field(() => String, {
    description:
      'What somebody can do afterwards, as one sentence that others can check. 1 to 1000 characters.',
  })
  statement: string;

  @Field(() => String, { nullable: true, description: 'The verb of the statement, at most 60 characters.' })
  verb?: string | null;

  @Field(() => String, { nullable: true, description: 'What the verb acts upon, at most 300 characters.' })
  object?: string | null;

  @Field(() => String, { nullable: true, description: 'Conditions and tools, at most 1000 characters.' })
  conditions?: string | null;

  @Field(() => [AlignmentInput], {
    nullable: true,
    description: 'The skills it shows, each once, at most 50.',
  })
  alignments?: AlignmentInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Learning units of your organisation that teach it, at most 20.',
  })
  learningUnitIds?: string[] | null;
}

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

@InputType({ description: 'Everything a version of a badge says.' })
export class BadgeVersionInput {
  @Field(() => String, { description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 2000 characters.' })
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it is earned, in words, at most 5000 characters.',
  })
  criteria?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months a credential of it is valid, 1 to 1200; left out: it does not expire.',
  })
  validMonths?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'http or https address of the image; goes with imageAlt.',
  })
  imageUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'What the image shows, at most 500 characters.' })
  imageAlt?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Outcomes of your organisation that it certifies, at most 50.',
  })
  outcomeIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Assessments of your organisation; it is awarded for passing every one of them. At most 20.',
  })
  assessmentIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Badges, of any issuer, that together earn it: a stacked credential. At most 50. One that would make it rest on itself: INVALID_INPUT.',
  })
  stacks?: string[] | null;
}
