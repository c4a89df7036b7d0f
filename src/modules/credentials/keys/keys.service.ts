import { batch } from '../../../platform/batch.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import type { Page, PageRequest } from '../../../platform/paging.ts';
import type { Mutations } from '../../identity/mutations.ts';
import { actorOf, asMember, type Viewer } from '../../identity/viewer.ts';
import type { Credentialing } from '../credentialing.ts';
import type { CompromiseReport } from './compromise.rules.ts';
import { type IncidentProgress, type KeyIncident, KeyIncidents } from './incidents.ts';
import { type IssuerKey, KeyLife } from './key-life.ts';
import type { KeyType } from './key-type.ts';
import { incidentStatements } from './keys.repository.ts';

/** The signing keys of issuers: their history for anybody, what becomes of them for their administrators. */
export class KeysService {
  readonly #replacedBy;

  constructor(
    private readonly deps: Credentialing & {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly mutations: Mutations;
    },
  ) {
    const incidents = repository(deps.graph.run, incidentStatements);
    this.#replacedBy = batch(
      (ids) => incidents.replacements({ ids }),
      ({ id }) => id,
    );
  }

  /** All keys an organisation ever signed with, for anybody, the newest first. */
  history(organizationId: string, request: PageRequest): Promise<Page<IssuerKey>> {
    return new KeyLife(this.deps, organizationId).history(request);
  }

  /** The id of the credential that took the place of another; null when none did. */
  async replacedBy(credentialId: string): Promise<string | null> {
    return (await this.#replacedBy.load(credentialId))?.replacedById ?? null;
  }

  /** See {@link KeyLife.rotate}. Needs ISSUER_ADMIN, as everything below. */
  rotate(type: KeyType, idempotencyKey: string): Promise<IssuerKey> {
    return this.#life().rotate(type, idempotencyKey);
  }

  /** See {@link KeyLife.change}. */
  change(action: 'retire' | 'freeze' | 'release', key: string, idempotencyKey: string): Promise<IssuerKey> {
    return this.#life().change(action, key, idempotencyKey);
  }

  /** See {@link KeyLife.reportCompromise}. */
  async reportCompromise(report: CompromiseReport, idempotencyKey: string): Promise<KeyIncident> {
    const by = actorOf(this.deps.viewer);
    const id = await this.#life().reportCompromise(report, by, idempotencyKey);
    return this.#incidents().incident(id);
  }

  /** See {@link KeyIncidents.settle}. */
  settle(
    step: { id: string; limit?: number | undefined },
    idempotencyKey: string,
  ): Promise<IncidentProgress> {
    return this.#incidents().settle(step, idempotencyKey);
  }

  /** The incidents of the own organisation, the newest first. */
  async incidents(request: PageRequest): Promise<Page<KeyIncident>> {
    return this.#incidents().list(request);
  }

  #life(): KeyLife {
    return new KeyLife(this.deps, this.#organizationId());
  }

  #incidents(): KeyIncidents {
    return new KeyIncidents(this.deps, this.#organizationId());
  }

  #organizationId(): string {
    return asMember(this.deps.viewer, 'ISSUER_ADMIN').organizationId;
  }
}
