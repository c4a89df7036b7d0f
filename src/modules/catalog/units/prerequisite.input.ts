import { Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'A skill, shown at some level.' })
export class PrerequisiteSkillInput {
  @Field(() => ID, {
    description: 'URI of a skill of an imported taxonomy. Unknown: NOT_FOUND naming the place.',
  })
  uri: string;

  @Field(() => Int, {
    description: 'Lowest level that will do: step of the European Qualifications Framework, 1 to 8.',
  })
  level: number;
}

@InputType({ description: 'So many of a list.' })
export class PrerequisiteCountInput {
  @Field(() => Int, { description: 'How many must hold: 1 to as many as there are.' })
  n: number;

  @Field(() => [PrerequisiteInput], { description: 'What is counted, at least one.' })
  of: PrerequisiteInput[];
}

@InputType({
  description:
    'What a learner must have shown before a unit starts: exactly one of these fields, else INVALID_INPUT.',
})
export class PrerequisiteInput {
  @Field(() => [PrerequisiteInput], { nullable: true, description: 'All of these.' })
  all?: PrerequisiteInput[] | null;

  @Field(() => [PrerequisiteInput], { nullable: true, description: 'At least one of these.' })
  any?: PrerequisiteInput[] | null;

  @Field(() => PrerequisiteCountInput, { nullable: true, description: 'At least so many of a list.' })
  some?: PrerequisiteCountInput | null;

  @Field(() => ID, {
    nullable: true,
    description: 'An outcome, of any organisation, that a credential certifies.',
  })
  outcomeId?: string | null;

  @Field(() => ID, { nullable: true, description: 'A badge, of any issuer, held by a valid credential.' })
  badgeId?: string | null;

  @Field(() => PrerequisiteSkillInput, {
    nullable: true,
    description:
      'A skill at a level, proven by a credential whose outcomes are aligned to it (EXACT, CLOSE).',
  })
  skill?: PrerequisiteSkillInput | null;
}
