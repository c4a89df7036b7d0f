import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';

@Policy(PUBLIC)
@ObjectType('Framework', { description: 'A taxonomy of skills or occupations, such as ESCO or O*NET.' })
export class FrameworkType {
  @Field(() => ID, { description: 'Short name: `esco`, `onet`, `ddat`.' })
  id: string;

  @Field(() => String, { description: 'Full name.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'Who publishes it.' })
  publisher: string | null;

  @Field(() => String, { nullable: true, description: 'Where it is published.' })
  url: string | null;

  @Field(() => String, { nullable: true, description: 'Under which licence.' })
  licence: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The acknowledgement its publisher asks for: show it wherever you show its concepts.',
  })
  attribution: string | null;
}

@Policy(PUBLIC)
@ObjectType('FrameworkVersion', { description: 'A release of a framework that was imported here.' })
export class FrameworkVersionType {
  @Field(() => ID, { description: 'Name to pass as `asOf`: `esco@1.2.0`.' })
  id: string;

  @Field(() => String, { description: 'Version as its publisher names it.' })
  version: string;

  @Field(() => Int, {
    description: 'Its place among the versions: major × 10 000 + minor × 100 + patch.',
  })
  ordinal: number;

  @Field(() => Boolean, {
    description: 'False when only a part was imported, such as the sample world’s.',
  })
  complete: boolean;

  @Field(() => Date, { nullable: true, description: 'When the import was finished.' })
  importedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'How many concepts, relations and texts it holds: JSON, as the import counted them.',
  })
  counts: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The rating scales of O*NET, with their lowest and highest value: JSON; null elsewhere.',
  })
  scales: string | null;
}

export const FrameworkVersionConnection = connectionOf(() => FrameworkVersionType, 'FrameworkVersion');
