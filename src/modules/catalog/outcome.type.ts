import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC, ROLES } from '../identity/policy/policy.ts';
import type { ReviewState } from '../taxonomy/taxonomy.records.ts';
import { AlignmentRelationEnum } from './catalog.enums.ts';
import type { AlignmentRelation, AlignmentSource, BloomLevel } from './catalog.records.ts';
import { AlignmentReviewStateEnum, AlignmentSourceEnum, BloomLevelEnum } from './outcomes/outcome.enums.ts';

/** Who may know which person claimed or reviewed something: those who work with the catalogue. */
const INSIDE = ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'EXTERNAL_REVIEWER');

@Policy(PUBLIC)
@ObjectType('Outcome', {
  description: 'What somebody can do afterwards, so that others can see it: an observable learning outcome.',
})
export class OutcomeType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'The performance statement, as one sentence.' })
  statement: string;

  @Field(() => String, { nullable: true, description: 'The verb of the statement, such as “configure”.' })
  verb: string | null;

  @Field(() => String, { nullable: true, description: 'What the verb acts upon.' })
  object: string | null;

  @Field(() => BloomLevelEnum, {
    nullable: true,
    description: 'The kind of thinking the verb stands for (Bloom’s revised taxonomy); null: not stated.',
  })
  bloom: BloomLevel | null;

  @Field(() => String, { nullable: true, description: 'Under which conditions.' })
  conditions: string | null;

  @Field(() => [String], { description: 'With which tools; empty: not stated.' })
  tools: string[];

  @Field(() => String, {
    nullable: true,
    description: 'Within which limits: time, rules, what must not happen.',
  })
  constraints: string | null;

  @Field(() => [String], { description: 'By what others see that it was done well; empty: not stated.' })
  successCriteria: string[];

  @Field(() => String, { description: 'Language of its texts, as BCP 47 tag; see `text` for others.' })
  textLanguage: string;
}

@Policy(PUBLIC)
@ObjectType('Alignment', {
  description:
    'A claim that an outcome shows a skill of a taxonomy, at a level (Open Badges 3.0 `Alignment`). It counts as soon as the owner of the outcome makes it; a review says whether others agree.',
})
export class AlignmentType {
  @Field(() => ID, { description: 'URI of the skill in its taxonomy (`Alignment.targetUrl`).' })
  skillUri: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The level shown: a step of the European Qualifications Framework, 1 to 8; null: not stated.',
  })
  level: number | null;

  @Field(() => AlignmentRelationEnum, { description: 'How the outcome stands to that skill.' })
  relation: AlignmentRelation;

  @Field(() => AlignmentSourceEnum, {
    nullable: true,
    description: 'Where the claim comes from; null: not known.',
  })
  source: AlignmentSource | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How sure its author is, 0 to 100 percent; null: not stated.',
  })
  confidence: number | null;

  @Field(() => String, { nullable: true, description: 'Why its author claims it.' })
  reason: string | null;

  @Policy(INSIDE)
  @Field(() => String, {
    nullable: true,
    description: 'Who claims it, as audit events name them (`key:…`, `person:…`); null: not known.',
  })
  author: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was claimed (UTC); null: not known.' })
  createdAt: Date | null;

  @Field(() => AlignmentReviewStateEnum, { description: 'What somebody else made of it.' })
  reviewState: ReviewState;

  @Policy(INSIDE)
  @Field(() => String, {
    nullable: true,
    description: 'Who reviewed it, as audit events name them; never its author. Null: nobody yet.',
  })
  reviewer: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was reviewed (UTC); null: not yet.' })
  reviewedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the reviewer says about it.' })
  reviewNote: string | null;
}

@Policy(PUBLIC)
@ObjectType('OutcomeText', { description: 'What an outcome says in one language.' })
export class OutcomeTextType {
  @Field(() => String, {
    description: 'The language this text is in (BCP 47): it may be another than asked for.',
  })
  language: string;

  @Field(() => String, { description: 'The performance statement.' })
  statement: string;

  @Field(() => String, { nullable: true, description: 'Under which conditions.' })
  conditions: string | null;

  @Field(() => [String], { description: 'With which tools.' })
  tools: string[];

  @Field(() => String, { nullable: true, description: 'Within which limits.' })
  constraints: string | null;

  @Field(() => [String], { description: 'By what others see that it was done well.' })
  successCriteria: string[];
}

export const OutcomeTextConnection = connectionOf(() => OutcomeTextType, 'OutcomeText');
export const OutcomeConnection = connectionOf(() => OutcomeType, 'Outcome');
export const AlignmentConnection = connectionOf(() => AlignmentType, 'Alignment');
