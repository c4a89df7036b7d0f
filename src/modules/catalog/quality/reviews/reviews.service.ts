import { batch, batchMany } from '../../../../platform/batch.ts';
import type { Clock } from '../../../../platform/clock.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { repository } from '../../../../platform/graph/repository.ts';
import { oldestFirst, type Page, type PageRequest, pageOf, pageOfList } from '../../../../platform/paging.ts';
import type { Reads } from '../../../identity/audit/reads.ts';
import { asLearner, asMember, isMemberOf, type Viewer } from '../../../identity/viewer.ts';
import type { LearnerSeal } from '../../../learners/learner-seal.ts';
import type { FindingRecord, PartRecord, PolicyRecord, ReviewRecord } from './review.records.ts';
import {
  daysOverdue,
  missingParts,
  type RequiredPart,
  type ReviewState,
  type Standing,
  standing,
} from './review.rules.ts';
import { reviewStatements } from './reviews.repository.ts';

export interface ReviewFilter {
  readonly badgeId?: string | null;
  readonly state?: ReviewState | null;
}

/** A badge whose review is overdue. */
export interface Overdue {
  readonly badgeId: string;
  readonly nextReviewAt: Date;
  readonly daysOverdue: number;
}

const byId = ({ id }: { id: string }): string => id;

/**
 * Shows how badges are reviewed. What was decided, why and upon which findings is public; a review that is open is seen by the issuer's
 * people and by those it invited.
 */
export class ReviewsService {
  private readonly graph;
  private readonly memberOf: string[];
  private loaders;

  constructor(
    private readonly deps: { graph: Graph; viewer: Viewer; clock: Clock; reads: Reads; seal: LearnerSeal },
  ) {
    this.graph = repository(deps.graph.run, reviewStatements);
    this.memberOf = deps.viewer.organizationId ? [deps.viewer.organizationId] : [];
    this.loaders = this.newLoaders();
  }

  /** Forgets what this request has read so far: after a write it may no longer be so. */
  fresh(): this {
    this.loaders = this.newLoaders();
    return this;
  }

  /** Null when there is none, or when it is open and concerns neither the viewer's organisation nor anybody it was shown to. */
  async review(id: string): Promise<ReviewRecord | null> {
    return (await this.loaders.review.load(id))?.review ?? null;
  }

  async policyOf(badgeId: string): Promise<PolicyRecord | null> {
    return (await this.loaders.policy.load(badgeId))?.policy ?? null;
  }

  /** Where a badge stands at this moment, and when it is to be reviewed next. */
  async standingOf(badgeId: string): Promise<{ state: Standing; nextReviewAt: Date | null }> {
    const facts = await this.loaders.standing.load(badgeId);
    if (!facts) return { state: 'NO_POLICY', nextReviewAt: null };
    return { state: standing(facts, this.deps.clock()), nextReviewAt: facts.nextReviewAt };
  }

  /** The closed reviews of a badge, the last first. */
  async ofBadge(badgeId: string, page: PageRequest): Promise<Page<ReviewRecord>> {
    const rows = await this.loaders.ofBadge.load(badgeId);
    return pageOfList(
      page,
      rows.map(({ review }) => review),
      byId,
    );
  }

