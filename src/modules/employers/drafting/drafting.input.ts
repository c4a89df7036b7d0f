import { Field, Float, ID, InputType, Int } from 'type-graphql';
import type { Necessity } from '../role-profile.records.ts';
import { NecessityEnum } from '../role-profile.type.ts';

const level =
  'EQF step, 1 to 8, for what the source states no level of; left out: such a suggestion has none.';

@InputType({ description: 'From which occupation or level of a role to draft, and how.' })
export class OccupationDraftInput {
  @Field(() => ID, {
    description: 'URI of an occupation of ESCO or O*NET, or of a level of a role of a role framework.',
  })
  uri: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'Suggest skills of this framework (`esco`) where a reviewed mapping says that they mean the same, or nearly; others stay as they are. Unknown: INVALID_INPUT.',
  })
  mapTo?: string | null;

  @Field(() => NecessityEnum, { defaultValue: 'MUST', description: 'What ESCO’s essential skills become.' })
  essentialAs?: Necessity;

  @Field(() => Boolean, {
    defaultValue: true,
    description: 'Whether ESCO’s optional skills are suggested, as nice to have.',
  })
  includeOptional?: boolean;

  @Field(() => Float, {
    defaultValue: 3,
    description: 'O*NET’s skills below this importance (1 to 5; 3 is “important”) are not suggested.',
  })
  importanceFrom?: number;

  @Field(() => Float, {
    defaultValue: 4,
    description: 'O*NET’s skills from this importance on (1 to 5; 4 is “very important”) are musts.',
  })
  mustFromImportance?: number;

  @Field(() => Int, {
    defaultValue: 5,
    description: 'A role framework’s skills from this EQF step on are musts; 5 is practitioner.',
  })
  mustFromLevel?: number;

  @Field(() => Int, { nullable: true, description: level })
  level?: number | null;
}

@InputType({ description: 'How a text is read.' })
class ReadingInput {
  @Field(() => String, {
    defaultValue: 'en',
    description:
      'Language of the text (BCP 47 tag). Names of skills in it are looked for; words for must and level are known in en, de, fr, es, nl and sv.',
  })
  language?: string;

  @Field(() => ID, {
    defaultValue: 'esco',
    description: 'Framework whose skills are suggested. Unknown: INVALID_INPUT.',
  })
  framework?: string;

  @Field(() => Float, {
    defaultValue: 0.5,
    description: 'Skills that are named less well than this are not suggested, 0.3 to 1.',
  })
  leastScore?: number;

  @Field(() => Int, { nullable: true, description: level })
  level?: number | null;
}

@InputType({ description: 'From which job description to draft, and how.' })
export class TextDraftInput extends ReadingInput {
  @Field(() => String, {
    description: 'The job description as plain text, at most 20 000 characters, with a letter or digit.',
  })
  text: string;
}

@InputType({ description: 'From which JobPosting to draft, and how.' })
export class JobPostingDraftInput extends ReadingInput {
  @Field(() => String, {
    description:
      'A schema.org JobPosting as JSON-LD text: one object, or one with a @graph; at most 64 KB, 24 levels deep, 4000 names and values. Nothing it refers to is fetched.',
  })
  jobPosting: string;
}
