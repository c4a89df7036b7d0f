import { batch } from '../../../platform/batch.ts';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, forbidden, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import type { MutationRequest, Mutations } from '../../identity/mutations.ts';
import type { OrganizationService } from '../../identity/organization.service.ts';
import { asMember, type Viewer } from '../../identity/viewer.ts';
import type { TaxonomyService } from '../../taxonomy/taxonomy.service.ts';
import type { EmployersService } from '../employers.service.ts';
import type { ProfileRecord } from '../role-profile.records.ts';
import { type JobPosting, jobPosting } from './job-posting.ts';
import { vacancyStatements } from './vacancies.repository.ts';
import type { VacancyEnd, VacancyRecord, VacancyState } from './vacancy.records.ts';
import { type VacancyInput, type VacancyTerms, vacancyRules, vacancyTermsRules } from './vacancy.rules.ts';

type Store = Repository<typeof vacancyStatements>;
type Key = MutationRequest['idempotencyKey'];

export interface VacancyFilter {
  readonly organizationId?: string | null;
  readonly roleProfileId?: string | null;
  readonly skillUri?: string | null;
  readonly region?: string | null;
  readonly states?: VacancyState[] | null;
}

/** As many requirements as a version may have. */
const ALL_REQUIREMENTS = 100;

interface Dependencies {
  readonly graph: Graph;
  readonly viewer: Viewer;
  readonly clock: Clock;
  readonly mutations: Mutations;
  readonly employers: EmployersService;
  readonly organizations: OrganizationService;
  readonly taxonomy: TaxonomyService;
}

/**
 * Vacancies: that people are sought for a published version of a role profile, where and until when. Public while open, else for members of
 * the employer. Writing is for EMPLOYER, one audited transaction each, once under an idempotency key; besides what each method says:
 * UNAUTHENTICATED, FORBIDDEN, INVALID_INPUT naming the place, NOT_FOUND for an unknown id.
 */
export class VacanciesService {
  private readonly graph: Store;
  private readonly memberOf: string[];
  private byId;

  constructor(private readonly deps: Dependencies) {
    this.graph = repository(deps.graph.run, vacancyStatements);
    this.memberOf = deps.viewer.organizationId ? [deps.viewer.organizationId] : [];
    this.byId = this.newLoader();
  }

  async vacancy(id: string): Promise<VacancyRecord | null> {
    return (await this.byId.load(id))?.vacancy ?? null;
  }

