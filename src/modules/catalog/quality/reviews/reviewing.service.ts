import { conflict, forbidden, invalidInput, notFound } from '../../../../platform/errors.ts';
import { newId } from '../../../../platform/ids.ts';
import { checkInput } from '../../../../platform/input.ts';
import { checkSeparation } from '../../../identity/sign-in/separation.ts';
import { actorOf, asLearner, asMember, type Role, type Viewer } from '../../../identity/viewer.ts';
import type { LearnerSeal } from '../../../learners/learner-seal.ts';
import type { Key } from '../../authoring.ts';
import type { PlaceText } from '../place.ts';
import type { PartRecord, ReviewRecord } from './review.records.ts';
import {
  type DecisionInput,
  decisionRules,
  monthsLater,
  nextReview,
  type PartInput,
  PRACTITIONERS,
  partRules,
  type ReviewRole,
  whyNotClosable,
} from './review.rules.ts';
import { authorsOf, type HeldReview, isClosed, type ReviewChanges, requirePlace } from './review-changes.ts';
import type { ReviewsService } from './reviews.service.ts';

/** Which roles take part in which capacity. */
const HELD_BY: Readonly<Record<Exclude<ReviewRole, 'LEARNER'>, readonly Role[]>> = {
  ISSUER_STAFF: ['ISSUER_ADMIN', 'ISSUER_STAFF'],
  ASSESSOR: ['ASSESSOR'],
  EXTERNAL_REVIEWER: ['EXTERNAL_REVIEWER'],
  EMPLOYER: ['EMPLOYER'],
};

/**
 * Carries out reviews: who takes part, what is decided, what is settled. Each method is one audited transaction, which happens once under an
 * idempotency key. Besides what each says: UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND.
 */
export class ReviewingService {
  constructor(
    private readonly deps: {
      viewer: Viewer;
      changes: ReviewChanges;
      reviews: ReviewsService;
      seal: LearnerSeal;
    },
  ) {}

  /**
   * Takes part in an open review, once: says what they think of the badge and what they found. For whoever holds the role in the issuer, in an
   * organisation that is invited, or, as LEARNER, holds the badge. FORBIDDEN `SEPARATION_OF_DUTIES`; CONFLICT `REVIEW_CLOSED`, `TOOK_PART`.
   */
  async takePart(reviewId: string, input: PartInput, key?: Key): Promise<PartRecord> {
    const { viewer } = this.deps;
    const part = checkInput('input', partRules, input);
    const who = part.role === 'LEARNER' ? asLearner(viewer) : asMember(viewer, ...HELD_BY[part.role]);
    const learnerId = part.role === 'LEARNER' ? who.learnerId : null;
    const personKey = learnerId ? await this.deps.seal.keyOf(learnerId) : null;
    const done = await this.deps.changes.perform(
      'takePartInReview',
      { reviewId, input },
      key,
      async (store, { now }) => {
        const review = await this.deps.changes.lock(store, reviewId);
        this.mayTakePart(review, reviewId, part.role);
        if (review.state === 'CLOSED') throw isClosed(reviewId);
        const by = actorOf(viewer);
        if (learnerId ? review.learnerTookPart : review.taken.some((taken) => taken.by === by))
          throw conflict('You took part in this review before; what was said stays.', {
            reason: 'TOOK_PART',
          });
        const places = await store.placesOfVersions({ versionIds: [review.versionId] });
        const things: PlaceText[] = [
          ...places,
          ...review.sampleCodes.map((id) => ({ kind: 'EVIDENCE' as const, id, texts: {} })),
        ];
        const findings = part.findings.map((finding, at) => {
          if (learnerId)
            throw invalidInput(
              'input.findings',
              'are for members of organisations; say it in the statement.',
            );
          const { place, dueAt, advice, ...rest } = finding;
          if (!review.aspects.includes(rest.aspect))
            throw invalidInput(
              `input.findings[${at}].aspect`,
              `must be what this review looks at: ${review.aspects.join(', ')}.`,
            );
          if (place) requirePlace(place, things, `input.findings[${at}].place`);
          if (dueAt && dueAt <= now)
            throw invalidInput(`input.findings[${at}].dueAt`, 'must lie in the future.');
          return {
            ...rest,
            id: newId(now),
            placeKind: place?.kind ?? null,
            placeId: place?.id ?? null,
            placeField: place?.field ?? null,
            quote: place?.quote ?? null,
            advice: advice ?? null,
            dueAt: dueAt ?? null,
          };
        });
        const id = newId(now);
        await store.createPart({
          reviewId,
          id,
          role: part.role,
          by: learnerId ? null : by,
          now,
          statement: learnerId ? null : part.statement,
          sealedStatement:
            learnerId && personKey
              ? this.deps.seal.seal(personKey, 'ReviewPart', id, 'sealedStatement', part.statement)
              : null,
          organizationId: learnerId ? null : who.organizationId,
          learnerId,
          findings,
        });
        return { id, chain: review.issuerId, objects: [reviewId, id], subject: learnerId };
      },
    );
    const written = await this.deps.reviews.fresh().part(reviewId, done);
    if (!written) throw new Error('The part just written cannot be read.');
    return written;
  }

