import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Policy, PUBLIC } from './policy/policy.ts';
import { ROLES, type Role } from './viewer.ts';

export const RoleEnum = Object.fromEntries(ROLES.map((role) => [role, role]));
registerEnumType(RoleEnum, {
  name: 'Role',
  description:
    'What somebody may do. A role is always held in one organisation; a learner acts for themselves.',
  valuesConfig: {
    ISSUER_ADMIN: { description: 'Runs an issuing organisation: its people, keys and badges.' },
    ISSUER_STAFF: { description: 'Writes the catalogue and issues credentials of the organisation.' },
    ASSESSOR: { description: 'Grades submissions to the assessments of the organisation.' },
    EXTERNAL_REVIEWER: { description: 'Reviews badges of an organisation from outside.' },
    LEARNER: { description: 'A person who learns, holds credentials and decides who sees them.' },
    EMPLOYER: { description: 'Describes role profiles and looks for candidates who agreed to be found.' },
    ANALYST: { description: 'Reads aggregates; never a single person.' },
    PLATFORM_ADMIN: { description: 'Runs the platform; sees no personal data by that role alone.' },
  },
});

@Policy(PUBLIC)
@ObjectType('Viewer', { description: 'Who is calling, as the API key or token says.' })
export class ViewerType {
  @Field(() => RoleEnum, {
    nullable: true,
    description: 'The first of the roles held; null for somebody without any.',
  })
  role: Role | null;

  @Field(() => [RoleEnum], { description: 'All the roles held where the request acts.' })
  roles: readonly Role[];

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation the request acts for; null for a learner.',
  })
  organizationId: string | null;

  @Field(() => ID, { nullable: true, description: 'The learner the request acts as; null for anybody else.' })
  learnerId: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The person who signed in; null for an API key, and until they accept their first invitation.',
  })
  personId: string | null;

  @Field(() => Boolean, {
    description:
      'True when the person may act in several ways and must choose one with the header X-Organization.',
  })
  mustChoose: boolean;
}
