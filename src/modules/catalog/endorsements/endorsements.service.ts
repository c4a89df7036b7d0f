import type DataLoader from 'dataloader';
import { batch, batchMany } from '../../../platform/batch.ts';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput, optionalText } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf, pageOfList } from '../../../platform/paging.ts';
import type { MutationRequest, Mutations } from '../../identity/mutations.ts';
import { asMember, type Member, type Viewer } from '../../identity/viewer.ts';
import { foreign } from '../authoring.refusals.ts';
import { badgeAuthoringStatements } from '../badges/badge-authoring.repository.ts';
import { catalogStatements } from '../catalog.repository.ts';
import {
  ENDORSEMENT_STATES,
  type EndorsementRecord,
  type EndorsementSide,
  type EndorsementState,
} from './endorsement.records.ts';
import {
  answerRules,
  canBecome,
  type Settlement,
  statementRules,
  whyNotEndorsable,
  whyNotEndorsableIssuer,
} from './endorsement.rules.ts';
import { endorsementStatements } from './endorsements.repository.ts';

const statements = {
  ...endorsementStatements,
  ...catalogStatements,
  lockBadge: badgeAuthoringStatements.lockBadge,
};
type Store = Repository<typeof statements>;
type Key = MutationRequest['idempotencyKey'];

export interface EndorsementFilter {
  readonly side?: EndorsementSide | null;
  readonly states?: EndorsementState[] | null;
}

/**
 * Endorsements of badge versions and issuers by employers and reviewers. Anybody sees those that the issuer accepted; the rest is between the two.
 * Each change is one audited transaction, once under an idempotency key; besides what each method says: UNAUTHENTICATED, FORBIDDEN,
 * INVALID_INPUT naming the place, NOT_FOUND for an unknown or hidden id.
 */