  /**
   * Closes a review with a decision. For ISSUER_ADMIN and ISSUER_STAFF of the issuer who did not write the version. CONFLICT: `REVIEW_CLOSED`,
   * `SOMEBODY_MISSING`, `ONLY_ITS_AUTHOR`, `FINDING_OPEN`.
   */
  async close(reviewId: string, input: DecisionInput, key?: Key): Promise<ReviewRecord> {
    const author = this.deps.changes.issuer();
    const { decision, reason, mendBy = null } = checkInput('input', decisionRules, input);
    const done = await this.deps.changes.perform(
      'closeReview',
      { reviewId, input },
      key,
      async (store, { now }) => {
        const review = await this.deps.changes.held(store, reviewId, author);
        if (mendBy && mendBy <= now) throw invalidInput('input.mendBy', 'must lie in the future.');
        const actor = actorOf(this.deps.viewer);
        checkSeparation(this.deps.viewer, 'DECIDER', authorsOf(review));
        const why = whyNotClosable(decision, { ...review, open: review.openFindings });
        if (why) throw conflict(`This review ${why.message}`, { reason: why.reason });
        await store.closeReview({
          id: reviewId,
          decision,
          reason,
          mendBy,
          now,
          decidedBy: actor,
          nextReviewAt: nextReview(now, review.intervalMonths ?? 12, { decision, mendBy }),
        });
        return { id: reviewId, chain: author.organizationId, objects: [reviewId, review.badgeId] };
      },
    );
    return this.deps.changes.written(done);
  }

  /**
   * Says how a finding was settled. For ISSUER_ADMIN and ISSUER_STAFF of the issuer. With the last one, the conditions of an approval are met and
   * the badge is due after the regular interval again. CONFLICT `SETTLED`.
   */
  async settle(findingId: string, settlement: string, key?: Key): Promise<ReviewRecord> {
    const author = this.deps.changes.issuer();
    const words = checkInput('settlement', partRules.shape.statement, settlement);
    const done = await this.deps.changes.perform(
      'settleFinding',
      { findingId, settlement },
      key,
      async (store, { now }) => {
        const finding = await store.lockFinding({ id: findingId });
        if (!finding || finding.issuerId !== author.organizationId) throw notFound('finding', findingId);
        if (finding.settled) throw conflict('This finding was settled before.', { reason: 'SETTLED' });
        const { decision, decidedAt, isLast, othersOpen, intervalMonths } = finding;
        const met = decision === 'APPROVE_WITH_CONDITIONS' && isLast && othersOpen === 0;
        await store.settleFinding({
          id: findingId,
          now,
          settlement: words,
          nextReviewAt: met && decidedAt && intervalMonths ? monthsLater(decidedAt, intervalMonths) : null,
        });
        return { id: finding.reviewId, chain: author.organizationId, objects: [findingId, finding.reviewId] };
      },
    );
    return this.deps.changes.written(done);
  }

  /** Throws unless the viewer may take part in this capacity: NOT_FOUND for whoever does not know of the review, FORBIDDEN for who must not. */
  private mayTakePart(review: HeldReview, id: string, role: ReviewRole): void {
    const { viewer } = this.deps;
    const inside = viewer.organizationId === review.issuerId;
    const invited = viewer.organizationId !== null && review.invitedIds.includes(viewer.organizationId);
    if (role === 'LEARNER' ? !review.holds : !inside && !invited) throw notFound('review', id);
    if (role === 'LEARNER') return;
    const outside = PRACTITIONERS.includes(role);
    if (outside === inside)
      throw forbidden(
        outside
          ? `${role} is for people from outside of the issuer.`
          : `${role} is for the issuer’s own people.`,
        { reason: 'WRONG_SIDE', role },
      );
    if (!outside) return;
    const actor = actorOf(viewer);
    checkSeparation(viewer, 'EXTERNAL_REVIEWER', [
      ...authorsOf(review),
      ...(review.graded ? [{ duty: 'ASSESSOR', by: actor } as const] : []),
      ...(review.inside ? [{ duty: 'KEY_CUSTODIAN', by: actor } as const] : []),
    ]);
  }
}
