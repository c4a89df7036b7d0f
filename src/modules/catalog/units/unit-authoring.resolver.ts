import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { BY } from '../authoring.descriptions.ts';
import { LearningUnitType } from '../learning-unit.type.ts';
import { CreateLearningUnitInput } from './unit.input.ts';

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
}
