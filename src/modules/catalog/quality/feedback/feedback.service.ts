import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { batch } from '../../../../platform/batch.ts';
import { conflict, DomainError, invalidInput, notFound } from '../../../../platform/errors.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { repository } from '../../../../platform/graph/repository.ts';
import { newId } from '../../../../platform/ids.ts';
import { checkInput } from '../../../../platform/input.ts';
import { type Page, type PageRequest, pageOf, pageOfList, pageWindow } from '../../../../platform/paging.ts';
import type { Reads } from '../../../identity/audit/reads.ts';
import type { Mutations } from '../../../identity/mutations.ts';
import { asLearner, asMember, isSignedIn, type Viewer } from '../../../identity/viewer.ts';
import type { LearnerSeal } from '../../../learners/learner-seal.ts';
import type { Key } from '../../authoring.ts';
import { crowdCount } from '../crowd.ts';
import type { FeedbackRecord } from './feedback.records.ts';
import { feedbackStatements } from './feedback.repository.ts';
import { type ClosingInput, closingRules, type FeedbackInput, feedbackRules } from './feedback.rules.ts';
import { monthOf, nonceOf, onceOf, readToken, tokenOf } from './feedback-token.ts';

export interface FeedbackFilter {
  readonly badgeId?: string | null;
  readonly closed?: boolean | null;
}

/** What a learner needs to give feedback without saying who they are. */
export interface FeedbackTicket {
  readonly token: string;
  readonly given: boolean;
  readonly holders: number | null;
}

export interface FeedbackSummary {
  readonly total: number | null;
  readonly rating: number | null;
}

/** The audit chain of what was said anonymously: its events stand between events of their own kind only, so their neighbours tell nothing of when. */
const CHAIN = 'feedback';
const END_OF_MONTHS = '9999-99';

/**
 * What learners say of badges they hold, once a credential: by name, sealed with their key, or anonymously. Nothing in the graph leads from
 * anonymous feedback to whoever gave it: fetching a token writes nothing, giving feedback needs no sign-in, and of when only the month is kept.
 */
