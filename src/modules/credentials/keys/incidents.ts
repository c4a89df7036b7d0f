import { notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { checkInput, whole } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import type { Change, MutationRequest, Mutations } from '../../identity/mutations.ts';
import type { Credentialing } from '../credentialing.ts';
import { keptOf, StatusLists } from '../status-lists.ts';
import { SETTLE_LIMIT } from './compromise.rules.ts';
import { incidentStatements } from './keys.repository.ts';
import { Reissuing } from './reissuing.ts';

/** That others may have a key, and how much is left to do about it. */
export type KeyIncident = Row<typeof incidentStatements.incident>;

/** What one step of settling an incident did. */
export interface IncidentProgress {
  readonly revoked: number;
  readonly reissued: number;
  /** Credentials that were left out, by id: what is stored of them cannot be read or does not verify. */
  readonly failed: readonly string[];
  readonly leftToRevoke: number;
  readonly leftToReissue: number;
}

/** What is left to do after incidents of the keys of one issuer: first revoke what was signed since, then issue anew all that the key signed. */
export class KeyIncidents {
  readonly #incidents: Repository<typeof incidentStatements>;
  readonly #lists: StatusLists;

  constructor(
    private readonly deps: Credentialing & { readonly graph: Graph; readonly mutations: Mutations },
    private readonly organizationId: string,
  ) {
    this.#incidents = repository(deps.graph.run, incidentStatements);
    this.#lists = new StatusLists(deps.graph, deps.agent, deps.urls, deps.clock);
  }

  /** All of them, the newest first. */
  async list(request: PageRequest): Promise<Page<KeyIncident>> {
    const { organizationId } = this;
    const window = newestFirst(request);
    const rows = await this.#incidents.incidents({ organizationId, ...window.from });
    return pageOf(
      window,
      rows,
      {
        node: (row) => row,
        keysOf: ({ recordedAt, id }) => [recordedAt.toISOString(), id] as [string, string],
      },
      async () => (await this.#incidents.incidentsCount({ organizationId })).total,
    );
  }

  /** One of them. NOT_FOUND for one of another issuer. */
  async incident(id: string): Promise<KeyIncident> {
    const found = await this.#incidents.incident({ organizationId: this.organizationId, id });
    if (!found) throw notFound('incident of a key', id);
    return found;
  }

  /**
   * Revokes the next so many that were signed since others may have had the key; when none is left, issues the next so many anew under the key
   * in use. All of a step or none of it; called again (with another key) until nothing is left, it goes on where it stopped.
   */
  async settle(
    { id, limit = SETTLE_LIMIT.default }: { id: string; limit?: number | undefined },
    idempotencyKey?: string,
  ): Promise<IncidentProgress> {
    checkInput('limit', whole(1, SETTLE_LIMIT.max, 'credentials'), limit);
    const incident = await this.incident(id);
    const { organizationId } = this;
    const request = { name: 'settleKeyIncident', input: { organizationId, id, limit }, idempotencyKey };
    const { kept, ...done } =
      incident.leftToRevoke > 0
        ? await this.#revoke(incident, limit, request)
        : await this.#reissue(incident, limit, request);
    await this.#lists.publish(kept);
    const { leftToRevoke, leftToReissue } = await this.incident(id);
    return { ...done, leftToRevoke, leftToReissue };
  }

  #revoke({ id, key, since, reason, audience }: KeyIncident, limit: number, request: MutationRequest) {
    const { organizationId } = this;
    return this.deps.mutations.perform(request, async (change) => {
      const incidents = repository(change.run, incidentStatements);
      const chosen = await incidents.credentialsToRevoke({ organizationId, key, since, limit });
      const rows = await this.#lists.changeWithin(
        change,
        'REVOKE',
        chosen.map((one) => ({ id: one.id, reason, audience, at: change.now })),
      );
      const kept = keptOf(rows);
      await incidents.markRevoked({ incidentId: id, ids: kept.map((one) => one.id) });
      this.#audit(change, id);
      return { kept, revoked: kept.length, reissued: 0, failed: [] as string[] };
    });
  }

  async #reissue({ id }: KeyIncident, limit: number, request: MutationRequest) {
    const { organizationId } = this;
    const reissuing = new Reissuing(this.deps, organizationId);
    const signed: Awaited<ReturnType<Reissuing['sign']>>['signed'] = [];
    const failed: string[] = [];
    // those that cannot be issued anew must not keep the ones behind them from it
    for (let afterId = '', more = true; more; ) {
      const wanted = limit - signed.length;
      const rows = await this.#incidents.credentialsToReissue({
        organizationId,
        incidentId: id,
        afterId,
        limit: wanted,
      });
      const done = await reissuing.sign(rows, this.deps.clock());
      signed.push(...done.signed);
      failed.push(...done.failed);
      afterId = rows.at(-1)?.id ?? afterId;
      more = rows.length === wanted && signed.length < limit;
    }
    return this.deps.mutations.perform(request, async (change) => {
      const { kept, reissued } = await reissuing.write(id, signed, change);
      this.#audit(change, id, failed);
      return { kept, revoked: 0, reissued, failed };
    });
  }

  #audit(change: Change, id: string, failed: readonly string[] = []): void {
    change.audit({
      chain: this.organizationId,
      action: 'settleKeyIncident',
      purpose: null,
      subject: null,
      objects: [id, ...failed],
    });
  }
}
