import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { IdempotencyKey } from '../identity/idempotency-key.ts';
import { OrganizationType } from '../identity/organization.type.ts';
import { Policy, PUBLIC, ROLES } from '../identity/policy/policy.ts';
import { OccupationType, SkillConceptType } from '../taxonomy/concept.type.ts';
import type { ProfileRecord, RequirementRecord } from './role-profile.records.ts';
import {
  RequirementConnection,
  RequirementType,
  RoleProfileConnection,
  RoleProfileFilterInput,
  RoleProfileInput,
  RoleProfileType,
} from './role-profile.type.ts';

const BY =
  'For EMPLOYER. Errors: UNAUTHENTICATED, FORBIDDEN (role, or a profile of another organisation), INVALID_INPUT naming the place, NOT_FOUND (id, skill or occupation)';

@Resolver(() => RoleProfileType)
export class EmployersResolver {
  @Policy(PUBLIC)
  @Query(() => RoleProfileType, {
    nullable: true,
    description:
      'A version of a role profile by id. Null when there is none, or when it is a draft of somebody else.',
  })
  roleProfile(
    @Arg('id', () => ID, { description: 'Id of the version.' }) id: string,
    @Ctx() { employers }: Context,
  ) {
    return employers.profile(id);
  }

  @Policy(PUBLIC)
  @Query(() => RoleProfileConnection, {
    description: 'Role profiles in order of title: published ones, unless the filter asks for other states.',
  })
  roleProfiles(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => RoleProfileFilterInput, { nullable: true, description: 'Which profiles to show.' })
    filter: RoleProfileFilterInput | undefined,
    @Ctx() { employers }: Context,
  ) {
    return employers.profiles(page, filter ?? {});
  }

  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => RoleProfileType, { description: `Creates version 1 of a role profile, a draft. ${BY}.` })
  createRoleProfile(
    @Arg('input', () => RoleProfileInput, { description: 'What it says.' }) input: RoleProfileInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { employers }: Context,
  ) {
    return employers.create(input, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => RoleProfileType, {
    description: `Replaces everything a draft says. ${BY}, CONFLICT (it was published and never changes).`,
  })
  updateRoleProfile(
    @Arg('id', () => ID, { description: 'Id of the draft.' }) id: string,
    @Arg('input', () => RoleProfileInput, { description: 'Everything it shall say.' })
    input: RoleProfileInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { employers }: Context,
  ) {
    return employers.update(id, input, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => RoleProfileType, {
    description: `Creates the next version of a published role profile, a draft. ${BY}, CONFLICT (it is a draft, or has a successor).`,
  })
  newRoleProfileVersion(
    @Arg('id', () => ID, { description: 'Id of the newest version.' }) id: string,
    @Arg('input', () => RoleProfileInput, { description: 'Everything the new version says.' })
    input: RoleProfileInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { employers }: Context,
  ) {
    return employers.newVersion(id, input, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => RoleProfileType, {
    description: `Publishes a draft with at least one requirement; it never changes from now on, and the version before it is superseded. ${BY}, CONFLICT (it was published before).`,
  })
  publishRoleProfile(
    @Arg('id', () => ID, { description: 'Id of the draft.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { employers }: Context,
  ) {
    return employers.publish(id, idempotencyKey);
  }

  @FieldResolver(() => OrganizationType, { description: 'Who asks for it.' })
  employer(@Root() profile: ProfileRecord, @Ctx() { organizations }: Context) {
    return organizations.organization(profile.employerId);
  }

  @FieldResolver(() => RoleProfileType, {
    nullable: true,
    description: 'The version before it; null for the first.',
  })
  follows(@Root() profile: ProfileRecord, @Ctx() { employers }: Context) {
    return profile.beforeId === null ? null : employers.profile(profile.beforeId);
  }

  @FieldResolver(() => RequirementConnection, {
    description: 'What it asks for: musts first, then by weight.',
  })
  requirements(
    @Root() profile: ProfileRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { employers }: Context,
  ) {
    return employers.requirementsOf(profile.id, page);
  }

  @FieldResolver(() => OccupationType, {
    nullable: true,
    description: 'The occupation it is a profile of, as of today.',
  })
  occupation(@Root() profile: ProfileRecord, @Ctx() { taxonomy }: Context) {
    return profile.occupationUri === null ? null : taxonomy.conceptByUri(profile.occupationUri);
  }
}

@Resolver(() => RequirementType)
export class RequirementResolver {
  @FieldResolver(() => SkillConceptType, { nullable: true, description: 'The skill itself, as of today.' })
  skill(@Root() requirement: RequirementRecord, @Ctx() { taxonomy }: Context) {
    return taxonomy.conceptByUri(requirement.skillUri);
  }
}
