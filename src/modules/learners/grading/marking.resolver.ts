import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { MarkingRecord, ResultRecord, SubmissionRecord } from '../learners.records.ts';
import {
  MarkingConnection,
  MarkingType,
  ResultType,
  ScoreConnection,
  ScoreInput,
  SubmissionType,
} from '../submission.type.ts';

const BY = 'For ASSESSOR of the organisation that assesses it. Errors: UNAUTHENTICATED, FORBIDDEN';

@Resolver(() => SubmissionType)
export class MarkingsOfSubmissionResolver {
  @Policy(ROLES('ASSESSOR'))
  @Mutation(() => ResultType, {
    nullable: true,
    description: `Grades work by the rubric; passed when every criterion reaches its threshold. Each assessor grades a piece of work once. Null when yours is in and another assessor has to mark it, too, or differs from you. ${BY} (SEPARATION_OF_DUTIES: it is your own work), INVALID_INPUT naming the place (a criterion missing, twice or not of the rubric), NOT_FOUND, CONFLICT (\`ALREADY_GRADED\`, \`ALREADY_MARKED\` by you, \`MODERATION_NEEDED\`, \`RUBRIC_CHANGED\`).`,
  })
  gradeSubmission(
    @Arg('submissionId', () => ID, { description: 'The work.' }) submissionId: string,
    @Arg('scores', () => [ScoreInput], { description: 'A level for every criterion of the rubric.' })
    scores: ScoreInput[],
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { markings }: Context,
  ) {
    return markings.mark(submissionId, scores, idempotencyKey);
  }

  @Policy(ROLES('ASSESSOR'))
  @Mutation(() => ResultType, {
    description: `Decides about work whose assessors differ: a level for each criterion for which they do, and why. What they agree on stays. ${BY} (SEPARATION_OF_DUTIES: it is your own work, or you marked it), INVALID_INPUT naming the place, NOT_FOUND, CONFLICT (\`ALREADY_GRADED\`, \`NOTHING_TO_MODERATE\`, \`RUBRIC_CHANGED\`).`,
  })
  moderateSubmission(
    @Arg('submissionId', () => ID, { description: 'The work.' }) submissionId: string,
    @Arg('scores', () => [ScoreInput], {
      description: 'A level for each criterion for which the markings differ, and for no other.',
    })
    scores: ScoreInput[],
    @Arg('reason', () => String, {
      description: 'Why, 1 to 2000 characters, for the learner and the assessors. Stored sealed.',
    })
    reason: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { markings }: Context,
  ) {
    return markings.moderate(submissionId, scores, reason, idempotencyKey);
  }

  @FieldResolver(() => ResultType, { nullable: true, description: 'How it was graded; null while it waits.' })
  result(@Root() submission: SubmissionRecord, @Ctx() { markings }: Context) {
    return markings.resultOf(submission.id);
  }

  @FieldResolver(() => MarkingConnection, {
    description:
      'What each assessor gave, in the order they did. All of them once there is a result, and for whoever has to decide between assessors who differ; before that assessors see their own.',
  })
  markings(
    @Root() submission: SubmissionRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { markings }: Context,
  ) {
    return markings.markingsOf(submission, page);
  }
}

@Resolver(() => ResultType)
export class ResultResolver {
  @FieldResolver(() => ScoreConnection, {
    description: 'The level reached in each criterion, in their order.',
  })
  scores(@Root() result: ResultRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { markings }: Context) {
    return markings.scoresOf(result, page);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Why the moderator decided so, opened; null when nobody had to decide.',
  })
  reason(@Root() result: ResultRecord, @Ctx() { markings }: Context) {
    return markings.reasonOf(result);
  }
}

@Resolver(() => MarkingType)
export class MarkingResolver {
  @FieldResolver(() => Boolean, { description: 'True when it is yours.' })
  own(@Root() marking: MarkingRecord, @Ctx() { markings }: Context) {
    return markings.isOwn(marking);
  }

  @FieldResolver(() => ScoreConnection, { description: 'The level given in each criterion, in their order.' })
  scores(@Root() marking: MarkingRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { markings }: Context) {
    return markings.scoresOf(marking, page);
  }
}
