import type { Graph } from '../../../../platform/graph/graph.ts';
import { repository } from '../../../../platform/graph/repository.ts';
import { PLATFORM } from '../../../identity/audit/audit.service.ts';
import type { Reads } from '../../../identity/audit/reads.ts';
import { hostStatements } from './hosts.repository.ts';
import type { ConnectedHost } from './hosts.service.ts';
import type { Part } from './page.ts';

/** What a learner's own services answer. */
export interface OwnRecord {
  readonly reads: Reads;
  readonly credentials: { document(id: string): Promise<string | null> };
  readonly learners: { me(): Promise<{ readonly name: string | null; readonly email: string | null }> };
}

/** What a host is let see of a learner, each look noted for them under the id of the host. */
export class OpenBadgesApiService {
  readonly #hosts;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly publicUrl: string;
      readonly learnerId: string;
      readonly host: ConnectedHost;
      readonly own: OwnRecord;
    },
  ) {
    this.#hosts = repository(deps.graph.run, hostStatements);
  }

  /** A part of the learner's credentials, as they were signed, the earliest issued first. */
  async credentials({ since, offset, limit }: Part) {
    const { learnerId, own } = this.deps;
    const { total, ids } = await this.#hosts.credentialsSince({ learnerId, since, offset, limit });
    const documents = await Promise.all(ids.map((id) => own.credentials.document(id)));
    await this.#noted(ids);
    const credential = documents.flatMap((text) =>
      text === null ? [] : [JSON.parse(text) as Record<string, unknown>],
    );
    return { total, credential };
  }

  /** Who the learner is, as an Open Badges Profile. Its id is for this host alone. */
  async profile(address: string) {
    const { learnerId, host, own } = this.deps;
    const { name, email } = await own.learners.me();
    await this.#noted([learnerId]);
    return {
      '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      id: `${address}#${host.id}`,
      type: ['Profile'],
      ...(name !== null && { name }),
      ...(email !== null && { email }),
    };
  }

  /** Writes down what is about to be shown; when that fails, it is not shown. */
  #noted(ids: readonly string[]): Promise<void> {
    const { own, host, learnerId } = this.deps;
    own.reads.note({ chain: PLATFORM, purpose: 'HOST', subject: learnerId, objects: [host.id, ...ids] });
    return own.reads.write();
  }
}
