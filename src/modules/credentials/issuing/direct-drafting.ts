import { forbidden, invalidInput, notFound } from '../../../platform/errors.ts';
import { type Repository, type Row, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { blindIndex, createPersonKey, sealContext, sealFor, wrap } from '../../../platform/seal.ts';
import { dutiesDone, reviewed } from '../../identity/sign-in/separation.ts';
import { checkIdentity } from '../award-checks.ts';
import type { Badge } from '../badges.ts';
import type { DirectRow } from '../credential.ts';
import { awardStatements } from '../credentials.repository.ts';
import {
  awardKey,
  type Draft,
  type Newcomer,
  namedBy,
  notAwarded,
  openKey,
  recipientErased,
  recipientOf,
  type WaitingRecipient,
} from '../drafts.ts';
import type { BadgeBook } from './badge-book.ts';
import { recipientIndex } from './direct.rules.ts';
import { directStatements } from './issuing.repository.ts';
import type { IssueOptions, IssuingDeps } from './issuing-options.ts';
import { isNamed, type OwnNames, ownNames } from './own-names.ts';

/** A recipient as an award names them: which learner, with which key, and the record to make where there is none. */
interface Found {
  readonly learnerId: string;
  readonly personKey: Buffer;
  readonly recipient: Draft['recipient'];
  readonly newcomer?: Newcomer;
}

type KnownRow = Row<typeof directStatements.knownRecipients>;
type WaitingRow = Row<typeof directStatements.waitingRecipients>;

/** Drafts awards by decision of their issuer, without work that was assessed here. */
export class DirectDrafting {
  readonly #direct: Repository<typeof directStatements>;
  readonly #awards: Repository<typeof awardStatements>;
  /** Who is new within one attempt, so that two awards to the same address make one record. */
  readonly #newcomers = new Map<string, Found>();

  constructor(
    private readonly deps: IssuingDeps,
    private readonly badges: BadgeBook,
  ) {
    this.#direct = repository(deps.graph.run, directStatements);
    this.#awards = repository(deps.graph.run, awardStatements);
  }

  /** Forgets who was new, because another writer may have made their records meanwhile. */
  forget(): void {
    this.#newcomers.clear();
  }

  /**
   * NOT_FOUND for a badge or learner the issuer does not know, FORBIDDEN for a badge of another issuer and for somebody who may not sign the
   * award, INVALID_INPUT (`BADGE_NOT_PUBLISHED`, `BADGE_WITHDRAWN`, `BADGE_STACKS`, `IDENTITY_NOT_PROVEN`), CONFLICT (`RECIPIENT_ERASED`).
   */
  async draft(rows: readonly DirectRow[], options: IssueOptions): Promise<Draft[]> {
    if (rows.length === 0) return [];
    const { issuerId } = options;
    if (issuerId === null) throw new Error('an award by decision of its issuer needs an issuer');
    const badgeIds = [...new Set(rows.map(({ badgeVersionId }) => badgeVersionId))];
    await this.badges.learn(badgeIds);
    for (const id of badgeIds) checkBadge(this.badges.badge(id), issuerId);
    const found = await this.#find(rows, issuerId, options.now);
    const reviewers = new Map(
      (await this.#direct.badgeReviewers({ ids: badgeIds })).map((row) => [row.versionId, row.reviewers]),
    );
    const self = await this.#self(rows, options);
    const drafts = rows.map((row, place) => {
      const to = found[place] as Found;
      options.checkDuties?.([
        ...dutiesDone(to.learnerId, []),
        // by an address, too, nobody issues to themselves, whatever record it leads to
        ...(self && isNamed(self.names, row.recipient) ? dutiesDone(self.id, []) : []),
        ...reviewed(reviewers.get(row.badgeVersionId) ?? []),
      ]);
      return this.#draftOf(row, to, options);
    });
    await checkIdentity(this.#awards, 'recipient', drafts);
    return drafts;
  }

  #draftOf(row: DirectRow, to: Found, { now }: IssueOptions): Draft {
    const { name } = this.badges.badge(row.badgeVersionId);
    const { narrative = null, evidenceUrl = null, reference } = row;
    const said = narrative !== null || evidenceUrl !== null;
    return {
      via: 'DIRECT',
      ...to,
      badgeVersionId: row.badgeVersionId,
      awardKey: awardKey(to.learnerId, row.badgeVersionId, `direct ${reference ?? ''}`),
      scores: [],
      evidence: said ? [{ name, genre: 'recognition', url: evidenceUrl, narrative, audience: null }] : [],
      awardedAt: row.awardedAt ?? now,
      resultIds: [],
      usedCredentialIds: [],
      credentialId: row.credentialId,
    };
  }

  /** By what whoever issues is known as a learner, where a row could mean them by it. */
  async #self(
    rows: readonly DirectRow[],
    { selfId }: IssueOptions,
  ): Promise<{ readonly id: string; readonly names: OwnNames } | null> {
    const waiting = waitingIn(rows);
    if (!selfId || waiting.length === 0) return null;
    const documents = waiting.some((recipient) => 'did' in recipient);
    const row = await this.#direct.ownNames({ learnerId: selfId, documents });
    if (!row) return null;
    return { id: selfId, names: ownNames({ ...row, id: selfId }, openKey(row.key, this.deps.kek)) };
  }

  async #find(rows: readonly DirectRow[], organizationId: string, now: Date): Promise<Found[]> {
    const learnerIds = rows.flatMap(({ recipient }) =>
      'learnerId' in recipient ? [recipient.learnerId] : [],
    );
    const waiting = new Map(
      waitingIn(rows).map((one) => [one, recipientIndex(this.deps.indexKey, organizationId, one)]),
    );
    const [known, met] = await Promise.all([
      this.#direct.knownRecipients({ organizationId, learnerIds: [...new Set(learnerIds)] }),
      this.#direct.waitingRecipients({
        organizationId,
        recipients: [...waiting].map(([recipient, index]) => ({
          recipientIndex: index,
          emailIndex: 'email' in recipient ? blindIndex(this.deps.indexKey, recipient.email) : null,
        })),
      }),
    ]);
    const byId = new Map(known.map((row) => [row.learnerId, row]));
    const byIndex = new Map(met.map((row) => [row.recipientIndex, row]));
    return rows.map(({ recipient }) => {
      if ('learnerId' in recipient) return this.#known(recipient.learnerId, byId.get(recipient.learnerId));
      const index = waiting.get(recipient) as string;
      const row = byIndex.get(index);
      return row ? this.#waiting(recipient, row) : this.#newcomer(recipient, index, organizationId, now);
    });
  }

  #known(learnerId: string, row: KnownRow | undefined): Found {
    if (row?.erased) throw recipientErased();
    if (!row?.known) throw notFound('learner', learnerId);
    const personKey = openKey(row.key, this.deps.kek);
    return { learnerId, personKey, recipient: recipientOf({ ...row, id: learnerId }, personKey) };
  }

  #waiting(recipient: WaitingRecipient, { learnerId, key }: WaitingRow): Found {
    return { learnerId, personKey: openKey(key, this.deps.kek), recipient: namedBy(recipient) };
  }

  #newcomer(recipient: WaitingRecipient, index: string, organizationId: string, now: Date): Found {
    const met = this.#newcomers.get(index);
    if (met) return { ...met, recipient: namedBy(recipient) };
    const { kek } = this.deps;
    const personKey = createPersonKey();
    const [id, keyId] = [newId(now), newId(now)];
    const found: Found = {
      learnerId: id,
      personKey,
      recipient: namedBy(recipient),
      newcomer: {
        id,
        organizationId,
        recipientIndex: index,
        sealedRecipient: sealFor(
          personKey,
          JSON.stringify(recipient),
          sealContext('Learner', id, 'sealedRecipient'),
        ),
        keyId,
        wrapped: wrap(kek, personKey, keyId),
        kek: kek.keyId,
      },
    };
    this.#newcomers.set(index, found);
    return found;
  }
}

const waitingIn = (rows: readonly DirectRow[]): WaitingRecipient[] =>
  rows.flatMap(({ recipient }) => ('learnerId' in recipient ? [] : [recipient]));

function checkBadge({ versionId, state, issuer, stacked }: Badge, issuerId: string): void {
  if (issuer.organizationId !== issuerId) {
    // what others are still drafting is nobody's business
    if (state === 'DRAFT') throw notFound('badge version', versionId);
    throw forbidden('This badge belongs to another organisation; only it may issue it.');
  }
  if (state !== 'PUBLISHED') throw notAwarded('badgeVersionId', state);
  if (stacked)
    throw invalidInput(
      'badgeVersionId',
      'stacks other badges: it is awarded for those, by itself, and never directly.',
      { reason: 'BADGE_STACKS' },
    );
}
