import type { Graph } from '../../platform/graph/graph.ts';
import { readBadges } from './badges.ts';
import type { Credentialing } from './credentialing.ts';
import { issuerDid } from './issuer-directory.ts';
import { publicAchievement } from './open-badge.ts';
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
    const [badge] = await readBadges(this.graph.run, [badgeVersionId]);
    if (!badge || badge.state === 'DRAFT') return null;
    const { publicUrl, urls } = this.credentialing;
    const did = badge.issuerDid ?? issuerDid(publicUrl, badge.issuer.organizationId);
    return publicAchievement(badge, did, urls);
  }
}
