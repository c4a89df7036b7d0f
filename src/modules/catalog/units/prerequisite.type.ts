import { Field, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import { askedOf, type Prerequisite, partsOf } from './prerequisites.ts';

type Kind = Uppercase<Prerequisite['op']>;

export const PrerequisiteKindEnum = enumOf<Kind>('PrerequisiteKind', 'What a part of a rule asks for.', {
  ALL: 'All of its parts.',
  ANY: 'At least one of its parts.',
  SOME: 'At least `n` of its parts.',
  OUTCOME: 'An outcome that a valid credential certifies.',
  BADGE: 'A badge held by a valid credential.',
  SKILL: 'A skill at a level, proven by a valid credential.',
});

@Policy(PUBLIC)
@ObjectType('Prerequisite', {
  description: 'What a learner must have shown before a learning unit starts: a rule, or a part of one.',
})
export class PrerequisiteType {
  @Field(() => PrerequisiteKindEnum, { description: 'What it asks for.' })
  kind: Kind;

  @Field(() => Int, { nullable: true, description: 'How many of `of` must hold; null for a single fact.' })
  n: number | null;

  @Field(() => [PrerequisiteType], { description: 'Its parts, 40 at most; empty for a single fact.' })
  of: PrerequisiteType[];

  @Field(() => ID, { nullable: true, description: 'Id of the outcome; null for other kinds.' })
  outcomeId: string | null;

  @Field(() => ID, { nullable: true, description: 'Id of the badge; null for other kinds.' })
  badgeId: string | null;

  @Field(() => ID, { nullable: true, description: 'URI of the skill; null for other kinds.' })
  skillUri: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Lowest level of the skill: step of the European Qualifications Framework, 1 to 8.',
  })
  level: number | null;
}

/** A rule as it is shown. */
export const prerequisiteOf = (rule: Prerequisite): PrerequisiteType => ({
  kind: rule.op.toUpperCase() as Kind,
  n: 'of' in rule ? askedOf(rule) : null,
  of: partsOf(rule).map(prerequisiteOf),
  outcomeId: rule.op === 'outcome' ? rule.outcomeId : null,
  badgeId: rule.op === 'badge' ? rule.badgeId : null,
  skillUri: rule.op === 'skill' ? rule.skillUri : null,
  level: rule.op === 'skill' ? rule.level : null,
});
