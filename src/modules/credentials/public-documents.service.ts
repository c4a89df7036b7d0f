import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import type { Credentialing } from './credentialing.ts';
import { awardStatements } from './credentials.repository.ts';
import { badgeFactsOf } from './drafts.ts';
import { issuerDid } from './issuer-directory.ts';
import { achievement, CONTEXTS } from './open-badge.ts';
import { type PublishedStatusList, StatusLists } from './status-lists.ts';

/** What verifiers anywhere fetch: the keys of issuers, status lists, badges. No viewer, nothing personal. */
export class PublicDocumentsService {
  readonly #lists: StatusLists;

  constructor(
    private readonly graph: Graph,
    private readonly credentialing: Credentialing,
  ) {
    const { agent, urls, clock } = credentialing;
    this.#lists = new StatusLists(graph, agent, urls, clock);
  }

  /** The DID document of an organisation that issues; null for any other. */
  async didDocument(organizationId: string): Promise<object | null> {
    return this.credentialing.agent.resolve(issuerDid(this.credentialing.publicUrl, organizationId));
  }

  /** The signed status list; null if there is none with this id. */
  statusList(id: string): Promise<PublishedStatusList | null> {
    return this.#lists.published(id);
  }

  /** The Open Badges Achievement of a badge version; null for an unknown one and for a draft. */
  async achievement(badgeVersionId: string): Promise<object | null> {
    const [row] = await repository(this.graph.run, awardStatements).badgeFacts({ ids: [badgeVersionId] });
    if (!row || row.version.state === 'DRAFT') return null;
    const { publicUrl, urls } = this.credentialing;
    const did = row.issuer.did ?? issuerDid(publicUrl, row.issuer.id);
    return { '@context': CONTEXTS, ...achievement(badgeFactsOf(row), did, urls) };
  }
}
