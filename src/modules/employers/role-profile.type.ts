import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
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

  @Field(() => Int, { description: '1 for the first version, 2 for the next, and so on.' })
  version: number;

  @Field(() => RoleProfileStateEnum, { description: 'Draft, published or superseded.' })
  state: ProfileState;

  @Field(() => Date, { nullable: true, description: 'When it was published (UTC); null for a draft.' })
  publishedAt: Date | null;

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

@InputType('RoleProfileFilter', {
  description: 'Which role profiles a list shows; all that is given must hold.',
})
export class RoleProfileFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only those of this organisation.' })
  organizationId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose title contains this, upper or lower case.',
  })
  titleContains?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those that ask for the skill with this URI.' })
  skillUri?: string | null;

  @Field(() => String, { nullable: true, description: 'Only those for this region (ISO 3166 code).' })
  region?: string | null;

  @Field(() => [RoleProfileStateEnum], {
    nullable: true,
    description: 'Only those in these states; PUBLISHED when left out.',
  })
  states?: ProfileState[] | null;
}

@InputType({ description: 'A skill to ask for.' })
export class RequirementInput {
  @Field(() => ID, {
    description: 'URI of a skill of an imported taxonomy. Unknown: NOT_FOUND naming the place.',
  })
  skillUri: string;

  @Field(() => Int, { defaultValue: 1, description: 'How much it counts beside the others, 1 to 1000.' })
  weight?: number;

  @Field(() => Int, { description: 'Level asked: step of the European Qualifications Framework, 1 to 8.' })
  level: number;

  @Field(() => NecessityEnum, { defaultValue: 'MUST', description: 'Must or nice to have.' })
  necessity?: Necessity;

  @Field(() => EvidencePolicyEnum, { defaultValue: 'ANY', description: 'Which evidence counts.' })
  evidence?: EvidencePolicy;

  @Field(() => Int, {
    nullable: true,
    description: 'Evidence older than so many months does not count, 1 to 1200.',
  })
  maxAgeMonths?: number | null;
}

@InputType({ description: 'Everything a version of a role profile says.' })
export class RoleProfileInput {
  @Field(() => String, { description: 'Title, 1 to 200 characters.' })
  title: string;

  @Field(() => String, {
    nullable: true,
    description: 'Where the work is, as ISO 3166 code such as DE or GB-SCT.',
  })
  region?: string | null;

  @Field(() => ID, { nullable: true, description: 'URI of an occupation of an imported taxonomy.' })
  occupationUri?: string | null;

  @Field(() => [RequirementInput], {
    nullable: true,
    description: 'What it asks for: each skill once, at most 100.',
  })
  requirements?: RequirementInput[] | null;
}
