import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { enumOf } from '../../platform/graphql/enum.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import type { EvidencePolicy, Necessity, ProfileState } from './role-profile.records.ts';

export const RoleProfileStateEnum = enumOf<ProfileState>(
  'RoleProfileState',
  'Where a version of a role profile stands.',
  {
    DRAFT: 'Being written; only the employer sees it and it can still change.',
    PUBLISHED: 'In use; it never changes.',
    SUPERSEDED: 'A newer version has been published.',
    WITHDRAWN: 'No longer in use, for the reason given.',
  },
);

export const NecessityEnum = enumOf<Necessity>('Necessity', 'How much a requirement matters.', {
  MUST: 'Without it nobody is eligible.',
  NICE: 'It helps.',
});

export const EvidencePolicyEnum = enumOf<EvidencePolicy>(
  'EvidencePolicy',
  'Which evidence counts for a requirement.',
  {
    ANY: 'Any evidence.',
    VERIFIED: 'Only credentials that verify.',
    ASSESSED: 'Only credentials that rest on an assessment.',
  },
);

@Policy(PUBLIC)
@ObjectType('RoleProfile', { description: 'What an employer asks for in a role: one version of it.' })
export class RoleProfileType {
  @Field(() => ID, { description: 'Identifier of this version.' })
  id: string;

  @Field(() => String, { description: 'Title of the role.' })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the role is about, as plain text; null when not stated.',
  })
  description: string | null;

  @Field(() => Int, { description: '1 for the first version, 2 for the next, and so on.' })
  version: number;

  @Field(() => RoleProfileStateEnum, { description: 'Draft, published, superseded or withdrawn.' })
  state: ProfileState;

  @Field(() => Date, { nullable: true, description: 'When it was published (UTC); null for a draft.' })
  publishedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why this version was written; null for a first version, or when not stated.',
  })
  changeReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn (UTC); null when it was not.' })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null when it was not.' })
  withdrawnReason: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where the work is, as ISO 3166 code; null: anywhere.',
  })
  region: string | null;

  @Field(() => ID, { nullable: true, description: 'URI of the occupation it is a profile of.' })
  occupationUri: string | null;
}

@Policy(PUBLIC)
@ObjectType('Requirement', { description: 'A skill that a role asks for.' })
export class RequirementType {
  @Field(() => ID, { description: 'URI of the skill in its taxonomy.' })
  skillUri: string;

  @Field(() => Int, { description: 'How much it counts beside the others: a whole number, 1 or more.' })
  weight: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Level asked: step of the European Qualifications Framework, 1 to 8; null: any.',
  })
  level: number | null;

  @Field(() => NecessityEnum, { description: 'Must or nice to have.' })
  necessity: Necessity;

  @Field(() => EvidencePolicyEnum, { description: 'Which evidence counts.' })
  evidence: EvidencePolicy;

  @Field(() => Int, {
    nullable: true,
    description: 'Evidence older than so many months does not count; null: any age.',
  })
  maxAgeMonths: number | null;
}

export const RoleProfileConnection = connectionOf(() => RoleProfileType, 'RoleProfile');
export const RequirementConnection = connectionOf(() => RequirementType, 'Requirement');
