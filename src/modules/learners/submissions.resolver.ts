import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { AssessmentType } from '../catalog/assessment.type.ts';
import { IdempotencyKey } from '../identity/idempotency-key.ts';
import { Policy, ROLES, SCOPED } from '../identity/policy/policy.ts';
import type { SubmissionRecord } from './learners.records.ts';
import {
  EvidenceConnection,
  SubmissionConnection,
  SubmissionStateEnum,
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
      'Hands in work for an assessment. A LEARNER hands in their own; ISSUER_ADMIN and ISSUER_STAFF that of a learner their organisation knows, for its own assessments. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place (`CHANGE_MISSING`: say what you changed), NOT_FOUND, CONFLICT (`NO_ATTEMPTS_LEFT`, `WORK_WAITING`, `RETAKE_TOO_SOON` with `from`).',
  })
  submitWork(
    @Arg('input', () => SubmitWorkInput, { description: 'The work.' }) input: SubmitWorkInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { submissions }: Context,
  ) {
    return submissions.submit(input, idempotencyKey);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    description:
      'Whose work it is. Null for an assessor who must not know: while there is no result, where some of the work is marked by several assessors.',
  })
  learnerId(@Root() submission: SubmissionRecord, @Ctx() { submissions }: Context) {
    return submissions.learnerIdOf(submission);
  }

  @FieldResolver(() => SubmissionStateEnum, { description: 'How far its grading is.' })
  state(@Root() submission: SubmissionRecord, @Ctx() { submissions }: Context) {
    return submissions.stateOf(submission);
  }

  @FieldResolver(() => Boolean, {
    description: 'True when you can do something for its grading as an assessor: mark it, or decide.',
  })
  waitsForMe(@Root() submission: SubmissionRecord, @Ctx() { submissions }: Context) {
    return submissions.waitsForViewer(submission);
  }

  @FieldResolver(() => EvidenceConnection, { description: 'What was handed in, in that order.' })
  evidence(
    @Root() submission: SubmissionRecord,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { submissions }: Context,
  ) {
    return submissions.evidenceOf(submission, page);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the learner changed since the attempt before, opened; null when nothing was said.',
  })
  changed(@Root() submission: SubmissionRecord, @Ctx() { submissions }: Context) {
    return submissions.changedOf(submission);
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
}
