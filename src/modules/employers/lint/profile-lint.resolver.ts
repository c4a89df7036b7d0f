import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { findingsPage } from '../../catalog/lint/lint.service.ts';
import { LintFindingConnection, LintSeverityEnum } from '../../catalog/lint/lint.type.ts';
import type { Severity } from '../../catalog/lint/rule.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import { RoleProfileType } from '../role-profile.type.ts';
import { RoleProfileLintType } from './profile-lint.type.ts';
import type { ProfileLint } from './profile-linter.ts';

@Resolver(() => RoleProfileLintType)
export class RoleProfileLintResolver {
  @Policy(PUBLIC)
  @Query(() => RoleProfileLintType, {
    nullable: true,
    description:
      'What is weak about a version of a role profile, and how to mend it. Null when there is none, or when it is a draft of somebody else.',
  })
  lintRoleProfile(
    @Arg('id', () => ID, { description: 'Id of the version.' }) id: string,
    @Ctx() { profileLinter }: Context,
  ) {
    return profileLinter.profile(id);
  }

  @FieldResolver(() => RoleProfileType, { description: 'The version it is about.' })
  roleProfile(@Root() { profileId }: ProfileLint, @Ctx() { employers }: Context) {
    return employers.profile(profileId);
  }

  @FieldResolver(() => LintFindingConnection, {
    description:
      'What could be better, most severe first, then in the order of the rules and of the requirements.',
  })
  findings(
    @Root() { findings }: ProfileLint,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('minSeverity', () => LintSeverityEnum, {
      defaultValue: 'ADVICE',
      description: 'Only findings that matter as much or more.',
    })
    minSeverity: Severity,
  ) {
    return findingsPage(findings, page, minSeverity);
  }
}
