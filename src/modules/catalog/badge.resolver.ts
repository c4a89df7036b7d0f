import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { OrganizationType } from '../identity/organization.type.ts';
import { AssessmentConnection } from './assessment.type.ts';
import { BadgeConnection, BadgeType, BadgeVersionConnection, BadgeVersionType } from './badge.type.ts';
import type { BadgeRecord, VersionRecord } from './catalog.records.ts';
import { languagesOfLabels } from './languages-of-labels.ts';
import { OutcomeConnection } from './outcome.type.ts';

@Resolver(() => BadgeType)
export class BadgeResolver {
  @FieldResolver(() => OrganizationType, { description: 'Who issues it.' })
  issuer(@Root() badge: BadgeRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(badge.issuerId);
  }

  @FieldResolver(() => BadgeVersionType, {
    nullable: true,
    description: 'The version that is awarded now; null while none was published.',
  })
  currentVersion(@Root() badge: BadgeRecord) {
    return badge.current;
  }

  @FieldResolver(() => BadgeVersionConnection, {
    description: 'All its versions, newest first; drafts only for members of the issuer.',
  })
  versions(@Root() badge: BadgeRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { catalog }: Context) {
    return catalog.versionsOfBadge(badge.id, page);
  }
}

@Resolver(() => BadgeVersionType)
export class BadgeVersionResolver {
  @FieldResolver(() => BadgeType, { description: 'The badge it is a version of.' })
  badge(@Root() version: VersionRecord, @Ctx() { catalog }: Context) {
    return catalog.badge(version.badgeId);
  }

  @FieldResolver(() => OutcomeConnection, { description: 'What it certifies.' })
  outcomes(
    @Root() version: VersionRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { catalog }: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return catalog.outcomesOfVersion(version.id, page, languagesOfLabels(info));
  }

  @FieldResolver(() => AssessmentConnection, {
    description: 'The assessments to pass for it, every one of them.',
  })
  assessments(
    @Root() version: VersionRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { catalog }: Context,
  ) {
    return catalog.assessmentsOfVersion(version.id, page);
  }

  @FieldResolver(() => BadgeConnection, {
    description: 'The badges that together earn it, when it is a stacked credential; else empty.',
  })
  parts(@Root() version: VersionRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { catalog }: Context) {
    return catalog.partsOfVersion(version.id, page);
  }
}
