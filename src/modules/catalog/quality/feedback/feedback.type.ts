import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../../platform/graphql/connection.ts';
import { OWN, Policy, PUBLIC, ROLES } from '../../../identity/policy/policy.ts';

@Policy(OWN({ learner: 'learnerId', organization: 'issuerId', roles: ['ISSUER_ADMIN', 'ISSUER_STAFF'] }))
@ObjectType('Feedback', { description: 'What somebody who holds a badge says of it.' })
export class FeedbackType {
  @Field(() => ID, { description: 'Identifier.' })
  id: string;

  @Field(() => Int, { description: '1 (it was of no use to me) to 5 (of great use).' })
  rating: number;

  @Field(() => Boolean, { description: 'True when nobody can tell who gave it.' })
  anonymous: boolean;

  @Field(() => ID, { nullable: true, description: 'Who gave it; null when it is anonymous.' })
  learnerId: string | null;

  @Field(() => String, { description: 'The month in which it was given (UTC), such as 2026-11.' })
  month: string;

  @Field(() => Date, {
    nullable: true,
    description: 'When it was closed by what it led to (UTC); null while it is open.',
  })
  closedAt: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'What the issuer says it led to; null while it is open.',
  })
  answer: string | null;
}

@Policy(ROLES('LEARNER'))
@ObjectType('FeedbackToken', { description: 'What it takes to give feedback without saying who you are.' })
export class FeedbackTokenType {
  @Field(() => String, {
    description:
      'Send it with giveAnonymousFeedback, without signing in and, better, some time later. Fetching it writes nothing; it is the same whenever it is fetched.',
  })
  token: string;

  @Field(() => Boolean, { description: 'True when feedback was given with this credential already.' })
  given: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      'Among how many holders of the badge you would be, to the nearest five; null: fewer than ten, so that who knows them may guess.',
  })
  holders: number | null;
}

@Policy(PUBLIC)
@ObjectType('FeedbackSummary', {
  description: 'How those who hold a badge rate it, told only when ten or more did.',
})
export class FeedbackSummaryType {
  @Field(() => Int, {
    nullable: true,
    description: 'How many rated it, to the nearest five; null below ten.',
  })
  total: number | null;

  @Field(() => Float, { nullable: true, description: 'Their average, 1.0 to 5.0; null below ten.' })
  rating: number | null;
}

export const FeedbackConnection = connectionOf(() => FeedbackType, 'Feedback');

@InputType('FeedbackInput', { description: 'What you say of a badge you hold.' })
export class FeedbackInputType {
  @Field(() => Int, { description: '1 (it was of no use to me) to 5 (of great use).' })
  rating: number;

  @Field(() => String, {
    nullable: true,
    description:
      'In your words, at most 2000 characters. By name they are sealed with your key; anonymously they are kept as you write them, so do not write who you are.',
  })
  words?: string | null;
}

@InputType('FeedbackClosingInput', { description: 'What feedback led to.' })
export class FeedbackClosingInput {
  @Field(() => String, {
    description: 'What you did about it, 1 to 2000 characters; whoever gave it by name reads it.',
  })
  answer: string;

  @Field(() => ID, { nullable: true, description: 'The change proposal it led to; this or badgeVersionId.' })
  proposalId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The version it led to, after the one it is on; this or proposalId.',
  })
  badgeVersionId?: string | null;
}

@InputType('FeedbackFilter', { description: 'Which feedback a list shows; all that is given must hold.' })
export class FeedbackFilterInput {
  @Field(() => ID, { nullable: true, description: 'Only feedback on this badge.' })
  badgeId?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only what was closed; false: only what waits.',
  })
  closed?: boolean | null;
}
