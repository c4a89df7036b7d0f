import { ArgsType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../platform/graphql/connection.ts';
import { enumOf } from '../../platform/graphql/enum.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { ConceptType } from './concept.type.ts';
import type { MatchKind } from './search/rank.ts';
import { ReuseLevelEnum, SkillTypeEnum } from './taxonomy.enums.ts';
import type { ConceptKind, ConceptRecord, ReuseLevel, SkillType } from './taxonomy.records.ts';

export type ConceptKindName = 'SKILL' | 'SKILL_GROUP' | 'OCCUPATION' | 'OCCUPATION_GROUP';

export const ConceptKindEnum = enumOf<ConceptKindName>('ConceptKind', 'What a concept is.', {
  SKILL: 'A skill, or knowledge.',
  SKILL_GROUP: 'A group of skills.',
  OCCUPATION: 'An occupation.',
  OCCUPATION_GROUP: 'A group of occupations.',
});

export const kindOf: Readonly<Record<ConceptKindName, ConceptKind>> = {
  SKILL: 'Skill',
  SKILL_GROUP: 'SkillGroup',
  OCCUPATION: 'Occupation',
  OCCUPATION_GROUP: 'OccupationGroup',
};

export const MatchKindEnum = enumOf<MatchKind>('MatchKind', 'Why a concept was found, best reason first.', {
  EXACT_LABEL: 'Its label is what was asked for (but for case and accents).',
  EXACT_ALTERNATIVE: 'An alternative or hidden label is what was asked for.',
  LABEL: 'Its label has every word asked for, perhaps in another form.',
  ALTERNATIVE: 'An alternative or hidden label has every word asked for, perhaps in another form.',
  MAPPED: 'A concept of another framework that corresponds to it has a name like what was asked for.',
  FUZZY: 'Some of the words, similar words, or words spelt a little differently.',
});

@Policy(PUBLIC)
@ObjectType('SearchHit', { description: 'A concept that was found, and why.' })
export class SearchHitType {
  @Field(() => ConceptType, { description: 'What was found.' })
  concept: ConceptRecord;

  @Field(() => Float, {
    description: 'How well it answers, 0 to 1: good for ordering the hits of one search, not a probability.',
  })
  score: number;

  @Field(() => String, { description: 'The name of it that answers best.' })
  matchedText: string;

  @Field(() => MatchKindEnum, { description: 'Why it was found.' })
  matchKind: MatchKind;

  @Field(() => String, { description: 'Language of the matched name (BCP 47).' })
  language: string;
}

export const SearchConnection = connectionOf(() => SearchHitType, 'SearchHit');

@InputType('SearchFilter', { description: 'Which concepts a search may find; all that is given must hold.' })
export class SearchFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this framework: `esco`, `onet`.' })
  framework?: string | null;

  @Field(() => SkillTypeEnum, { nullable: true, description: 'Only skills, or only knowledge.' })
  skillType?: SkillType | null;

  @Field(() => ReuseLevelEnum, { nullable: true, description: 'Only skills of use this widely.' })
  reuseLevel?: ReuseLevel | null;

  @Field(() => Int, { nullable: true, description: 'Only occupations of this O*NET job zone, 1 to 5.' })
  jobZone?: number | null;

  @Field(() => ID, { nullable: true, description: 'Only those anywhere below this concept (its URI).' })
  broader?: string | null;
}

@ArgsType()
export class SearchArgs extends PageArgs {
  @Field(() => String, {
    description:
      'What to look for: a job title, a skill, some words; typing slips are forgiven. 1 to 200 characters with a letter or digit; else INVALID_INPUT.',
  })
  query: string;

  @Field(() => [ConceptKindEnum], {
    nullable: true,
    description: 'Only concepts of these kinds; all when left out.',
  })
  types?: ConceptKindName[];

  @Field(() => String, {
    defaultValue: 'en',
    description:
      'Language of the query (BCP 47 tag): texts in it are searched, then those in its base language and English. No such tag: INVALID_INPUT.',
  })
  language: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Only what held at this version, such as `esco@1.1.1` (see `frameworks`); today when left out. A version that is not here: INVALID_INPUT.',
  })
  asOf?: string;
}
