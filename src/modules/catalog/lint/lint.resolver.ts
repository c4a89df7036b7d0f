import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { RoleProfileConnection } from '../../employers/role-profile.type.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import { BadgeVersionType } from '../badge.type.ts';
import type { BadgeLint } from './badge-linter.ts';
import type { DiscoverabilityGain } from './discoverability.ts';
import { findingsPage } from './lint.service.ts';
import {
  BadgeLintType,
  DiscoverabilityGainType,
  LintComparisonType,
  LintFindingConnection,
  LintSeverityEnum,
} from './lint.type.ts';
import type { Severity } from './rule.ts';

@Resolver(() => BadgeLintType)
export class BadgeLintResolver {
  @Policy(PUBLIC)
  @Query(() => BadgeLintType, {
    nullable: true,
    description:
      'What is weak about a badge version, and how to mend it. Null when there is none, or when it is a draft of somebody else.',
  })
  lintBadge(
    @Arg('badgeVersionId', () => ID, { description: 'Id of the version.' }) badgeVersionId: string,
    @Ctx() { linter }: Context,
  ) {
    return linter.badge(badgeVersionId);
  }

  @FieldResolver(() => BadgeVersionType, { description: 'The version it is about.' })
  badgeVersion(@Root() { versionId }: BadgeLint, @Ctx() { catalog }: Context) {
    return catalog.version(versionId);
  }

  @FieldResolver(() => LintFindingConnection, {
    description: 'What could be better, most severe first, then in the order of the rules and of the places.',
  })
  findings(
    @Root() { findings }: BadgeLint,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('minSeverity', () => LintSeverityEnum, {
      defaultValue: 'ADVICE',
      description: 'Only findings that matter as much or more.',
    })
    minSeverity: Severity,
  ) {
    return findingsPage(findings, page, minSeverity);
  }

  @FieldResolver(() => LintComparisonType, {
    nullable: true,
    description:
      'How it stands among the published badges that share most skills and tags with it; null when none shares any.',
  })
  comparison(@Root() badge: BadgeLint, @Ctx() { linter }: Context) {
    return linter.comparison(badge);
  }

  @FieldResolver(() => [DiscoverabilityGainType], {
    description:
      'What would let more role profiles find it, the greatest gain first; empty when nothing would.',
  })
  discoverability(@Root() badge: BadgeLint, @Ctx() { linter }: Context) {
    return linter.discoverability(badge);
  }
}

@Resolver(() => DiscoverabilityGainType)
export class DiscoverabilityGainResolver {
  @FieldResolver(() => RoleProfileConnection, { description: 'The role profiles, in order of id.' })
  roleProfiles(
    @Root() { roleProfileIds }: DiscoverabilityGain,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { employers }: Context,
  ) {
    return employers.profilesOf(roleProfileIds, page);
  }
}
