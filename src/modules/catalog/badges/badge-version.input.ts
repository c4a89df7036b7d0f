import { Field, ID, InputType, Int } from 'type-graphql';
import { IdentityLevelEnum, RenewalEnum } from './badge.enums.ts';
import type { IdentityLevel, OtherIdentifier, Renewal } from './badge-version.fields.ts';

@InputType({ description: 'What something is called elsewhere.' })
export class OtherIdentifierInput {
  @Field(() => String, { description: 'The identifier, 1 to 500 characters.' })
  identifier: string;

  @Field(() => String, {
    description:
      'Its kind: a word of Open Badges’ list (`IdentifierTypeEnum`), or an own one such as `ext:ISCED`.',
  })
  type: string;
}

@InputType({ description: 'Everything a version of a badge says.' })
export class BadgeVersionInput {
  @Field(() => String, { description: 'Name, 1 to 200 characters.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it is about, at most 2000 characters.' })
  description?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it is earned, in words, at most 5000 characters.',
  })
  criteria?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'http or https address of a page that says how it is earned.',
  })
  criteriaUrl?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A word of Open Badges 3.0 (`AchievementType`, such as `Certificate` or `MicroCredential`), or an own one such as `ext:ShortCourse`.',
  })
  achievementType?: string | null;

  @Field(() => String, { nullable: true, description: 'The code people know it by, at most 100 characters.' })
  humanCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Its subject, at most 200 characters.' })
  fieldOfStudy?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its focus within the subject, at most 200 characters.',
  })
  specialization?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Words to find it by, at most 50 of 50 characters; kept in small letters, each once.',
  })
  tags?: string[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Languages it can be earned in, as BCP 47 tags, that of its texts first; at most 20.',
  })
  languages?: string[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Credits it is worth in hundredths, 1 to 100000: 150 stands for 1.5. Goes with creditSystem.',
  })
  creditValue?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the credits are counted in, such as ECTS, at most 60 characters; goes with creditValue.',
  })
  creditSystem?: string | null;

  @Field(() => [OtherIdentifierInput], {
    nullable: true,
    description: 'What it is called elsewhere, at most 20.',
  })
  otherIdentifiers?: OtherIdentifier[] | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Months a credential of it is valid, 1 to 1200; left out: it does not expire.',
  })
  validMonths?: number | null;

  @Field(() => RenewalEnum, {
    nullable: true,
    description: 'What happens when it expires; goes with validMonths.',
  })
  renewal?: Renewal | null;

  @Field(() => String, {
    nullable: true,
    description: 'How it is renewed, in words, at most 1000 characters; needed when renewal is REFRESH.',
  })
  renewalText?: string | null;

  @Field(() => IdentityLevelEnum, {
    nullable: true,
    description: 'How surely it must be known who the learner is, at least; left out: no proof is asked for.',
  })
  identityProofing?: IdentityLevel | null;

  @Field(() => String, {
    nullable: true,
    description: 'http or https address of the image; goes with imageDigest and imageAlt.',
  })
  imageUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'What the image shows, at most 500 characters.' })
  imageAlt?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'SHA-256 in hexadecimal of the image at imageUrl; or, without imageUrl, of an image that was uploaded (`POST /images`).',
  })
  imageDigest?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Why there is this version after the one before it, at most 2000 characters; needed to publish any but the first.',
  })
  changeReason?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Outcomes of your organisation that it certifies, at most 50.',
  })
  outcomeIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Assessments of your organisation; it is awarded for passing every one of them. At most 20.',
  })
  assessmentIds?: string[] | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Badges, of any issuer, that together earn it: a stacked credential. At most 50. One that would make it rest on itself: INVALID_INPUT.',
  })
  stacks?: string[] | null;
}
