import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { BY } from '../authoring.descriptions.ts';
import { LearningUnitType } from '../learning-unit.type.ts';
import { CreateLearningUnitInput, UpdateLearningUnitInput } from './unit.input.ts';

@Resolver()
export class UnitAuthoringResolver {
  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => LearningUnitType, { description: `Describes a learning unit of your organisation. ${BY}.` })
  createLearningUnit(
    @Arg('input', () => CreateLearningUnitInput, { description: 'What the unit is.' })
    input: CreateLearningUnitInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { unitAuthoring }: Context,
  ) {
    return unitAuthoring.createUnit(input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => LearningUnitType, {
    description: `Replaces everything a learning unit of your organisation says. ${BY}.`,
  })
  updateLearningUnit(
    @Arg('id', () => ID, { description: 'Id of the unit.' }) id: string,
    @Arg('input', () => UpdateLearningUnitInput, { description: 'Everything the unit shall say.' })
    input: UpdateLearningUnitInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { unitAuthoring }: Context,
  ) {
    return unitAuthoring.updateUnit(id, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ID, {
    description: `Takes away a learning unit of your organisation with its sessions; answers its id. ${BY}; CONFLICT, saying by what, while it leads to a badge that was published, or there are enrolments, cohorts or work handed in.`,
  })
  deleteLearningUnit(
    @Arg('id', () => ID, { description: 'Id of the unit.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { unitAuthoring }: Context,
  ) {
    return unitAuthoring.deleteUnit(id, idempotencyKey);
  }
}
