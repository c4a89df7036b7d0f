import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { RequiredIdempotencyKey } from '../idempotency-key.ts';
import { OrganizationType } from '../organization.type.ts';
import { ADMINISTRATORS, Policy, ROLES, SIGNED_IN } from '../policy/policy.ts';
import {
  InvitationConnection,
  InvitationType,
  InviteLearnerInputType,
  InviteMemberInputType,
  JoinedType,
  NewInvitationType,
  NewOrganizationType,
  OrganizationInputType,
} from './invitation.type.ts';

@Resolver()
export class InvitationsResolver {
  @Policy(ADMINISTRATORS)
  @Query(() => InvitationConnection, {
    description:
      'The invitations of the own organisation, the newest first, with those that are over. For whoever administers it: ISSUER_ADMIN of an issuer or provider, else EMPLOYER, else EXTERNAL_REVIEWER; PLATFORM_ADMIN.',
  })
  invitations(@Args(() => PageArgs) page: PageArgs, @Ctx() { invitations }: Context) {
    return invitations.list(page);
  }

  @Policy(ADMINISTRATORS)
  @Mutation(() => NewInvitationType, {
    description:
      'Invite somebody into the own organisation. What opens it is shown this one time. For whoever administers it.',
  })
  inviteMember(
    @Arg('input', () => InviteMemberInputType, { description: 'Whom to invite.' })
    input: InviteMemberInputType,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { invitations }: Context,
  ) {
    return invitations.inviteMember(input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => NewInvitationType, {
    description:
      'Invite a learner whom the own organisation registered to sign in as themselves. CONFLICT (LEARNER_CLAIMED) when somebody does already. For ISSUER_ADMIN and ISSUER_STAFF.',
  })
  inviteLearner(
    @Arg('input', () => InviteLearnerInputType, { description: 'Which learner.' })
    input: InviteLearnerInputType,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { invitations }: Context,
  ) {
    return invitations.inviteLearner(input, idempotencyKey);
  }

  @Policy(ADMINISTRATORS)
  @Mutation(() => InvitationType, {
    description:
      'Withdraw an open invitation of the own organisation. CONFLICT (INVITATION_OVER) when it was used or withdrawn before. For whoever administers it.',
  })
  withdrawInvitation(
    @Arg('id', () => ID, { description: 'The invitation; NOT_FOUND for one of another organisation.' })
    id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { invitations }: Context,
  ) {
    return invitations.withdraw(id, idempotencyKey);
  }

  @Policy(SIGNED_IN)
  @Mutation(() => JoinedType, {
    description:
      'Accept an invitation, as the person who signed in. INVALID_INPUT (INVITATION_NOT_VALID) when it is unknown, used, withdrawn or expired; CONFLICT (LEARNER_CLAIMED, ANOTHER_LEARNER, SEPARATION_OF_DUTIES); RATE_LIMITED after too many that are not valid. For anybody who signed in with an OpenID provider.',
  })
  acceptInvitation(
    @Arg('token', () => String, { description: 'What the invitation was handed over as: `ci_…`.' })
    token: string,
    @Arg('name', () => String, {
      nullable: true,
      description:
        'What those who administer the organisation shall see you as, 1 to 200 characters. Stored sealed.',
    })
    name: string | undefined,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { joining }: Context,
  ) {
    return joining.accept({ token, name }, idempotencyKey);
  }

  @Policy(ROLES('PLATFORM_ADMIN'))
  @Mutation(() => NewOrganizationType, {
    description:
      'Make an organisation, with an invitation for the first person who administers it. For PLATFORM_ADMIN.',
  })
  createOrganization(
    @Arg('input', () => OrganizationInputType, { description: 'The organisation.' })
    input: OrganizationInputType,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { invitations }: Context,
  ) {
    return invitations.createOrganization(input, idempotencyKey);
  }
}

@Resolver(() => NewOrganizationType)
export class NewOrganizationResolver {
  @FieldResolver(() => OrganizationType, { description: 'The organisation.' })
  organization(@Root() { organizationId }: NewOrganizationType, @Ctx() { organizations }: Context) {
    return organizations.organization(organizationId);
  }
}

@Resolver(() => JoinedType)
export class JoinedResolver {
  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'The organisation; null for a learner.',
  })
  organization(@Root() { organizationId }: JoinedType, @Ctx() { organizations }: Context) {
    return organizationId ? organizations.organization(organizationId) : null;
  }
}
