import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { AssessmentType } from '../assessment.type.ts';
import { BY } from '../authoring.descriptions.ts';
import { CreateAssessmentInput, UpdateAssessmentInput } from './assessment.input.ts';

@Resolver()
export class AssessmentAuthoringResolver {
  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => AssessmentType, { description: `Describes an assessment with its rubric. ${BY}.` })
  createAssessment(
    @Arg('input', () => CreateAssessmentInput, { description: 'What the assessment is.' })
    input: CreateAssessmentInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { assessmentAuthoring }: Context,
  ) {
    return assessmentAuthoring.createAssessment(input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => AssessmentType, {
    description: `Replaces what an assessment says, while no published badge is awarded for it. ${BY}, CONFLICT (\`ASSESSMENT_IN_USE\`: make another one with followsId; \`GRADING_UNDERWAY\`: the rubric cannot change under work that is being marked).`,
  })
  updateAssessment(
    @Arg('id', () => ID, { description: 'The assessment.' }) id: string,
    @Arg('input', () => UpdateAssessmentInput, { description: 'What the assessment is from now on.' })
    input: UpdateAssessmentInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { assessmentAuthoring }: Context,
  ) {
    return assessmentAuthoring.updateAssessment(id, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ID, {
    description: `Deletes an assessment on which nothing stands, and answers its id. ${BY}, CONFLICT (\`ASSESSMENT_IN_USE\`, naming the badge versions, learning units, assessments and work).`,
  })
  deleteAssessment(
    @Arg('id', () => ID, { description: 'The assessment.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { assessmentAuthoring }: Context,
  ) {
    return assessmentAuthoring.deleteAssessment(id, idempotencyKey);
  }
}
