import { Field, ID, InputType, Int } from 'type-graphql';
import { AlignmentRelationEnum } from '../catalog.enums.ts';
import type { AlignmentRelation, AlignmentSource, BloomLevel } from '../catalog.records.ts';
import { AlignmentSourceEnum, BloomLevelEnum } from './outcome.enums.ts';

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

  @Field(() => AlignmentSourceEnum, { defaultValue: 'STATED', description: 'Where the claim comes from.' })
  source?: AlignmentSource;

  @Field(() => Int, {
    nullable: true,
    description: 'How sure you are, 0 to 100 percent; left out: not stated.',
  })
  confidence?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why, for whoever reviews it; at most 1000 characters.',
  })
  reason?: string | null;
}

@InputType({ description: 'What an outcome says in one more language.' })
export class OutcomeTextInput {
  @Field(() => String, { description: 'BCP 47 tag such as de; another than `textLanguage`, and each once.' })
  language: string;

  @Field(() => String, { description: 'The performance statement, 1 to 1000 characters.' })
  statement: string;

  @Field(() => String, { nullable: true, description: 'Conditions, at most 1000 characters.' })
  conditions?: string | null;

  @Field(() => [String], { nullable: true, description: 'Tools, at most 20 of 200 characters.' })
  tools?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Constraints, at most 1000 characters.' })
  constraints?: string | null;

  @Field(() => [String], { nullable: true, description: 'Success criteria, at most 20 of 500 characters.' })
  successCriteria?: string[] | null;
}

@InputType({ description: 'Everything an outcome shall say from now on; what is left out is gone.' })
export class UpdateOutcomeInput {
  @Field(() => String, {
    description:
      'What somebody can do afterwards, as one sentence that others can check. 1 to 1000 characters.',
  })
  statement: string;

  @Field(() => String, { nullable: true, description: 'Language of the texts: BCP 47 tag; left out: en.' })
  textLanguage?: string | null;

  @Field(() => [OutcomeTextInput], {
    nullable: true,
    description: 'What it says in other languages, at most 30.',
  })
  translations?: OutcomeTextInput[] | null;

  @Field(() => String, { nullable: true, description: 'The verb of the statement, at most 60 characters.' })
  verb?: string | null;

  @Field(() => BloomLevelEnum, { nullable: true, description: 'The kind of thinking the verb stands for.' })
  bloom?: BloomLevel | null;

  @Field(() => String, { nullable: true, description: 'What the verb acts upon, at most 300 characters.' })
  object?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Under which conditions: what is given, with whose help. At most 1000 characters.',
  })
  conditions?: string | null;

  @Field(() => [String], { nullable: true, description: 'With which tools, at most 20 of 200 characters.' })
  tools?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Within which limits: time, rules, what must not happen. At most 1000 characters.',
  })
  constraints?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'By what others see that it was done well, at most 20 of 500 characters.',
  })
  successCriteria?: string[] | null;

  @Field(() => [AlignmentInput], {
    nullable: true,
    description:
      'The skills it shows, each once, at most 50. When an outcome is updated, a claim that stays as it is keeps its review.',
  })
  alignments?: AlignmentInput[] | null;
}

@InputType({ description: 'A new outcome of your organisation.' })
export class CreateOutcomeInput extends UpdateOutcomeInput {
  @Field(() => [ID], {
    nullable: true,
    description: 'Learning units of your organisation that teach it, at most 20.',
  })
  learningUnitIds?: string[] | null;
}
