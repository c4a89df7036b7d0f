import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { BY } from '../authoring.descriptions.ts';
import { OutcomeType } from '../outcome.type.ts';
import { CreateOutcomeInput } from './outcome.input.ts';

@Resolver()
export class OutcomeAuthoringResolver {
  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => OutcomeType, {
    description: `Describes an outcome and the skills it shows. ${BY} or skill.`,
  })
  createOutcome(
    @Arg('input', () => CreateOutcomeInput, { description: 'What the outcome is.' })
    input: CreateOutcomeInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { outcomeAuthoring }: Context,
  ) {
    return outcomeAuthoring.createOutcome(input, idempotencyKey);
  }
}
