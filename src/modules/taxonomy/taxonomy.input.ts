import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { PageArgs } from '../../platform/graphql/connection.ts';
import {
  ConceptSortEnum,
  NeedRelationEnum,
  ReuseLevelEnum,
  ReviewStateEnum,
  SkillTypeEnum,
} from './taxonomy.enums.ts';
import type { ConceptSort } from './taxonomy.questions.ts';
import type { NeedRelation, ReuseLevel, ReviewState, SkillType } from './taxonomy.records.ts';

const asOfDescription =
  'Answer as of this version, such as `esco@1.1.1` (see `frameworks`); today when left out. A version that is not here: INVALID_INPUT.';
const languageDescription =
  'Language (BCP 47 tag). Where a text is missing: its base language, then English, then any. No such tag: INVALID_INPUT.';

@ArgsType()
export class ConceptNameArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'Its URI. Either this, or code and framework; else INVALID_INPUT.',
  })
  uri?: string;

  @Field(() => String, { nullable: true, description: 'Its code, together with the framework.' })
  code?: string;

  @Field(() => ID, { nullable: true, description: 'The framework of the code: `esco`, `onet`, `ddat`.' })
  framework?: string;

  @Field(() => String, { nullable: true, description: asOfDescription })
  asOf?: string;
}

@InputType('SkillFilter', { description: 'Which skills a list shows; all that is given must hold.' })
export class SkillFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this framework: `esco`, `onet`.' })
  framework?: string | null;

  @Field(() => SkillTypeEnum, { nullable: true, description: 'Only skills, or only knowledge.' })
  skillType?: SkillType | null;

  @Field(() => ReuseLevelEnum, { nullable: true, description: 'Only those of use this widely.' })
  reuseLevel?: ReuseLevel | null;

  @Field(() => ID, { nullable: true, description: 'Only those anywhere below this concept (its URI).' })
  broader?: string | null;
}

@InputType('OccupationFilter', {
  description: 'Which occupations a list shows; all that is given must hold.',
})
export class OccupationFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this framework: `esco`, `onet`.' })
  framework?: string | null;

  @Field(() => Int, { nullable: true, description: 'Only those of this O*NET job zone, 1 to 5.' })
  jobZone?: number | null;

  @Field(() => ID, { nullable: true, description: 'Only those anywhere below this concept (its URI).' })
  broader?: string | null;
}

@ArgsType()
export class ConceptListArgs extends PageArgs {
  @Field(() => String, {
    defaultValue: 'en',
    description:
      'Only concepts with a text in this language (BCP 47 tag), in the order of their labels in it. No such tag: INVALID_INPUT.',
  })
  language: string;

  @Field(() => ConceptSortEnum, { defaultValue: 'LABEL', description: 'In which order.' })
  sort: ConceptSort;

  @Field(() => String, { nullable: true, description: asOfDescription })
  asOf?: string;
}

@ArgsType()
export class LanguageArgs {
  @Field(() => String, { defaultValue: 'en', description: languageDescription })
  language: string;
}

@ArgsType()
export class LabelledPageArgs extends PageArgs {
  @Field(() => String, {
    defaultValue: 'en',
    description: 'In the order of labels in this language (BCP 47 tag), those without one first.',
  })
  language: string;
}

@ArgsType()
export class NeedPageArgs extends LabelledPageArgs {
  @Field(() => NeedRelationEnum, {
    nullable: true,
    description: 'Only those needed this way; all when left out.',
  })
  relation?: NeedRelation;
}

@ArgsType()
export class MappingPageArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only claims about concepts of this framework.' })
  framework?: string;

  @Field(() => ReviewStateEnum, { nullable: true, description: 'Only claims in this state.' })
  reviewState?: ReviewState;
}
