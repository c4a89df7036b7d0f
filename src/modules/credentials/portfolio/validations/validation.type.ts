import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../../platform/graphql/connection.ts';
import { OWN, Policy } from '../../../identity/policy/policy.ts';
import { VALIDATORS } from './validations.service.ts';

@Policy(OWN({ learner: 'learnerId', organization: 'organizationId', roles: [...VALIDATORS] }))
@ObjectType('Validation', {
  description:
    'What a learner asked an organisation to confirm, such as what they did at work, and what a supervisor there said. No credential: nobody signed it.',
})
export class ValidationType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => ID, { description: 'The learner.' })
  learnerId: string;

  @Field(() => ID, { description: 'The organisation that was asked.' })
  organizationId: string;

  @Field(() => String, { description: 'What the organisation is called.' })
  organizationName: string;

  @Field(() => Date, { description: 'When it was asked (UTC).' })
  askedAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was answered (UTC); null: not yet.' })
  answeredAt: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it was confirmed; null: not answered yet.' })
  confirmed: boolean | null;

  @Field(() => String, { description: 'What the learner claims, in their words.' })
  claim: string;

  @Field(() => String, { nullable: true, description: 'Where it can be seen; null when not said.' })
  url: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The name of the learner when they asked; null when they had none.',
  })
  learnerName: string | null;

  @Field(() => String, { nullable: true, description: 'What the supervisor said; null: not answered yet.' })
  statement: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Who said so, as they want to be named; null when they do not.',
  })
  validatorName: string | null;

  @Field(() => String, { nullable: true, description: 'As what they said so; null when not told.' })
  validatorPosition: string | null;
}

export const ValidationConnection = connectionOf(() => ValidationType, 'Validation');

@InputType({ description: 'What a learner wants confirmed.' })
export class AskForValidationInput {
  @Field(() => String, { description: 'What it is, 1 to 2000 characters.' })
  claim: string;

  @Field(() => String, { nullable: true, description: 'An http or https address where it can be seen.' })
  url?: string;
}

@InputType({ description: 'What a supervisor says to it.' })
export class AnswerValidationInput {
  @Field(() => Boolean, { description: 'Whether it is as the learner says.' })
  confirmed: boolean;

  @Field(() => String, { description: 'What you know of it, 1 to 2000 characters.' })
  statement: string;

  @Field(() => String, {
    nullable: true,
    description: 'Your name, if the learner may show it, at most 200 characters.',
  })
  name?: string;

  @Field(() => String, { nullable: true, description: 'As what you say so, at most 200 characters.' })
  position?: string;
}
