import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { Policy, SIGNED_IN } from '../policy/policy.ts';
import type { Role } from '../viewer.ts';
import { RoleEnum } from '../viewer.type.ts';

@Policy(SIGNED_IN)
@ObjectType('Membership', { description: 'That a person holds roles in an organisation.' })
export class MembershipType {
  @Field(() => ID, { description: 'The person.' })
  personId: string;

  organizationId: string;

  @Field(() => [RoleEnum], { description: 'The roles they hold there.' })
  roles: Role[];

  @Field(() => Date, { description: 'Since when they belong to it.' })
  since: Date;
}

export const MembershipConnection = connectionOf(() => MembershipType, 'Membership');
