import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { BY } from '../authoring.descriptions.ts';
import { OutcomeType } from '../outcome.type.ts';
import { CreateOutcomeInput, UpdateOutcomeInput } from './outcome.input.ts';

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

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => OutcomeType, {
    description: `Replaces everything an outcome of your organisation says; claims of alignment that stay as they are keep their review. ${BY} or skill; CONFLICT (\`CERTIFIED\`: a badge that was published certifies it, so it never changes).`,
  })
  updateOutcome(
    @Arg('id', () => ID, { description: 'Id of the outcome.' }) id: string,
    @Arg('input', () => UpdateOutcomeInput, { description: 'Everything the outcome shall say.' })
    input: UpdateOutcomeInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { outcomeAuthoring }: Context,
  ) {
    return outcomeAuthoring.updateOutcome(id, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ID, {
    description: `Takes away an outcome of your organisation; answers its id. ${BY}; CONFLICT, saying by what, while a badge that was published certifies it, a unit asks for it, there are enrolments or work handed in for it, or a practitioner's proposal became it.`,
  })
  deleteOutcome(
    @Arg('id', () => ID, { description: 'Id of the outcome.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { outcomeAuthoring }: Context,
  ) {
    return outcomeAuthoring.deleteOutcome(id, idempotencyKey);
  }
}