  /** The one that opened last first; open ones unless other states are asked for. */
  async vacancies(page: PageRequest, filter: VacancyFilter = {}): Promise<Page<VacancyRecord>> {
    const window = newestFirst(page);
    const params = {
      memberOf: this.memberOf,
      now: this.deps.clock(),
      states: filter.states ?? (['OPEN'] as VacancyState[]),
      employerId: filter.organizationId ?? null,
      roleProfileId: filter.roleProfileId ?? null,
      skillUri: filter.skillUri ?? null,
      region: filter.region ?? null,
    };
    const rows = await this.graph.byOpening({
      ...params,
      ...window.from,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ vacancy }) => vacancy,
        keysOf: ({ vacancy }): [string, string] => [vacancy.opensAt.toISOString(), vacancy.id],
      },
      async () => (await this.graph.count(params)).total,
    );
  }

  /** Opens a vacancy for a published version of a role profile. CONFLICT when that version is not published (any more). */
  async create(input: VacancyInput, key?: Key): Promise<VacancyRecord> {
    const { organizationId: employerId } = asMember(this.deps.viewer, 'EMPLOYER');
    const now = this.deps.clock();
    const { roleProfileId, ...terms } = checkInput('input', vacancyRules(now), input);
    const id = newId(now);
    const done = await this.change({ name: 'createVacancy', input, key, id }, async (store) => {
      const profile = await this.deps.employers.profile(roleProfileId);
      if (!profile) throw notFound('role profile', roleProfileId, 'input.roleProfileId');
      if (profile.employerId !== employerId)
        throw forbidden(
          `The role profile "${roleProfileId}" belongs to another organisation; only its own people may advertise it.`,
          { what: 'role profile', id: roleProfileId, argument: 'input.roleProfileId' },
        );
      if (profile.state !== 'PUBLISHED') throw notPublished(profile);
      const made = await store.create({
        ...stored(id, { ...terms, region: terms.region ?? profile.region }, now),
        employerId,
        roleProfileId,
      });
      // it was withdrawn or superseded since it was read
      if (!made) throw notPublished({ ...profile, state: 'SUPERSEDED' });
    });
    return this.written(done);
  }

  /** Replaces everything a vacancy says but the role profile. CONFLICT once it has ended. */
  async update(id: string, input: VacancyTerms, key?: Key): Promise<VacancyRecord> {
    asMember(this.deps.viewer, 'EMPLOYER');
    const now = this.deps.clock();
    const terms = checkInput('input', vacancyTermsRules(now), input);
    const done = await this.change(
      { name: 'updateVacancy', input: { id, input }, key, id },
      async (store) => {
        const { opensAt, state } = await this.lock(store, id);
        // its last day is over: what was withdrawn since must not come back with it
        if (state !== 'OPEN') throw hasEnded(state);
        await store.update(stored(id, { ...terms, opensAt: terms.opensAt ?? opensAt }, now));
      },
    );
    return this.written(done);
  }

  /** Ends a vacancy. CONFLICT when it has ended already. */
  async end(id: string, state: VacancyEnd, key?: Key): Promise<VacancyRecord> {
    asMember(this.deps.viewer, 'EMPLOYER');
    const done = await this.change({ name: 'endVacancy', input: { id, state }, key, id }, async (store) => {
      await this.lock(store, id);
      await store.end({ id, state, now: this.deps.clock() });
    });
    return this.written(done);
  }

  /** The vacancy as schema.org JobPosting, to be embedded in a page as JSON-LD. */
  async posting(vacancy: VacancyRecord): Promise<JobPosting> {
    const { employers, organizations, taxonomy } = this.deps;
    const profile = await employers.profile(vacancy.profileId);
    const employer = await organizations.organization(vacancy.employerId);
    if (!profile || !employer) throw new Error('A vacancy has neither role profile nor employer.');
    const [{ edges }, occupation] = await Promise.all([
      employers.requirementsOf(profile.id, { first: ALL_REQUIREMENTS }),
      profile.occupationUri === null ? null : taxonomy.conceptByUri(profile.occupationUri),
    ]);
    const labelOf = async (uri: string) => {
      const concept = await taxonomy.conceptByUri(uri);
      const text = concept && (await taxonomy.text(concept, 'en'));
      const framework = concept && (await taxonomy.framework(concept.framework));
      return { label: text?.label ?? uri, framework: framework?.name ?? null };
    };
    const skills = edges.map(async ({ node }) => ({ ...node, ...(await labelOf(node.skillUri)) }));
    return jobPosting({
      vacancy,
      profile,
      employer,
      requirements: await Promise.all(skills),
      occupation: occupation && {
        code: occupation.code,
        uri: occupation.uri,
        ...(await labelOf(occupation.uri)),
      },
    });
  }

  private async change(
    { name, input, key, id }: { name: string; input: unknown; key: Key; id: string },
    work: (store: Store) => Promise<void>,
  ): Promise<string> {
    const { organizationId: chain } = asMember(this.deps.viewer, 'EMPLOYER');
    return this.deps.mutations.perform({ name, input, idempotencyKey: key }, async ({ run, audit }) => {
      await work(repository(run, vacancyStatements));
      audit({ chain, action: name, purpose: null, subject: null, objects: [id] });
      return id;
    });
  }

  /** The vacancy, open still and of the viewer's organisation, held against other writers. */
  private async lock(store: Store, id: string): Promise<VacancyRecord> {
    const { organizationId } = asMember(this.deps.viewer, 'EMPLOYER');
    const [seen] = await store.byIds({ ids: [id], memberOf: [organizationId], now: this.deps.clock() });
    if (!seen) throw notFound('vacancy', id);
    if (seen.vacancy.employerId !== organizationId)
      throw forbidden(
        `The vacancy "${id}" belongs to another organisation; only its own people may do that.`,
        { what: 'vacancy', id },
      );
    const held = await store.lock({ id });
    if (held?.state !== 'OPEN') throw hasEnded(held?.state);
    return seen.vacancy;
  }

  private newLoader() {
    return batch(
      (ids) => this.graph.byIds({ ids, memberOf: this.memberOf, now: this.deps.clock() }),
      ({ vacancy }) => vacancy.id,
    );
  }

  private async written(id: string): Promise<VacancyRecord> {
    this.byId = this.newLoader();
    const vacancy = await this.vacancy(id);
    if (!vacancy) throw new Error('The vacancy just written cannot be read.');
    return vacancy;
  }
}

const hasEnded = (state: VacancyState | undefined) =>
  conflict('This vacancy has ended and never changes. Make a new one with createVacancy.', {
    reason: 'VACANCY_ENDED',
    state,
  });

const notPublished = ({ version, state }: Pick<ProfileRecord, 'version' | 'state'>) =>
  conflict(
    `Version ${version} of this role profile is ${state === 'DRAFT' ? 'a draft' : state.toLowerCase()}. A vacancy needs a published version: publish it, or take the newest one.`,
    { reason: 'NOT_PUBLISHED', state, argument: 'input.roleProfileId' },
  );

const stored = (
  id: string,
  terms: {
    region?: string | null | undefined;
    opensAt?: Date | null | undefined;
    closesAt?: Date | null | undefined;
    openings: number;
    contactUrl?: string | null | undefined;
  },
  now: Date,
) => ({
  id,
  region: terms.region ?? null,
  opensAt: terms.opensAt ?? now,
  closesAt: terms.closesAt ?? null,
  openings: terms.openings,
  contactUrl: terms.contactUrl ?? null,
});
