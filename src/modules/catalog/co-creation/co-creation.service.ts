import type DataLoader from 'dataloader';
import { batch, batchMany } from '../../../platform/batch.ts';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf, pageOfList } from '../../../platform/paging.ts';
import type { MutationRequest, Mutations } from '../../identity/mutations.ts';
import type { OrganizationService } from '../../identity/organization.service.ts';
import { asMember, type Member, type Viewer } from '../../identity/viewer.ts';
import { foreign, requireOwn } from '../authoring.refusals.ts';
import { catalogStatements } from '../catalog.repository.ts';
import type { CoCreationRecord, ProposalRecord } from './co-creation.records.ts';
import { coCreationStatements } from './co-creation.repository.ts';
import {
  type CoCreationInput,
  coCreationRules,
  type DecisionInput,
  decisionRules,
} from './co-creation.rules.ts';

const statements = { ...coCreationStatements, ...catalogStatements };
type Store = Repository<typeof statements>;
type Key = MutationRequest['idempotencyKey'];

/**
 * Records of sessions in which practitioners propose what a badge should stand for. Anybody reads them: who proposed is named by organisation
 * and job title, never by name. Each change is one audited transaction, once under an idempotency key; besides what each method says:
 * UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND for an unknown id.
 */
export class CoCreationService {
  private readonly graph: Repository<typeof coCreationStatements>;
  private readonly byId: DataLoader<string, { session: CoCreationRecord } | null>;
  private readonly ofBadge: DataLoader<string, { session: CoCreationRecord }[]>;
  private readonly ofOutcome: DataLoader<string, { proposal: ProposalRecord }[]>;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      clock: Clock;
      mutations: Mutations;
      organizations: OrganizationService;
    },
  ) {
    const graph = repository(deps.graph.run, coCreationStatements);
    this.graph = graph;
    this.byId = batch(
      (ids) => graph.sessionsByIds({ ids }),
      ({ session }) => session.id,
    );
    this.ofBadge = batchMany(
      (ids) => graph.sessionsOfBadges({ ids }),
      ({ parentId }) => parentId,
    );
    this.ofOutcome = batchMany(
      (ids) => graph.proposalsOfOutcomes({ ids }),
      ({ parentId }) => parentId,
    );
  }

  async session(id: string): Promise<CoCreationRecord | null> {
    return (await this.byId.clear(id).load(id))?.session ?? null;
  }

  /** Newest first; with an organisation, those it held or whose practitioners proposed something. */
  async sessions(page: PageRequest, organizationId: string | null): Promise<Page<CoCreationRecord>> {
    const window = newestFirst(page);
    const rows = await this.graph.sessionsByTime({
      organizationId,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ session }) => session,
        keysOf: ({ session }): [string, string] => [session.heldAt.toISOString(), session.id],
      },
      async () => (await this.graph.sessionsCount({ organizationId })).total,
    );
  }

  async sessionsOfBadge(badgeId: string, page: PageRequest): Promise<Page<CoCreationRecord>> {
    const rows = await this.ofBadge.load(badgeId);
    return pageOfList(
      page,
      rows.map(({ session }) => session),
      ({ id }) => id,
    );
  }

  async proposalsOfOutcome(outcomeId: string, page: PageRequest): Promise<Page<ProposalRecord>> {
    const rows = await this.ofOutcome.load(outcomeId);
    return pageOfList(
      page,
      rows.map(({ proposal }) => proposal),
      ({ id }) => id,
    );
  }

  /** Records a session of the viewer's organisation: badges and outcomes must be its own, organisations known. */
  async record(input: CoCreationInput, key?: Key): Promise<CoCreationRecord> {
    const issuer = this.issuer();
    const now = this.deps.clock();
    const { proposals, ...session } = checkInput('input', coCreationRules(now), input);
    const id = newId(now);
    return this.change({ name: 'recordCoCreation', input, key }, issuer, id, async (store) => {
      await this.ownBadges(store, issuer, session.badgeIds);
      await this.knownOrganizations(proposals.map(({ organizationId }) => organizationId ?? null));
      await this.ownOutcomes(
        store,
        issuer,
        proposals.flatMap(({ outcomeId }, at) =>
          outcomeId == null ? [] : [{ id: outcomeId, argument: `input.proposals[${at}].outcomeId` }],
        ),
      );
      await store.createSession({
        ...session,
        id,
        issuerId: issuer.organizationId,
        proposals: proposals.map((proposal, at) => ({
          ...proposal,
          id: newId(now),
          position: at + 1,
          organizationId: proposal.organizationId ?? null,
          outcomeId: proposal.outcomeId ?? null,
        })),
        now,
      });
      return id;
    });
  }

  /** Says what came of a proposal. CONFLICT when it was decided before. */
  async decide(id: string, input: DecisionInput, key?: Key): Promise<CoCreationRecord> {
    const issuer = this.issuer();
    const now = this.deps.clock();
    const { decision, reason, outcomeId } = checkInput('input', decisionRules, input);
    return this.change(
      { name: 'decideOutcomeProposal', input: { id, input }, key },
      issuer,
      id,
      async (store) => {
        const proposal = await store.lockProposal({ id, now });
        if (!proposal) throw notFound('proposal', id);
        if (proposal.issuerId !== issuer.organizationId) throw foreign('proposal', id);
        if (proposal.decision !== 'OPEN')
          throw conflict(
            `This proposal was ${proposal.decision.toLowerCase()} already; what came of it stays recorded.`,
            {
              reason: 'ALREADY_DECIDED',
              decision: proposal.decision,
            },
          );
        if (outcomeId != null)
          await this.ownOutcomes(store, issuer, [{ id: outcomeId, argument: 'input.outcomeId' }]);
        await store.decideProposal({ id, decision, reason, outcomeId: outcomeId ?? null, now });
        return proposal.sessionId;
      },
    );
  }

  /** Confirms that a practitioner of the viewer's organisation proposed this. Confirming again changes nothing. FORBIDDEN for a proposal of others. */
  async confirm(id: string, key?: Key): Promise<CoCreationRecord> {
    const member = asMember(this.deps.viewer, 'EMPLOYER', 'EXTERNAL_REVIEWER');
    const now = this.deps.clock();
    return this.change({ name: 'confirmOutcomeProposal', input: { id }, key }, member, id, async (store) => {
      const proposal = await store.lockProposal({ id, now });
      if (!proposal) throw notFound('proposal', id);
      if (proposal.organizationId !== member.organizationId) throw foreign('proposal', id);
      if (!proposal.confirmed) await store.confirmProposal({ id, now });
      return proposal.sessionId;
    });
  }

  private issuer(): Member {
    return asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
  }

  private async ownBadges(store: Store, issuer: Member, ids: string[]): Promise<void> {
    if (ids.length === 0) return;
    const rows = await store.badgesByIds({ ids, memberOf: [issuer.organizationId] });
    const owners = new Map(rows.map((badge) => [badge.id, badge.issuerId]));
    requireOwn('badge', ids, owners, issuer, 'input.badgeIds');
  }

  private async knownOrganizations(ids: readonly (string | null)[]): Promise<void> {
    const found = await Promise.all(ids.map((id) => id && this.deps.organizations.organization(id)));
    const at = found.findIndex((organization, index) => ids[index] !== null && !organization);
    if (at >= 0) throw notFound('organisation', ids[at] ?? '', `input.proposals[${at}].organizationId`);
  }

  private async ownOutcomes(
    store: Store,
    issuer: Member,
    named: readonly { readonly id: string; readonly argument: string }[],
  ): Promise<void> {
    if (named.length === 0) return;
    const rows = await store.outcomesByIds({ ids: named.map(({ id }) => id) });
    const owners = new Map(rows.map(({ outcome }) => [outcome.id, outcome.ownerId]));
    for (const { id, argument } of named) {
      const owner = owners.get(id);
      if (owner === undefined) throw notFound('outcome', id, argument);
      if (owner !== issuer.organizationId) throw foreign('outcome', id, argument);
    }
  }

  /** Carries out a change, which answers the session it was in. */
  private async change(
    { name, input, key }: { name: string; input: unknown; key: Key },
    { organizationId: chain }: Member,
    changed: string,
    work: (store: Store) => Promise<string>,
  ): Promise<CoCreationRecord> {
    const sessionId = await this.deps.mutations.perform(
      { name, input, idempotencyKey: key },
      async ({ run, audit }) => {
        const within = await work(repository(run, statements));
        audit({ chain, action: name, purpose: null, subject: null, objects: [changed] });
        return within;
      },
    );
    const session = await this.session(sessionId);
    if (!session) throw new Error('The session just written cannot be read.');
    return session;
  }
}
