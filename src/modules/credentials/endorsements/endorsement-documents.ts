import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { issuerDid } from '../issuer-directory.ts';
import type { IssuingDeps } from '../issuing/issuing-options.ts';
import { graphSources } from '../verification/sources.ts';
import { verifyDocument } from '../verification/verify.ts';
import { type EndorsementFacts, endorsementCredential } from './endorsement-credential.ts';
import { endorsementStatements } from './endorsements.repository.ts';

/** How many endorsements of one thing are carried with it, the newest. */
export const MOST_ENDORSEMENTS = 10;

type Said = Row<typeof endorsementStatements.endorsementsToExport>;

/** The signed documents of endorsements. Those of badges and issuers are public; who may see one of a credential is for the caller to decide. */
export class EndorsementDocuments {
  readonly #store: Repository<typeof endorsementStatements>;

  constructor(private readonly deps: IssuingDeps) {
    this.#store = repository(deps.graph.run, endorsementStatements);
  }

  /** The signed endorsement of a badge version or an issuer, signed now unless it was; null for any other. */
  async sign(id: string): Promise<string | null> {
    const said = await this.#store.endorsementToSign({ id });
    return said && this.#document(said);
  }

  /** The signed endorsement of a badge version or an issuer that was accepted; null for any other. */
  async accepted(id: string): Promise<string | null> {
    const said = await this.#store.endorsementToSign({ id });
    return said?.accepted ? this.#document(said) : null;
  }

  /** What others say in favour of a badge version or an organisation, and was accepted: the newest ten, signed. */
  async of(subjectId: string): Promise<string[]> {
    const said = await this.#store.endorsementsToExport({ subjectId, limit: MOST_ENDORSEMENTS });
    const documents: string[] = [];
    for (const each of said) documents.push(await this.#document(each));
    return documents;
  }

  /** Signs what an organisation says, as this organisation; it gets a DID when it signs for the first time. None leaves that our own verifier refuses. */
  async signed(
    facts: Omit<EndorsementFacts, 'endorser'> & { readonly endorser: Said['endorser'] },
  ): Promise<string> {
    const { agent, publicUrl, urls, clock } = this.deps;
    const { id: organizationId, name, url } = facts.endorser;
    const did = issuerDid(publicUrl, organizationId);
    await agent.ensureIssuer(did);
    const endorser = { organizationId, did, name, url };
    const document = JSON.stringify(
      await agent.sign(endorsementCredential({ ...facts, endorser }, urls), clock()),
    );
    const { steps } = await verifyDocument(document, graphSources(this.deps), clock());
    const fault = steps.find(({ outcome }) => outcome !== 'PASS');
    if (fault) throw new Error(`An endorsement just signed does not verify: ${fault.name}: ${fault.reason}`);
    return document;
  }

  async #document({ subjectId, kind, endorsement, endorser }: Said): Promise<string> {
    if (endorsement.document !== null) return endorsement.document;
    const { urls, publicUrl } = this.deps;
    const { id, statement, at } = endorsement;
    const subject = kind === 'BADGE' ? urls.achievement(subjectId) : issuerDid(publicUrl, subjectId);
    const document = await this.signed({ id, endorser, subject, statement, capacity: null, at });
    return (await this.#store.storeDocument({ id, document })).document;
  }
}
