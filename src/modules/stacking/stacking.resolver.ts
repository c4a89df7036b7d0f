import { Arg, Args, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../context.ts';
import { invalidInput } from '../../platform/errors.ts';
import { PageArgs } from '../../platform/graphql/connection.ts';
import { mapPage } from '../../platform/paging.ts';
import { Policy, PUBLIC, ROLES } from '../identity/policy/policy.ts';
import { expiringWithin, presentProgress, presentStack } from './stack.present.ts';
import { StackConnection, StackPartType, StackProgressType } from './stack.type.ts';

@Resolver(() => StackProgressType)
export class StackingResolver {
  @Policy(ROLES('LEARNER', 'ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Query(() => StackProgressType, {
    nullable: true,
    description:
      'How far a learner is with a stacked badge: yourself (role LEARNER), or, for staff of the issuer of the stacked badge, a learner your organisation has issued a credential to. A part counts while a credential for it is valid: neither expired nor revoked nor suspended. When the last part is issued the stacked badge is awarded by itself, once. Null: no such badge on offer, or not for you. INVALID_INPUT: a badge that stacks nothing, or no learner named.',
  })
  async stackProgress(
    @Arg('badgeId', () => ID, { description: 'A stacked badge.' }) badgeId: string,
    @Arg('learnerId', () => ID, {
      nullable: true,
      description: 'The learner; yourself when left out. An issuer has to name one.',
    })
    learnerId: string | null,
    @Ctx() { stacking }: Context,
  ): Promise<StackProgressType | null> {
    const state = await stacking.progress(badgeId, learnerId);
    return state && presentProgress(state);
  }

  @Policy(PUBLIC)
  @Query(() => StackConnection, {
    nullable: true,
    description:
      'The stacked badges on offer that a badge counts towards, in order of name; for anybody. Null: there is no such badge, or it was never published.',
  })
  async stacksInto(
    @Arg('badgeId', () => ID, { description: 'A badge.' }) badgeId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { stacking }: Context,
  ): Promise<unknown> {
    const stacks = await stacking.stacksInto(badgeId, page);
    return stacks && mapPage(stacks, presentStack);
  }

  @FieldResolver(() => [StackPartType], { description: 'The parts that are held now and expire soon.' })
  expiring(
    @Root() progress: StackProgressType,
    @Arg('withinDays', () => Int, {
      defaultValue: 90,
      description: 'How many days ahead to look, 0 to 3650. Outside of that: INVALID_INPUT.',
    })
    withinDays: number,
  ): StackPartType[] {
    if (withinDays < 0 || withinDays > 3650)
      throw invalidInput('withinDays', `must be a whole number from 0 to 3650, not ${withinDays}.`);
    return expiringWithin(progress, withinDays);
  }
}
