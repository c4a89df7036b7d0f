import { z } from 'zod';
import { batch } from '../../../platform/batch.ts';
import { forbidden, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput, text } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import type { CatalogService } from '../../catalog/catalog.service.ts';
import type { MutationRequest, Mutations } from '../../identity/mutations.ts';
import { asMember, type Member, type Viewer } from '../../identity/viewer.ts';
import type { CohortRecord } from './enrolment.records.ts';
import { enrolmentStatements } from './enrolment.repository.ts';

type Key = MutationRequest['idempotencyKey'];

const dates = z
  .object({ name: text(200), startsAt: z.date(), endsAt: z.date() })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
    path: ['endsAt'],
    message: 'must be later than startsAt.',
  });
export type CohortDates = z.input<typeof dates>;

/** Cohorts: who learns a unit together, and when. For the people of the organisation that offers the unit. */
export class CohortService {
  private readonly graph;
  private readonly byId;

  constructor(
    private readonly deps: { graph: Graph; viewer: Viewer; catalog: CatalogService; mutations: Mutations },
  ) {
    const graph = repository(deps.graph.run, enrolmentStatements);
    this.graph = graph;
    this.byId = batch(
      (ids) => graph.cohortsByIds({ ids }),
      ({ cohort }) => cohort.id,
    );
  }

  /** The cohort of something the viewer may see; null when there is none. */
  async cohort(id: string): Promise<CohortRecord | null> {
    return (await this.byId.load(id))?.cohort ?? null;
  }

  /** Those of the viewer's organisation, which start last first; of one unit when it is named. */
  async own(unitId: string | null, page: PageRequest): Promise<Page<CohortRecord>> {
    const { organizationId } = this.keeper();
    const window = newestFirst(page);
    const rows = await this.graph.cohortsOfOrganization({
      organizationId,
      unitId,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ cohort }) => cohort,
        keysOf: ({ cohort }): [string, string] => [cohort.startsAt.toISOString(), cohort.id],
      },
      async () => (await this.graph.cohortsOfOrganizationCount({ organizationId, unitId })).total,
    );
  }

  /** Opens a cohort of a learning unit of the viewer's organisation. */
  async create(unitId: string, input: CohortDates, key?: Key): Promise<CohortRecord> {
    const keeper = this.keeper();
    const cohort = checkInput('input', dates, input);
    await ownUnit(this.deps.catalog, keeper, unitId);
    return this.change('createCohort', { unitId, input }, key, async (run, now) => {
      const { organizationId } = keeper;
      const id = newId(now);
      const made = await repository(run, enrolmentStatements).createCohort({
        ...cohort,
        id,
        organizationId,
        unitId,
      });
      if (!made) throw notFound('learning unit', unitId, 'learningUnitId');
      return id;
    });
  }

  /** Replaces the name and the dates of a cohort of the viewer's organisation. */
  async update(id: string, input: CohortDates, key?: Key): Promise<CohortRecord> {
    const { organizationId } = this.keeper();
    const cohort = checkInput('input', dates, input);
    return this.change('updateCohort', { id, input }, key, async (run) => {
      const changed = await repository(run, enrolmentStatements).updateCohort({
        ...cohort,
        id,
        organizationId,
      });
      if (!changed) throw notFound('cohort', id);
      return id;
    });
  }

  private keeper(): Member {
    return asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF');
  }

  private async change(
    name: string,
    input: unknown,
    idempotencyKey: Key,
    work: (run: Graph['run'], now: Date) => Promise<string>,
  ): Promise<CohortRecord> {
    const chain = this.keeper().organizationId;
    const id = await this.deps.mutations.perform(
      { name, input, idempotencyKey },
      async ({ run, now, audit }) => {
        const done = await work(run, now);
        audit({ chain, action: name, purpose: null, subject: null, objects: [done] });
        return done;
      },
    );
    const [row] = await this.graph.cohortsByIds({ ids: [id] });
    if (!row) throw new Error('The cohort just written cannot be read.');
    return row.cohort;
  }
}

/** Throws NOT_FOUND for an unknown learning unit, FORBIDDEN for one of another organisation. */
export async function ownUnit(catalog: CatalogService, keeper: Member, unitId: string): Promise<void> {
  const unit = await catalog.unit(unitId);
  if (!unit) throw notFound('learning unit', unitId, 'learningUnitId');
  if (unit.providerId !== keeper.organizationId)
    throw forbidden(
      `The learning unit "${unitId}" belongs to another organisation; only its own people may do that.`,
      { what: 'learning unit', id: unitId, argument: 'learningUnitId' },
    );
}
