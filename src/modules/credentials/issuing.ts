import { randomInt } from 'node:crypto';
import { conflict, DomainError } from '../../platform/errors.ts';
import { type Repository, repository } from '../../platform/graph/repository.ts';
import { groupBy } from '../../platform/group-by.ts';
import type { Change } from '../identity/mutations.ts';
import type { Issued, IssueRow, Outcome } from './credential.ts';
import { awardStatements, statusListStatements } from './credentials.repository.ts';
import { type Draft, type Newcomer, notAwarded, recipientErased } from './drafts.ts';
import { recordIssuances } from './issuance-log/record-issuances.ts';
import { BadgeBook } from './issuing/badge-book.ts';
import { Drafting } from './issuing/drafting.ts';
import { directStatements } from './issuing/issuing.repository.ts';
import type { IssueOptions, IssuingDeps } from './issuing/issuing-options.ts';
import { type SignedCredential, Signing } from './issuing/signing.ts';

/** What the audit calls it. */
export const ISSUE = 'issueCredential';

const CHUNK = 100;
const ATTEMPTS = 4;
/** Larger than any number of learners, small enough for a number to hold exactly. */
const TIE_BREAKS = 2 ** 47;

/** From rows to signed credentials in the graph: facts → document → checks → signature → our own verifier → one write. */
export class Issuing {
  readonly #awards: Repository<typeof awardStatements>;
  readonly #badges: BadgeBook;
  readonly #drafting: Drafting;
  readonly #signing: Signing;

  /** For one batch: it remembers issuers and badges, so it must not outlive the call that made it. */
  constructor(private readonly deps: IssuingDeps) {
    this.#awards = repository(deps.graph.run, awardStatements);
    this.#badges = new BadgeBook(deps.graph.run);
    this.#drafting = new Drafting(deps, this.#badges);
    this.#signing = new Signing(deps, this.#badges);
  }

  /** Issues each row once, in chunks that are each written whole or not at all. Answers in the order of the rows. */
  async issue(rows: readonly IssueRow[], options: IssueOptions): Promise<Issued[]> {
    const issued: Issued[] = [];
    for (let start = 0; start < rows.length; start += CHUNK) {
      const chunk = rows.slice(start, start + CHUNK);
      const outcomes = await this.#issueChunk(chunk, options, false);
      for (const outcome of outcomes) {
        if ('refused' in outcome) throw outcome.refused;
        const { id, learnerId, created } = outcome;
        issued.push({ id, learnerId, created });
      }
      options.onProgress?.(issued.length, rows.length);
    }
    return issued;
  }

  /** Issues what can be issued of a few rows (one write), and says of each other row why not. In the order of the rows. */
  issueEach(rows: readonly IssueRow[], options: IssueOptions): Promise<Outcome[]> {
    return this.#issueChunk(rows, options, true);
  }

  /**
   * Signs and writes what does not exist yet. Another writer may take an award or a status entry, erase a recipient or withdraw a badge
   * first; then it looks again. Unless each row is for itself, what cannot be signed keeps all from being written.
   */
  async #issueChunk(rows: readonly IssueRow[], options: IssueOptions, each: boolean): Promise<Outcome[]> {
    const draft = (): Promise<(Draft | Error)[]> =>
      each ? this.#drafting.draftEach(rows, options) : this.#drafting.draft(rows, options);
    const made = new Set<string>();
    const failures = new Map<string, Error>();
    let drafts = await draft();
    for (let attempt = 1; ; attempt += 1) {
      const open = drafts.filter((one): one is Draft => !(one instanceof Error));
      const existing = await this.#existing(open);
      const toDo = open.filter(({ awardKey }) => !existing.has(awardKey) && !failures.has(awardKey));
      const missing = [...new Map(toDo.map((one) => [one.awardKey, one])).values()];
      if (missing.length > 0 && attempt > ATTEMPTS)
        throw conflict('Somebody else is issuing the same just now. Try again.', { reason: 'BUSY' });
      const credentials: SignedCredential[] = [];
      for (const [place, one] of (await this.#signing.signEach(missing, options.now)).entries())
        if (one instanceof Error) failures.set((missing[place] as Draft).awardKey, one);
        else credentials.push(one);
      const [failure] = failures.values();
      if (failure && !each) throw failure;
      if (credentials.length === 0)
        return drafts.map((one): Outcome => {
          if (one instanceof Error) return { refused: one };
          const found = existing.get(one.awardKey);
          if (!found) return { refused: failures.get(one.awardKey) as Error };
          const { id, issuedAt, status } = found;
          return { id, issuedAt, status, learnerId: one.learnerId, created: made.has(id) };
        });
      const newcomers = missing.flatMap(({ newcomer, awardKey }) =>
        newcomer && !failures.has(awardKey) ? [newcomer] : [],
      );
      try {
        for (const id of await options.perform((change) => this.#write(credentials, newcomers, change)))
          made.add(id);
      } catch (error) {
        const reason = error instanceof DomainError ? error.details['reason'] : undefined;
        if (each && reason === 'KEY_FROZEN')
          for (const { awardKey } of missing) failures.set(awardKey, error as DomainError);
        else if (!OVERTAKEN.has(String(reason)) || (!each && reason !== 'ALREADY_EXISTS')) throw error;
        this.#badges.forget();
        this.#drafting.forget();
        drafts = await draft();
      }
    }
  }

  async #existing(drafts: readonly Draft[]) {
    const found = await this.#awards.credentialsByAwardKeys({
      awardKeys: drafts.map(({ awardKey }) => awardKey),
    });
    return new Map(found.map((row) => [row.awardKey, row]));
  }

