import { Field, ID, InputType, Int } from 'type-graphql';
import type { EvidencePolicy, Necessity, ProfileState } from './role-profile.records.ts';
import { EvidencePolicyEnum, NecessityEnum, RoleProfileStateEnum } from './role-profile.type.ts';

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
    description: 'What the role is about, as plain text of at most 20 000 characters.',
  })
  description?: string | null;

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
