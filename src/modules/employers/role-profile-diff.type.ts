import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/graphql/enum.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import type { ComparedField, RequirementChangeKind, RequirementTerm } from './role-profile.diff.ts';
import type { ProfileRecord, RequirementRecord } from './role-profile.records.ts';
import { RequirementType, RoleProfileType } from './role-profile.type.ts';

export const ComparedFieldEnum = enumOf<ComparedField>(
  'RoleProfileField',
  'A field of a role profile that versions are compared by.',
  {
    title: 'Its title.',
    description: 'What it is about.',
    region: 'Where the work is.',
    occupationUri: 'The occupation it is a profile of.',
  },
);

export const RequirementTermEnum = enumOf<RequirementTerm>(
  'RequirementTerm',
  'A term of a requirement that versions are compared by.',
  {
    level: 'The level asked.',
    weight: 'How much it counts.',
    necessity: 'Must or nice to have.',
    evidence: 'Which evidence counts.',
    maxAgeMonths: 'How old evidence may be.',
  },
);

export const RequirementChangeKindEnum = enumOf<RequirementChangeKind>(
  'RequirementChangeKind',
  'What became of a requirement.',
  {
    ADDED: 'The later version asks for it, the earlier one did not.',
    REMOVED: 'The earlier version asked for it, the later one does not.',
    CHANGED: 'Both ask for it, in other terms.',
  },
);

@Policy(PUBLIC)
@ObjectType('RoleProfileFieldChange', { description: 'A field that differs between two versions.' })
export class RoleProfileFieldChangeType {
  @Field(() => ComparedFieldEnum, { description: 'Which field.' })
  field: ComparedField;

  @Field(() => String, { nullable: true, description: 'What the earlier version says; null: nothing.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'What the later version says; null: nothing.' })
  after: string | null;
}

@Policy(PUBLIC)
@ObjectType('RequirementChange', { description: 'A requirement that differs between two versions.' })
export class RequirementChangeType {
  @Field(() => RequirementChangeKindEnum, { description: 'Whether it came, went or changed.' })
  kind: RequirementChangeKind;

  @Field(() => ID, { description: 'URI of the skill.' })
  skillUri: string;

  @Field(() => RequirementType, {
    nullable: true,
    description: 'The requirement in the earlier version; null when it was added.',
  })
  before: RequirementRecord | null;

  @Field(() => RequirementType, {
    nullable: true,
    description: 'The requirement in the later version; null when it was removed.',
  })
  after: RequirementRecord | null;

  @Field(() => [RequirementTermEnum], {
    description: 'Which terms differ; empty for one that was added or removed.',
  })
  terms: readonly RequirementTerm[];
}

@Policy(PUBLIC)
@ObjectType('RoleProfileDiff', {
  description: 'What differs between two versions of a role profile; what is the same is left out.',
})
export class RoleProfileDiffType {
  @Field(() => RoleProfileType, { description: 'The version that is compared with.' })
  from: ProfileRecord;

  @Field(() => RoleProfileType, { description: 'The version that is compared.' })
  to: ProfileRecord;

  @Field(() => [RoleProfileFieldChangeType], { description: 'Fields that differ, at most four.' })
  fields: readonly RoleProfileFieldChangeType[];

  @Field(() => [RequirementChangeType], {
    description: 'Requirements that came, went or changed, in the order of their skills’ URIs; at most 200.',
  })
  requirements: readonly RequirementChangeType[];
}