export class FeedbackService {
  private readonly graph;
  private readonly summaries;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      mutations: Mutations;
      /** Changes by nobody, in which every instant is the start of its month. */
      anonymously: Mutations;
      reads: Reads;
      seal: LearnerSeal;
      keys: { readonly indexKey: Uint8Array };
    },
  ) {
    const graph = repository(deps.graph.run, feedbackStatements);
    this.graph = graph;
    this.summaries = batch(
      (ids) => graph.ofBadges({ ids }),
      ({ badgeId }) => badgeId,
    );
  }

  /** A token for a credential of the viewer's; always the same one. For LEARNER; null when they hold no such credential. Writes nothing. */
  async ticket(credentialId: string): Promise<FeedbackTicket | null> {
    const { learnerId } = asLearner(this.deps.viewer);
    const [held, personKey] = await Promise.all([
      this.graph.heldCredential({ learnerId, credentialId }),
      this.deps.seal.keyOf(learnerId),
    ]);
    if (!held || !personKey) return null;
    const nonce = nonceOf(personKey, credentialId);
    const { given } = await this.graph.given({ once: onceOf(nonce) });
    return {
      token: tokenOf(this.deps.keys.indexKey, { versionId: held.versionId, nonce }),
      given,
      holders: crowdCount(held.holders),
    };
  }

  /** Gives feedback by name, with a credential of the viewer's. For LEARNER. NOT_FOUND; CONFLICT `FEEDBACK_GIVEN`. */
  async give(credentialId: string, input: FeedbackInput, key?: Key): Promise<FeedbackRecord> {
    const { learnerId } = asLearner(this.deps.viewer);
    const { rating, words } = checkInput('input', feedbackRules, input);
    const { seal, mutations } = this.deps;
    const held = await this.graph.heldCredential({ learnerId, credentialId });
    const personKey = await seal.keyOf(learnerId);
    if (!held || !personKey) throw notFound('credential', credentialId);
    const done = await once(() =>
      mutations.perform(
        { name: 'giveFeedback', input: { credentialId, input }, idempotencyKey: key },
        async ({ run, now, audit }) => {
          const id = newId(now);
          await repository(run, feedbackStatements).give({
            versionId: held.versionId,
            id,
            once: onceOf(nonceOf(personKey, credentialId)),
            rating,
            month: monthOf(now),
            givenAt: now,
            words: null,
            sealedWords: words && seal.seal(personKey, 'Feedback', id, 'sealedWords', words),
            learnerId,
          });
          audit({
            chain: held.issuerId,
            action: 'giveFeedback',
            purpose: null,
            subject: learnerId,
            objects: [id],
          });
          return id;
        },
      ),
    );
    const written = (await this.graph.ofLearner({ learnerId })).find(({ feedback }) => feedback.id === done);
    if (!written) throw new Error('The feedback just written cannot be read.');
    return written.feedback;
  }

  /** Gives feedback without saying who, with a token. Answers that it was given. INVALID_INPUT when signed in, or for no token of ours; CONFLICT `FEEDBACK_GIVEN`. */
  async giveAnonymously(token: string, input: FeedbackInput, key?: Key): Promise<boolean> {
    if (isSignedIn(this.deps.viewer))
      throw invalidInput(
        'token',
        'must be sent without signing in: leave the header Authorization out, so that nothing is noted of who you are.',
        { reason: 'SIGNED_IN' },
      );
    const right = readToken(this.deps.keys.indexKey, token);
    if (!right) throw invalidInput('token', 'is no token for feedback. Fetch one with feedbackToken.');
    const { rating, words } = checkInput('input', feedbackRules, input);
    return once(() =>
      this.deps.anonymously.perform(
        { name: 'giveAnonymousFeedback', input: { token, input }, idempotencyKey: key },
        async ({ run, now, audit }) => {
          const written = await repository(run, feedbackStatements).give({
            versionId: right.versionId,
            id: randomUUID(), // no UUID v7: that would say when
            once: onceOf(right.nonce),
            rating,
            month: monthOf(now),
            givenAt: null,
            words,
            sealedWords: null,
            learnerId: null,
          });
          if (!written) throw notFound('badge version', right.versionId);
          audit({ chain: CHAIN, action: 'giveAnonymousFeedback', purpose: null, subject: null, objects: [] });
          return true;
        },
      ),
    );
  }

  /** Feedback on the badges of the viewer's organisation, the last month first. For ISSUER_ADMIN and ISSUER_STAFF. What was said by name is audited. */
  async ofIssuer(page: PageRequest, filter: FeedbackFilter = {}): Promise<Page<FeedbackRecord>> {
    const { organizationId } = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const which = { organizationId, badgeId: filter.badgeId ?? null, closed: filter.closed ?? null };
    const window = pageWindow(page, z.tuple([z.string(), z.string()]));
    const [beforeMonth, afterId] = window.after ?? [END_OF_MONTHS, ''];
    const rows = await this.graph.ofIssuer({ ...which, beforeMonth, afterId, limit: window.limit });
    for (const { feedback } of rows.slice(0, window.first)) this.noteRead(feedback);
    return pageOf(
      window,
      rows,
      {
        node: ({ feedback }) => feedback,
        keysOf: ({ feedback }): [string, string] => [feedback.month, feedback.id],
      },
      async () => (await this.graph.ofIssuerCount(which)).total,
    );
  }

  /** What the viewer gave by name, the last month first. For LEARNER. */
  async mine(page: PageRequest): Promise<Page<FeedbackRecord>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const rows = await this.graph.ofLearner({ learnerId });
    return pageOfList(
      page,
      rows.map(({ feedback }) => feedback),
      ({ id }) => id,
    );
  }

  /** Closes feedback by the proposal or version it led to. For ISSUER_ADMIN and ISSUER_STAFF of the issuer. NOT_FOUND; CONFLICT `FEEDBACK_CLOSED`. */
  async close(feedbackId: string, input: ClosingInput, key?: Key): Promise<boolean> {
    const { organizationId } = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const { answer, proposalId, badgeVersionId } = checkInput('input', closingRules, input);
    return this.deps.mutations.perform(
      { name: 'closeFeedback', input: { feedbackId, input }, idempotencyKey: key },
      async ({ run, now, audit }) => {
        const store = repository(run, feedbackStatements);
        const held = await store.lockFeedback({ id: feedbackId });
        if (!held || held.issuerId !== organizationId) throw notFound('feedback', feedbackId);
        if (held.closed) throw conflict('This feedback was closed before.', { reason: 'FEEDBACK_CLOSED' });
        if (proposalId && !held.proposalIds.includes(proposalId))
          throw notFound('proposal', proposalId, 'input.proposalId');
        const version = held.versions.find(({ id }) => id === badgeVersionId);
        if (badgeVersionId && !version)
          throw notFound('badge version', badgeVersionId, 'input.badgeVersionId');
        if (version && version.number <= held.number)
          throw invalidInput(
            'input.badgeVersionId',
            `must be a version after ${held.number}, which the feedback is on.`,
          );
        await store.close({ id: feedbackId, now, answer, proposalId, versionId: badgeVersionId });
        audit({
          chain: organizationId,
          action: 'closeFeedback',
          purpose: null,
          subject: held.learnerId,
          objects: [feedbackId],
        });
        return true;
      },
    );
  }

  /** What was said, opened; null when nothing was, or the learner was erased. */
  async wordsOf({ id, words, sealedWords, learnerId }: FeedbackRecord): Promise<string | null> {
    return learnerId ? this.deps.seal.open(learnerId, 'Feedback', id, 'sealedWords', sealedWords) : words;
  }

  /** How a badge is rated, told in crowds of ten or more. */
  async summaryOf(badgeId: string): Promise<FeedbackSummary> {
    const row = await this.summaries.load(badgeId);
    const total = row && crowdCount(row.total);
    return { total, rating: row && total !== null ? Math.round(row.rating * 10) / 10 : null };
  }

  private noteRead({ id, learnerId, issuerId }: FeedbackRecord): void {
    if (learnerId)
      this.deps.reads.note({ chain: issuerId, purpose: 'FEEDBACK', subject: learnerId, objects: [id] });
  }
}

/** The graph lets feedback with one credential be there once. */
async function once<T>(give: () => Promise<T>): Promise<T> {
  try {
    return await give();
  } catch (error) {
    if (error instanceof DomainError && error.details['reason'] === 'ALREADY_EXISTS')
      throw conflict('Feedback was given with this credential before.', { reason: 'FEEDBACK_GIVEN' });
    throw error;
  }
}
