import { conflict, invalidInput, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import type { CatalogService } from '../../catalog/catalog.service.ts';
import type { Reads } from '../../identity/audit/reads.ts';
import type { MutationRequest, Mutations } from '../../identity/mutations.ts';
import { asLearner, asMember, isMemberOf, type Viewer } from '../../identity/viewer.ts';
import { learnerStatements } from '../learners.repository.ts';
import { type CohortService, ownUnit } from './cohort.service.ts';
import type { EnrolmentRecord, EnrolmentState } from './enrolment.records.ts';
import { enrolmentStatements } from './enrolment.repository.ts';

type Key = MutationRequest['idempotencyKey'];

/** Whom to enrol in what. */
export interface EnrolmentRequest {
  readonly learnerId: string;
  readonly learningUnitId: string;
  readonly cohortId?: string | null;
}

export interface EnrolmentFilter {
  readonly learningUnitId?: string | null;
  readonly cohortId?: string | null;
  readonly state?: EnrolmentState | null;
}

/** Who learns what with whom. Seen by the learner and by the organisation that enrolled them, which is audited. */
export class EnrolmentService {
  private readonly graph;
  private readonly learners;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      catalog: CatalogService;
      cohorts: CohortService;
      mutations: Mutations;
      reads: Reads;
    },
  ) {
    this.graph = repository(deps.graph.run, enrolmentStatements);
    this.learners = repository(deps.graph.run, learnerStatements);
  }

  /** The viewer's own, last first. For LEARNER. */
  async mine(page: PageRequest): Promise<Page<EnrolmentRecord>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const window = newestFirst(page);
    const rows = await this.graph.enrolmentsOfLearner({
      learnerId,
      ...window.from,
    });
    return pageOf(window, rows, asPage, async () => {
      return (await this.graph.enrolmentsOfLearnerCount({ learnerId })).total;
    });
  }

  /** Those the viewer's organisation made, last first. Audited. */
  async own(filter: EnrolmentFilter, page: PageRequest): Promise<Page<EnrolmentRecord>> {
    const { organizationId } = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const asked = {
      organizationId,
      unitId: filter.learningUnitId ?? null,
      cohortId: filter.cohortId ?? null,
      state: filter.state ?? null,
    };
    const window = newestFirst(page);
    const rows = await this.graph.enrolmentsOfOrganization({
      ...asked,
      ...window.from,
    });
    for (const { enrolment } of rows.slice(0, window.first))
      this.deps.reads.note({
        chain: organizationId,
        purpose: 'ENROLMENT',
        subject: enrolment.learnerId,
        objects: [enrolment.id],
      });
    return pageOf(window, rows, asPage, async () => {
      return (await this.graph.enrolmentsOfOrganizationCount(asked)).total;
    });
  }

  /**
   * Enrols a learner whom the viewer's organisation knows in a unit of its own, in a cohort of that unit where one is named. CONFLICT
   * (`ALREADY_ENROLLED`) while an enrolment in the unit is open.
   */
  async enrol(request: EnrolmentRequest, key?: Key): Promise<EnrolmentRecord> {
    const keeper = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const { organizationId } = keeper;
    const { learnerId, learningUnitId: unitId } = request;
    const cohortId = request.cohortId ?? null;
    await ownUnit(this.deps.catalog, keeper, unitId);
    const known = await this.learners.knownToOrganization({ learnerId, organizationId });
    if (!known?.known) throw notFound('learner', learnerId, 'learnerId');
    if (cohortId !== null) {
      const cohort = await this.deps.cohorts.cohort(cohortId);
      if (!cohort || cohort.organizationId !== organizationId) throw notFound('cohort', cohortId, 'cohortId');
      if (cohort.unitId !== unitId)
        throw invalidInput('cohortId', `is a cohort of another learning unit: ${cohort.unitId}.`);
    }
    const id = await this.deps.mutations.perform(
      { name: 'enrolLearner', input: { learnerId, unitId, cohortId }, idempotencyKey: key },
      async ({ run, now, audit }) => {
        const store = repository(run, enrolmentStatements);
        const held = await store.lockEnrolment({ learnerId, unitId, now });
        if (!held) throw notFound('learner', learnerId, 'learnerId');
        if (held.enrolmentId !== null)
          throw conflict('The learner is enrolled in this learning unit already.', {
            reason: 'ALREADY_ENROLLED',
            enrolmentId: held.enrolmentId,
          });
        const made = newId(now);
        const row = { organizationId, unitId, learnerId, cohortId, id: made, now };
        if (!(await store.createEnrolment(row))) throw notFound('learning unit', unitId, 'learningUnitId');
        audit({
          chain: organizationId,
          action: 'enrolLearner',
          purpose: null,
          subject: learnerId,
          objects: [made],
        });
        return made;
      },
    );
    return this.reread(id);
  }

  /** Ends an open enrolment: the organisation says how, a learner can only leave. CONFLICT (`ENROLMENT_ENDED`) once it has ended. */
  async end(id: string, state: EnrolmentState, key?: Key): Promise<EnrolmentRecord> {
    const { viewer } = this.deps;
    if (viewer.role !== 'LEARNER') asMember(viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const [row] = await this.graph.enrolmentsByIds({ ids: [id] });
    const enrolment = row?.enrolment;
    if (!enrolment || !this.isTheirs(enrolment)) throw notFound('enrolment', id);
    if (state === 'ENROLLED')
      throw invalidInput('state', 'must be COMPLETED or WITHDRAWN; enrol the learner anew to begin again.');
    if (viewer.role === 'LEARNER' && state !== 'WITHDRAWN')
      throw invalidInput('state', 'must be WITHDRAWN: the organisation says when a learner has completed.');
    await this.deps.mutations.perform(
      { name: 'endEnrolment', input: { id, state }, idempotencyKey: key },
      async ({ run, now, audit }) => {
        const ended = await repository(run, enrolmentStatements).setEnrolmentState({ id, state, now });
        if (!ended) throw conflict('This enrolment has ended before.', { reason: 'ENROLMENT_ENDED' });
        const { organizationId: chain, learnerId: subject } = enrolment;
        audit({ chain, action: 'endEnrolment', purpose: null, subject, objects: [id] });
        return id;
      },
    );
    return this.reread(id);
  }

  private isTheirs({ learnerId, organizationId }: EnrolmentRecord): boolean {
    const { viewer } = this.deps;
    return viewer.role === 'LEARNER'
      ? viewer.learnerId === learnerId
      : isMemberOf(viewer, organizationId, 'ISSUER_ADMIN', 'ISSUER_STAFF');
  }

  private async reread(id: string): Promise<EnrolmentRecord> {
    const [row] = await this.graph.enrolmentsByIds({ ids: [id] });
    if (!row) throw new Error('The enrolment just written cannot be read.');
    return row.enrolment;
  }
}

const asPage = {
  node: ({ enrolment }: { enrolment: EnrolmentRecord }) => enrolment,
  keysOf: ({ enrolment }: { enrolment: EnrolmentRecord }): [string, string] => [
    enrolment.enrolledAt.toISOString(),
    enrolment.id,
  ],
};
