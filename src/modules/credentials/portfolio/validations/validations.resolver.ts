import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../../context.ts';
import { PageArgs } from '../../../../platform/graphql/connection.ts';
import { RequiredIdempotencyKey } from '../../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../../identity/policy/policy.ts';
import {
  AnswerValidationInput,
  AskForValidationInput,
  ValidationConnection,
  ValidationType,
} from './validation.type.ts';
import { MOST_VALIDATIONS, VALIDATORS } from './validations.service.ts';

const LEARNER = 'For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN';
const VALIDATOR = `For ${VALIDATORS.join(', ')}. Errors: UNAUTHENTICATED, FORBIDDEN`;

@Resolver(() => ValidationType)
export class ValidationsResolver {
  @Policy(ROLES('LEARNER'))
  @Query(() => ValidationConnection, {
    description: `What you asked organisations to confirm, the last first. ${LEARNER}.`,
  })
  myValidations(@Args(() => PageArgs) page: PageArgs, @Ctx() { validations }: Context) {
    return validations.mine(page);
  }

  @Policy(ROLES(...VALIDATORS))
  @Query(() => ValidationConnection, {
    description: `What learners ask your organisation to confirm and nobody answered yet, the last first. Audited. ${VALIDATOR}.`,
  })
  validationRequests(@Args(() => PageArgs) page: PageArgs, @Ctx() { validations }: Context) {
    return validations.open(page);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ValidationType, {
    description: `Asks an organisation to confirm something about you, such as what you did at work there; its people see what you write, and your name. At most ${MOST_VALIDATIONS}. ${LEARNER}, INVALID_INPUT, NOT_FOUND (the organisation), CONFLICT (\`TOO_MANY_VALIDATIONS\`).`,
  })
  askForValidation(
    @Arg('organizationId', () => ID, { description: 'Whom to ask.' }) organizationId: string,
    @Arg('input', () => AskForValidationInput, { description: 'What to confirm.' })
    input: AskForValidationInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { validations }: Context,
  ) {
    return validations.ask(organizationId, input, idempotencyKey);
  }

  @Policy(ROLES(...VALIDATORS))
  @Mutation(() => ValidationType, {
    description: `Says for your organisation whether something is as a learner claims, once; the learner may show it in portfolios. ${VALIDATOR} (\`SEPARATION_OF_DUTIES\`: you are the learner), NOT_FOUND, INVALID_INPUT, CONFLICT (\`ANSWERED\`).`,
  })
  answerValidation(
    @Arg('id', () => ID, { description: 'The validation.' }) id: string,
    @Arg('input', () => AnswerValidationInput, { description: 'The answer.' }) input: AnswerValidationInput,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { validations }: Context,
  ) {
    return validations.answer(id, input, idempotencyKey);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => ID, {
    description: `Deletes a validation of yours, answered or not; portfolios show it no longer. Answers its id. ${LEARNER}, NOT_FOUND.`,
  })
  removeValidation(
    @Arg('id', () => ID, { description: 'The validation.' }) id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { validations }: Context,
  ) {
    return validations.remove(id, idempotencyKey);
  }
}
