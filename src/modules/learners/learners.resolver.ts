import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { IdempotencyKey } from '../identity/idempotency-key.ts';
import { Policy, ROLES } from '../identity/policy/policy.ts';
import { CreateLearnerInput, LearnerType } from './learner.type.ts';

@Resolver()
export class LearnersResolver {
  @Policy(ROLES('LEARNER'))
  @Query(() => LearnerType, {
    description: 'Your own record, opened. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  me(@Ctx() { learners }: Context) {
    return learners.me();
  }

  @Policy(ROLES('ISSUER_ADMIN'))
  @Mutation(() => LearnerType, {
    description:
      'Registers a learner. Name and e-mail are sealed with a key of the learner’s own. For ISSUER_ADMIN. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, CONFLICT (the e-mail address is registered).',
  })
  createLearner(
    @Arg('input', () => CreateLearnerInput, { description: 'Who it is.' }) input: CreateLearnerInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { learners }: Context,
  ) {
    return learners.create(input, idempotencyKey);
  }
}
