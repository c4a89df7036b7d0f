import { batchMany } from '../../../platform/batch.ts';
import { conflict, notFound } from '../../../platform/errors.ts';
import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput, text } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import { openFor, sealContext, sealFor } from '../../../platform/seal.ts';
import { ENDORSEMENT_STATES, type EndorsementState } from '../../catalog/endorsements/endorsement.records.ts';
import { PLATFORM } from '../../identity/audit/audit.service.ts';
import type { Reads } from '../../identity/audit/reads.ts';
import type { Mutations } from '../../identity/mutations.ts';
import { asLearner, asMember, type Role, type Viewer } from '../../identity/viewer.ts';
import { openKey } from '../drafts.ts';
import type { IssuingDeps } from '../issuing/issuing-options.ts';
import type { JsonObject } from '../open-badge.ts';
import { graphSources, rememberingSources } from '../verification/sources.ts';
import type { VerificationSources } from '../verification/verification-sources.ts';
import { verifyDocument } from '../verification/verify.ts';
import { type EndorserCapacity, endorsedCredential } from './endorsement-credential.ts';
import { EndorsementDocuments, MOST_ENDORSEMENTS } from './endorsement-documents.ts';
import { endorsementStatements } from './endorsements.repository.ts';

/** What somebody says in favour of a credential, as its learner and its endorser read it. */
export interface CredentialEndorsement {
  readonly id: string;
  readonly at: Date;
  readonly state: EndorsementState;
  readonly settledAt: Date | null;
  readonly capacity: EndorserCapacity;
  readonly statement: string;
  readonly document: string;
  readonly endorserId: string;
  readonly learnerId: string;
  readonly credentialId: string;
}

export interface EndorseRequest {
  readonly credentialId: string;
  readonly share?: string | null | undefined;
  readonly capacity: EndorserCapacity;
  readonly statement: string;
}

export interface CredentialEndorsementFilter {
  readonly credentialId?: string | null;
  readonly states?: EndorsementState[] | null;
}

const ENDORSERS: readonly Role[] = ['EMPLOYER', 'EXTERNAL_REVIEWER'];

/** What our own verifier may find in a document that was withdrawn or has expired: that it says so itself. */
const PASSING: ReadonlySet<string> = new Set(['DATES', 'STATUS']);

/** Endorsements of credentials, by whoever was shown one; the learner accepts or declines. */
export class CredentialEndorsementsService {
  readonly #store: Repository<typeof endorsementStatements>;
  readonly #documents: EndorsementDocuments;
  readonly #acceptedOf;

