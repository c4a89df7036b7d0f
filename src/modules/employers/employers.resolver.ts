import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { IdempotencyKey, RequiredIdempotencyKey } from '../identity/idempotency-key.ts';
import { OrganizationType } from '../identity/organization.type.ts';
import { Policy, PUBLIC, ROLES } from '../identity/policy/policy.ts';
import { OccupationType, SkillConceptType } from '../taxonomy/concept.type.ts';
import { RoleProfileFilterInput, RoleProfileInput } from './role-profile.input.ts';
import type { ProfileRecord, RequirementRecord } from './role-profile.records.ts';
import {
  RequirementConnection,
  RequirementType,
  RoleProfileConnection,
  RoleProfileType,
} from './role-profile.type.ts';
import { RoleProfileDiffType } from './role-profile-diff.type.ts';

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

  @Policy(PUBLIC)
  @Query(() => RoleProfileDiffType, {
    nullable: true,
    description:
      'What differs between two versions of role profiles, of the same role or of two. Null when either is not there, or is a draft of somebody else.',
  })
  compareRoleProfiles(
    @Arg('fromId', () => ID, { description: 'Id of the version to compare with.' }) fromId: string,
    @Arg('toId', () => ID, { description: 'Id of the version to compare.' }) toId: string,
    @Ctx() { employers }: Context,
  ) {
    return employers.compare(fromId, toId);
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
    @Arg('changeReason', () => String, {
      nullable: true,
      description: 'Why there is a new version, 1 to 1000 characters; everybody may read it.',
    })
    changeReason: string | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { employers }: Context,
  ) {
    return employers.newVersion(id, input, changeReason, idempotencyKey);
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

  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => RoleProfileType, {
    description: `Takes a published version out of use: it stays public, with the reason, and is matched no more. ${BY}, CONFLICT (it is not published, or open vacancies refer to it).`,
  })
  withdrawRoleProfile(
    @Arg('id', () => ID, { description: 'Id of the published version.' }) id: string,
    @Arg('reason', () => String, {
      description: 'Why, 1 to 1000 characters; everybody may read it.',
    })
    reason: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { employers }: Context,
  ) {
    return employers.withdraw(id, reason, idempotencyKey);
  }

  @Policy(ROLES('EMPLOYER'))
  @Mutation(() => ID, {
    description: `Deletes a draft and answers its id. ${BY}, CONFLICT (it was published: withdraw it instead).`,
  })
  deleteRoleProfile(
    @Arg('id', () => ID, { description: 'Id of the draft.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { employers }: Context,
  ) {
    return employers.remove(id, idempotencyKey);
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

  @FieldResolver(() => RoleProfileConnection, {
    description: 'Every version of this role, newest first; drafts only for members of the employer.',
  })
  history(
    @Root() profile: ProfileRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { employers }: Context,
  ) {
    return employers.history(profile.id, page);
  }

  @FieldResolver(() => RoleProfileDiffType, {
    nullable: true,
    description: 'What differs from the version before it; null for the first.',
  })
  changes(@Root() profile: ProfileRecord, @Ctx() { employers }: Context) {
    return employers.changes(profile);
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
