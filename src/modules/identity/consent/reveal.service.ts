import { z } from 'zod';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, notFound, rateLimited } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput, text } from '../../../platform/input.ts';
import { END_OF_TIME, newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import { openFor, sealContext, sealFor } from '../../../platform/seal.ts';
import { openProfile, personKeyOf } from '../../learners/person-seal.ts';
import type { Reads } from '../audit/reads.ts';
import type { Mutations } from '../mutations.ts';
import { asLearner, asMember, type Viewer } from '../viewer.ts';
import type { ConsentService } from './consent.service.ts';
import { type Disclosure, discloses } from './disclosure.ts';
import { pseudonymsFor } from './pseudonym.ts';
import { revealStatements } from './reveal.repository.ts';

const DAY_MS = 86_400_000;
/** How often an organisation may ask a day, how long a question stays open, and how long it may not be put again. */
export const REVEAL = {
  requestsADay: 50,
  openMs: 30 * DAY_MS,
  againAfterMs: 30 * DAY_MS,
  consentMs: 90 * DAY_MS,
} as const;

const requestRules = z.object({
  pseudonym: z.string().min(1, 'must not be empty.').max(64),
  roleProfileId: z.string().min(1, 'must not be empty.'),
  message: text(2_000),
});
export type RevealInput = z.input<typeof requestRules>;

export type RevealState = 'PENDING' | 'APPROVED' | 'DECLINED' | 'EXPIRED';
type RequestRow = Row<typeof revealStatements.revealRequestsOfLearner>;

/** A reveal request as the learner sees it, with the employer's words opened. */
export interface RevealRequest extends Omit<RequestRow, 'key' | 'sealedMessage' | 'approved'> {
  readonly state: RevealState;
  readonly message: string | null;
}

type SentRow = Row<typeof revealStatements.revealRequestsOfOrganization>;

/** A reveal request as the employer sees it who sent it. */
export interface SentRevealRequest extends Omit<SentRow, 'learnerId' | 'approved'> {
  readonly state: RevealState;
  readonly pseudonym: string;
}

/** Who a candidate is, as long as they let the employer know. */
export interface RevealedCandidate {
  readonly pseudonym: string;
  readonly name: string;
  readonly email: string;
  readonly until: Date | null;
}

/** Employers ask who a candidate is; the learner answers; only after a yes, and while it holds, is it told. */
export class RevealService {
  private readonly graph;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      clock: Clock;
      consents: ConsentService;
      mutations: Mutations;
      reads: Reads;
      keys: { readonly keyEncryptionKey: Uint8Array; readonly indexKey: Uint8Array };
    },
  ) {
    this.graph = repository(deps.graph.run, revealStatements);
  }

  /**
   * Asks a candidate to say who they are. For EMPLOYER. NOT_FOUND for a pseudonym that is no candidate of the organisation now,
   * or a role profile that is not its own; CONFLICT (`ASKED_RECENTLY`); RATE_LIMITED over 50 a day.
   */
  async request(input: RevealInput, idempotencyKey: string): Promise<{ id: string; expiresAt: Date }> {
    const { organizationId } = asMember(this.deps.viewer, 'EMPLOYER');
    const asked = checkInput('input', requestRules, input);
    const { id, expiresAt } = await this.deps.mutations.perform(
      { name: 'requestReveal', input: { organizationId, ...asked }, idempotencyKey },
      async ({ run, now, audit }) => {
        const store = repository(run, revealStatements);
        const disclosure = discloses(this.deps.viewer, 'MATCHING', now, { scopes: ['SKILLS'] });
        const learnerId = await this.learnerBehind(asked.pseudonym, disclosure, store);
        if (!learnerId) throw notFound('candidate', asked.pseudonym, 'input.pseudonym');
        const personKey = await this.admitted(store, { organizationId, learnerId, now });
        if (!personKey) throw notFound('candidate', asked.pseudonym, 'input.pseudonym');
        const id = newId(now);
        const expiresAt = new Date(now.getTime() + REVEAL.openMs);
        const made = await store.createRevealRequest({
          organizationId,
          roleProfileId: asked.roleProfileId,
          learnerId,
          id,
          now,
          expiresAt,
          sealedMessage: sealFor(personKey, asked.message, messageOf(id)),
        });
        if (!made) throw notFound('role profile', asked.roleProfileId, 'input.roleProfileId');
        audit({
          chain: organizationId,
          action: 'requestReveal',
          purpose: null,
          subject: learnerId,
          objects: [id, asked.roleProfileId],
        });
        return { id, expiresAt: expiresAt.toISOString() };
      },
    );
    return { id, expiresAt: new Date(expiresAt) };
  }

  /** Who asked to learn who the viewer is, last first. For LEARNER. */
  async mine(page: PageRequest): Promise<Page<RevealRequest>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const window = newestFirst(page);
    const rows = await this.graph.revealRequestsOfLearner({
      learnerId,
      id: null,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: (row) => this.opened(row),
        keysOf: (row): [string, string] => [row.requestedAt.toISOString(), row.id],
      },
      async () => (await this.graph.revealRequestsOfLearnerCount({ learnerId })).total,
    );
  }

  /** Which candidates the viewer's organisation asked, perhaps for one role profile only, last first: those who still let it match them. For EMPLOYER. */
  async sent(page: PageRequest, roleProfileId: string | null): Promise<Page<SentRevealRequest>> {
    const now = this.deps.clock();
    const disclosure = discloses(this.deps.viewer, 'MATCHING', now, { scopes: ['SKILLS'] });
    const window = newestFirst(page);
    const rows = await this.graph.revealRequestsOfOrganization({
      disclosure,
      roleProfileId,
      ...window.from,
    });
    const pseudonyms = pseudonymsFor(this.deps.keys.indexKey, disclosure.organizationId);
    return pageOf(
      window,
      rows,
      {
        node: ({ learnerId, approved, ...row }) => ({
          ...row,
          state: stateOf({ ...row, approved }, now),
          pseudonym: pseudonyms.learner(learnerId),
        }),
        keysOf: (row): [string, string] => [row.requestedAt.toISOString(), row.id],
      },
      async () => (await this.graph.revealRequestsOfOrganizationCount({ disclosure, roleProfileId })).total,
    );
  }

  /**
   * Says yes or no, once. A yes gives the employer a consent to REVEAL for 90 days, which can be withdrawn like any other.
   * For LEARNER. NOT_FOUND; CONFLICT (`ALREADY_ANSWERED`, `REQUEST_EXPIRED`).
   */
  async answer(id: string, approve: boolean, idempotencyKey: string): Promise<RevealRequest> {
    const { learnerId } = asLearner(this.deps.viewer);
    await this.deps.mutations.perform(
      { name: 'answerRevealRequest', input: { id, approve }, idempotencyKey },
      async (change) => {
        const { run, now, audit } = change;
        const answered = await repository(run, revealStatements).answerRevealRequest({
          learnerId,
          id,
          now,
          approve,
        });
        if (!answered) throw notFound('reveal request', id);
        if (!answered.changed)
          throw conflict('You have answered this request before. Withdraw or give a consent instead.', {
            reason: 'ALREADY_ANSWERED',
          });
        if (answered.expiresAt <= now)
          throw conflict('This request is too old to be answered.', { reason: 'REQUEST_EXPIRED' });
        const { organizationId } = answered;
        audit({
          chain: organizationId,
          action: 'answerRevealRequest',
          purpose: null,
          subject: learnerId,
          objects: [id],
        });
        if (approve)
          await this.deps.consents.write(
            learnerId,
            { purpose: 'REVEAL', scopes: ['PROFILE'] },
            { organizationId, campaign: null, expiresAt: new Date(now.getTime() + REVEAL.consentMs) },
            change,
          );
        return id;
      },
    );
    const [row] = await this.graph.revealRequestsOfLearner({
      learnerId,
      id,
      beforeAt: new Date(END_OF_TIME),
      afterId: '',
      limit: 1,
    });
    if (!row) throw notFound('reveal request', id);
    return this.opened(row);
  }

  /** Who a candidate is; null unless they let the viewer's organisation know at this moment. For EMPLOYER; audited. */
  async revealed(pseudonym: string): Promise<RevealedCandidate | null> {
    const disclosure = discloses(this.deps.viewer, 'REVEAL', this.deps.clock(), { scopes: ['PROFILE'] });
    const learnerId = await this.learnerBehind(pseudonym, disclosure, this.graph);
    if (!learnerId) return null;
    const [learner] = await this.graph.revealedLearners({ disclosure, learnerIds: [learnerId] });
    const profile =
      learner && openProfile(this.deps.keys.keyEncryptionKey, { ...learner, id: learner.learnerId });
    if (!profile) return null;
    const { organizationId } = disclosure;
    this.deps.reads.note({
      chain: organizationId,
      purpose: 'REVEAL',
      subject: learnerId,
      objects: [learner.consentId],
    });
    return { pseudonym, name: profile.name, email: profile.email, until: learner.expiresAt };
  }

  /** A pseudonym cannot be turned back; it is looked for among those whom the disclosure covers. */
  private async learnerBehind(
    pseudonym: string,
    disclosure: Disclosure,
    store: Pick<Repository<typeof revealStatements>, 'consentingLearners'>,
  ): Promise<string | null> {
    const pseudonyms = pseudonymsFor(this.deps.keys.indexKey, disclosure.organizationId);
    const learners = await store.consentingLearners({ disclosure });
    return learners.find(({ learnerId }) => pseudonyms.learner(learnerId) === pseudonym)?.learnerId ?? null;
  }

  /** The learner's key, if the organisation may ask them now; null when they are gone. */
  private async admitted(
    store: Repository<typeof revealStatements>,
    { organizationId, learnerId, now }: { organizationId: string; learnerId: string; now: Date },
  ): Promise<Buffer | null> {
    const { key, today, recent } = await store.lockRevealRequests({
      organizationId,
      learnerId,
      now,
      since: new Date(now.getTime() - DAY_MS),
      recently: new Date(now.getTime() - REVEAL.againAfterMs),
    });
    if (recent > 0)
      throw conflict('You asked this candidate less than 30 days ago. Wait for their answer.', {
        reason: 'ASKED_RECENTLY',
      });
    const [oldest] = today;
    if (oldest && today.length >= REVEAL.requestsADay)
      throw rateLimited(
        `An organisation may ask ${REVEAL.requestsADay} candidates a day.`,
        Math.ceil((oldest.getTime() + DAY_MS - now.getTime()) / 1_000),
      );
    return personKeyOf(this.deps.keys.keyEncryptionKey, key);
  }

  private opened({ key, sealedMessage, approved, ...row }: RequestRow): RevealRequest {
    const personKey = personKeyOf(this.deps.keys.keyEncryptionKey, key);
    return {
      ...row,
      state: stateOf({ ...row, approved }, this.deps.clock()),
      message: personKey && openFor(personKey, sealedMessage, messageOf(row.id)),
    };
  }
}

function stateOf(request: Pick<RequestRow, 'expiresAt' | 'answeredAt' | 'approved'>, now: Date): RevealState {
  if (request.answeredAt) return request.approved ? 'APPROVED' : 'DECLINED';
  return request.expiresAt > now ? 'PENDING' : 'EXPIRED';
}

const messageOf = (id: string): string => sealContext('RevealRequest', id, 'sealedMessage');
