import { Field, Float, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { MappingRelationEnum, NeedRelationEnum, ReviewStateEnum } from './taxonomy.enums.ts';
import type { ConceptRecord, MappingRelation, NeedRelation, ReviewState } from './taxonomy.records.ts';

@Policy(PUBLIC)
@ObjectType('Need', {
  description:
    'That an occupation, or a skill, needs a skill: as ESCO states it, O*NET rates it or a role framework levels it.',
})
export class NeedType {
  /** The end that was asked for; `skill`, `occupation` and `by` are resolved from it. */
  concept: ConceptRecord;

  @Field(() => NeedRelationEnum, { description: 'How it is needed.' })
  relation: NeedRelation;

  @Field(() => Float, {
    nullable: true,
    description:
      'O*NET’s rating of importance: 1 (not important) to 5 (extremely important); null elsewhere.',
  })
  importance: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The level needed, on the source’s own scale: O*NET 0 to 7; a role framework 1 (awareness), 2 (working), 3 (practitioner), 4 (expert); null elsewhere.',
  })
  level: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when O*NET recommends not to use the importance: too few answers agree; null when it says nothing.',
  })
  importanceSuppressed: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when O*NET recommends not to use the level: too few answers agree; null when it says nothing.',
  })
  levelSuppressed: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when most of those asked said that the skill is of no relevance (O*NET); null when it says nothing.',
  })
  notRelevant: boolean | null;
}

@Policy(PUBLIC)
@ObjectType('Mapping', {
  description:
    'A claim that this concept corresponds to one of another framework, read from this one; who claims it, and what became of it.',
})
export class MappingType {
  uri: string;
  asOf: number;

  @Field(() => ID, { description: 'Identifier of the claim.' })
  id: string;

  @Field(() => MappingRelationEnum, { description: 'How this concept stands to the other.' })
  relation: MappingRelation;

  @Field(() => Float, {
    nullable: true,
    description: 'How sure the source is, 0 to 1; null when it does not say.',
  })
  confidence: number | null;

  @Field(() => String, { nullable: true, description: 'Where the claim was published.' })
  source: string | null;

  @Field(() => String, { nullable: true, description: 'Who makes it.' })
  author: string | null;

  @Field(() => ReviewStateEnum, { nullable: true, description: 'What became of it.' })
  reviewState: ReviewState | null;

  @Field(() => String, { nullable: true, description: 'When, and against which versions, it was made.' })
  vintage: string | null;
}

@Policy(PUBLIC)
@ObjectType('Task', { description: 'Something people in an occupation do (O*NET task statement).' })
export class TaskType {
  @Field(() => ID, { description: 'O*NET’s number of it.' })
  id: string;

  @Field(() => String, { description: 'What is done, as one sentence.' })
  statement: string;

  @Field(() => String, {
    nullable: true,
    description: '`CORE` (central to the occupation) or `SUPPLEMENTAL`; null when O*NET does not say.',
  })
  type: string | null;
}

@Policy(PUBLIC)
@ObjectType('Technology', {
  description: 'Software or equipment that people in an occupation use (O*NET technology skill).',
})
export class TechnologyType {
  @Field(() => ID, { description: 'Commodity code of the UNSPSC.' })
  code: string;

  @Field(() => String, { description: 'Title of the commodity.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'A product of that commodity in use.' })
  example: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when employers often ask for it in job postings (hot technology); null when O*NET does not say.',
  })
  hot: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True when it is often asked for in postings of this occupation; null when O*NET does not say.',
  })
  inDemand: boolean | null;
}

export const NeedConnection = connectionOf(() => NeedType, 'Need');
export const MappingConnection = connectionOf(() => MappingType, 'Mapping');
export const TaskConnection = connectionOf(() => TaskType, 'Task');
export const TechnologyConnection = connectionOf(() => TechnologyType, 'Technology');