  async #write(
    credentials: SignedCredential[],
    newcomers: readonly Newcomer[],
    { run, now, audit }: Change,
  ): Promise<string[]> {
    const awards = repository(run, awardStatements);
    await this.#welcome(newcomers, { run, now });
    const written = await awards.issueCredentials({ credentials });
    if (written.length < credentials.length) throw await this.#overtaken(credentials, run);
    await recordIssuances(
      run,
      now,
      credentials.map(({ id, badgeVersionId, content, signedWith }) => ({
        organizationId: this.#badges.badge(badgeVersionId).issuer.organizationId,
        credential: this.deps.urls.credential(id),
        content,
        key: signedWith,
      })),
    );
    await awards.renewCredentials({ ids: written.map(({ id }) => id) });
    for (const { id, learnerId, badgeVersionId } of credentials)
      audit({
        chain: this.#badges.badge(badgeVersionId).issuer.organizationId,
        action: ISSUE,
        purpose: null,
        subject: learnerId,
        objects: [id, badgeVersionId],
      });
    return written.map(({ id }) => id);
  }

  /** Makes the records of recipients who had none, in the transaction of their first credential. */
  async #welcome(newcomers: readonly Newcomer[], { run, now }: Pick<Change, 'run' | 'now'>): Promise<void> {
    const byId = new Map(newcomers.map((one) => [one.id, one]));
    for (const [organizationId, own] of groupBy(byId.values(), (one) => one.organizationId))
      await repository(run, directStatements).createWaitingLearners({
        organizationId,
        now,
        learners: own.map(({ organizationId: _, ...learner }) => ({
          ...learner,
          tieBreak: randomInt(TIE_BREAKS),
        })),
      });
  }

  /** Why not all of them were written: what changed between looking and writing. */
  async #overtaken(credentials: readonly SignedCredential[], run: Change['run']): Promise<DomainError> {
    const ids = credentials.map(({ badgeVersionId }) => badgeVersionId);
    const versions = await repository(run, awardStatements).badgeFacts({ ids });
    if (versions.some(({ version }) => version.state === 'WITHDRAWN'))
      return notAwarded('badgeVersionId', 'WITHDRAWN');
    const lists = repository(run, statusListStatements);
    for (const id of new Set(credentials.map(({ statusListId }) => statusListId)))
      if (!(await lists.statusList({ id }))) return unknownStatusList(id);
    return recipientErased();
  }
}

/** What another writer may have done first, after which a row is looked at again. */
const OVERTAKEN: ReadonlySet<string> = new Set([
  'ALREADY_EXISTS',
  'RECIPIENT_ERASED',
  'BADGE_WITHDRAWN',
  'STATUS_LIST_UNKNOWN',
]);

const unknownStatusList = (id: string) =>
  conflict(
    `There is no status list "${id}" any more, so the credential could not be withdrawn; nothing was issued. Send it again.`,
    { reason: 'STATUS_LIST_UNKNOWN' },
  );
