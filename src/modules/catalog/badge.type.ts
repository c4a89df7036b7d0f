import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { BadgeVersionStateEnum } from './catalog.enums.ts';
import type { VersionState } from './catalog.records.ts';

@Policy(PUBLIC)
@ObjectType('Badge', {
  description:
    'A badge: the definition of a recognition (Open Badges 3.0 `Achievement`). What it stands for is said by its versions.',
})
export class BadgeType {
  @Field(() => ID, { description: 'Identifier; stays the same over all versions.' })
  id: string;

  @Field(() => String, { description: 'Name of the newest published version, or of the first draft.' })
  name: string;
}

@Policy(PUBLIC)
@ObjectType('BadgeVersion', {
  description:
    'One version of a badge. It can change while it is a draft and never once it was published; every credential stays tied to the version it was awarded for.',
})
export class BadgeVersionType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: '1 for the first version, 2 for the next, and so on.' })
  number: number;

  @Field(() => String, { description: 'Name (Open Badges `Achievement.name`).' })
  name: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the badge is about (`Achievement.description`).',
  })
  description: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What somebody has to do to earn it, in words (`Achievement.criteria.narrative`).',
  })
  criteria: string | null;

  @Field(() => BadgeVersionStateEnum, { description: 'Draft, published, superseded or withdrawn.' })
  state: VersionState;

  @Field(() => Date, { nullable: true, description: 'When it was published (UTC); null for a draft.' })
  publishedAt: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many months a credential of it is valid; null: it does not expire.',
  })
  validMonths: number | null;

  @Field(() => String, { nullable: true, description: 'Address of the image (`Achievement.image.id`).' })
  imageUrl: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the image shows, for those who cannot see it (`Achievement.image.caption`).',
  })
  imageAlt: string | null;
}

export const BadgeConnection = connectionOf(() => BadgeType, 'Badge');
export const BadgeVersionConnection = connectionOf(() => BadgeVersionType, 'BadgeVersion');
