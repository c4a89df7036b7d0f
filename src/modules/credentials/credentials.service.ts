import { batch } from '../../platform/batch.ts';
import { notFound } from '../../platform/errors.ts';
import { type Repository, repository } from '../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOf, pageWindow } from '../../platform/paging.ts';
import type { Reads } from '../identity/audit/reads.ts';
import type { MutationRequest, Mutations } from '../identity/mutations.ts';
import { checkSeparation } from '../identity/sign-in/separation.ts';
import { asMember, isMemberOf, type Viewer } from '../identity/viewer.ts';
import type {
  Credential,
  CredentialStatus,
  Issued,
  IssueRow,
  OnIssued,
  Outcome,
  StackedIssuing,
} from './credential.ts';
import { awardAndId } from './credential-cursor.ts';
import { credentialStatements } from './credentials.repository.ts';
import { openDocument } from './drafts.ts';
import { type DirectAward, directRow } from './issuing/direct.rules.ts';
import type { IssueOptions, IssuingDeps } from './issuing/issuing-options.ts';
import { ISSUE, Issuing } from './issuing.ts';
import { MEANING } from './status/status.rules.ts';
import { keptOf, type StatusAsked, StatusLists } from './status-lists.ts';
import type { TrustAnswer, VerificationReport } from './verification/report.ts';
import { graphSources, trustRegistries } from './verification/sources.ts';
import { verifyDocument } from './verification/verify.ts';

/** What a direct award is called where a request is remembered. */
const ISSUE_DIRECTLY = 'issueCredentialDirectly';

export interface IssueRequest {
  readonly resultId: string;
  readonly badgeVersionId?: string | undefined;
}

export interface BulkOptions {
  readonly now: Date;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Issues, shows and verifies credentials. */
export class CredentialsService implements StackedIssuing {
  readonly #credentials: Repository<typeof credentialStatements>;
  readonly #lists: StatusLists;
  readonly #mutations: Mutations;
  readonly #byId;
  readonly #documentById;
  readonly #renewedById;

