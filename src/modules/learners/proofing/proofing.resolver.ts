import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { IdentityLevelEnum } from '../../catalog/badges/badge.enums.ts';
import { IdempotencyKey, RequiredIdempotencyKey } from '../../identity/idempotency-key.ts';
import { OrganizationType } from '../../identity/organization.type.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import type { SubmissionRecord } from '../learners.records.ts';
import { SubmissionType } from '../submission.type.ts';
import { IdentityProofingConnection, IdentityProofingInput, IdentityProofingType } from './proofing.type.ts';

const STAFF = ROLES('ISSUER_ADMIN', 'ISSUER_STAFF');
const BY = 'For ISSUER_ADMIN and ISSUER_STAFF. Errors: UNAUTHENTICATED, FORBIDDEN';

@Resolver(() => IdentityProofingType)
export class ProofingResolver {
  @Policy(ROLES('LEARNER'))
  @Query(() => IdentityProofingConnection, {
    description:
      'How organisations made sure who you are, last first. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  myIdentityProofings(@Args(() => PageArgs) page: PageArgs, @Ctx() { proofings }: Context) {
    return proofings.mine(page);
  }

  @Policy(STAFF)
  @Query(() => IdentityProofingConnection, {
    description: `How your organisation made sure who a learner is, last first; empty when it did not. Audited. ${BY}.`,
  })
  identityProofings(
    @Arg('learnerId', () => ID, { description: 'The learner.' }) learnerId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { proofings }: Context,
  ) {
    return proofings.ofLearner(learnerId, page);
  }

  @Policy(STAFF)
  @Mutation(() => IdentityProofingType, {
    description: `Records how your organisation made sure who a learner is. ${BY}, INVALID_INPUT naming the place, NOT_FOUND (a learner your organisation does not know).`,
  })
  recordIdentityProofing(
    @Arg('learnerId', () => ID, { description: 'Who.' }) learnerId: string,
    @Arg('input', () => IdentityProofingInput, { description: 'How, how surely, by whom and when.' })
    input: IdentityProofingInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { proofings }: Context,
  ) {
    return proofings.record(learnerId, input, idempotencyKey);
  }

  @Policy(STAFF)
  @Mutation(() => IdentityProofingType, {
    description: `Withdraws a proofing your organisation recorded, because it was wrong: it stays on record and counts no more. ${BY}, NOT_FOUND.`,
  })
  withdrawIdentityProofing(
    @Arg('id', () => ID, { description: 'The proofing.' }) id: string,
    @RequiredIdempotencyKey() idempotencyKey: string,
    @Ctx() { proofings }: Context,
  ) {
    return proofings.withdraw(id, idempotencyKey);
  }

  @FieldResolver(() => OrganizationType, { description: 'Who recorded it.' })
  organization(@Root() { organizationId }: { organizationId: string }, @Ctx() { organizations }: Context) {
    return organizations.organization(organizationId);
  }
}

@Resolver(() => SubmissionType)
export class IdentityOfSubmissionResolver {
  @Policy(STAFF)
  @FieldResolver(() => IdentityLevelEnum, {
    nullable: true,
    description:
      'How surely your organisation knows who the learner is: the highest level it recorded and did not withdraw; null when it has not made sure. For ISSUER_ADMIN and ISSUER_STAFF.',
  })
  identityLevel(@Root() { learnerId, ownerId }: SubmissionRecord, @Ctx() { proofings }: Context) {
    return proofings.levelOf(learnerId, ownerId);
  }
}
