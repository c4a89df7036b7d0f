import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
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

@ObjectType('Viewer', { description: 'Who is calling, as the API key says.' })
export class ViewerType {
  @Field(() => RoleEnum, { nullable: true, description: 'The role; null when no key was sent.' })
  role: Role | null;

  @Field(() => ID, { nullable: true, description: 'The organisation the key acts for; null for a learner.' })
  organizationId: string | null;

  @Field(() => ID, { nullable: true, description: 'The learner the key acts as; null for anybody else.' })
  learnerId: string | null;
}