  constructor(
    private readonly viewer: Viewer,
    private readonly deps: IssuingDeps & { readonly reads: Reads; readonly mutations: Mutations },
    private readonly onIssued: OnIssued = async () => {},
  ) {
    this.#credentials = repository(deps.graph.run, credentialStatements);
    this.#lists = new StatusLists(deps.graph, deps.agent, deps.urls, deps.clock);
    this.#mutations = deps.mutations;
    this.#byId = batch(
      (ids) => this.#visible(ids),
      ({ id }) => id,
    );
    this.#renewedById = batch(
      (ids) => this.#credentials.renewedCredentials({ ids: [...ids] }),
      ({ id }) => id,
    );
    this.#documentById = batch(
      (ids) => this.#documents(ids),
      ({ id }) => id,
    );
  }

  /**
   * Issues the badge that a passed result leads to, by staff of the organisation the badge belongs to. The same award is
   * issued once: asked again, it answers the credential there is. Errors: see `chooseBadge`; FORBIDDEN
   * (`SEPARATION_OF_DUTIES`) for the learner and for who graded the work; CONFLICT
   * (`RECIPIENT_ERASED`, `KEY_REUSED`).
   */
  issue(input: IssueRequest, idempotencyKey: string): Promise<Credential> {
    const row: IssueRow = { via: 'ASSESSED', ...input };
    return this.#issueOne(row, { name: ISSUE, input, idempotencyKey });
  }

  /**
   * Issues a badge by decision of staff of its issuer, to a learner or to somebody who is none yet: their record waits for them. The
   * same award (recipient, badge version, reference) is issued once. Errors: see `DirectDrafting` and `checkSeparation`.
   */
  issueDirectly(input: DirectAward, idempotencyKey: string): Promise<Credential> {
    asMember(this.viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN');
    const row = directRow(input);
    return this.#issueOne(row, { name: ISSUE_DIRECTLY, input, idempotencyKey });
  }

  /** Issues what can be issued of some rows for the viewer's organisation, and says of the others why not. */
  async issueEach(rows: readonly IssueRow[]): Promise<Outcome[]> {
    const options = this.#asStaff({ name: ISSUE, input: null });
    const outcomes = await new Issuing(this.deps).issueEach(rows, options);
    const learners = outcomes.flatMap((one) => ('refused' in one ? [] : [one.learnerId]));
    if (learners.length > 0) await this.onIssued([...new Set(learners)]);
    return outcomes;
  }

  /** Awards a badge that stacks others, for stacking. At most one award a learner and version. */
  async issueStacked(
    learnerId: string,
    badgeVersionId: string,
    usedCredentialIds: readonly string[],
  ): Promise<Issued> {
    const row: IssueRow = { via: 'STACKED', learnerId, badgeVersionId, usedCredentialIds };
    const [issued] = await this.issueMany([row], { now: this.deps.clock() });
    return issued as Issued;
  }

  /** Issues many awards for the platform itself (the sample world); whoever calls has decided that they may. */
  issueMany(rows: readonly IssueRow[], options: BulkOptions): Promise<Issued[]> {
    return this.#issueAll(rows, {
      ...options,
      issuerId: null,
      perform: (work) => this.#mutations.perform({ name: ISSUE, input: null }, work),
    });
  }

  /** Withdraws many credentials for the platform itself. Answers the ids it withdrew. */
  async revokeMany(revocations: readonly StatusAsked[]): Promise<string[]> {
    const asked = { name: MEANING.REVOKE.action, input: revocations.map(({ id }) => id) };
    const kept = await this.#mutations.perform(asked, async (inside) =>
      keptOf(await this.#lists.changeWithin(inside, 'REVOKE', revocations)),
    );
    await this.#lists.publish(kept);
    return kept.map(({ id }) => id);
  }

  /** A credential: for the learner who holds it and, audited, for staff of its issuer, else null. */
  async credential(id: string): Promise<Credential | null> {
    const credential = await this.#byId.load(id);
    if (credential) this.#noteRead(credential);
    return credential && this.#shown(credential);
  }

  /** A credential as it is now, after a mutation that decided who may change it. */
  changed(id: string): Promise<Credential> {
    return this.#existing(id);
  }

  /** The signed bytes, for the learner who holds them; to anybody else they are not there. */
  async document(id: string): Promise<string | null> {
    return (await this.#documentById.load(id))?.document ?? null;
  }

  /** The earlier credential for the same badge that a credential renews; null when it is the first, or not for the viewer. */
  async renewed(id: string): Promise<Credential | null> {
    const row = await this.#renewedById.load(id);
    return row ? this.credential(row.renewsId) : null;
  }

  /** The id of a credential in its signed document. */
  url(id: string): string {
    return this.deps.urls.credential(id);
  }

  /** The credentials of the viewer (a learner) or those the viewer's organisation has issued, which is audited; the newest award first. */
  async list(request: PageRequest, status: CredentialStatus | null): Promise<Page<Credential>> {
    const window = pageWindow(request, awardAndId);
    const [afterAwardedAt, afterId] = window.after ?? [null, null];
    const page = {
      status,
      limit: window.limit,
      afterAwardedAt: afterAwardedAt === null ? null : new Date(afterAwardedAt),
      afterId,
    };
    const { learnerId } = this.viewer;
    const issuerId =
      learnerId === null ? asMember(this.viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN').organizationId : '';
    const rows =
      learnerId === null
        ? await this.#credentials.credentialsOfIssuer({ issuerId, ...page })
        : await this.#credentials.credentialsOfLearner({ learnerId, ...page });
    const byId = new Map(
      (await this.#credentials.credentialsByIds({ ids: rows.map(({ id }) => id) })).map((row) => [
        row.id,
        row,
      ]),
    );
    const credentials = rows.flatMap(({ id }) => byId.get(id) ?? []);
    for (const credential of credentials.slice(0, window.first)) this.#noteRead(credential);
    return pageOf(
      window,
      credentials,
      { node: (row) => this.#shown(row), keysOf: ({ id, awardedAt }) => [awardedAt.toISOString(), id] },
      async () =>
        learnerId === null
          ? (await this.#credentials.credentialsOfIssuerCount({ issuerId, status })).total
          : (await this.#credentials.credentialsOfLearnerCount({ learnerId, status })).total,
    );
  }

  /** Verifies any text for anybody. Nothing of it is kept. */
  verify(document: string): Promise<VerificationReport> {
    return verifyDocument(document, graphSources(this.deps), this.deps.clock());
  }

  /** What every registry says of an issuer, for anybody. */
  issuerTrust(issuer: string): Promise<TrustAnswer[]> {
    return Promise.all(trustRegistries(this.deps).map((registry) => registry.lookup(issuer.slice(0, 2_000))));
  }

  async #issueOne(row: IssueRow, asked: MutationRequest): Promise<Credential> {
    const options = this.#asStaff(asked);
    const [issued] = await this.#issueAll([row], options);
    if (!issued) throw new Error('issuing answered nothing');
    if (!issued.created) {
      await options.perform(async ({ audit }) => {
        audit({
          chain: options.issuerId,
          action: ISSUE,
          purpose: null,
          subject: issued.learnerId,
          objects: [issued.id],
        });
        return [issued.id];
      });
      // sent again after a failure, it completes the stack that was left open
      await this.onIssued([issued.learnerId]);
    }
    return this.#existing(issued.id);
  }

  /** How staff issue for their organisation: never to themselves, nor what they graded or reviewed. */
  #asStaff(asked: MutationRequest): IssueOptions & { readonly issuerId: string } {
    return {
      issuerId: asMember(this.viewer, 'ISSUER_STAFF', 'ISSUER_ADMIN').organizationId,
      now: this.deps.clock(),
      checkDuties: (done) => checkSeparation(this.viewer, 'KEY_CUSTODIAN', done),
      selfId: this.viewer.person?.learnerId ?? this.viewer.learnerId,
      perform: (work) => this.#mutations.perform(asked, work),
    };
  }

  async #issueAll(rows: readonly IssueRow[], options: IssueOptions): Promise<Issued[]> {
    const issued = await new Issuing(this.deps).issue(rows, options);
    const learners = [...new Set(issued.flatMap(({ created, learnerId }) => (created ? [learnerId] : [])))];
    if (learners.length > 0) await this.onIssued(learners);
    return issued;
  }

  async #existing(id: string): Promise<Credential> {
    const [credential] = await this.#credentials.credentialsByIds({ ids: [id] });
    if (!credential) throw notFound('credential', id);
    return credential;
  }

  /** A reason that is only for the issuer, the learner does not see. */
  #shown(credential: Credential): Credential {
    const hidden = credential.statusAudience === 'ISSUER' && credential.learnerId === this.viewer.learnerId;
    return hidden ? { ...credential, statusReason: null } : credential;
  }

  #noteRead({ id, learnerId, issuerId }: Credential): void {
    if (learnerId !== this.viewer.learnerId)
      this.deps.reads.note({ chain: issuerId, purpose: 'CREDENTIALS', subject: learnerId, objects: [id] });
  }

  async #visible(ids: readonly string[]): Promise<Credential[]> {
    const found = await this.#credentials.credentialsByIds({ ids: [...ids] });
    return found.filter(
      ({ learnerId, issuerId }) =>
        learnerId === this.viewer.learnerId ||
        isMemberOf(this.viewer, issuerId, 'ISSUER_STAFF', 'ISSUER_ADMIN'),
    );
  }

  async #documents(ids: readonly string[]): Promise<{ id: string; document: string }[]> {
    const { learnerId } = this.viewer;
    if (learnerId === null) return [];
    const sealed = await this.#credentials.sealedDocuments({ learnerId, ids: [...ids] });
    return sealed.map((row) => ({ id: row.id, document: openDocument('Credential', row, this.deps.kek) }));
  }
}
