import { Field, ID, InputType, Int } from 'type-graphql';
import { LearningUnitModeEnum } from '../catalog.enums.ts';
import type { UnitMode } from '../catalog.records.ts';
import {
  ACCESS_MODES,
  ACCESSIBILITY_CONTROLS,
  ACCESSIBILITY_FEATURES,
  ACCESSIBILITY_HAZARDS,
} from './accessibility.ts';
import { PrerequisiteInput } from './prerequisite.input.ts';

const wordsOf = (property: string, words: readonly string[]) =>
  `schema.org \`${property}\`, each once: ${words.join(', ')}. Left out: not stated.`;

@InputType({
  description:
    'How far a unit can be used by people with disabilities, in the words of schema.org (W3C Schema.org Accessibility Properties for Discoverability Vocabulary). Other words, and words that contradict each other: INVALID_INPUT.',
})
export class AccessibilityInput {
  @Field(() => [String], { nullable: true, description: wordsOf('accessMode', ACCESS_MODES) })
  accessModes?: (typeof ACCESS_MODES)[number][] | null;

  @Field(() => [String], {
    nullable: true,
    description: wordsOf('accessibilityFeature', ACCESSIBILITY_FEATURES),
  })
  features?: (typeof ACCESSIBILITY_FEATURES)[number][] | null;

  @Field(() => [String], {
    nullable: true,
    description: wordsOf('accessibilityHazard', ACCESSIBILITY_HAZARDS),
  })
  hazards?: (typeof ACCESSIBILITY_HAZARDS)[number][] | null;

  @Field(() => [String], {
    nullable: true,
    description: wordsOf('accessibilityControl', ACCESSIBILITY_CONTROLS),
  })
  controls?: (typeof ACCESSIBILITY_CONTROLS)[number][] | null;

  @Field(() => String, {
    nullable: true,
    description: 'In words: what is there, what is lacking, whom to ask. At most 1000 characters.',
  })
  summary?: string | null;
}

@InputType({ description: 'When and where a unit takes place.' })
export class SessionInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Id of a session of this unit that stays, when a unit is updated; left out: a new one.',
  })
  id?: string | null;

  @Field(() => Date, { description: 'When it starts (UTC).' })
  startsAt: Date;

  @Field(() => Date, { description: 'When it ends (UTC); after it starts.' })
  endsAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Where it is, at most 300 characters; may only be left out when it is online.',
  })
  place?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true when one can take part from afar; false when left out.',
  })
  online?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many can take part, 1 to 100000; left out: not limited.',
  })
  seats?: number | null;
}

@InputType({ description: 'What a unit says in one more language.' })
export class LearningUnitTextInput {
  @Field(() => String, {
    description: 'BCP 47 tag such as de; another than `textLanguage`, and each once.',
  })
  language: string;

  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 2000 characters.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole description, at most 10000 characters.' })
  description?: string | null;

  @Field(() => String, { nullable: true, description: 'What the image shows, at most 500 characters.' })
  imageAlt?: string | null;

  @Field(() => String, { nullable: true, description: 'Accessibility in words, at most 1000 characters.' })
  accessibilitySummary?: string | null;
}

@InputType({ description: 'Another way to show the same: one of the two ids.' })
export class LearningUnitEquivalentInput {
  @Field(() => ID, { nullable: true, description: 'Id of another learning unit, of any provider.' })
  learningUnitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of an assessment, of any organisation.' })
  assessmentId?: string | null;

  @Field(() => String, { description: 'Why it is as good, 1 to 1000 characters.' })
  reason: string;
}

@InputType({ description: 'Everything a learning unit shall say from now on; what is left out is gone.' })
export class UpdateLearningUnitInput {
  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about in short, at most 2000 characters.' })
  summary?: string | null;

  @Field(() => String, { nullable: true, description: 'The whole description, at most 10000 characters.' })
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Language of title, summary and description: BCP 47 tag. Left out: the first of `languages`, else en.',
  })
  textLanguage?: string | null;

  @Field(() => [LearningUnitTextInput], {
    nullable: true,
    description: 'What it says in other languages, at most 30.',
  })
  translations?: LearningUnitTextInput[] | null;

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

  @Field(() => [String], {
    nullable: true,
    description: 'Languages it is taught in, the main one first: BCP 47 tags such as en; at most 20.',
  })
  languages?: string[] | null;

  @Field(() => Int, { nullable: true, description: 'Step of the European Qualifications Framework, 1 to 8.' })
  level?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Licence of its material: an SPDX identifier such as CC-BY-4.0, or the web address of a licence.',
  })
  licence?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'http or https address of an image; goes with imageAlt.',
  })
  imageUrl?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the image shows, at most 500 characters; goes with imageUrl.',
  })
  imageAlt?: string | null;

  @Field(() => AccessibilityInput, {
    nullable: true,
    description: 'How far people with disabilities can use it; left out: not stated.',
  })
  accessibility?: AccessibilityInput | null;

  @Field(() => [SessionInput], { nullable: true, description: 'When and where it takes place, at most 100.' })
  sessions?: SessionInput[] | null;

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

  @Field(() => PrerequisiteInput, {
    nullable: true,
    description:
      'What a learner must have shown before it starts; left out: nothing. At most 5 levels deep, 40 outcomes, badges and skills.',
  })
  prerequisites?: PrerequisiteInput | null;

  @Field(() => [LearningUnitEquivalentInput], {
    nullable: true,
    description: 'Other ways to show the same outcomes, at most 20.',
  })
  equivalents?: LearningUnitEquivalentInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'URIs of occupations it leads towards, at most 20.',
  })
  targetOccupationUris?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Published role profiles, of any employer, it leads towards, at most 20.',
  })
  targetRoleProfileIds?: string[] | null;
}

@InputType({ description: 'A new learning unit of your organisation.' })
export class CreateLearningUnitInput extends UpdateLearningUnitInput {}