  /** Reviews of badges the viewer's organisation issues, and those it is invited to, in the order they fall due. */
  async mine(page: PageRequest, filter: ReviewFilter = {}): Promise<Page<ReviewRecord>> {
    const { organizationId } = asMember(
      this.deps.viewer,
      'ISSUER_ADMIN',
      'ISSUER_STAFF',
      'ASSESSOR',
      'EXTERNAL_REVIEWER',
      'EMPLOYER',
    );
    const concerning = { organizationId, state: filter.state ?? null, badgeId: filter.badgeId ?? null };
    const window = oldestFirst(page);
    const rows = await this.graph.reviewsByDue({
      ...concerning,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ review }) => review,
        keysOf: ({ review }): [string, string] => [review.dueAt.toISOString(), review.id],
      },
      async () => (await this.graph.reviewsByDueCount(concerning)).total,
    );
  }

  /** Open reviews of badges the viewer holds that ask for learners. For LEARNER. */
  async forLearner(page: PageRequest): Promise<Page<ReviewRecord>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const rows = await this.graph.reviewsForLearner({ learnerId });
    return pageOfList(
      page,
      rows.map(({ review }) => review),
      byId,
    );
  }

  /** Awarded badges that should have been reviewed by now, the most overdue first. */
  async overdue(page: PageRequest, organizationId: string | null): Promise<Page<Overdue>> {
    const now = this.deps.clock();
    const window = oldestFirst(page);
    const rows = await this.graph.overdueBadges({
      organizationId,
      now,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: (row) => ({ ...row, daysOverdue: daysOverdue(row.nextReviewAt, now) }),
        keysOf: ({ nextReviewAt, badgeId }): [string, string] => [nextReviewAt.toISOString(), badgeId],
      },
      async () => (await this.graph.overdueBadgesCount({ organizationId, now })).total,
    );
  }

  missingOf = ({ required, taken }: ReviewRecord): RequiredPart[] => missingParts(required, taken);

  /** Days since an open review should have been closed; 0 for one that is closed or in time. */
  overdueOf = ({ state, dueAt }: ReviewRecord): number =>
    state === 'OPEN' ? daysOverdue(dueAt, this.deps.clock()) : 0;

  async part(reviewId: string, id: string): Promise<PartRecord | null> {
    return (await this.loaders.parts.load(reviewId)).find(({ part }) => part.id === id)?.part ?? null;
  }

  async partsOf(reviewId: string, page: PageRequest): Promise<Page<PartRecord>> {
    const rows = await this.loaders.parts.load(reviewId);
    return pageOfList(
      page,
      rows.map(({ part }) => part),
      byId,
    );
  }

  /** What somebody said: members of organisations to everybody who may see the review, a learner to themselves and to the issuer, which is audited. */
  async statementOf({ id, role, statement, issuerId, reviewId }: PartRecord): Promise<string | null> {
    if (role !== 'LEARNER') return statement;
    const { viewer, reads, seal } = this.deps;
    const said = await this.loaders.learnerStatements.load(id);
    if (!said) return null;
    const { learnerId, sealedStatement } = said;
    if (viewer.learnerId !== learnerId)
      reads.note({ chain: issuerId, purpose: 'REVIEW', subject: learnerId, objects: [reviewId] });
    return seal.open(learnerId, 'ReviewPart', id, 'sealedStatement', sealedStatement);
  }

  /** What was found; findings about learners' work only for those who could look at it. */
  async findingsOf(review: ReviewRecord, page: PageRequest): Promise<Page<FindingRecord>> {
    const rows = await this.loaders.findings.load(review.id);
    const inside = this.concerns(review);
    return pageOfList(
      page,
      rows.map(({ finding }) => finding).filter(({ aspect }) => inside || aspect !== 'EVIDENCE'),
      byId,
    );
  }

  /** Whether the viewer acts for the issuer or for somebody who was invited. */
  concerns({ issuerId, invitedIds }: ReviewRecord): boolean {
    const { viewer } = this.deps;
    return (
      isMemberOf(viewer, issuerId, 'ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR') ||
      invitedIds.some((id) => isMemberOf(viewer, id, 'EXTERNAL_REVIEWER', 'EMPLOYER'))
    );
  }

  /** To whom learners have said something in a review: an issuer’s staff, or themselves. Nobody has an empty id. */
  private listeners(): { organizationId: string; learnerId: string } {
    const { viewer } = this.deps;
    const { organizationId, learnerId } = viewer;
    const listens = organizationId && isMemberOf(viewer, organizationId, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    return { organizationId: listens ? organizationId : '', learnerId: learnerId ?? '' };
  }

  private newLoaders() {
    const { graph, memberOf } = this;
    const parent = ({ parentId }: { parentId: string }) => parentId;
    return {
      review: batch(
        (ids) => graph.reviewsByIds({ ids, memberOf }),
        ({ review }) => review.id,
      ),
      ofBadge: batchMany(
        (ids) => graph.reviewsOfBadges({ ids }),
        ({ review }) => review.badgeId,
      ),
      policy: batch(
        (ids) => graph.policiesOfBadges({ ids }),
        ({ badgeId }) => badgeId,
      ),
      standing: batch(
        (ids) => graph.standingsOfBadges({ ids }),
        ({ badgeId }) => badgeId,
      ),
      parts: batchMany((ids) => graph.partsOfReviews({ ids }), parent),
      learnerStatements: batch(
        (ids) => graph.learnerStatements({ ids, ...this.listeners() }),
        ({ id }) => id,
      ),
      findings: batchMany((ids) => graph.findingsOfReviews({ ids }), parent),
    };
  }
}
