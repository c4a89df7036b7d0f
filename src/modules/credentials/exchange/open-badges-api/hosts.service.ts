import { conflict, forbidden, notFound } from '../../../../platform/errors.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { type Row, repository } from '../../../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOfList } from '../../../../platform/paging.ts';
import { PLATFORM } from '../../../identity/audit/audit.service.ts';
import type { Mutations } from '../../../identity/mutations.ts';
import { asLearner, type Viewer } from '../../../identity/viewer.ts';
import { hostStatements } from './hosts.repository.ts';

/** A host that a learner lets in. */
export type ConnectedHost = Row<typeof hostStatements.connected>;

/** How many hosts a learner lets in at a time. */
export const MOST_HOSTS = 50;

/** Which hosts a learner lets read, or bring, credentials. */
export class HostsService {
  readonly #hosts;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly mutations: Mutations;
    },
  ) {
    this.#hosts = repository(deps.graph.run, hostStatements);
  }

  /** The hosts the viewer lets in, the newest first. For LEARNER. */
  async list(request: PageRequest): Promise<Page<ConnectedHost>> {
    return pageOfList(request, await this.connected(), ({ id }) => id);
  }

  /** All of them: never more than {@link MOST_HOSTS}. For LEARNER. */
  connected(): Promise<ConnectedHost[]> {
    const { learnerId } = asLearner(this.deps.viewer);
    return this.#hosts.connected({ learnerId });
  }

  /**
   * Lets a host in for the viewer, in the place of what they let it do before. Answers who they are. FORBIDDEN for whoever is no learner and for
   * keys with scopes, which may not give more than they have; CONFLICT (`TOO_MANY_HOSTS`).
   */
  async connect(
    host: Omit<ConnectedHost, 'connectedAt'> & { readonly clientDigest: string },
  ): Promise<string> {
    const { viewer, mutations } = this.deps;
    const { learnerId, scopes } = asLearner(viewer);
    if (scopes)
      throw forbidden('A key with scopes lets nobody in: use a key without.', { reason: 'OUT_OF_SCOPE' });
    const name = 'connectHost';
    return mutations.perform({ name, input: { id: host.id } }, async ({ run, now, audit }) => {
      const written = await repository(run, hostStatements).connect({
        ...host,
        scopes: [...host.scopes],
        learnerId,
        now,
        most: MOST_HOSTS,
      });
      if (!written) throw notFound('learner', learnerId);
      if (written.connected >= MOST_HOSTS)
        throw conflict(`You let ${MOST_HOSTS} hosts in already. Take one back first (disconnectHost).`, {
          reason: 'TOO_MANY_HOSTS',
          max: MOST_HOSTS,
        });
      audit({ chain: PLATFORM, action: name, purpose: 'HOST', subject: learnerId, objects: [host.id] });
      return learnerId;
    });
  }

  /** Lets a host in no longer, from now on. Answers its id; NOT_FOUND for one that is not the viewer's. */
  disconnect(id: string, idempotencyKey: string): Promise<string> {
    const { viewer, mutations } = this.deps;
    const { learnerId } = asLearner(viewer);
    const name = 'disconnectHost';
    return mutations.perform({ name, input: { id }, idempotencyKey }, async ({ run, audit }) => {
      const gone = await repository(run, hostStatements).disconnect({ learnerId, id });
      if (!gone) throw notFound('connected host', id);
      audit({ chain: PLATFORM, action: name, purpose: 'HOST', subject: learnerId, objects: [id] });
      return gone.id;
    });
  }
}