  constructor(
    private readonly deps: IssuingDeps & {
      readonly viewer: Viewer;
      readonly mutations: Mutations;
      readonly reads: Reads;
      /** Who may see a credential at its address is decided there. */
      readonly sharing: { shown(id: string, secret: string | null): Promise<string | null> };
      /** The viewer's own. */
      readonly credentials: { document(id: string): Promise<string | null> };
    },
  ) {
    this.#store = repository(deps.graph.run, endorsementStatements);
    this.#documents = new EndorsementDocuments(deps);
    this.#acceptedOf = batchMany(
      (ids) => this.#store.acceptedOfCredentials({ ids, learnerId: asLearner(deps.viewer).learnerId }),
      ({ credentialId }) => credentialId,
    );
  }

  /**
   * Endorses a credential that its learner shows to everybody, or to whoever has the secret of a link. Nobody but the two sees it until
   * the learner accepts. NOT_FOUND for a credential that is not shown to the viewer; INVALID_INPUT (`statement`); CONFLICT (`OWN_CREDENTIAL`,
   * `NOT_ACTIVE`, `ALREADY_ENDORSED`).
   */
  async endorse(input: EndorseRequest, idempotencyKey: string): Promise<CredentialEndorsement> {
    const { organizationId } = asMember(this.deps.viewer, ...ENDORSERS);
    const { credentialId, capacity } = input;
    const statement = checkInput('statement', text(2_000), input.statement);
    const shown = await this.deps.sharing.shown(credentialId, input.share ?? null);
    const facts = shown && (await this.#store.credentialToEndorse({ credentialId, organizationId }));
    if (!facts) throw notFound('credential', credentialId);
    if (facts.issuerId === organizationId)
      throw conflict(
        'Your own organisation issued this credential; an endorsement comes from somebody else.',
        {
          reason: 'OWN_CREDENTIAL',
        },
      );
    const at = this.deps.clock();
    const id = newId(at);
    const document = await this.#documents.signed({
      id,
      endorser: facts.endorser,
      subject: this.deps.urls.credential(credentialId),
      statement,
      capacity,
      at,
    });
    const personKey = openKey(facts.key, this.deps.kek);
    const seal = (property: string, plain: string) =>
      sealFor(personKey, plain, sealContext('Endorsement', id, property));
    const done = await this.deps.mutations.perform(
      { name: 'endorseCredential', input: { credentialId, capacity, statement }, idempotencyKey },
      async ({ run, now, audit }) => {
        const made = await repository(run, endorsementStatements).create({
          id,
          credentialId,
          endorserId: organizationId,
          capacity,
          sealedStatement: seal('sealedStatement', statement),
          sealedDocument: seal('sealedDocument', document),
          now,
        });
        if (!made) throw refusal(facts);
        audit({
          chain: organizationId,
          action: 'endorseCredential',
          purpose: null,
          subject: made.learnerId,
          objects: [id, credentialId],
        });
        return id;
      },
    );
    return this.#existing(done);
  }

  /** Accepts or declines an endorsement, by the learner whose credential it is. CONFLICT (`ALREADY_SETTLED`). */
  answer(id: string, accept: boolean, idempotencyKey: string): Promise<CredentialEndorsement> {
    const { learnerId } = asLearner(this.deps.viewer);
    const name = 'answerCredentialEndorsement';
    return this.#settle(
      { name, input: { id, accept }, idempotencyKey },
      { id, learnerId, organizationId: '', from: ['PROPOSED'], to: accept ? 'ACCEPTED' : 'DECLINED' },
    );
  }

  /** Takes an endorsement back, by the organisation that gave it: its signed document fails from now on. CONFLICT (`ALREADY_SETTLED`). */
  withdraw(id: string, idempotencyKey: string): Promise<CredentialEndorsement> {
    const { organizationId } = asMember(this.deps.viewer, ...ENDORSERS);
    const name = 'withdrawCredentialEndorsement';
    return this.#settle(
      { name, input: { id }, idempotencyKey },
      { id, learnerId: '', organizationId, from: ['PROPOSED', 'ACCEPTED'], to: 'WITHDRAWN' },
    );
  }

  /** What a learner was given or the viewer's organisation gave, newest first. */
  async list(
    page: PageRequest,
    filter: CredentialEndorsementFilter = {},
  ): Promise<Page<CredentialEndorsement>> {
    const window = newestFirst(page);
    const params = {
      ...this.#viewer(),
      credentialId: filter.credentialId ?? null,
      states: [...(filter.states ?? ENDORSEMENT_STATES)],
    };
    const rows = (await this.#store.byTime({ ...params, ...window.from })).map((row) => this.#opened(row));
    for (const row of rows.slice(0, window.first)) this.#noteRead(row);
    return pageOf(
      window,
      rows,
      { node: (row) => row, keysOf: ({ at, id }): [string, string] => [at.toISOString(), id] },
      async () => (await this.#store.count(params)).total,
    );
  }

  /**
   * A credential of the viewer with the endorsements of it, of its badge and of its issuer that were accepted, at most ten of each and only those that hold, signed now by
   * its issuer; null when it is not theirs, and when nobody endorses it.
   */
  async endorsed(credential: {
    readonly id: string;
    readonly badgeVersionId: string;
    readonly issuerId: string;
  }): Promise<string | null> {
    const signed = await this.deps.credentials.document(credential.id);
    if (signed === null) return null;
    const sources = rememberingSources(graphSources(this.deps));
    const parts = {
      credential: await this.#holding(await this.#accepted(credential.id), sources),
      badge: await this.#holding(await this.#documents.of(credential.badgeVersionId), sources),
      issuer: await this.#holding(await this.#documents.of(credential.issuerId), sources),
    };
    if (Object.values(parts).every((list) => list.length === 0)) return null;
    const now = this.deps.clock();
    const document = JSON.stringify(
      await this.deps.agent.sign(endorsedCredential(JSON.parse(signed) as JsonObject, parts), now),
    );
    const { steps } = await verifyDocument(document, sources, now);
    const fault = steps.find(({ name, outcome }) => outcome !== 'PASS' && !PASSING.has(name));
    if (fault) throw new Error(`A credential just endorsed does not verify: ${fault.name}: ${fault.reason}`);
    return document;
  }

  /** Those that hold: one whose endorser lost its key says nothing any more, and must not spoil what it stands in. */
  async #holding(documents: readonly string[], sources: VerificationSources): Promise<string[]> {
    const kept: string[] = [];
    for (const document of documents) {
      const { steps } = await verifyDocument(document, sources, this.deps.clock());
      if (steps.every(({ name, outcome }) => outcome === 'PASS' || name === 'DATES')) kept.push(document);
    }
    return kept;
  }

  async #settle(
    asked: { readonly name: string; readonly input: unknown; readonly idempotencyKey: string },
    change: {
      readonly id: string;
      readonly learnerId: string;
      readonly organizationId: string;
      readonly from: EndorsementState[];
      readonly to: EndorsementState;
    },
  ): Promise<CredentialEndorsement> {
    await this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
      const settled = await repository(run, endorsementStatements).settle({ ...change, now });
      if (!settled) throw notFound('endorsement', change.id);
      const { before, learnerId, credentialId } = settled;
      if (!settled.changed)
        throw conflict(
          `This endorsement is ${before.toLowerCase()} already; nothing can be changed about it.`,
          {
            reason: 'ALREADY_SETTLED',
            state: before,
          },
        );
      audit({
        chain: change.organizationId || PLATFORM,
        action: asked.name,
        purpose: null,
        subject: learnerId,
        objects: [change.id, credentialId],
      });
      return change.id;
    });
    return this.#existing(change.id);
  }

  /** Whose endorsements the viewer sees; an empty id is nobody's. */
  #viewer() {
    const { learnerId } = this.deps.viewer;
    if (learnerId !== null) return { learnerId, organizationId: '' };
    return { learnerId: '', organizationId: asMember(this.deps.viewer, ...ENDORSERS).organizationId };
  }

  async #existing(id: string): Promise<CredentialEndorsement> {
    const found = await this.#store.one({ id, ...this.#viewer() });
    if (!found) throw notFound('endorsement', id);
    return this.#opened(found);
  }

  #opened({ endorsement, key }: Row<typeof endorsementStatements.byTime>): CredentialEndorsement {
    const { sealedStatement, sealedDocument, ...rest } = endorsement;
    const personKey = openKey(key, this.deps.kek);
    const open = (property: string, envelope: string) =>
      openFor(personKey, envelope, sealContext('Endorsement', rest.id, property));
    return {
      ...rest,
      statement: open('sealedStatement', sealedStatement),
      document: open('sealedDocument', sealedDocument),
    };
  }

  #noteRead({ endorserId, learnerId, id }: CredentialEndorsement): void {
    if (learnerId !== this.deps.viewer.learnerId)
      this.deps.reads.note({ chain: endorserId, purpose: 'CREDENTIALS', subject: learnerId, objects: [id] });
  }

  /** What others say in favour of a credential of the viewer, and they accepted: the newest, signed. */
  async #accepted(credentialId: string): Promise<string[]> {
    const rows = await this.#acceptedOf.load(credentialId);
    return rows.slice(0, MOST_ENDORSEMENTS).map(({ id, sealedDocument, key }) => {
      const context = sealContext('Endorsement', id, 'sealedDocument');
      return openFor(openKey(key, this.deps.kek), sealedDocument, context);
    });
  }
}

function refusal({ status, standing }: { readonly status: string; readonly standing: boolean }) {
  if (status !== 'ACTIVE')
    return conflict('This credential does not count now; only one that does is endorsed.', {
      reason: 'NOT_ACTIVE',
    });
  return standing
    ? conflict('Your organisation has endorsed this credential already. Withdraw that to give another one.', {
        reason: 'ALREADY_ENDORSED',
      })
    : conflict('This credential changed just now. Look at it again.', { reason: 'BUSY' });
}
