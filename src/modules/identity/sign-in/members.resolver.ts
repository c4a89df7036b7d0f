import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { RequiredIdempotencyKey } from '../idempotency-key.ts';
import { OrganizationType } from '../organization.type.ts';
import { ADMINISTRATORS, Policy, SIGNED_IN } from '../policy/policy.ts';
import type { Role } from '../viewer.ts';
import { RoleEnum, ViewerType } from '../viewer.type.ts';
import { MembershipConnection, MembershipType } from './membership.type.ts';

@Resolver()
export class MembersResolver {
  @Policy(ADMINISTRATORS)
  @Query(() => MembershipConnection, {
    description:
      'The members of the own organisation, in the order in which they joined. For whoever administers it: ISSUER_ADMIN of an issuer or provider, else EMPLOYER, else EXTERNAL_REVIEWER; PLATFORM_ADMIN.',
  })
  members(@Args(() => PageArgs) page: PageArgs, @Ctx() { members }: Context) {
    return members.list(page);
  }

  @Policy(ADMINISTRATORS)
  @Mutation(() => MembershipType, {
    description:
      'Give a member exactly these roles. CONFLICT (LAST_ADMINISTRATOR) when nobody would be left to administer the organisation. For whoever administers it.',
  })
  changeMemberRoles(
    @Arg('personId', () => ID, { description: 'The member; NOT_FOUND for anybody else.' }) personId: string,
    @Arg('roles', () => [RoleEnum], {
      description:
        'All the roles they hold from now on: those the organisation has by what it does, else INVALID_INPUT. EXTERNAL_REVIEWER does not go with a role inside.',
    })
    roles: Role[],
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { members }: Context,
  ) {
    return members.changeRoles(personId, roles, idempotencyKey);
  }

  @Policy(SIGNED_IN)
  @Mutation(() => ID, {
    description:
      'Take somebody out of the own organisation, and answer who. CONFLICT (LAST_ADMINISTRATOR) when nobody would be left to administer it. For whoever administers it; anybody may take themselves out.',
  })
  removeMember(
    @Arg('personId', () => ID, { description: 'The member; NOT_FOUND for anybody else.' }) personId: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { members }: Context,
  ) {
    return members.remove(personId, idempotencyKey);
  }
}

@Resolver(() => MembershipType)
export class MembershipResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What the person calls themselves; null when they did not say. Looking at somebody else’s is audited.',
  })
  name(@Root() membership: MembershipType, @Ctx() { members }: Context): Promise<string | null> {
    return members.nameOf(membership);
  }

  @FieldResolver(() => OrganizationType, { description: 'The organisation.' })
  organization(@Root() { organizationId }: MembershipType, @Ctx() { organizations }: Context) {
    return organizations.organization(organizationId);
  }
}

@Resolver(() => ViewerType)
export class ViewerMembershipsResolver {
  @FieldResolver(() => MembershipConnection, {
    description:
      'Where the person who signed in is a member: what they may choose from with X-Organization. Empty for an API key.',
  })
  memberships(@Args(() => PageArgs) page: PageArgs, @Ctx() { members }: Context) {
    return members.mine(page);
  }
}
