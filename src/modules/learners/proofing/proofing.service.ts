import { batchMany } from '../../../platform/batch.ts';
import { invalidInput, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput } from '../../../platform/input.ts';
import { type Page, type PageRequest, pageOfList } from '../../../platform/paging.ts';
import type { IdentityLevel } from '../../catalog/badges/badge-version.fields.ts';
import type { Reads } from '../../identity/audit/reads.ts';
import type { MutationRequest, Mutations } from '../../identity/mutations.ts';
import { asLearner, asMember, isMemberOf, type Member, type Viewer } from '../../identity/viewer.ts';
import { learnerStatements } from '../learners.repository.ts';
import { type ProofingRecord, proofingStatements } from './proofing.repository.ts';
import { highestLevel, type ProofingInput, proofingRules } from './proofing.rules.ts';

type Key = MutationRequest['idempotencyKey'];

/** How organisations made sure who learners are. Seen by the learner and by the organisation that recorded it, which is audited. */
export class ProofingService {
  private readonly graph;
  private readonly learners;
  private readonly own;

  constructor(private readonly deps: { graph: Graph; viewer: Viewer; mutations: Mutations; reads: Reads }) {
    const graph = repository(deps.graph.run, proofingStatements);
    const organizationId = deps.viewer.organizationId ?? 'nobody';
    this.graph = graph;
    this.learners = repository(deps.graph.run, learnerStatements);
    this.own = batchMany(
      (learnerIds) => graph.proofingsOfLearners({ organizationId, learnerIds }),
      ({ proofing }) => proofing.learnerId,
    );
  }

  /** Those about the viewer, of every organisation, last first. For LEARNER. */
  async mine(page: PageRequest): Promise<Page<ProofingRecord>> {
    const { learnerId } = asLearner(this.deps.viewer);
    return asPage(page, await this.graph.proofingsOfLearner({ learnerId }));
  }

  /** Those that the viewer's organisation recorded about a learner, last first; none for somebody it knows nothing of. Audited. */
  async ofLearner(learnerId: string, page: PageRequest): Promise<Page<ProofingRecord>> {
    const { organizationId } = this.keeper();
    const rows = await this.own.load(learnerId);
    const shown = asPage(page, rows);
    const objects = shown.edges.map(({ node }) => node.id);
    if (objects.length > 0)
      this.deps.reads.note({ chain: organizationId, purpose: 'IDENTITY', subject: learnerId, objects });
    return shown;
  }

  /** The highest level at which an organisation the viewer acts for has made sure who a learner is; null when it has not. */
  async levelOf(learnerId: string, organizationId: string): Promise<IdentityLevel | null> {
    if (!isMemberOf(this.deps.viewer, organizationId, 'ISSUER_ADMIN', 'ISSUER_STAFF')) return null;
    return highestLevel((await this.own.load(learnerId)).map(({ proofing }) => proofing));
  }

  /** Records how the viewer's organisation made sure who a learner is whom it knows. */
  async record(learnerId: string, input: ProofingInput, key?: Key): Promise<ProofingRecord> {
    const { organizationId } = this.keeper();
    const proofing = checkInput('input', proofingRules, input);
    const known = await this.learners.knownToOrganization({ learnerId, organizationId });
    if (!known?.known) throw notFound('learner', learnerId, 'learnerId');
    const id = await this.deps.mutations.perform(
      { name: 'recordIdentityProofing', input: { learnerId, input }, idempotencyKey: key },
      async ({ run, now, audit }) => {
        if (proofing.provedAt > now) throw invalidInput('input.provedAt', 'must not lie in the future.');
        const made = newId(now);
        const row = { ...proofing, learnerId, organizationId, id: made, now };
        if (!(await repository(run, proofingStatements).createProofing(row)))
          throw notFound('learner', learnerId, 'learnerId');
        audit({
          chain: organizationId,
          action: 'recordIdentityProofing',
          purpose: null,
          subject: learnerId,
          objects: [made],
        });
        return made;
      },
    );
    return this.reread(id);
  }

  /** Withdraws a proofing of the viewer's organisation: it stays on record and counts no more. Doing it again changes nothing. */
  async withdraw(id: string, key: string): Promise<ProofingRecord> {
    const { organizationId } = this.keeper();
    const [found] = await this.graph.proofingsByIds({ ids: [id] });
    if (found?.proofing.organizationId !== organizationId) throw notFound('identity proofing', id);
    await this.deps.mutations.perform(
      { name: 'withdrawIdentityProofing', input: { id }, idempotencyKey: key },
      async ({ run, now, audit }) => {
        const done = await repository(run, proofingStatements).withdrawProofing({ organizationId, id, now });
        if (!done) throw notFound('identity proofing', id);
        audit({
          chain: organizationId,
          action: 'withdrawIdentityProofing',
          purpose: null,
          subject: found.proofing.learnerId,
          objects: [id],
        });
        return id;
      },
    );
    return this.reread(id);
  }

  private keeper(): Member {
    return asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
  }

  private async reread(id: string): Promise<ProofingRecord> {
    const [row] = await this.graph.proofingsByIds({ ids: [id] });
    if (!row) throw new Error('The proofing just written cannot be read.');
    return row.proofing;
  }
}

const asPage = (page: PageRequest, rows: readonly { readonly proofing: ProofingRecord }[]) =>
  pageOfList(
    page,
    rows.map(({ proofing }) => proofing),
    ({ id }) => id,
  );
