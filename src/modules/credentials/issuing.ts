import { createHash } from 'node:crypto';
import { conflict, DomainError, invalidInput, notFound } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { type Repository, repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import { sealContext, sealFor } from '../../platform/seal.ts';
import type { Change } from '../identity/mutations.ts';
import { type DutyDone, dutiesDone, reviewed } from '../identity/sign-in/separation.ts';
import { type Award, NEVER, provenSkills, validUntil } from './award.ts';
import { checkAllPassed, checkIdentity } from './award-checks.ts';
import { type Badge, readBadges } from './badges.ts';
import type { AssessedRow, Issued, IssueRow, StackedRow } from './credential.ts';
import type { Credentialing } from './credentialing.ts';
import { awardStatements, credentialStatements } from './credentials.repository.ts';
import {
  assessedDraft,
  awardKey,
  chooseBadge,
  type Draft,
  notAwarded,
  openKey,
  recipientErased,
  recipientOf,
} from './drafts.ts';
import { contentDigest } from './issuance-log/log-entry.ts';
import { recordIssuances } from './issuance-log/record-issuances.ts';
import { issuerDid } from './issuer-directory.ts';
import { openBadgeCredential, signingKeyOf } from './open-badge.ts';
import { type StatusEntry, statusEntryKey } from './status-list.ts';
import { StatusLists } from './status-lists.ts';
import type { CredentialAgent } from './veramo/agent.ts';
import { graphSources, rememberingSources } from './verification/sources.ts';
import { checkUnsigned } from './verification/structure.ts';
import type { VerificationSources } from './verification/verification-sources.ts';
import { verifyDocument } from './verification/verify.ts';

export type IssuingDeps = Credentialing & { readonly graph: Graph };

export interface IssueOptions {
  /** Whose badges may be issued; null: anybody's, for the platform itself. */
  readonly issuerId: string | null;
  readonly now: Date;
  /** Refuses an award to whoever may not sign it, given who handed in the work and who graded it. */
  readonly checkDuties?: (done: readonly DutyDone[]) => void;
  /** Carries out one write, with its audit, as somebody. Called once a chunk, and again when another writer came first. */
  readonly perform: (work: (change: Change) => Promise<string[]>) => Promise<string[]>;
  readonly onProgress?: (done: number, total: number) => void;
}

type StoredCredential = Parameters<
  Repository<typeof awardStatements>['issueCredentials']
>[0]['credentials'][number];

/** What the audit calls it. */
export const ISSUE = 'issueCredential';

const CHUNK = 100;
const ATTEMPTS = 4;

/** From rows to signed credentials in the graph: facts → document → checks → signature → our own verifier → one write. */
export class Issuing {
  readonly #awards;
  readonly #credentials;
  readonly #lists: StatusLists;
  readonly #agent: CredentialAgent;
  readonly #sources: VerificationSources;
  readonly #badges = new Map<string, Badge>();
  readonly #issuers = new Map<string, string>();

  /** For one batch: it remembers issuers and badges, so it must not outlive the call that made it. */
  constructor(private readonly deps: IssuingDeps) {
    this.#awards = repository(deps.graph.run, awardStatements);
    this.#credentials = repository(deps.graph.run, credentialStatements);
    this.#agent = deps.agent.forBatch();
    this.#lists = new StatusLists(deps.graph, this.#agent, deps.urls, deps.clock);
    // what is only about to be issued stands in no log yet
    const sources = { ...graphSources({ ...deps, agent: this.#agent }), logged: async () => undefined };
    this.#sources = rememberingSources(sources);
  }

  /** Issues each row once, in chunks that are each written whole or not at all. Answers in the order of the rows. */
  async issue(rows: readonly IssueRow[], options: IssueOptions): Promise<Issued[]> {
    const issued: Issued[] = [];
    for (let start = 0; start < rows.length; start += CHUNK) {
      const drafts = await this.#draft(rows.slice(start, start + CHUNK), options);
      issued.push(...(await this.#issueDrafts(drafts, options)));
      options.onProgress?.(issued.length, rows.length);
    }
    return issued;
  }

  async #draft(rows: readonly IssueRow[], options: IssueOptions): Promise<Draft[]> {
    for (const { awardedAt } of rows)
      if (awardedAt && awardedAt > options.now)
        throw invalidInput('awardedAt', 'lies in the future.', { reason: 'FUTURE_AWARD' });
    const assessed = rows.filter((row): row is AssessedRow => row.via === 'ASSESSED');
    const stacked = rows.filter((row): row is StackedRow => row.via === 'STACKED');
    const drafts = new Map<IssueRow, Draft>([
      ...(await this.#draftAssessed(assessed, options)),
      ...(await this.#draftStacked(stacked, options)),
    ]);
    await this.#learnBadges([...drafts.values()].map(({ badgeVersionId }) => badgeVersionId));
    return rows.map((row) => drafts.get(row) as Draft);
  }

  async #draftAssessed(rows: readonly AssessedRow[], options: IssueOptions): Promise<[IssueRow, Draft][]> {
    if (rows.length === 0) return [];
    const bases = await this.#awards.awardBases({ resultIds: rows.map(({ resultId }) => resultId) });
    const byResult = new Map(bases.map((base) => [base.resultId, base]));
    const drafts = rows.map((row): [IssueRow, Draft] => {
      const base = byResult.get(row.resultId);
      if (!base) throw notFound('result', row.resultId);
      const badgeVersionId = chooseBadge(base, row, options.issuerId);
      options.checkDuties?.([
        ...dutiesDone(
          base.learner.id,
          base.assessors.filter((assessor) => assessor !== null),
        ),
        ...reviewed(base.badges.find(({ versionId }) => versionId === badgeVersionId)?.reviewers ?? []),
      ]);
      return [row, assessedDraft(base, row, { badgeVersionId, now: options.now, kek: this.deps.kek })];
    });
    const asked = drafts.map(([, draft]) => draft);
    await checkAllPassed(this.#awards, asked);
    await checkIdentity(this.#awards, 'resultId', asked);
    return drafts;
  }

  async #draftStacked(rows: readonly StackedRow[], { now }: IssueOptions): Promise<[IssueRow, Draft][]> {
    if (rows.length === 0) return [];
    const usedIds = rows.flatMap(({ usedCredentialIds }) => usedCredentialIds);
    const [recipients, parts] = await Promise.all([
      this.#awards.recipients({ learnerIds: [...new Set(rows.map(({ learnerId }) => learnerId))] }),
      this.#credentials.credentialsByIds({ ids: [...new Set(usedIds)] }),
    ]);
    await checkIdentity(this.#awards, 'learnerId', rows);
    const byId = new Map(recipients.map((recipient) => [recipient.learnerId, recipient]));
    const partById = new Map(parts.map((part) => [part.id, part]));
    return rows.map((row) => {
      const learner = byId.get(row.learnerId);
      if (!learner) throw notFound('learner', row.learnerId);
      const used = row.usedCredentialIds.map((id) => partById.get(id));
      const held = used.flatMap((part) => (part?.learnerId === row.learnerId ? [part] : []));
      if (held.length === 0 || held.length < used.length || held.some(({ status }) => status !== 'ACTIVE'))
        throw conflict('A stacked credential rests on active credentials of its learner.', {
          reason: 'PARTS_NOT_HELD',
        });
      const personKey = openKey(learner.key, this.deps.kek);
      const draft: Draft = {
        via: 'STACKED',
        learnerId: row.learnerId,
        personKey,
        badgeVersionId: row.badgeVersionId,
        awardKey: awardKey(row.learnerId, row.badgeVersionId, 'stack'),
        recipient: recipientOf(row.learnerId, learner.sealedProfile, personKey),
        scores: [],
        evidence: held.map(({ id, name }) => ({
          name,
          genre: 'credential',
          url: this.deps.urls.credential(id),
          narrative: null,
          audience: null,
        })),
        awardedAt: row.awardedAt ?? now,
        resultIds: [],
        usedCredentialIds: row.usedCredentialIds,
        credentialId: row.credentialId,
      };
      return [row, draft];
    });
  }

  /** Signs and writes what does not exist yet. Another writer may take an award or a status entry first; then it looks again. */
  async #issueDrafts(drafts: readonly Draft[], options: IssueOptions): Promise<Issued[]> {
    const made = new Set<string>();
    for (let attempt = 1; ; attempt += 1) {
      const existing = await this.#awards.credentialsByAwardKeys({
        awardKeys: drafts.map((draft) => draft.awardKey),
      });
      const idByKey = new Map(existing.map((row) => [row.awardKey, row.id]));
      const missing = [
        ...new Map(
          drafts.filter((draft) => !idByKey.has(draft.awardKey)).map((draft) => [draft.awardKey, draft]),
        ).values(),
      ];
      if (missing.length === 0)
        return drafts.map(({ awardKey: key, learnerId }) => ({
          id: idByKey.get(key) as string,
          learnerId,
          created: made.has(idByKey.get(key) as string),
        }));
      if (attempt > ATTEMPTS)
        throw conflict('Somebody else is issuing the same just now. Try again.', { reason: 'BUSY' });
      const credentials = await this.#signAll(missing, options);
      try {
        for (const id of await options.perform((change) => this.#write(credentials, change))) made.add(id);
      } catch (error) {
        const taken = error instanceof DomainError && error.details['reason'] === 'ALREADY_EXISTS';
        if (!taken) throw error;
      }
    }
  }

  async #write(credentials: StoredCredential[], { run, now, audit }: Change): Promise<string[]> {
    const awards = repository(run, awardStatements);
    const written = await awards.issueCredentials({ credentials });
    if (written.length < credentials.length) {
      const ids = credentials.map(({ badgeVersionId }) => badgeVersionId);
      const versions = (await awards.badgeFacts({ ids })).map(({ version }) => version);
      if (versions.some(({ state }) => state === 'WITHDRAWN'))
        throw notAwarded('badgeVersionId', 'WITHDRAWN');
      throw recipientErased();
    }
    await recordIssuances(
      run,
      now,
      credentials.map(({ id, badgeVersionId, content, signedWith }) => ({
        organizationId: this.#badge(badgeVersionId).issuer.organizationId,
        credential: this.deps.urls.credential(id),
        content,
        key: signedWith,
      })),
    );
    await awards.renewCredentials({ ids: written.map(({ id }) => id) });
    for (const { id, learnerId, badgeVersionId } of credentials)
      audit({
        chain: this.#badge(badgeVersionId).issuer.organizationId,
        action: ISSUE,
        purpose: null,
        subject: learnerId,
        objects: [id, badgeVersionId],
      });
    return written.map(({ id }) => id);
  }

  async #signAll(drafts: readonly Draft[], options: IssueOptions): Promise<StoredCredential[]> {
    const byIssuer = new Map<string, Draft[]>();
    for (const draft of drafts) {
      const { issuer } = this.#badge(draft.badgeVersionId);
      byIssuer.set(issuer.organizationId, [...(byIssuer.get(issuer.organizationId) ?? []), draft]);
    }
    const stored: StoredCredential[] = [];
    for (const [organizationId, own] of byIssuer) {
      const did = await this.#issuer(organizationId);
      const entries = await this.#lists.freeEntries(organizationId, own.length);
      for (const [position, draft] of own.entries())
        stored.push(await this.#sign(draft, did, entries[position] as StatusEntry, options));
    }
    return stored;
  }

  async #sign(
    draft: Draft,
    did: string,
    status: StatusEntry,
    options: IssueOptions,
  ): Promise<StoredCredential> {
    const badge = this.#badge(draft.badgeVersionId);
    const id = draft.credentialId ?? newId(options.now);
    const until = validUntil(draft.awardedAt, badge.validMonths);
    const award: Award = { ...draft, credentialId: id, issuerDid: did, badge, validUntil: until, status };
    const unsigned = openBadgeCredential(award, this.deps.urls);
    const problem = checkUnsigned(unsigned, this.#sources.contexts);
    if (problem) throw new Error(`The credential of ${draft.awardKey} would not be valid: ${problem}`);
    const signed = await this.#agent.sign(unsigned, options.now);
    const document = JSON.stringify(signed);
    await this.#assertVerifies(document, options.now);
    return {
      id,
      awardKey: draft.awardKey,
      learnerId: draft.learnerId,
      badgeVersionId: draft.badgeVersionId,
      statusListId: status.listId,
      statusIndex: status.index,
      statusEntry: statusEntryKey(status),
      awardedAt: draft.awardedAt,
      issuedAt: options.now,
      validUntil: until,
      skillsUntil: until ?? NEVER,
      via: draft.via,
      sealedDocument: sealFor(draft.personKey, document, sealContext('Credential', id, 'sealedDocument')),
      digest: createHash('sha256').update(document).digest('hex'),
      content: contentDigest(signed),
      signedWith: signingKeyOf(signed),
      resultIds: [...draft.resultIds],
      usedCredentialIds: [...draft.usedCredentialIds],
      skills: provenSkills(badge),
    };
  }

  /** Nothing leaves that our own verifier refuses. An award of long ago may have expired: that alone is no fault. */
  async #assertVerifies(document: string, now: Date): Promise<void> {
    const { steps } = await verifyDocument(document, this.#sources, now);
    const fault = steps.find(({ name, outcome }) => outcome !== 'PASS' && name !== 'DATES');
    if (fault) throw new Error(`A credential just signed does not verify: ${fault.name}: ${fault.reason}`);
  }

  /** The DID of an issuer, which gets its first key when it issues for the first time. */
  async #issuer(organizationId: string): Promise<string> {
    const known = this.#issuers.get(organizationId);
    if (known) return known;
    const badge = [...this.#badges.values()].find(({ issuer }) => issuer.organizationId === organizationId);
    const did = badge?.issuerDid ?? issuerDid(this.deps.publicUrl, organizationId);
    await this.deps.agent.ensureIssuer(did);
    this.#issuers.set(organizationId, did);
    return did;
  }

  async #learnBadges(ids: readonly string[]): Promise<void> {
    const unknown = [...new Set(ids)].filter((id) => !this.#badges.has(id));
    if (unknown.length === 0) return;
    for (const badge of await readBadges(this.deps.graph.run, unknown))
      this.#badges.set(badge.versionId, badge);
    for (const id of unknown) {
      const { state } = this.#badge(id);
      if (state !== 'PUBLISHED' && state !== 'SUPERSEDED') throw notAwarded('badgeVersionId', state);
    }
  }

  #badge(id: string): Badge {
    const badge = this.#badges.get(id);
    if (!badge) throw notFound('badge version', id);
    return badge;
  }
}
