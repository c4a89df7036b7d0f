import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { enumOf } from '../../platform/graphql/enum.ts';
import type { OrganizationKind } from './organization.repository.ts';
import { Policy, PUBLIC } from './policy/policy.ts';

export const OrganizationKindEnum = enumOf<OrganizationKind>(
  'OrganizationKind',
  'What an organisation does here.',
  {
    ISSUER: 'Issues credentials.',
    PROVIDER: 'Offers learning units.',
    EMPLOYER: 'Describes roles and looks for people.',
    REVIEWER: 'Reviews badges from outside.',
  },
);

@Policy(PUBLIC)
@ObjectType('Organization', {
  description: 'An issuer, provider, employer or reviewing body: its public profile.',
})
export class OrganizationType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Web site.' })
  url: string | null;

  @Field(() => [String], {
    description:
      'The countries or regions it is established in, as ISO 3166 codes such as DE or GB-SCT; empty when it does not say.',
  })
  regions: string[];

  @Field(() => [OrganizationKindEnum], { description: 'What it does here.' })
  kinds: OrganizationKind[];

  @Field(() => String, {
    nullable: true,
    description: 'DID it signs credentials with; null when it issues none.',
  })
  did: string | null;
}

export const OrganizationConnection = connectionOf(() => OrganizationType, 'Organization');

@InputType('OrganizationFilter', {
  description: 'Which organisations a list shows; all that is given must hold.',
})
export class OrganizationFilterInput {
  @Field(() => OrganizationKindEnum, { nullable: true, description: 'Only those that do this.' })
  kind?: OrganizationKind | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name contains this, upper or lower case.',
  })
  nameContains?: string | null;
}
