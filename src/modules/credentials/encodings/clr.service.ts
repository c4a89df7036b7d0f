import { randomUUID } from 'node:crypto';
import { conflict, invalidInput, notFound } from '../../../platform/errors.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import type { Viewer } from '../../identity/viewer.ts';
import { awardStatements } from '../credentials.repository.ts';
import { openKey, recipientOf } from '../drafts.ts';
import type { IssuingDeps } from '../issuing/issuing-options.ts';
import type { JsonObject } from '../open-badge.ts';
import { graphSources, rememberingSources } from '../verification/sources.ts';
import { checkUnsigned } from '../verification/structure.ts';
import { verifyDocument } from '../verification/verify.ts';
import { type Association, type ClrFacts, clrCredential } from './clr.ts';
import { assertLeaves } from './encode.ts';
import { encodingStatements } from './encodings.repository.ts';
import { publisherOf } from './publisher.ts';
import { readSaid } from './said.ts';

/** How many credentials a record may hold. */
export const MOST_IN_RECORD = 50;

const NAME_LENGTH = 200;

/** What a record that somebody chose holds. */
export interface RecordAsked {
  /** Whose record it is. */
  readonly learnerId: string;
  /** Signed documents (JSON), 1 to 50. */
  readonly documents: readonly string[];
  readonly name: string;
  readonly description?: string | null;
}

/** Comprehensive Learner Records (1EdTech CLR 2.0), made when they are asked for and stored nowhere. */
export class ClrService {
  readonly #encodings: Repository<typeof encodingStatements>;
  readonly #awards: Repository<typeof awardStatements>;

  constructor(
    private readonly deps: IssuingDeps & {
      readonly viewer: Viewer;
      /** The viewer's own. */
      readonly credentials: { document(id: string): Promise<string | null> };
    },
  ) {
    this.#encodings = repository(deps.graph.run, encodingStatements);
    this.#awards = repository(deps.graph.run, awardStatements);
  }

  /**
   * A stacked credential of the viewer with the parts it rests on that still stand, however deep, signed by its issuer; null for a credential
   * that rests on no other, or is not theirs.
   */
  async ofStack(id: string): Promise<string | null> {
    const { learnerId } = this.deps.viewer;
    const whole = await this.deps.credentials.document(id);
    if (whole === null || learnerId === null) return null;
    const used = await this.#encodings.partsOfStack({ learnerId, id });
    if (used.length === 0) return null;
    const ids = [...new Set([id, ...used.flatMap(({ userId, partId }) => [userId, partId])])];
    const documents = await this.#documents(ids);
    const achievementOf = new Map(
      ids.map((each, i) => [each, readSaid(documents[i] as string).credentialSubject.achievement.id]),
    );
    const { name, issuer } = readSaid(whole);
    return this.#publish({
      learnerId,
      documents,
      name,
      description: null,
      publisher: { did: issuer.id, name: issuer.name, url: null },
      associations: used.map(
        ({ userId, partId }): Association => ({
          type: 'isParentOf',
          sourceId: String(achievementOf.get(userId)),
          targetId: String(achievementOf.get(partId)),
        }),
      ),
    });
  }

  /** Credentials of the viewer's choice as one record; null when one of them is not theirs. Errors: as {@link ofDocuments}. */
  async ofChoice(ids: readonly string[], name: string): Promise<string | null> {
    const { learnerId } = this.deps.viewer;
    const chosen = [...new Set(ids)];
    this.#checkSize(chosen.length, name);
    if (learnerId === null) return null;
    const documents = await Promise.all(chosen.map((id) => this.deps.credentials.document(id)));
    if (documents.includes(null)) return null;
    return this.ofDocuments({ learnerId, documents: documents as string[], name });
  }

  /**
   * Signed documents as one record, signed by this service as their publisher; whoever calls has decided that they may be had. INVALID_INPUT for
   * none, too many (`credentialIds`), or a name that is empty or longer than 200 characters; CONFLICT (`CREDENTIAL_NOT_VALID`) when one
   * of them does not verify any more.
   */
  async ofDocuments({ learnerId, documents, name, description = null }: RecordAsked): Promise<string> {
    this.#checkSize(documents.length, name);
    return this.#publish({
      learnerId,
      documents,
      name,
      description,
      publisher: await publisherOf(this.deps),
      associations: [],
    });
  }

  async #publish(
    asked: Required<RecordAsked> & Pick<ClrFacts, 'publisher' | 'associations'>,
  ): Promise<string> {
    const [learner] = await this.#awards.recipients({ learnerIds: [asked.learnerId] });
    if (!learner) throw notFound('learner', asked.learnerId);
    const agent = this.deps.agent.forBatch();
    const sources = rememberingSources(graphSources({ ...this.deps, agent }));
    const at = this.deps.clock();
    const unsigned = clrCredential({
      id: `urn:uuid:${randomUUID()}`,
      name: asked.name,
      description: asked.description,
      publisher: asked.publisher,
      recipient: recipientOf({ ...learner, id: asked.learnerId }, openKey(learner.key, this.deps.kek)),
      credentials: asked.documents.map((text) => JSON.parse(text) as JsonObject),
      associations: asked.associations,
      partial: true,
      at,
    });
    const problem = checkUnsigned(unsigned, sources.contexts);
    if (problem) throw new Error(`The record would not be valid: ${problem}`);
    const document = JSON.stringify(await agent.sign(unsigned, at));
    const report = await verifyDocument(document, sources, at);
    const inside = report.steps.find(({ name }) => name === 'CREDENTIALS');
    if (inside?.outcome === 'FAIL')
      throw conflict(`A record holds only credentials that stand. ${inside.reason}`, {
        reason: 'CREDENTIAL_NOT_VALID',
      });
    assertLeaves(report, new Set(['CREDENTIALS']));
    return document;
  }

  async #documents(ids: readonly string[]): Promise<string[]> {
    const documents = await Promise.all(ids.map((id) => this.deps.credentials.document(id)));
    const missing = documents.indexOf(null);
    if (missing >= 0) throw notFound('credential', String(ids[missing]));
    return documents as string[];
  }

  #checkSize(count: number, name: string): void {
    if (count < 1 || count > MOST_IN_RECORD)
      throw invalidInput('credentialIds', `must name 1 to ${MOST_IN_RECORD} credentials.`, {
        max: MOST_IN_RECORD,
      });
    if (name.trim() === '' || name.length > NAME_LENGTH)
      throw invalidInput('name', `must have 1 to ${NAME_LENGTH} characters.`, { max: NAME_LENGTH });
  }
}
