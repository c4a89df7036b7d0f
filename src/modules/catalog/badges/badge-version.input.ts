import { Field, ID, InputType, Int } from 'type-graphql';

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

  @Field(() => Int, {
    nullable: true,
    description: 'Months a credential of it is valid, 1 to 1200; left out: it does not expire.',
  })
  validMonths?: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'http or https address of the image; goes with imageAlt.',
  })
  imageUrl?: string | null;

  @Field(() => String, { nullable: true, description: 'What the image shows, at most 500 characters.' })
  imageAlt?: string | null;

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
