import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC, ROLES } from '../identity/policy/policy.ts';
import type { PartState } from './engine/model.ts';

export const PartStateEnum: Record<PartState, PartState> = {
  HELD: 'HELD',
  NOT_YET_VALID: 'NOT_YET_VALID',
  SUSPENDED: 'SUSPENDED',
  EXPIRED: 'EXPIRED',
  REVOKED: 'REVOKED',
  MISSING: 'MISSING',
};
registerEnumType(PartStateEnum, {
  name: 'StackPartState',
  description: 'Where somebody stands with one part of a stacked badge.',
  valuesConfig: {
    HELD: { description: 'A valid credential answers it.' },
    NOT_YET_VALID: { description: 'There is a credential, but its validity has not begun.' },
    SUSPENDED: { description: 'There is a credential, but it is suspended.' },
    EXPIRED: { description: 'There was a credential; it has expired.' },
    REVOKED: { description: 'There was a credential; it was revoked.' },
    MISSING: { description: 'There is no credential (or none that you may see).' },
  },
});

@Policy(ROLES('LEARNER', 'ISSUER_ADMIN', 'ISSUER_STAFF'))
@ObjectType('StackPart', { description: 'One badge that a stacked badge asks for.' })
export class StackPartType {
  @Field(() => ID, { description: 'Identifier of the badge.' })
  badgeId: string;

  @Field(() => String, { description: 'Name of the badge.' })
  name: string;

  @Field(() => PartStateEnum, { description: 'Where the learner stands with it.' })
  state: PartState;

  @Field(() => ID, {
    nullable: true,
    description:
      'The credential that answers it, or the one that came closest; null when there is none, or for an issuer when another one issued it.',
  })
  credentialId: string | null;

  @Field(() => Date, { nullable: true, description: 'When that credential was awarded (UTC).' })
  awardedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'When that credential stops being valid (UTC), exclusive; null: it does not expire, or is not shown.',
  })
  validUntil: Date | null;
}

@Policy(ROLES('LEARNER', 'ISSUER_ADMIN', 'ISSUER_STAFF'))
@ObjectType('StackProgress', {
  description: 'How far a learner is with a stacked badge. Today a rule asks for all of its parts.',
})
export class StackProgressType {
  @Field(() => ID, { description: 'Identifier of the stacked badge.' })
  badgeId: string;

  @Field(() => String, { description: 'Name of the stacked badge.' })
  name: string;

  @Field(() => Int, { description: 'Number of the badge version whose rule was applied: the published one.' })
  ruleVersion: number;

  @Field(() => Boolean, { description: 'True when every part is held by a valid credential.' })
  satisfied: boolean;

  @Field(() => Float, { description: 'Parts held by all parts, 0 to 1; 1 exactly when satisfied.' })
  progress: number;

  @Field(() => Int, { description: 'How many parts are held.' })
  have: number;

  @Field(() => Int, { description: 'How many parts there are.' })
  need: number;

  @Field(() => [StackPartType], { description: 'Every part, in order of name.' })
  parts: StackPartType[];

  @Field(() => [StackPartType], { description: 'The parts that are not held.' })
  missing: StackPartType[];

  @Field(() => ID, {
    nullable: true,
    description:
      'The credential awarded for the stack, the newest that is not withdrawn; null while there is none.',
  })
  awardedCredentialId: string | null;

  @Field(() => Date, { description: 'The instant it was evaluated at (UTC).' })
  evaluatedAt: Date;

  @Field(() => Date, {
    nullable: true,
    description:
      'The next instant at which time alone can change the answer (UTC); null when none is in sight, or for an issuer.',
  })
  nextChangeAt: Date | null;
}

@Policy(PUBLIC)
@ObjectType('StackedPart', { description: 'A badge that counts towards a stacked badge.' })
export class StackedPartType {
  @Field(() => ID, { description: 'Identifier of the badge.' })
  badgeId: string;

  @Field(() => String, { description: 'Name of the badge.' })
  name: string;
}

@Policy(PUBLIC)
@ObjectType('Stack', { description: 'A stacked badge on offer: it is awarded for holding all of its parts.' })
export class StackType {
  @Field(() => ID, { description: 'Identifier of the stacked badge.' })
  badgeId: string;

  @Field(() => String, { description: 'Name of the stacked badge.' })
  name: string;

  @Field(() => Int, { description: 'Number of the published version whose rule this is.' })
  ruleVersion: number;

  @Field(() => [StackedPartType], { description: 'All badges it asks for, in order of name.' })
  parts: StackedPartType[];
}

export const StackConnection = connectionOf(() => StackType, 'Stack');
