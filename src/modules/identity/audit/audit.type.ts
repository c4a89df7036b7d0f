import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { Policy, ROLES } from '../policy/policy.ts';
import type { Role } from '../viewer.ts';
import { RoleEnum } from '../viewer.type.ts';

const ACTION = 'What was done: the name of the mutation, or `read` when somebody looked at data of a person.';
const PURPOSE =
  'Why a person’s data was read: the purpose of a consent, ASSESSMENT or CREDENTIALS for an issuer’s own work, VALIDATION to answer what the learner asked, or SHARED by a link the learner gave; null for a change.';

@Policy(ROLES('ISSUER_ADMIN', 'EMPLOYER', 'PLATFORM_ADMIN'))
@ObjectType('AuditEvent', {
  description:
    'Something that was done or read. Events are never changed; each is sealed with the hash of the one before (docs/security/audit.md).',
})
export class AuditEventType {
  @Field(() => ID, { description: 'Identifier: the chain and the number in it.' })
  id: string;

  @Field(() => Int, { description: '1, 2, 3 … within the organisation, without a gap.' })
  seq: number;

  @Field(() => Date, { description: 'When (UTC).' })
  at: Date;

  @Field(() => String, {
    nullable: true,
    description:
      'Who did it: `key:` or `person:` with an id, or `anonymous` for the platform itself; null for a learner.',
  })
  actor: string | null;

  @Field(() => RoleEnum, { nullable: true, description: 'The role they did it in.' })
  role: Role | null;

  @Field(() => String, { description: ACTION })
  action: string;

  @Field(() => String, { nullable: true, description: PURPOSE })
  purpose: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The learner it is about: their id for ISSUER_ADMIN, else the pseudonym under which the organisation knows them; null when it is about nobody.',
  })
  subject: string | null;

  @Field(() => [ID], { description: 'Ids of what was changed or shown.' })
  objects: string[];

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 over the event and the hash of the one before. Note down the newest, and nobody can rewrite what came before it unseen. Null where the subject goes by a pseudonym.',
  })
  hash: string | null;
}

export const AuditEventConnection = connectionOf(() => AuditEventType, 'AuditEvent');

@InputType('AuditEventFilter', { description: 'Which events a list shows; all that is given must hold.' })
export class AuditEventFilterInput {
  @Field(() => [String], { nullable: true, description: 'Only these actions, such as `read`.' })
  actions?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Only reads for this purpose, such as MATCHING.' })
  purpose?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Only what is about this learner. For ISSUER_ADMIN, else INVALID_INPUT.',
  })
  learnerId?: string | null;

  @Field(() => Date, { nullable: true, description: 'Only from this instant on.' })
  since?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Only before this instant.' })
  until?: Date | null;
}

@Policy(ROLES('LEARNER'))
@ObjectType('EventAboutMe', {
  description: 'Something that was done with your data, or somebody who looked.',
})
export class EventAboutMeType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Date, { description: 'When (UTC).' })
  at: Date;

  @Field(() => String, { description: ACTION })
  action: string;

  @Field(() => String, { nullable: true, description: PURPOSE })
  purpose: string | null;

  @Field(() => RoleEnum, {
    nullable: true,
    description: 'The role of whoever did it; null for the platform itself.',
  })
  role: Role | null;

  @Field(() => [ID], { description: 'Ids of what was changed or shown.' })
  objects: string[];
}

export const EventAboutMeConnection = connectionOf(() => EventAboutMeType, 'EventAboutMe');
