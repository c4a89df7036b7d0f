import { conflict, DomainError, invalidInput, notFound } from '../../../platform/errors.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { dutiesDone, reviewed } from '../../identity/sign-in/separation.ts';
import { checkAllPassed, checkIdentity } from '../award-checks.ts';
import type { AssessedRow, DirectRow, IssueRow, StackedRow } from '../credential.ts';
import { awardStatements, credentialStatements } from '../credentials.repository.ts';
import {
  assessedDraft,
  awardKey,
  chooseBadge,
  type Draft,
  notAwarded,
  openKey,
  recipientOf,
} from '../drafts.ts';
import type { BadgeBook } from './badge-book.ts';
import { DirectDrafting } from './direct-drafting.ts';
import type { IssueOptions, IssuingDeps } from './issuing-options.ts';

/** From rows to awards in preparation: who gets which badge for what, and whether that may be. */
export class Drafting {
  readonly #awards: Repository<typeof awardStatements>;
  readonly #credentials: Repository<typeof credentialStatements>;
  readonly #direct: DirectDrafting;

  constructor(
    private readonly deps: IssuingDeps,
    private readonly badges: BadgeBook,
  ) {
    this.#awards = repository(deps.graph.run, awardStatements);
    this.#credentials = repository(deps.graph.run, credentialStatements);
    this.#direct = new DirectDrafting(deps, badges);
  }

  /** All the rows, or the first refusal there is. */
  async draft(rows: readonly IssueRow[], options: IssueOptions): Promise<Draft[]> {
    for (const { awardedAt } of rows)
      if (awardedAt && awardedAt > options.now)
        throw invalidInput('awardedAt', 'lies in the future.', { reason: 'FUTURE_AWARD' });
    const assessed = rows.filter((row): row is AssessedRow => row.via === 'ASSESSED');
    const stacked = rows.filter((row): row is StackedRow => row.via === 'STACKED');
    const direct = rows.filter((row): row is DirectRow => row.via === 'DIRECT');
    const directly = await this.#direct.draft(direct, options);
    const drafts = new Map<IssueRow, Draft>([
      ...(await this.#draftAssessed(assessed, options)),
      ...(await this.#draftStacked(stacked, options)),
      ...direct.map((row, place): [IssueRow, Draft] => [row, directly[place] as Draft]),
    ]);
    await this.#checkBadges([...drafts.values()].map(({ badgeVersionId }) => badgeVersionId));
    return rows.map((row) => drafts.get(row) as Draft);
  }

  /**
   * Each row by itself: its draft, or why it is refused. Tries all at once and looks closer only where something is refused, so that rows
   * without fault cost no more than they do in `draft`.
   */
  async draftEach(rows: readonly IssueRow[], options: IssueOptions): Promise<(Draft | DomainError)[]> {
    try {
      return await this.draft(rows, options);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (rows.length === 1) return [error];
      const half = Math.ceil(rows.length / 2);
      return [
        ...(await this.draftEach(rows.slice(0, half), options)),
        ...(await this.draftEach(rows.slice(half), options)),
      ];
    }
  }

  /** Forgets who was new, because another writer came first. */
  forget(): void {
    this.#direct.forget();
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
    const renewed = new Map(
      (await this.#awards.credentialsToRenew({ awards: asked.map(awardOf) })).map(
        ({ awardKey: key, ...earlier }) => [key, earlier],
      ),
    );
    return drafts.map(([row, draft]) => [row, { ...draft, renews: renewed.get(draft.awardKey) }]);
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
        recipient: recipientOf({ ...learner, id: row.learnerId }, personKey),
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

  async #checkBadges(ids: readonly string[]): Promise<void> {
    await this.badges.learn(ids);
    for (const id of ids) {
      const { state } = this.badges.badge(id);
      if (state !== 'PUBLISHED' && state !== 'SUPERSEDED') throw notAwarded('badgeVersionId', state);
    }
  }
}

const awardOf = ({ awardKey: key, learnerId, badgeVersionId, awardedAt }: Draft) => ({
  awardKey: key,
  learnerId,
  badgeVersionId,
  awardedAt,
});
