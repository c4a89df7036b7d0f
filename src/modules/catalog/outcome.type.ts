import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { AlignmentRelationEnum } from './catalog.enums.ts';
import type { AlignmentRelation } from './catalog.records.ts';

@Policy(PUBLIC)
@ObjectType('Outcome', {
  description: 'What somebody can do afterwards, so that others can see it: an observable learning outcome.',
})
export class OutcomeType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'The performance statement, as one sentence.' })
  statement: string;

  @Field(() => String, { nullable: true, description: 'The verb of the statement, such as “configure”.' })
  verb: string | null;

  @Field(() => String, { nullable: true, description: 'What the verb acts upon.' })
  object: string | null;

  @Field(() => String, { nullable: true, description: 'Under which conditions and with which tools.' })
  conditions: string | null;
}

@Policy(PUBLIC)
@ObjectType('Alignment', {
  description:
    'A claim that an outcome shows a skill of a taxonomy, at a level (Open Badges 3.0 `Alignment`).',
})
export class AlignmentType {
  @Field(() => ID, { description: 'URI of the skill in its taxonomy (`Alignment.targetUrl`).' })
  skillUri: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The level shown: a step of the European Qualifications Framework, 1 to 8; null: not stated.',
  })
  level: number | null;

  @Field(() => AlignmentRelationEnum, { description: 'How the outcome stands to that skill.' })
  relation: AlignmentRelation;
}

export const OutcomeConnection = connectionOf(() => OutcomeType, 'Outcome');
export const AlignmentConnection = connectionOf(() => AlignmentType, 'Alignment');
