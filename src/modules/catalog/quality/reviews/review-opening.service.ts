import { conflict, invalidInput, notFound } from '../../../../platform/errors.ts';
import { newId } from '../../../../platform/ids.ts';
import { checkInput, ids } from '../../../../platform/input.ts';
import type { OrganizationService } from '../../../identity/organization.service.ts';
import type { Member } from '../../../identity/viewer.ts';
import { foreign } from '../../authoring.refusals.ts';
import type { Key } from '../../authoring.ts';
import type { CatalogService } from '../../catalog.service.ts';
import type { PolicyRecord, ReviewRecord } from './review.records.ts';
import {
  dueAfter,
  monthsLater,
  nextReview,
  type PolicyInput,
  policyRules,
  type ReviewRole,
} from './review.rules.ts';
import type { ReviewChanges } from './review-changes.ts';
import type { ReviewsService } from './reviews.service.ts';

const KIND_OF = { EXTERNAL_REVIEWER: 'REVIEWER', EMPLOYER: 'EMPLOYER' } as const;

/**
 * Says how badges are reviewed and opens their reviews, for issuer staff and admins. Each method is one audited transaction, which happens
 * once under an idempotency key. Besides what each says: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND.
 */
export class ReviewOpeningService {
  constructor(
    private readonly deps: {
      changes: ReviewChanges;
      catalog: CatalogService;
      organizations: OrganizationService;
      reviews: ReviewsService;
    },
  ) {}

  /** Says how a badge is reviewed from now on. For ISSUER_ADMIN and ISSUER_STAFF of its issuer. A review that is open keeps the rules it was opened under. */
  async setPolicy(badgeId: string, input: PolicyInput, key?: Key): Promise<PolicyRecord> {
    const author = this.deps.changes.issuer();
    const policy = checkInput('input', policyRules, input);
    await this.ownBadge(author, badgeId);
    await this.deps.changes.perform('setReviewPolicy', { badgeId, input }, key, async (store, { now }) => {
      const badge = await store.lockBadge({ id: badgeId });
      if (!badge) throw notFound('badge', badgeId);
      const from = badge.current?.publishedAt ?? now;
      const { last } = badge;
      await store.setPolicy({
        badgeId,
        id: newId(now),
        ...policyParams(policy),
        now,
        nextReviewAt: last
          ? nextReview(last.decidedAt, policy.intervalMonths, last)
          : monthsLater(from, policy.intervalMonths),
      });
      return { id: badgeId, chain: author.organizationId, objects: [badgeId] };
    });
    const written = await this.deps.reviews.fresh().policyOf(badgeId);
    if (!written) throw new Error('The policy just written cannot be read.');
    return written;
  }

  /**
   * Opens a review of the published version, invites the organisations and draws the work to look at. For ISSUER_ADMIN and ISSUER_STAFF.
   * CONFLICT: `NO_POLICY`, `NOT_PUBLISHED`, `REVIEW_OPEN`.
   */
  async open(badgeId: string, organizationIds: readonly string[], key?: Key): Promise<ReviewRecord> {
    const author = this.deps.changes.issuer();
    const invitedIds = checkInput('organizationIds', ids(20), organizationIds);
    await this.ownBadge(author, badgeId);
    for (const [at, id] of invitedIds.entries()) await this.outsider(author, id, `organizationIds[${at}]`);
    const done = await this.deps.changes.perform(
      'openReview',
      { badgeId, organizationIds },
      key,
      async (store, { now }) => {
        const badge = await store.lockBadge({ id: badgeId });
        if (!badge) throw notFound('badge', badgeId);
        const { policy, current } = badge;
        if (!policy)
          throw conflict('This badge has no review policy yet. Set one with setReviewPolicy.', {
            reason: 'NO_POLICY',
          });
        if (!current)
          throw conflict('Nothing of this badge is published, so there is nothing to review.', {
            reason: 'NOT_PUBLISHED',
          });
        if (badge.openReviewId)
          throw conflict('A review of this badge is open already. Close it first.', {
            reason: 'REVIEW_OPEN',
            reviewId: badge.openReviewId,
          });
        await this.everybodyCanCome(policy.requiredRoles, invitedIds);
        const sample = policy.aspects.includes('EVIDENCE')
          ? await store.chooseSample({
              versionId: current.id,
              organizationId: author.organizationId,
              invitedIds,
              now,
              size: policy.sampleSize,
            })
          : [];
        const id = newId(now);
        await store.openReview({
          badgeId,
          versionId: current.id,
          id,
          now,
          dueAt: dueAfter(now, policy.dueDays),
          aspects: policy.aspects,
          requiredRoles: policy.requiredRoles,
          requiredCounts: policy.requiredCounts,
          organizationIds: invitedIds,
          sample: sample.map(({ submissionId }, at) => ({ submissionId, code: `W${at + 1}` })),
        });
        return { id, chain: author.organizationId, objects: [id, badgeId] };
      },
    );
    return this.deps.changes.written(done);
  }

  /** Invites one more organisation to an open review. For ISSUER_ADMIN and ISSUER_STAFF. CONFLICT `REVIEW_CLOSED`. */
  async invite(reviewId: string, organizationId: string, key?: Key): Promise<ReviewRecord> {
    const author = this.deps.changes.issuer();
    await this.outsider(author, organizationId, 'organizationId');
    const done = await this.deps.changes.perform(
      'inviteToReview',
      { reviewId, organizationId },
      key,
      async (store) => {
        await this.deps.changes.held(store, reviewId, author);
        await store.invite({ reviewId, organizationId });
        return { id: reviewId, chain: author.organizationId, objects: [reviewId, organizationId] };
      },
    );
    return this.deps.changes.written(done);
  }

  private async ownBadge(author: Member, badgeId: string): Promise<void> {
    const badge = await this.deps.catalog.badge(badgeId);
    if (!badge) throw notFound('badge', badgeId);
    if (badge.issuerId !== author.organizationId) throw foreign('badge', badgeId);
  }

  /** An organisation that can look at a badge from outside. */
  private async outsider(author: Member, id: string, argument: string): Promise<void> {
    const organization = await this.deps.organizations.organization(id);
    if (!organization) throw notFound('organisation', id, argument);
    if (id === author.organizationId)
      throw invalidInput(
        argument,
        'is your own organisation; invite others, your own people may take part anyway.',
      );
    if (!organization.kinds.some((kind) => kind === 'REVIEWER' || kind === 'EMPLOYER'))
      throw invalidInput(
        argument,
        'must be an organisation that reviews or employs (kind REVIEWER or EMPLOYER).',
      );
  }

  /** A review that nobody invited could complete would never close. */
  private async everybodyCanCome(required: readonly ReviewRole[], invitedIds: readonly string[]) {
    const invited = await Promise.all(invitedIds.map((id) => this.deps.organizations.organization(id)));
    for (const role of ['EXTERNAL_REVIEWER', 'EMPLOYER'] as const)
      if (required.includes(role) && !invited.some((one) => one?.kinds.includes(KIND_OF[role])))
        throw invalidInput(
          'organizationIds',
          `must name an organisation of kind ${KIND_OF[role]}, because the policy asks for ${role}.`,
          { reason: 'NOBODY_INVITED', role },
        );
  }
}

const policyParams = ({ required, ...policy }: ReturnType<typeof policyRules.parse>) => ({
  ...policy,
  requiredRoles: required.map(({ role }) => role),
  requiredCounts: required.map(({ count }) => count),
});
