import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { OccupationType, SkillConceptType } from '../../taxonomy/concept.type.ts';
import type { ProfileDraft, Suggestion } from './draft.ts';
import { JobPostingDraftInput, OccupationDraftInput, TextDraftInput } from './drafting.input.ts';
import { RoleProfileDraftType, SuggestedRequirementType } from './drafting.type.ts';

const BY =
  'Nothing is stored. For EMPLOYER. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place';

@Resolver(() => RoleProfileDraftType)
export class DraftingResolver {
  @Policy(ROLES('EMPLOYER'))
  @Query(() => RoleProfileDraftType, {
    nullable: true,
    description: `Drafts a role profile from what an occupation of ESCO or O*NET needs, or a level of a role of a role framework asks for. Null when there is none with that URI. ${BY}.`,
  })
  draftRoleProfileFromOccupation(
    @Arg('input', () => OccupationDraftInput, { description: 'From what, and how.' })
    input: OccupationDraftInput,
    @Ctx() { drafting }: Context,
  ) {
    return drafting.fromOccupation(input);
  }

  @Policy(ROLES('EMPLOYER'))
  @Query(() => RoleProfileDraftType, {
    description: `Drafts a role profile from a job description: the skills its sentences name, with what is said of each. ${BY}.`,
  })
  draftRoleProfileFromText(
    @Arg('input', () => TextDraftInput, { description: 'From what, and how.' }) input: TextDraftInput,
    @Ctx() { drafting }: Context,
  ) {
    return drafting.fromText(input);
  }

  @Policy(ROLES('EMPLOYER'))
  @Query(() => RoleProfileDraftType, {
    description: `Drafts a role profile, and what a vacancy for it would say, from a schema.org JobPosting. ${BY} (not JSON, too large or too deep, no JobPosting in it).`,
  })
  draftRoleProfileFromJobPosting(
    @Arg('input', () => JobPostingDraftInput, { description: 'From what, and how.' })
    input: JobPostingDraftInput,
    @Ctx() { drafting }: Context,
  ) {
    return drafting.fromPosting(input);
  }

  @FieldResolver(() => OccupationType, { nullable: true, description: 'The occupation itself, as of today.' })
  occupation(@Root() draft: ProfileDraft, @Ctx() { taxonomy }: Context) {
    return draft.occupationUri === null ? null : taxonomy.conceptByUri(draft.occupationUri);
  }
}

@Resolver(() => SuggestedRequirementType)
export class SuggestedRequirementResolver {
  @FieldResolver(() => SkillConceptType, { nullable: true, description: 'The skill itself, as of today.' })
  skill(@Root() suggestion: Suggestion, @Ctx() { taxonomy }: Context) {
    return taxonomy.conceptByUri(suggestion.skillUri);
  }
}
