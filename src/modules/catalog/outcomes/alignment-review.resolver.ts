import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../context.ts';
import { PageArgs } from '../../../platform/graphql/connection.ts';
import { IdempotencyKey } from '../../identity/idempotency-key.ts';
import { OrganizationType } from '../../identity/organization.type.ts';
import { Policy, ROLES } from '../../identity/policy/policy.ts';
import { BY } from '../authoring.descriptions.ts';
import type { AlignmentRecord } from '../catalog.records.ts';
import { AlignmentConnection, AlignmentType, OutcomeType } from '../outcome.type.ts';
import { AlignmentInput } from './outcome.input.ts';

const REVIEWERS = ROLES('EXTERNAL_REVIEWER', 'ISSUER_ADMIN', 'ISSUER_STAFF');
const ERRORS =
  'Errors: UNAUTHENTICATED, FORBIDDEN (role, an outcome of another issuer, `SEPARATION_OF_DUTIES`: you made the claim), NOT_FOUND (outcome, or no such claim), INVALID_INPUT';

@Resolver(() => AlignmentType)
export class AlignmentReviewResolver {
  @Policy(REVIEWERS)
  @Query(() => AlignmentConnection, {
    description:
      'Claims of alignment that nobody has reviewed, longest waiting first. Issuers see those of their own organisation, external reviewers those of any.',
  })
  alignmentsToReview(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('organizationId', () => ID, {
      nullable: true,
      description: 'For external reviewers: only outcomes of this organisation.',
    })
    organizationId: string | undefined,
    @Ctx() { outcomes }: Context,
  ) {
    return outcomes.alignmentsToReview(page, organizationId);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => OutcomeType, {
    description: `Claims that an outcome of your organisation shows a skill, beside what it claims already; answers the outcome. ${BY} or skill; CONFLICT (\`ALREADY_ALIGNED\`; \`CERTIFIED\`: a badge that was published certifies the outcome).`,
  })
  proposeAlignment(
    @Arg('outcomeId', () => ID, { description: 'Id of the outcome.' }) outcomeId: string,
    @Arg('input', () => AlignmentInput, {
      description: 'What is claimed; with a suggestion say `source: SUGGESTED`.',
    })
    input: AlignmentInput,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { alignmentReview }: Context,
  ) {
    return alignmentReview.propose(outcomeId, input, idempotencyKey);
  }

  @Policy(REVIEWERS)
  @Mutation(() => OutcomeType, {
    description: `Agrees with a claim that somebody else made; answers the outcome. For external reviewers, and for the issuer whose outcome it is. ${ERRORS}, CONFLICT (approved already).`,
  })
  approveAlignment(
    @Arg('outcomeId', () => ID, { description: 'Id of the outcome.' }) outcomeId: string,
    @Arg('skillUri', () => ID, { description: 'URI of the skill it is claimed to show.' }) skillUri: string,
    @Arg('note', () => String, {
      nullable: true,
      description: 'What you say about it, at most 1000 characters.',
    })
    note: string | undefined,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { alignmentReview }: Context,
  ) {
    return alignmentReview.approve({ outcomeId, skillUri, note }, idempotencyKey);
  }

  @Policy(ROLES('ISSUER_ADMIN', 'ISSUER_STAFF'))
  @Mutation(() => OutcomeType, {
    description: `Finds a claim that somebody else made wrong; it counts no more and is kept among \`rejectedAlignments\`; answers the outcome. For the issuer whose outcome it is; who reviews from outside says it in a review or a proposal. ${ERRORS}, CONFLICT (\`CERTIFIED\`: a badge that was published certifies the outcome).`,
  })
  rejectAlignment(
    @Arg('outcomeId', () => ID, { description: 'Id of the outcome.' }) outcomeId: string,
    @Arg('skillUri', () => ID, { description: 'URI of the skill it is claimed to show.' }) skillUri: string,
    @Arg('note', () => String, { description: 'Why it is wrong, 1 to 1000 characters.' }) note: string,
    @IdempotencyKey() idempotencyKey: string | undefined,
    @Ctx() { alignmentReview }: Context,
  ) {
    return alignmentReview.reject({ outcomeId, skillUri, note }, idempotencyKey);
  }

  @FieldResolver(() => OutcomeType, { nullable: true, description: 'The outcome it is claimed of.' })
  outcome(@Root() { outcomeId }: AlignmentRecord, @Ctx() { catalog }: Context) {
    return catalog.outcome(outcomeId);
  }

  @FieldResolver(() => OrganizationType, {
    nullable: true,
    description: 'For which organisation its reviewer acted; null: nobody reviewed it yet.',
  })
  reviewedFor(@Root() { reviewerOrganizationId }: AlignmentRecord, @Ctx() { organizations }: Context) {
    return reviewerOrganizationId && organizations.organization(reviewerOrganizationId);
  }
}
