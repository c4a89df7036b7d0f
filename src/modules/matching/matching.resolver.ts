import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { mapPage } from '../../platform/paging.ts';
import { Policy, ROLES } from '../identity/policy/policy.ts';
import { CandidateFilterInput, RoleMatchFilterInput } from './match.input.ts';
import { presentCandidate, presentRole } from './match.present.ts';
import { CandidateMatchConnection, RoleMatchConnection, RoleMatchType } from './match.type.ts';

@Resolver()
export class MatchingResolver {
  @Policy(ROLES('EMPLOYER'))
  @Query(() => CandidateMatchConnection, {
    nullable: true,
    description:
      'Ranks candidates for a role profile of your organisation (role EMPLOYER), best first: by eligibility, then fit, then confidence, then a hidden random number. Only learners take part whose consent to MATCHING for your organisation is in force at this moment, and who hold or held some proof that touches the role; a proof touches a skill when it certifies that very skill, or one that a reviewed mapping calls exactly equal. Null: your organisation has no such role. INVALID_INPUT: `first` over 50, a cursor older than an hour, or a role without requirements.',
  })
  async matchCandidates(
    @Arg('roleProfileId', () => ID, { description: 'A role profile of your organisation.' })
    roleProfileId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => CandidateFilterInput, { nullable: true, description: 'Narrows the ranking.' })
    filter: CandidateFilterInput | null,
    @Arg('campaignId', () => ID, {
      nullable: true,
      description:
        'The campaign of your organisation you match within: learners who agreed to that campaign take part, too. Left out, or not one of yours: only those who agreed without limits to a campaign.',
    })
    campaignId: string | undefined,
    @Ctx() { matching }: Context,
  ): Promise<unknown> {
    const candidates = await matching.candidates(roleProfileId, page, filter ?? {}, campaignId);
    return candidates && mapPage(candidates, presentCandidate);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => RoleMatchConnection, {
    description:
      'Ranks published roles for yourself (role LEARNER), best first, with the same arithmetic as `matchCandidates`: those that ask for something you hold or held a credential for.',
  })
  async matchRoles(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RoleMatchFilterInput, { nullable: true, description: 'Narrows the ranking.' })
    filter: RoleMatchFilterInput | null,
    @Ctx() { matching }: Context,
  ): Promise<unknown> {
    return mapPage(await matching.roles(page, filter ?? {}), presentRole);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => RoleMatchType, {
    nullable: true,
    description:
      'How you (role LEARNER) fit one published role, requirement by requirement, and what is missing. Null: there is no such role.',
  })
  async match(
    @Arg('roleProfileId', () => ID, { description: 'A published role profile.' }) roleProfileId: string,
    @Ctx() { matching }: Context,
  ): Promise<RoleMatchType | null> {
    const scored = await matching.own(roleProfileId);
    return scored && presentRole(scored);
  }
}
