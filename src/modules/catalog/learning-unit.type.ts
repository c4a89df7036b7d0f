import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { LearningUnitModeEnum } from './catalog.enums.ts';
import type { UnitMode } from './catalog.records.ts';

@Policy(PUBLIC)
@ObjectType('LearningUnit', { description: 'A short piece of learning that somebody offers.' })
export class LearningUnitType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => String, { description: 'Title.' })
  title: string;

  @Field(() => String, { nullable: true, description: 'What it is about, in a few sentences.' })
  summary: string | null;

  @Field(() => Int, { description: 'How long it takes a learner, in minutes, all work counted.' })
  effortMinutes: number;

  @Field(() => Int, {
    nullable: true,
    description: 'What it costs, in minor units of the currency (cents); 0 is free, null is not stated.',
  })
  priceCents: number | null;

  @Field(() => String, { nullable: true, description: 'Currency of the price, as ISO 4217 code.' })
  currency: string | null;

  @Field(() => LearningUnitModeEnum, { description: 'How it is taught.' })
  mode: UnitMode;

  @Field(() => String, { nullable: true, description: 'Language it is taught in, as BCP 47 tag.' })
  language: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Level: a step of the European Qualifications Framework, 1 to 8; null: not stated.',
  })
  level: number | null;
}

export const LearningUnitConnection = connectionOf(() => LearningUnitType, 'LearningUnit');
