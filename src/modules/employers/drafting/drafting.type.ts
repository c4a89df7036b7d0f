import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { Necessity } from '../role-profile.records.ts';
import { NecessityEnum } from '../role-profile.type.ts';
import type { SaidAt, Suggestion, SuggestionSource, Unplaced, VacancyDraft } from './draft.ts';

export const SuggestionSourceEnum = enumOf<SuggestionSource>(
  'SuggestionSource',
  'What a requirement is suggested from.',
  {
    OCCUPATION: 'An occupation of ESCO or O*NET needs the skill.',
    ROLE_LEVEL: 'A level of a role of a role framework asks for it.',
    TEXT: 'A job description comes close to its name.',
    JOB_POSTING: 'A schema.org JobPosting names it, by URI or in words.',
  },
);

@Policy(ROLES('EMPLOYER'))
@ObjectType('SaidAt', { description: 'Where in a text something is said.' })
export class SaidAtType {
  @Field(() => String, {
    description:
      'Which text: `text` for a job description as it was sent; for a JobPosting the property, where `description` is that of the draft.',
  })
  field: string;

  @Field(() => Int, {
    description: 'Where it begins, in UTF-16 code units from 0, as JavaScript and browsers count.',
  })
  start: number;

  @Field(() => Int, { description: 'Where it ends: the first code unit after it.' })
  end: number;

  @Field(() => String, { description: 'What stands there.' })
  text: string;
}

@Policy(ROLES('EMPLOYER'))
@ObjectType('SuggestedRequirement', {
  description:
    'A requirement as it might be. It holds only when a person has confirmed it and sent it to `createRoleProfile`.',
})
export class SuggestedRequirementType {
  @Field(() => ID, { description: 'URI of the skill.' })
  skillUri: string;

  @Field(() => NecessityEnum, {
    description: 'Must or nice to have: as the source says, else NICE.',
  })
  necessity: Necessity;

  @Field(() => Int, { description: 'How much it might count beside the others: a whole number, 1 to 1000.' })
  weight: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'EQF step, 1 to 8; null where the source tells none: a person has to say which before it can be a requirement.',
  })
  level: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How well the text names the skill, 0 to 1: for ordering and cutting off, not a probability. Null where the source names the skill itself.',
  })
  score: number | null;

  @Field(() => SuggestionSourceEnum, { description: 'What it is suggested from.' })
  source: SuggestionSource;

  @Field(() => ID, {
    nullable: true,
    description: 'URI of the occupation, level of a role or skill that the source names; null for words.',
  })
  sourceUri: string | null;

  @Field(() => String, {
    description: 'Why it is suggested, with this level and necessity: English sentences.',
  })
  why: string;

  @Field(() => [SaidAtType], {
    description: 'Where it is named, to be highlighted; empty where no text was read.',
  })
  places: readonly SaidAt[];
}

@Policy(ROLES('EMPLOYER'))
@ObjectType('UnplacedContent', { description: 'Something of the source that has no place in the draft.' })
export class UnplacedContentType {
  @Field(() => String, {
    description:
      'What it is: a property such as `baseSalary`, a part of a text such as `text[120–180]`, or the URI of a skill.',
  })
  path: string;

  @Field(() => String, { description: 'What stands there, cut to 200 characters.' })
  value: string;

  @Field(() => String, { description: 'Why it has no place.' })
  reason: string;
}

@Policy(ROLES('EMPLOYER'))
@ObjectType('VacancyDraft', { description: 'What a JobPosting says of a vacancy: for `createVacancy`.' })
export class VacancyDraftType {
  @Field(() => String, {
    nullable: true,
    description: 'Where the work is, as ISO 3166 code; null: not stated.',
  })
  region: string | null;

  @Field(() => Date, { nullable: true, description: '`datePosted` (UTC); null: not stated.' })
  opensAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: '`validThrough` (UTC), a date alone until the end of that day; null: not stated.',
  })
  closesAt: Date | null;

  @Field(() => Int, { nullable: true, description: '`totalJobOpenings`; null: not stated.' })
  openings: number | null;

  @Field(() => String, { nullable: true, description: '`url`; null: not stated.' })
  contactUrl: string | null;
}

@Policy(ROLES('EMPLOYER'))
@ObjectType('RoleProfileDraft', {
  description:
    'A role profile as it might be written, for a person to go through. It is stored nowhere, nor is what it was made from: send what holds to `createRoleProfile`.',
})
export class RoleProfileDraftType {
  @Field(() => String, { nullable: true, description: 'Title; null when the source tells none.' })
  title: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the role is about, as plain text; null when the source tells none.',
  })
  description: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the work is, as ISO 3166 code; null: not stated.',
  })
  region: string | null;

  @Field(() => ID, { nullable: true, description: 'URI of the occupation; null when none is told.' })
  occupationUri: string | null;

  @Field(() => [SuggestedRequirementType], {
    description: 'Each skill once, musts first, then by weight and score; at most 100.',
  })
  suggestions: readonly Suggestion[];

  @Field(() => Int, { description: 'How many more were found than a role profile can ask for (100).' })
  omitted: number;

  @Field(() => [UnplacedContentType], {
    description: 'What of the source has no place in the draft, and why.',
  })
  unplaced: readonly Unplaced[];

  @Field(() => VacancyDraftType, {
    nullable: true,
    description: 'What a JobPosting says of a vacancy rather than of the role; null for other sources.',
  })
  vacancy: VacancyDraft | null;
}
