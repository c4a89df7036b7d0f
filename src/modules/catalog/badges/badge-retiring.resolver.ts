import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey, RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { BY } from '../authoring.descriptions.ts';
import { BadgeVersionType } from '../badge.type.ts';

@Resolver()
export class BadgeRetiringResolver {
  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => BadgeVersionType, {
    description: `Withdraws a version that was published: nobody is awarded it from now on and nothing new stacks it. Credentials of it stay as they are, and the version stays in the history. ${BY}, CONFLICT (a draft, or withdrawn before).`,
  })
  withdrawBadgeVersion(
    @Arg('id', () => ID, { description: 'Id of the version.' }) id: string,
    @Arg('reason', () => String, { description: 'Why, for everybody to read: 1 to 1000 characters.' })
    reason: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { badgeRetiring }: Context,
  ) {
    return badgeRetiring.withdrawVersion(id, reason, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ID, {
    description: `Deletes a draft, and its badge when there is no other version; answers the draft’s id. ${BY}, CONFLICT (\`NOT_A_DRAFT\`: what was published is withdrawn instead; \`BADGE_IN_USE\`: something stands on it).`,
  })
  deleteBadgeVersion(
    @Arg('id', () => ID, { description: 'Id of the draft.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { badgeRetiring }: Context,
  ) {
    return badgeRetiring.deleteVersion(id, idempotencyKey);
  }
}
