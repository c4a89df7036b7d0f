import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import type { OrganizationKind } from '../organization.repository.ts';
import { OrganizationKindEnum } from '../organization.type.ts';
import { Policy, ROLES, SIGNED_IN } from '../policy/policy.ts';
import type { Role } from '../viewer.ts';
import { RoleEnum } from '../viewer.type.ts';
import type { InvitationState } from './invitations.service.ts';

export const InvitationStateEnum = enumOf<InvitationState>(
  'InvitationState',
  'Whether an invitation can be accepted.',
  {
    OPEN: 'It can be accepted.',
    USED: 'It was accepted; it works once.',
    WITHDRAWN: 'It was withdrawn.',
    EXPIRED: 'Its time is over.',
  },
);

@Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'EMPLOYER', 'EXTERNAL_REVIEWER', 'PLATFORM_ADMIN'))
@ObjectType('Invitation', {
  description: 'An invitation into an organisation, or for a learner to sign in as themselves.',
})
export class InvitationType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => [RoleEnum], { description: 'The roles it gives; none when it is for a learner.' })
  roles: readonly Role[];

  @Field(() => ID, { nullable: true, description: 'The learner it is for; null when it gives roles.' })
  learnerId: string | null;

  @Field(() => InvitationStateEnum, { description: 'Whether it can be accepted.' })
  state: InvitationState;

  @Field(() => Date, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => String, { description: 'Who made it: `person:<id>` or `key:<id>`.' })
  createdBy: string;

  @Field(() => Date, { description: 'Until when it can be accepted.' })
  expiresAt: Date;
}

export const InvitationConnection = connectionOf(() => InvitationType, 'Invitation');

@Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'EMPLOYER', 'EXTERNAL_REVIEWER', 'PLATFORM_ADMIN'))
@ObjectType('NewInvitation', {
  description: 'An invitation that was just made, with what is shown this one time.',
})
export class NewInvitationType {
  @Field(() => InvitationType, { description: 'The invitation as it is listed.' })
  invitation: InvitationType;

  @Field(() => String, {
    nullable: true,
    description:
      'What the invited person accepts it with. Shown now and never again; null when the same request was carried out before. Hand it to that person only: whoever signs in and has it can accept.',
  })
  token: string | null;
}

@InputType('InviteMemberInput', { description: 'Whom to invite into an organisation.' })
export class InviteMemberInputType {
  @Field(() => [RoleEnum], {
    description:
      'The roles they will hold, at least one: those the organisation has by what it does, else INVALID_INPUT. EXTERNAL_REVIEWER does not go with a role inside.',
  })
  roles: Role[];

  @Field(() => ID, {
    nullable: true,
    description:
      'For PLATFORM_ADMIN: another organisation, when it has nobody left to administer it. The own one when left out.',
  })
  organizationId?: string | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'Until when it can be accepted: in the future, 30 days ahead at most; a week from now when left out.',
  })
  expiresAt?: Date | null;
}

@InputType('InviteLearnerInput', { description: 'Which learner to invite to sign in as themselves.' })
export class InviteLearnerInputType {
  @Field(() => ID, {
    description: 'A learner whom the own organisation registered; NOT_FOUND for any other.',
  })
  learnerId: string;

  @Field(() => Date, {
    nullable: true,
    description:
      'Until when it can be accepted: in the future, 30 days ahead at most; a week from now when left out.',
  })
  expiresAt?: Date | null;
}

@InputType('OrganizationInput', { description: 'A new organisation.' })
export class OrganizationInputType {
  @Field(() => String, { description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Web site: an http or https address.' })
  url?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'The countries or regions it is established in, at most 20 ISO 3166 codes such as DE or GB-SCT.',
  })
  regions?: string[] | null;

  @Field(() => [OrganizationKindEnum], { description: 'What it does here, at least one thing.' })
  kinds: OrganizationKind[];
}

@Policy(ROLES('PLATFORM_ADMIN'))
@ObjectType('NewOrganization', { description: 'An organisation that was just made.' })
export class NewOrganizationType {
  organizationId: string;

  @Field(() => NewInvitationType, { description: 'For the first person who administers it.' })
  invitation: NewInvitationType;
}

@Policy(SIGNED_IN)
@ObjectType('Joined', {
  description:
    'What somebody joined by accepting an invitation: an organisation, or the record of a learner.',
})
export class JoinedType {
  @Field(() => ID, { description: 'The person, as this platform knows them from now on.' })
  personId: string;

  organizationId: string | null;

  @Field(() => [RoleEnum], {
    description: 'All the roles they hold in the organisation now; none for a learner.',
  })
  roles: readonly Role[];

  @Field(() => ID, {
    nullable: true,
    description: 'The learner they are; null when they joined an organisation.',
  })
  learnerId: string | null;
}
