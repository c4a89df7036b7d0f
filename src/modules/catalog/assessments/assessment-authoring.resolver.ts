import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { AssessmentType } from '../assessment.type.ts';
import { BY } from '../authoring.descriptions.ts';
import { CreateAssessmentInput } from './assessment.input.ts';

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
}
