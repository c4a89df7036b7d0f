import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { readBadges } from './badges.ts';
import type { Credentialing } from './credentialing.ts';
import { OPEN_BADGE_TYPE, typeMetadata } from './encodings/type-metadata.ts';
import { endorsedBy } from './endorsements/endorsement-credential.ts';
import { EndorsementDocuments } from './endorsements/endorsement-documents.ts';
import { endorsementStatements } from './endorsements/endorsements.repository.ts';
import { issuerDid } from './issuer-directory.ts';
import { publicAchievement, publicProfile } from './open-badge.ts';
import { revocationListOf } from './status/revocation-list.ts';
import { statusStatements } from './status/status.repository.ts';
import { type PublishedStatusList, StatusLists } from './status-lists.ts';

/** What verifiers anywhere fetch: the keys of issuers, status lists, badges. No viewer, nothing personal. */
export class PublicDocumentsService {
  readonly #lists: StatusLists;
  readonly #endorsements: EndorsementDocuments;

  constructor(
    private readonly graph: Graph,
    private readonly credentialing: Credentialing,
  ) {
    const { agent, urls, clock } = credentialing;
    this.#lists = new StatusLists(graph, agent, urls, clock);
    this.#endorsements = new EndorsementDocuments({ ...credentialing, graph });
  }

  /** The DID document of an organisation that issues; null for any other. */
  async didDocument(organizationId: string): Promise<object | null> {
    return this.credentialing.agent.resolve(issuerDid(this.credentialing.publicUrl, organizationId));
  }

  /** The Type Metadata of a kind of SD-JWT VC that is issued here; null for any other. */
  credentialType(name: string): object | null {
    return name === OPEN_BADGE_TYPE ? typeMetadata(this.credentialing.urls) : null;
  }

  /** The signed status list; null if there is none with this id. */
  statusList(id: string): Promise<PublishedStatusList | null> {
    return this.#lists.published(id);
  }

  /** The same list as a signed token status list; null if there is none with this id. */
  tokenStatusList(id: string): Promise<PublishedStatusList | null> {
    return this.#lists.token(id);
  }

  /** What an organisation signed and took back, as a 1EdTechRevocationList; null for one that signs nothing. */
  async revocationList(organizationId: string): Promise<object | null> {
    const { urls } = this.credentialing;
    const found = await repository(this.graph.run, statusStatements).revokedOfIssuer({ organizationId });
    return (
      found &&
      revocationListOf({
        url: urls.revocationList(organizationId),
        issuerDid: found.issuerDid,
        revoked: [
          ...found.credentials.map(({ id, reason }) => ({ url: urls.credential(id), reason })),
          ...found.endorsements.map((id) => ({ url: urls.endorsement(id), reason: null })),
        ],
      })
    );
  }

  /** The Open Badges Achievement of a badge version; null for an unknown one and for a draft. */
  async achievement(badgeVersionId: string): Promise<object | null> {
    const [badge] = await readBadges(this.graph.run, [badgeVersionId]);
    if (!badge || badge.state === 'DRAFT') return null;
    const { publicUrl, urls } = this.credentialing;
    const did = badge.issuerDid ?? issuerDid(publicUrl, badge.issuer.organizationId);
    return endorsedBy(publicAchievement(badge, did, urls), await this.#endorsements.of(badgeVersionId));
  }

  /** The Open Badges Profile of an organisation that signs, with who endorses it; null for any other. */
  async profile(organizationId: string): Promise<object | null> {
    const facts = repository(this.graph.run, endorsementStatements);
    const found = await facts.profileFacts({ organizationId });
    return found && endorsedBy(publicProfile(found), await this.#endorsements.of(organizationId));
  }

  /** The signed endorsement of a badge version or an issuer that was accepted; null for any other. */
  endorsement(id: string): Promise<string | null> {
    return this.#endorsements.accepted(id);
  }
}
