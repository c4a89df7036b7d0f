import { ArgsType, Field, Float, ID, ObjectType } from 'type-graphql';
import { connectionOf, PageArgs } from '../../../platform/graphql/connection.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { MatchKind } from '../../taxonomy/search/rank.ts';
import { MatchKindEnum } from '../../taxonomy/search.type.ts';

@Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'EXTERNAL_REVIEWER'))
@ObjectType('AlignmentSuggestion', {
  description:
    'A skill that an outcome might show. Nothing is claimed until somebody does so with `proposeAlignment`.',
})
export class AlignmentSuggestionType {
  @Field(() => ID, { description: 'URI of the skill.' })
  skillUri: string;

  @Field(() => Float, {
    description:
      'How likely it is, 0 to 1: good for ordering the suggestions of one outcome, not a probability.',
  })
  score: number;

  @Field(() => String, { description: 'The name of the skill that agrees best.' })
  matchedText: string;

  @Field(() => MatchKindEnum, { description: 'How it was found.' })
  matchKind: MatchKind;

  @Field(() => String, { description: 'Why it is suggested, in one plain sentence (English).' })
  why: string;

  @Field(() => Boolean, {
    description: 'True when somebody claimed it of this outcome before and it was rejected.',
  })
  rejectedBefore: boolean;
}

@ArgsType()
export class SuggestionArgs extends PageArgs {
  @Field(() => ID, {
    nullable: true,
    description: 'For which outcome. Either this or text, else INVALID_INPUT; unknown: null.',
  })
  outcomeId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'For which words, such as a statement that is still being written; at most 1000 characters.',
  })
  text?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Language of the words (BCP 47 tag); left out: that of the outcome, else en.',
  })
  language?: string;

  @Field(() => ID, { nullable: true, description: 'Only skills of this framework: `esco`, `onet`, `ddat`.' })
  framework?: string;
}

export const AlignmentSuggestionConnection = connectionOf(
  () => AlignmentSuggestionType,
  'AlignmentSuggestion',
);
