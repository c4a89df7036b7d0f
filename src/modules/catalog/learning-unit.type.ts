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

  @Field(() => String, { nullable: true, description: 'The whole description.' })
  description: string | null;

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

  @Field(() => [String], {
    description: 'Languages it is taught in, the main one first, as BCP 47 tags; empty: not stated.',
  })
  languages: string[];

  @Field(() => String, {
    description: 'Language of `title`, `summary` and `description`, as BCP 47 tag; see `text` for others.',
  })
  textLanguage: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Level: a step of the European Qualifications Framework, 1 to 8; null: not stated.',
  })
  level: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Licence of its material: an SPDX identifier such as CC-BY-4.0, or the web address of a licence.',
  })
  licence: string | null;

  @Field(() => String, { nullable: true, description: 'http or https address of an image.' })
  imageUrl: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the image shows; there is one whenever there is an image.',
  })
  imageAlt: string | null;
}

export const LearningUnitConnection = connectionOf(() => LearningUnitType, 'LearningUnit');
