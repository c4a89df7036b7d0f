import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../../context.ts';
import { PageArgs } from '../../../../platform/graphql/connection.ts';
import { IdempotencyKey } from '../../../identity/idempotency-key.ts';
import { OrganizationType } from '../../../identity/organization.type.ts';
import { Policy, PUBLIC, ROLES } from '../../../identity/policy/policy.ts';
import { BadgeType, BadgeVersionType } from '../../badge.type.ts';
import type { BadgeRecord } from '../../catalog.records.ts';
import { StandingEnum } from '../quality.enums.ts';
import {
  ReviewDecisionInput,
  ReviewFilterInput,
  ReviewPartInput,
  ReviewPolicyInput,
} from './review.input.ts';
import type { PartRecord, ReviewRecord } from './review.records.ts';
import {
  OverdueBadgeConnection,
  OverdueBadgeType,
  RequiredPartType,
  ReviewConnection,
  ReviewFindingConnection,
  ReviewPartConnection,
  ReviewPartType,
  ReviewPolicyType,
  ReviewType,
  SampledWorkConnection,
} from './review.type.ts';
import type { Overdue } from './reviews.service.ts';

const BY =
  'For ISSUER_ADMIN and ISSUER_STAFF of the issuer. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND';

@Resolver(() => ReviewType)
export class ReviewsResolver {
  @Policy(PUBLIC)
  @Query(() => ReviewType, {
    nullable: true,
    description:
      'A review by id: a closed one for anybody, an open one for the issuer’s people and those it invited. Null otherwise and when there is none.',
  })
  review(@Arg('id', () => ID, { description: 'Id of the review.' }) id: string, @Ctx() { reviews }: Context) {
    return reviews.review(id);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR', 'EXTERNAL_REVIEWER', 'EMPLOYER'))
  @Query(() => ReviewConnection, {
    description:
      'Reviews of badges your organisation issues and those it is invited to, in the order they fall due. Errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  reviews(
    @Arg('filter', () => ReviewFilterInput, { nullable: true, description: 'Which ones; all when left out.' })
    filter: ReviewFilterInput | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { reviews }: Context,
  ) {
    return reviews.mine(page, filter);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => ReviewConnection, {
    description:
      'Open reviews of badges you hold that ask for learners, in the order they fall due. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  reviewsForMe(@Args(() => PageArgs) page: PageArgs, @Ctx() { reviews }: Context) {
    return reviews.forLearner(page);
  }

  @Policy(PUBLIC)
  @Query(() => OverdueBadgeConnection, {
    description: 'Badges that should have been reviewed, or mended, by now; the most overdue first.',
  })
  overdueBadges(
    @Arg('organizationId', () => ID, {
      nullable: true,
      description: 'Only badges that this organisation issues; left out: of all.',
    })
    organizationId: string | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { reviews }: Context,
  ) {
    return reviews.overdue(page, organizationId ?? null);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ReviewPolicyType, {
    description: `Says how a badge is reviewed from now on. A review that is open keeps its rules. ${BY}.`,
  })
  setReviewPolicy(
    @Arg('badgeId', () => ID, { description: 'Id of the badge.' }) badgeId: string,
    @Arg('input', () => ReviewPolicyInput, { description: 'How.' }) input: ReviewPolicyInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { reviewOpening }: Context,
  ) {
    return reviewOpening.setPolicy(badgeId, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ReviewType, {
    description: `Opens a review of what is published of a badge, invites organisations and draws the work to look at. ${BY}, CONFLICT (\`NO_POLICY\`, \`NOT_PUBLISHED\`, \`REVIEW_OPEN\`).`,
  })
  openReview(
    @Arg('badgeId', () => ID, { description: 'Id of the badge.' }) badgeId: string,
    @Arg('organizationIds', () => [ID], {
      description:
        'Whom to invite from outside: organisations of kind REVIEWER or EMPLOYER, so that whoever the policy asks for can come.',
    })
    organizationIds: string[],
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { reviewOpening }: Context,
  ) {
    return reviewOpening.open(badgeId, organizationIds, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ReviewType, {
    description: `Invites one more organisation to an open review. ${BY}, CONFLICT (\`REVIEW_CLOSED\`).`,
  })
  inviteToReview(
    @Arg('reviewId', () => ID, { description: 'Id of the review.' }) reviewId: string,
    @Arg('organizationId', () => ID, { description: 'An organisation of kind REVIEWER or EMPLOYER.' })
    organizationId: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { reviewOpening }: Context,
  ) {
    return reviewOpening.invite(reviewId, organizationId, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR', 'EXTERNAL_REVIEWER', 'EMPLOYER', 'LEARNER'))
  @Mutation(() => ReviewPartType, {
    description:
      'Takes part in an open review, once: what you think of the badge and what you found. For the issuer’s people, for members of organisations that are invited, and for learners who hold the badge. Errors: UNAUTHENTICATED, FORBIDDEN (role; SEPARATION_OF_DUTIES: you wrote or assessed it, or work for the issuer), INVALID_INPUT naming the place, NOT_FOUND, CONFLICT (`REVIEW_CLOSED`, `TOOK_PART`).',
  })
  takePartInReview(
    @Arg('reviewId', () => ID, { description: 'Id of the review.' }) reviewId: string,
    @Arg('input', () => ReviewPartInput, { description: 'What you say.' }) input: ReviewPartInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { reviewing }: Context,
  ) {
    return reviewing.takePart(reviewId, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ReviewType, {
    description: `Closes a review with a decision, once everybody who must has taken part. ${BY}; FORBIDDEN (SEPARATION_OF_DUTIES: you wrote the version), CONFLICT (\`REVIEW_CLOSED\`, \`SOMEBODY_MISSING\`, \`ONLY_ITS_AUTHOR\`, \`FINDING_OPEN\`).`,
  })
  closeReview(
    @Arg('reviewId', () => ID, { description: 'Id of the review.' }) reviewId: string,
    @Arg('input', () => ReviewDecisionInput, { description: 'What is decided.' }) input: ReviewDecisionInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { reviewing }: Context,
  ) {
    return reviewing.close(reviewId, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => ReviewType, {
    description: `Says how a finding was settled. With the last one the conditions of an approval are met. Answers the review. ${BY}, CONFLICT (\`SETTLED\`).`,
  })
  settleFinding(
    @Arg('findingId', () => ID, { description: 'Id of the finding.' }) findingId: string,
    @Arg('settlement', () => String, {
      description: 'How, 1 to 5000 characters. Public once the review is closed.',
    })
    settlement: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { reviewing }: Context,
  ) {
    return reviewing.settle(findingId, settlement, idempotencyKey);
  }

  @FieldResolver(() => BadgeType, { description: 'The badge.' })
  badge(@Root() review: ReviewRecord, @Ctx() { catalog }: Context) {
    return catalog.badge(review.badgeId);
  }

  @FieldResolver(() => BadgeVersionType, { description: 'The version that is reviewed.' })
  version(@Root() review: ReviewRecord, @Ctx() { catalog }: Context) {
    return catalog.version(review.versionId);
  }

  @FieldResolver(() => [OrganizationType], { description: 'Who was invited from outside.' })
  invited(@Root() review: ReviewRecord, @Ctx() { organizations }: Context) {
    return Promise.all(review.invitedIds.map((id) => organizations.organization(id)));
  }

  @FieldResolver(() => [RequiredPartType], {
    description: 'Who has yet to take part before it can be closed; empty when everybody did.',
  })
  missing(@Root() review: ReviewRecord, @Ctx() { reviews }: Context) {
    return reviews.missingOf(review);
  }

  @FieldResolver(() => Int, {
    description: 'Whole days since it should have been closed; 0 when it is, or is in time.',
  })
  daysOverdue(@Root() review: ReviewRecord, @Ctx() { reviews }: Context) {
    return reviews.overdueOf(review);
  }

  @FieldResolver(() => ReviewPartConnection, { description: 'Who took part, in the order they did.' })
  parts(@Root() review: ReviewRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { reviews }: Context) {
    return reviews.partsOf(review.id, page);
  }

  @FieldResolver(() => ReviewFindingConnection, {
    description:
      'What was found, the gravest first. What is about learners’ work only for those who could look at it.',
  })
  findings(@Root() review: ReviewRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { reviews }: Context) {
    return reviews.findingsOf(review, page);
  }

  @FieldResolver(() => SampledWorkConnection, {
    description:
      'Work to look at, while the review is open; whose it is is not said. From outside of the issuer: only what its learners let your organisation look at (consent to EVIDENCE). Every look is audited.',
  })
  sample(@Root() review: ReviewRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { samples }: Context) {
    return samples.of(review, page);
  }
}

@Resolver(() => ReviewPartType)
export class ReviewPartResolver {
  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'For which organisation; null for a learner.',
  })
  organization(@Root() part: PartRecord, @Ctx() { organizations }: Context) {
    return part.organizationId === null ? null : organizations.organization(part.organizationId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What they think of the badge. What a learner said is for the issuer and themselves; null for others.',
  })
  statement(@Root() part: PartRecord, @Ctx() { reviews }: Context) {
    return reviews.statementOf(part);
  }
}

@Resolver(() => OverdueBadgeType)
export class OverdueBadgeResolver {
  @FieldResolver(() => BadgeType, { description: 'The badge.' })
  badge(@Root() overdue: Overdue, @Ctx() { catalog }: Context) {
    return catalog.badge(overdue.badgeId);
  }
}

@Resolver(() => BadgeType)
export class BadgeReviewResolver {
  @FieldResolver(() => StandingEnum, {
    description: 'Where it stands with its reviews, now: OVERDUE marks a badge whose review was missed.',
  })
  async reviewState(@Root() badge: BadgeRecord, @Ctx() { reviews }: Context) {
    return (await reviews.standingOf(badge.id)).state;
  }

  @FieldResolver(() => Date, {
    nullable: true,
    description:
      'When it is to be reviewed, or mended, next (UTC); null without a policy, or when it should be withdrawn.',
  })
  async nextReviewAt(@Root() badge: BadgeRecord, @Ctx() { reviews }: Context) {
    return (await reviews.standingOf(badge.id)).nextReviewAt;
  }

  @FieldResolver(() => ReviewPolicyType, {
    nullable: true,
    description: 'How it is reviewed; null when its issuer promised no reviews.',
  })
  reviewPolicy(@Root() badge: BadgeRecord, @Ctx() { reviews }: Context) {
    return reviews.policyOf(badge.id);
  }

  @FieldResolver(() => ReviewConnection, { description: 'Its closed reviews, the last first.' })
  reviews(@Root() badge: BadgeRecord, @Args(() => PageArgs) page: PageArgs, @Ctx() { reviews }: Context) {
    return reviews.ofBadge(badge.id, page);
  }
}
