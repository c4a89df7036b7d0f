import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { BY } from '../authoring.descriptions.ts';
import { BadgeType, BadgeVersionType } from '../badge.type.ts';
import { BadgeVersionInput } from './badge-version.input.ts';

@Resolver()
export class BadgeAuthoringResolver {
  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => BadgeType, {
    description: `Creates a badge with version 1, a draft; with \`stacks\`, a stacked credential. ${BY}.`,
  })
  createBadge(
    @Arg('input', () => BadgeVersionInput, { description: 'What its first version says.' })
    input: BadgeVersionInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { badgeAuthoring }: Context,
  ) {
    return badgeAuthoring.createBadge(input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => BadgeVersionType, {
    description: `Creates the next version of a badge, a draft. ${BY}, CONFLICT (an earlier draft waits).`,
  })
  newBadgeVersion(
    @Arg('badgeId', () => ID, { description: 'Id of the badge.' }) badgeId: string,
    @Arg('input', () => BadgeVersionInput, { description: 'Everything the new version says.' })
    input: BadgeVersionInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { badgeAuthoring }: Context,
  ) {
    return badgeAuthoring.newVersion(badgeId, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => BadgeVersionType, {
    description: `Replaces everything a draft says. ${BY}, CONFLICT (it was published and never changes).`,
  })
  updateBadgeVersion(
    @Arg('id', () => ID, { description: 'Id of the draft.' }) id: string,
    @Arg('input', () => BadgeVersionInput, { description: 'Everything the draft shall say.' })
    input: BadgeVersionInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { badgeAuthoring }: Context,
  ) {
    return badgeAuthoring.updateVersion(id, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => BadgeVersionType, {
    description: `Publishes a draft: it is what is awarded from now on, and never changes. The version before it is superseded. ${BY}, with \`extensions.reason\` when nobody could earn it; CONFLICT (it was published before).`,
  })
  publishBadgeVersion(
    @Arg('id', () => ID, { description: 'Id of the draft.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { badgeAuthoring }: Context,
  ) {
    return badgeAuthoring.publishVersion(id, idempotencyKey);
  }
}
