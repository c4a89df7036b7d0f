import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { SkillConceptType } from '../../taxonomy/concept.type.ts';
import { AlignmentSuggestionConnection, AlignmentSuggestionType, SuggestionArgs } from './suggestion.type.ts';

@Resolver(() => AlignmentSuggestionType)
export class SuggestionsResolver {
  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'EXTERNAL_REVIEWER'))
  @Query(() => AlignmentSuggestionConnection, {
    nullable: true,
    description:
      'Skills that an outcome, or a text, might show, the most likely first, 50 at most, without those it is aligned to already: by their names, and by reviewed mappings from skills it is aligned to. Nothing is written.',
  })
  suggestAlignments(@Args(() => SuggestionArgs) args: SuggestionArgs, @Ctx() { suggestions }: Context) {
    return suggestions.suggest(args, args);
  }

  @FieldResolver(() => SkillConceptType, { nullable: true, description: 'The skill, as of today.' })
  skill(@Root() { skillUri }: AlignmentSuggestionType, @Ctx() { taxonomy }: Context) {
    return taxonomy.conceptByUri(skillUri);
  }
}
