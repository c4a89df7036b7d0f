import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { AssessmentType } from '../catalog/assessment.type.ts';
import { IdempotencyKey } from '../identity/idempotency-key.ts';
import { Policy, ROLES, SCOPED } from '../identity/policy/policy.ts';
import type { ResultRecord, SubmissionRecord } from './learners.records.ts';
import {
  ResultType,
  ScoreConnection,
  ScoreInput,
  SubmissionConnection,
  SubmissionType,
  SubmitWorkInput,
} from './submission.type.ts';

@Resolver(() => SubmissionType)
export class SubmissionsResolver {
  @Policy(SCOPED)
  @Query(() => SubmissionType, {
    nullable: true,
    description:
      'Work by id, for its learner and for ISSUER_ADMIN, ISSUER_STAFF and ASSESSOR of the organisation that assesses it. Null for anybody else and when there is none.',
  })
  submission(
    @Arg('id', () => ID, { description: 'Id of the submission.' }) id: string,
    @Ctx() { submissions }: Context,
  ) {
    return submissions.submission(id);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'))
  @Query(() => SubmissionConnection, {
    description:
      'Work handed in for an assessment of your organisation, oldest first. For ISSUER_ADMIN, ISSUER_STAFF and ASSESSOR; errors: UNAUTHENTICATED, FORBIDDEN. Empty for an unknown assessment.',
  })
  submissions(
    @Arg('assessmentId', () => ID, { description: 'The assessment.' }) assessmentId: string,
    @Arg('graded', () => Boolean, {
      nullable: true,
      description: 'true: only graded work; false: only what waits for an assessor; left out: all.',
    })
    graded: boolean | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { submissions }: Context,
  ) {
    return submissions.ofAssessment(assessmentId, graded ?? null, page);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => SubmissionConnection, {
    description: 'What you handed in, last first. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  mySubmissions(@Args(() => PageArgs) page: PageArgs, @Ctx() { submissions }: Context) {
    return submissions.mine(page);
  }

  @Policy(ROLES('LEARNER', 'ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => SubmissionType, {
    description:
      'Hands in work for an assessment. A LEARNER hands in their own; ISSUER_ADMIN and ISSUER_STAFF that of a learner their organisation knows, for its own assessments. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND.',
  })
  submitWork(
    @Arg('input', () => SubmitWorkInput, { description: 'The work.' }) input: SubmitWorkInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { submissions }: Context,
  ) {
    return submissions.submit(input, idempotencyKey);
  }

  @Policy(ROLES('ASSESSOR'))
  @Mutation(() => ResultType, {
    description:
      'Grades work by the rubric, once and for all; passed when every criterion reaches its threshold. For ASSESSOR of the organisation that assesses it. Errors: UNAUTHENTICATED, FORBIDDEN (SEPARATION_OF_DUTIES: it is your own work), INVALID_INPUT naming the place (a criterion missing, twice or not of the rubric), NOT_FOUND, CONFLICT (graded before).',
  })
  gradeSubmission(
    @Arg('submissionId', () => ID, { description: 'The work.' }) submissionId: string,
    @Arg('scores', () => [ScoreInput], { description: 'A level for every criterion of the rubric.' })
    scores: ScoreInput[],
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { submissions }: Context,
  ) {
    return submissions.grade(submissionId, scores, idempotencyKey);
  }

  @FieldResolver(() => AssessmentType, { description: 'What it answers.' })
  assessment(@Root() submission: SubmissionRecord, @Ctx() { catalog }: Context) {
    return catalog.assessment(submission.assessmentId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the learner wrote, opened; null when nothing was written or the learner was erased.',
  })
  narrative(@Root() submission: SubmissionRecord, @Ctx() { submissions }: Context) {
    return submissions.narrativeOf(submission);
  }

  @FieldResolver(() => ResultType, { nullable: true, description: 'How it was graded; null while it waits.' })
  result(@Root() submission: SubmissionRecord, @Ctx() { submissions }: Context) {
    return submissions.resultOf(submission.id);
  }
}

@Resolver(() => ResultType)
export class ResultResolver {
  @FieldResolver(() => ScoreConnection, {
    description: 'The level reached in each criterion, in their order.',
  })
  scores(
    @Root() result: ResultRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { submissions }: Context,
  ) {
    return submissions.scoresOf(result, page);
  }
}
