import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../../context.ts';
import { PageArgs } from '../../../../platform/graphql/connection.ts';
import { IdempotencyKey } from '../../../identity/idempotency-key.ts';
import { Policy, PUBLIC, ROLES } from '../../../identity/policy/policy.ts';
import { BadgeType, BadgeVersionType } from '../../badge.type.ts';
import type { BadgeRecord } from '../../catalog.records.ts';
import { ChangeProposalType } from '../proposals/proposal.type.ts';
import type { FeedbackRecord } from './feedback.records.ts';
import {
  FeedbackClosingInput,
  FeedbackConnection,
  FeedbackFilterInput,
  FeedbackInputType,
  FeedbackSummaryType,
  FeedbackTokenType,
  FeedbackType,
} from './feedback.type.ts';

@Resolver(() => FeedbackType)
export class FeedbackResolver {
  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Query(() => FeedbackConnection, {
    description:
      'What learners say of the badges of your organisation, the last month first. For ISSUER_ADMIN and ISSUER_STAFF; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  feedback(
    @Arg('filter', () => FeedbackFilterInput, { nullable: true, description: 'Which; all when left out.' })
    filter: FeedbackFilterInput | undefined,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { feedback }: Context,
  ) {
    return feedback.ofIssuer(page, filter);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => FeedbackConnection, {
    description:
      'What you said by name of badges you hold, and what it led to; the last month first. For LEARNER; errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  myFeedback(@Args(() => PageArgs) page: PageArgs, @Ctx() { feedback }: Context) {
    return feedback.mine(page);
  }

  @Policy(ROLES('LEARNER'))
  @Query(() => FeedbackTokenType, {
    nullable: true,
    description:
      'What it takes to give feedback with a credential of yours anonymously. For LEARNER; null when you hold no such credential. Errors: UNAUTHENTICATED, FORBIDDEN.',
  })
  feedbackToken(
    @Arg('credentialId', () => ID, { description: 'Id of the credential.' }) credentialId: string,
    @Ctx() { feedback }: Context,
  ) {
    return feedback.ticket(credentialId);
  }

  @Policy(ROLES('LEARNER'))
  @Mutation(() => FeedbackType, {
    description:
      'Says by name what you think of a badge you hold; once a credential. The issuer sees that it is you. For LEARNER. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND, CONFLICT (`FEEDBACK_GIVEN`).',
  })
  giveFeedback(
    @Arg('credentialId', () => ID, { description: 'Id of the credential.' }) credentialId: string,
    @Arg('input', () => FeedbackInputType, { description: 'What you say.' }) input: FeedbackInputType,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { feedback }: Context,
  ) {
    return feedback.give(credentialId, input, idempotencyKey);
  }

  @Policy(PUBLIC)
  @Mutation(() => Boolean, {
    description:
      'Says anonymously what you think of a badge you hold; once a credential. Send it without signing in. Of when, only the month is kept. Errors: INVALID_INPUT (`SIGNED_IN`, no token of ours, or naming the place), CONFLICT (`FEEDBACK_GIVEN`).',
  })
  giveAnonymousFeedback(
    @Arg('token', () => String, { description: 'From feedbackToken.' }) token: string,
    @Arg('input', () => FeedbackInputType, { description: 'What you say.' }) input: FeedbackInputType,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { feedback }: Context,
  ) {
    return feedback.giveAnonymously(token, input, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => Boolean, {
    description:
      'Closes feedback by the change it led to; whoever gave it by name sees that. For staff and admins of the issuer. Errors: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND, CONFLICT (`FEEDBACK_CLOSED`).',
  })
  closeFeedback(
    @Arg('feedbackId', () => ID, { description: 'Id of the feedback.' }) feedbackId: string,
    @Arg('input', () => FeedbackClosingInput, { description: 'What it led to.' }) input: FeedbackClosingInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { feedback }: Context,
  ) {
    return feedback.close(feedbackId, input, idempotencyKey);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'In their words; null when nothing was written.',
  })
  words(@Root() given: FeedbackRecord, @Ctx() { feedback }: Context) {
    return feedback.wordsOf(given);
  }

  @FieldResolver(() => BadgeVersionType, {
    nullable: true,
    description: 'The version of the badge it is on.',
  })
  version(@Root() given: FeedbackRecord, @Ctx() { catalog }: Context) {
    return catalog.version(given.versionId);
  }

  @FieldResolver(() => ChangeProposalType, {
    nullable: true,
    description:
      'The change proposal it led to; null when there is none, or for a learner while that is open.',
  })
  proposal(@Root() given: FeedbackRecord, @Ctx() { proposals }: Context) {
    return given.proposalId === null ? null : proposals.proposal(given.proposalId);
  }

  @FieldResolver(() => BadgeVersionType, {
    nullable: true,
    description: 'The version it led to; null when there is none, or for a learner while that is a draft.',
  })
  ledTo(@Root() given: FeedbackRecord, @Ctx() { catalog }: Context) {
    return given.ledToVersionId === null ? null : catalog.version(given.ledToVersionId);
  }
}

@Resolver(() => BadgeType)
export class BadgeFeedbackResolver {
  @FieldResolver(() => FeedbackSummaryType, { description: 'How those who hold it rate it.' })
  feedback(@Root() badge: BadgeRecord, @Ctx() { feedback }: Context) {
    return feedback.summaryOf(badge.id);
  }
}
