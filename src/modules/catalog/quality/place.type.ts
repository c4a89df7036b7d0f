import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import type { PlaceKind } from './place.ts';
import { PlaceKindEnum } from './quality.enums.ts';

@Policy(PUBLIC)
@ObjectType('Place', { description: 'Where in a badge something is.' })
export class PlaceType {
  @Field(() => PlaceKindEnum, { description: 'What it stands in.' })
  kind: PlaceKind;

  @Field(() => ID, { description: 'The id of that thing; for EVIDENCE the code of the work.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The field, such as `statement`; null: all of it.' })
  field: string | null;

  @Field(() => String, { nullable: true, description: 'The very words meant; null: the whole field.' })
  quote: string | null;
}

@InputType('PlaceInput', { description: 'Where in the badge version something is.' })
export class PlaceInputType {
  @Field(() => PlaceKindEnum, { description: 'What it stands in.' })
  kind: PlaceKind;

  @Field(() => ID, {
    description: 'Id of the version, outcome, assessment or criterion; for EVIDENCE the code of the work.',
  })
  id: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The field: name, description, criteria or imageAlt of a version; statement, verb, object or conditions of an outcome; title or task of an assessment; title of a criterion. Left out: all of it.',
  })
  field?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The very words meant, letter by letter as they stand in the field; at most 1000 characters.',
  })
  quote?: string | null;
}
