import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enum.ts';
import { Policy, PUBLIC } from '../../identity/policy/policy.ts';
import type { Area } from './definition.ts';
import type { ChangeKind } from './differences.ts';

const BadgeChangeAreaEnum = enumOf<Area>('BadgeChangeArea', 'What of a badge changed.', {
  BADGE: 'What the version itself says: name, criteria, tags, validity and so on.',
  OUTCOME: 'An outcome that it certifies.',
  ALIGNMENT: 'The alignment of an outcome to a skill.',
  ASSESSMENT: 'An assessment to pass for it.',
  RUBRIC: 'The rubric of an assessment.',
  CRITERION: 'A criterion of a rubric.',
  LEVEL: 'A level of a criterion.',
  PART: 'A badge that it stacks.',
});

const BadgeChangeKindEnum = enumOf<ChangeKind>('BadgeChangeKind', 'How something changed.', {
  ADDED: 'It is new.',
  REMOVED: 'It is gone.',
  CHANGED: 'One field of it says something else.',
});

@Policy(PUBLIC)
@ObjectType('BadgeChange', {
  description:
    'One thing in which a version of a badge differs from another, found by comparing all that both say.',
})
export class BadgeChangeType {
  @Field(() => BadgeChangeAreaEnum, { description: 'What it is about.' })
  area: Area;

  @Field(() => BadgeChangeKindEnum, { description: 'New, gone or changed.' })
  kind: ChangeKind;

  @Field(() => [String], {
    description:
      'What it stands in, from the outside in, such as assessment, rubric, criterion; empty for what stands right in the badge.',
  })
  within: readonly string[];

  @Field(() => String, {
    description: 'What it was called, or is called when it is new: a statement, a title, the URI of a skill.',
  })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'The field that changed; null when the whole thing is new or gone.',
  })
  field: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it said before; entries of a list with commas between. Null: nothing.',
  })
  before: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it says now; entries of a list with commas between. Null: nothing.',
  })
  after: string | null;
}

export const BadgeChangeConnection = connectionOf(() => BadgeChangeType, 'BadgeChange');
