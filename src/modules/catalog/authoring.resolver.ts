import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../context.ts';
import { IdempotencyKey } from '../identity/idempotency-key.ts';
import { Policy, ROLES } from '../identity/policy/policy.ts';
import { AssessmentType } from './assessment.type.ts';
import {
  BadgeVersionInput,
  CreateAssessmentInput,
  CreateLearningUnitInput,
  CreateOutcomeInput,
} from './authoring.input.ts';
import { BadgeType, BadgeVersionType } from './badge.type.ts';
import { LearningUnitType } from './learning-unit.type.ts';
import { OutcomeType } from './outcome.type.ts';

const BY =
  'For ISSUER_ADMIN and ISSUER_STAFF. Errors: UNAUTHENTICATED, FORBIDDEN (role, or something of another organisation), INVALID_INPUT naming the place, NOT_FOUND (unknown id)';

@Resolver()
export class AuthoringResolver {
  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => LearningUnitType, { description: `Describes a learning unit of your organisation. ${BY}.` })
  createLearningUnit(
    @Arg('input', () => CreateLearningUnitInput, { description: 'What the unit is.' })
    input: CreateLearningUnitInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { authoring }: Context,
  ) {
    return authoring.createUnit(input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => OutcomeType, {
    description: `Describes an outcome and the skills it shows. ${BY} or skill.`,
  })
  createOutcome(
    @Arg('input', () => CreateOutcomeInput, { description: 'What the outcome is.' })
    input: CreateOutcomeInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { authoring }: Context,
  ) {
    return authoring.createOutcome(input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => AssessmentType, { description: `Describes an assessment with its rubric. ${BY}.` })
  createAssessment(
    @Arg('input', () => CreateAssessmentInput, { description: 'What the assessment is.' })
    input: CreateAssessmentInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { authoring }: Context,
  ) {
    return authoring.createAssessment(input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => BadgeType, {
    description: `Creates a badge with version 1, a draft; with \`stacks\`, a stacked credential. ${BY}.`,
  })
  createBadge(
    @Arg('input', () => BadgeVersionInput, { description: 'What its first version says.' })
    input: BadgeVersionInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { authoring }: Context,
  ) {
    return authoring.createBadge(input, idempotencyKey);
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
    @Ctx() { authoring }: Context,
  ) {
    return authoring.newVersion(badgeId, input, idempotencyKey);
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
    @Ctx() { authoring }: Context,
  ) {
    return authoring.updateVersion(id, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => BadgeVersionType, {
    description: `Publishes a draft: it is what is awarded from now on, and never changes. The version before it is superseded. ${BY}, with \`extensions.reason\` when nobody could earn it; CONFLICT (it was published before).`,
  })
  publishBadgeVersion(
    @Arg('id', () => ID, { description: 'Id of the draft.' }) id: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { authoring }: Context,
  ) {
    return authoring.publishVersion(id, idempotencyKey);
  }
}
