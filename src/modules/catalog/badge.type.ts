import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Policy, PUBLIC } from '../identity/policy/policy.ts';
import { IdentityLevelEnum, RenewalEnum } from './badges/badge.enums.ts';
import type { IdentityLevel, OtherIdentifier, Renewal } from './badges/badge-version.fields.ts';
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
@ObjectType('OtherIdentifier', {
  description: 'What something is called elsewhere (Open Badges 3.0 `IdentifierEntry`).',
})
export class OtherIdentifierType {
  @Field(() => String, { description: 'The identifier.' })
  identifier: string;

  @Field(() => String, {
    description:
      'Its kind: a word of Open Badges’ list (`IdentifierTypeEnum`), or an own one such as `ext:ISCED`.',
  })
  type: string;
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

  @Field(() => String, {
    nullable: true,
    description: 'Address of a page that says how it is earned (`Achievement.criteria.id`).',
  })
  criteriaUrl: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What kind of achievement it is: a word of Open Badges 3.0 (`AchievementType`) or an own one that begins with `ext:`. Null: exported as `Badge`, or `MicroCredential` when other badges earn it.',
  })
  achievementType: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code people know it by (`Achievement.humanCode`).',
  })
  humanCode: string | null;

  @Field(() => String, { nullable: true, description: 'Its subject (`Achievement.fieldOfStudy`).' })
  fieldOfStudy: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its focus within the subject (`Achievement.specialization`).',
  })
  specialization: string | null;

  @Field(() => [String], {
    description: 'Words to find it by, in small letters and in order (`Achievement.tag`).',
  })
  tags: string[];

  @Field(() => [String], {
    description:
      'Languages it can be earned in, as BCP 47 tags; the first is the language of its texts (`Achievement.inLanguage`). Empty: not stated.',
  })
  languages: string[];

  @Field(() => Int, {
    nullable: true,
    description:
      'Credits it is worth, in hundredths: 150 stands for 1.5 (`Achievement.creditsAvailable`). Null: none stated.',
  })
  creditValue: number | null;

  @Field(() => String, { nullable: true, description: 'What the credits are counted in, such as `ECTS`.' })
  creditSystem: string | null;

  @Field(() => [OtherIdentifierType], {
    description: 'What it is called elsewhere (`Achievement.otherIdentifier`).',
  })
  otherIdentifiers: OtherIdentifier[];

  @Field(() => BadgeVersionStateEnum, { description: 'Draft, published, superseded or withdrawn.' })
  state: VersionState;

  @Field(() => Date, { nullable: true, description: 'When it was published (UTC); null for a draft.' })
  publishedAt: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How many months a credential of it is valid; null: it does not expire.',
  })
  validMonths: number | null;

  @Field(() => RenewalEnum, {
    nullable: true,
    description: 'What happens when it expires; null: not stated.',
  })
  renewal: Renewal | null;

  @Field(() => String, { nullable: true, description: 'How it is renewed, in words.' })
  renewalText: string | null;

  @Field(() => IdentityLevelEnum, {
    nullable: true,
    description:
      'How surely it must be known who the learner is before it is awarded, at least; null: no proof is asked for.',
  })
  identityProofing: IdentityLevel | null;

  @Field(() => String, { nullable: true, description: 'Address of the image (`Achievement.image.id`).' })
  imageUrl: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the image shows, for those who cannot see it (`Achievement.image.caption`).',
  })
  imageAlt: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 of the bytes of the image, in hexadecimal: whoever fetches it can see whether it is still the one that was meant.',
  })
  imageDigest: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why there is this version after the one before it; null for the first. What changed is in `changes`.',
  })
  changeReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was withdrawn (UTC); null when it was not.' })
  withdrawnAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was withdrawn; null when it was not.' })
  withdrawnReason: string | null;
}

export const BadgeConnection = connectionOf(() => BadgeType, 'Badge');
export const BadgeVersionConnection = connectionOf(() => BadgeVersionType, 'BadgeVersion');
