import { conflict, invalidInput, notFound } from '../../../../platform/errors.ts';
import { type Repository, type Row, repository } from '../../../../platform/graph/repository.ts';
import type { Change, Mutations } from '../../../identity/mutations.ts';
import type { DutyDone } from '../../../identity/sign-in/separation.ts';
import { actorOf, asMember, type Member, type Viewer } from '../../../identity/viewer.ts';
import { foreign } from '../../authoring.refusals.ts';
import type { Key } from '../../authoring.ts';
import { type Place, type PlaceText, whyNoPlace } from '../place.ts';
import type { ReviewRecord } from './review.records.ts';
import { reviewStatements } from './reviews.repository.ts';
import type { ReviewsService } from './reviews.service.ts';

export type ReviewStore = Repository<typeof reviewStatements>;
export type HeldReview = Row<typeof reviewStatements.lockReview>;

/** What a change of a review did, for its audit: answers the id, in whose chain, what it touched, and which learner it is about. */
interface Done {
  readonly id: string;
  readonly chain: string;
  readonly objects: string[];
  readonly subject?: string | null;
}

/** What the services that carry out reviews have in common. */
export class ReviewChanges {
  constructor(private readonly deps: { viewer: Viewer; mutations: Mutations; reviews: ReviewsService }) {}

  issuer(): Member {
    return asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
  }

  /** One audited transaction, which happens once under an idempotency key. */
  perform(
    name: string,
    input: unknown,
    idempotencyKey: Key,
    work: (store: ReviewStore, change: Change) => Promise<Done>,
  ): Promise<string> {
    return this.deps.mutations.perform({ name, input, idempotencyKey }, async (change) => {
      const { id, chain, objects, subject } = await work(repository(change.run, reviewStatements), change);
      change.audit({ chain, action: name, purpose: null, subject: subject ?? null, objects });
      return id;
    });
  }

  /** A review as it is once it is held, so that what is decided on stays true until the commit. */
  async lock(store: ReviewStore, id: string): Promise<HeldReview> {
    const { viewer } = this.deps;
    const review = await store.lockReview({
      id,
      actor: actorOf(viewer),
      personId: viewer.person?.id ?? null,
      learnerId: viewer.learnerId,
    });
    if (!review) throw notFound('review', id);
    return review;
  }

  /** An open review of the author's own organisation. */
  async held(store: ReviewStore, id: string, author: Member): Promise<HeldReview> {
    const review = await this.lock(store, id);
    if (review.issuerId !== author.organizationId)
      throw review.state === 'CLOSED' ? foreign('review', id) : notFound('review', id);
    if (review.state === 'CLOSED') throw isClosed(id);
    return review;
  }

  async written(id: string): Promise<ReviewRecord> {
    const review = await this.deps.reviews.fresh().review(id);
    if (!review) throw new Error('The review just written cannot be read.');
    return review;
  }
}

export const authorsOf = ({ authors }: HeldReview): DutyDone[] =>
  authors.map((by) => ({ duty: 'AUTHOR', by }));

export const isClosed = (reviewId: string) =>
  conflict('This review is closed; what it decided stays.', { reason: 'REVIEW_CLOSED', reviewId });

/** Throws INVALID_INPUT when a place is none of the version. */
export function requirePlace(place: Place, things: readonly PlaceText[], argument: string): void {
  const why = whyNoPlace(place, things);
  if (why) throw invalidInput(`${argument}.${why.at}`, why.message);
}