export class EndorsementsService {
  private readonly graph: Repository<typeof endorsementStatements>;
  private readonly memberOf: string[];
  private readonly byId: DataLoader<string, { endorsement: EndorsementRecord } | null>;
  private readonly ofVersion: DataLoader<string, { endorsement: EndorsementRecord }[]>;
  private readonly ofIssuer: DataLoader<string, { endorsement: EndorsementRecord }[]>;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      clock: Clock;
      mutations: Mutations;
      /** Makes the signed document of an endorsement that was given, and answers it. */
      sign: (id: string) => Promise<string | null>;
    },
  ) {
    this.graph = repository(deps.graph.run, endorsementStatements);
    this.memberOf = deps.viewer.organizationId ? [deps.viewer.organizationId] : [];
    const { memberOf } = this;
    this.byId = batch(
      (ids) => this.graph.byIds({ ids, memberOf }),
      ({ endorsement }) => endorsement.id,
    );
    this.ofVersion = batchMany(
      (ids) => this.graph.ofVersions({ ids, memberOf }),
      ({ endorsement }) => endorsement.versionId ?? '',
    );
    this.ofIssuer = batchMany(
      (ids) => this.graph.ofIssuers({ ids, memberOf }),
      ({ endorsement }) => endorsement.issuerId,
    );
  }

  async endorsement(id: string): Promise<EndorsementRecord | null> {
    return (await this.byId.clear(id).load(id))?.endorsement ?? null;
  }

  /** Newest first. */
  async endorsementsOf(versionId: string, page: PageRequest): Promise<Page<EndorsementRecord>> {
    return listed(await this.ofVersion.load(versionId), page);
  }

  /** Of an issuer itself, not of its badges; newest first. */
  async endorsementsOfIssuer(organizationId: string, page: PageRequest): Promise<Page<EndorsementRecord>> {
    return listed(await this.ofIssuer.load(organizationId), page);
  }

  /** What the viewer's organisation gave or received, newest first. */
  async endorsements(page: PageRequest, filter: EndorsementFilter = {}): Promise<Page<EndorsementRecord>> {
    const { organizationId } = this.member('ISSUER_ADMIN', 'ISSUER_STAFF', 'EMPLOYER', 'EXTERNAL_REVIEWER');
    const window = newestFirst(page);
    const params = {
      organizationId,
      given: filter.side !== 'RECEIVED',
      received: filter.side !== 'GIVEN',
      states: [...(filter.states ?? ENDORSEMENT_STATES)],
    };
    const rows = await this.graph.byTime({
      ...params,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ endorsement }) => endorsement,
        keysOf: ({ endorsement }): [string, string] => [endorsement.at.toISOString(), endorsement.id],
      },
      async () => (await this.graph.count(params)).total,
    );
  }

  /** Endorses a published version of somebody else's badge. CONFLICT: one's own badge, not published (any more), endorsed already. */
  async endorse(versionId: string, statement: string, key?: Key): Promise<EndorsementRecord> {
    const endorser = this.member('EMPLOYER', 'EXTERNAL_REVIEWER');
    const words = checkInput('statement', statementRules, statement);
    const id = newId(this.deps.clock());
    const request = { name: 'endorseBadgeVersion', input: { versionId, statement }, key };
    return this.change(request, endorser, id, async (store) => {
      const look = { ids: [versionId], memberOf: this.memberOf };
      const [seen] = await store.versionsByIds(look);
      const badge = seen && (await store.lockBadge({ id: seen.version.badgeId }));
      const [held] = await store.versionsByIds(look);
      if (!badge || !held) throw notFound('badge version', versionId);
      const endorserId = endorser.organizationId;
      const standing = await store.standing({ organizationId: endorserId, versionId });
      const why = whyNotEndorsable({
        state: held.version.state,
        issuerId: badge.issuerId,
        endorserId,
        standing: standing.map((one) => one.id),
      });
      if (why) throw conflict(why.message, { reason: why.reason });
      await store.create({ id, endorserId, versionId, statement: words, now: this.deps.clock() });
    });
  }

  /** Endorses an organisation that issues badges. CONFLICT: one's own, endorsed already. */
  async endorseIssuer(issuerId: string, statement: string, key?: Key): Promise<EndorsementRecord> {
    const endorser = this.member('EMPLOYER', 'EXTERNAL_REVIEWER');
    const words = checkInput('statement', statementRules, statement);
    const id = newId(this.deps.clock());
    const request = { name: 'endorseIssuer', input: { issuerId, statement }, key };
    return this.change(request, endorser, id, async (store) => {
      const endorserId = endorser.organizationId;
      const now = this.deps.clock();
      const held = await store.holdIssuer({ issuerId, endorserId, now });
      if (!held) throw notFound('issuer', issuerId);
      const why = whyNotEndorsableIssuer({ issuerId, endorserId, standing: held.standing });
      if (why) throw conflict(why.message, { reason: why.reason });
      await store.createForIssuer({ id, endorserId, issuerId, statement: words, now });
    });
  }

  /** Accepts an endorsement, for everybody to see, or declines it with a reason, for the endorser. CONFLICT when it does not wait any more. */
  async answer(
    id: string,
    answer: { accept: boolean; reason?: string | null },
    key?: Key,
  ): Promise<EndorsementRecord> {
    const issuer = this.member('ISSUER_ADMIN', 'ISSUER_STAFF');
    const { accept, reason } = checkInput('answer', answerRules, answer);
    const request = { name: 'answerEndorsement', input: { id, answer }, key };
    return this.change(request, issuer, id, (store) =>
      this.settle(store, id, accept ? 'ACCEPTED' : 'DECLINED', reason, ({ issuerId }) => issuerId),
    );
  }

  /** Takes an endorsement back. CONFLICT when it was declined or taken back before. */
  async withdraw(id: string, reason?: string | null, key?: Key): Promise<EndorsementRecord> {
    const endorser = this.member('EMPLOYER', 'EXTERNAL_REVIEWER');
    const why = checkInput('reason', optionalText(1_000), reason);
    const request = { name: 'withdrawEndorsement', input: { id, reason }, key };
    return this.change(request, endorser, id, (store) =>
      this.settle(store, id, 'WITHDRAWN', why, ({ endorserId }) => endorserId),
    );
  }

  private async settle(
    store: Store,
    id: string,
    next: Settlement,
    reason: string | null,
    owner: (endorsement: EndorsementRecord) => string,
  ): Promise<void> {
    const [seen] = await store.byIds({ ids: [id], memberOf: this.memberOf });
    if (!seen) throw notFound('endorsement', id);
    if (!this.memberOf.includes(owner(seen.endorsement))) throw foreign('endorsement', id);
    const now = this.deps.clock();
    const { state } = await store.lock({ id, now });
    if (!canBecome(state, next))
      throw conflict(`This endorsement is ${state.toLowerCase()} already; nothing can be changed about it.`, {
        reason: 'ALREADY_SETTLED',
        state,
      });
    await store.settle({ id, state: next, reason, now });
  }

  private member(...roles: Parameters<typeof asMember>[1][]): Member {
    return asMember(this.deps.viewer, ...roles);
  }

  private async change(
    { name, input, key }: { name: string; input: unknown; key: Key },
    { organizationId: chain }: Member,
    id: string,
    work: (store: Store) => Promise<void>,
  ): Promise<EndorsementRecord> {
    const done = await this.deps.mutations.perform(
      { name, input, idempotencyKey: key },
      async ({ run, audit }) => {
        await work(repository(run, statements));
        audit({ chain, action: name, purpose: null, subject: null, objects: [id] });
        return id;
      },
    );
    const written = await this.endorsement(done);
    if (!written) throw new Error('The endorsement just written cannot be read.');
    if (written.document !== null || written.state === 'WITHDRAWN') return written;
    return { ...written, document: await this.deps.sign(done) };
  }
}

const listed = (rows: readonly { endorsement: EndorsementRecord }[], page: PageRequest) =>
  pageOfList(
    page,
    rows.map(({ endorsement }) => endorsement),
    ({ id }) => id,
  );
