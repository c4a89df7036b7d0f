import { batchMany } from '../../../platform/batch.ts';
import type { Clock } from '../../../platform/clock.ts';
import { conflict, invalidInput, notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { newId } from '../../../platform/ids.ts';
import { checkInput, optionalText } from '../../../platform/input.ts';
import { newestFirst, type Page, type PageRequest, pageOf } from '../../../platform/paging.ts';
import { digestOf, newSecret } from '../../identity/api-key.ts';
import { PLATFORM } from '../../identity/audit/audit.service.ts';
import type { Mutations } from '../../identity/mutations.ts';
import { expiryOf } from '../../identity/sign-in/expiry.ts';
import { asLearner, type Viewer } from '../../identity/viewer.ts';
import type { LearnerSeal } from '../../learners/learner-seal.ts';
import { recipientErased } from '../drafts.ts';
import { SHARE_DAYS } from '../sharing/sharing.service.ts';
import { portfolioStatements, type StoredPortfolio } from './portfolio.repository.ts';
import {
  PORTFOLIO_LIMITS,
  type PortfolioContent,
  type PortfolioInputValue,
  portfolioRules,
  referencesOf,
} from './portfolio.rules.ts';

/** A portfolio, opened. */
export interface Portfolio extends PortfolioContent {
  readonly id: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A link that shows a portfolio to an audience. */
export interface PortfolioShare {
  readonly id: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly audience: string | null;
}

export interface NewPortfolioShare {
  readonly portfolioId: string;
  readonly expiresAt: Date;
  /** The address with the secret, this one time; null when the request was carried out before. */
  readonly url: string | null;
}

type Key = string | undefined;

/** What learners put together to show: written as a whole, sealed with their key, and shown only by links they make. */
export class PortfolioService {
  readonly #graph: Repository<typeof portfolioStatements>;
  readonly #shares;

  constructor(
    private readonly deps: {
      readonly graph: Graph;
      readonly viewer: Viewer;
      readonly clock: Clock;
      readonly mutations: Mutations;
      readonly seal: LearnerSeal;
      readonly publicUrl: string;
    },
  ) {
    this.#graph = repository(deps.graph.run, portfolioStatements);
    this.#shares = batchMany(
      (ids) => this.#sharesOf(ids),
      ({ portfolioId }) => portfolioId,
    );
  }

  /** The viewer's own, the last that was changed first. For LEARNER. */
  async list(request: PageRequest): Promise<Page<Portfolio>> {
    const { learnerId } = asLearner(this.deps.viewer);
    const window = newestFirst(request);
    const rows = await this.#graph.ofLearner({ learnerId, ...window.from });
    const opened = await Promise.all(rows.map(({ portfolio }) => this.opened(learnerId, portfolio)));
    return pageOf(
      window,
      opened,
      { node: (one) => one, keysOf: ({ updatedAt, id }): [string, string] => [updatedAt.toISOString(), id] },
      async () => (await this.#graph.ofLearnerCount({ learnerId })).total,
    );
  }

  /** One of the viewer's own; null for any other. */
  async portfolio(id: string): Promise<Portfolio | null> {
    const { learnerId } = this.deps.viewer;
    const row = learnerId === null ? null : await this.#graph.byId({ learnerId, id });
    return row && learnerId ? this.opened(learnerId, row.portfolio) : null;
  }

  /** Writes a portfolio as a whole: a new one without an id. INVALID_INPUT naming the place; NOT_FOUND; CONFLICT (`TOO_MANY_PORTFOLIOS`). */
  async save(given: string | undefined, input: PortfolioInputValue, idempotencyKey: Key): Promise<Portfolio> {
    const { learnerId } = asLearner(this.deps.viewer);
    const content = checkInput('input', portfolioRules, input);
    await this.#checkOwned(learnerId, content);
    const key = await this.#keyOf(learnerId);
    const asked = { name: 'savePortfolio', input: { id: given ?? null, content }, idempotencyKey };
    const id = await this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
      const made = given ?? newId(now);
      const written = await repository(run, portfolioStatements).save({
        learnerId,
        id: made,
        now,
        fresh: given === undefined,
        most: PORTFOLIO_LIMITS.portfolios,
        sealedContent: this.deps.seal.seal(key, 'Portfolio', made, 'sealedContent', JSON.stringify(content)),
      });
      if (!written) throw recipientErased();
      if (written.id === null && given !== undefined) throw notFound('portfolio', given);
      if (written.id === null)
        throw conflict(`You keep ${PORTFOLIO_LIMITS.portfolios} portfolios already. Delete one first.`, {
          reason: 'TOO_MANY_PORTFOLIOS',
          max: PORTFOLIO_LIMITS.portfolios,
        });
      audit({ chain: PLATFORM, action: asked.name, purpose: null, subject: learnerId, objects: [made] });
      return made;
    });
    return this.#existing(id);
  }

  /** Deletes one of the viewer's, with the links to it. Answers its id; NOT_FOUND. */
  remove(id: string, idempotencyKey: string): Promise<string> {
    return this.#change('deletePortfolio', id, idempotencyKey, async (store, learnerId) => {
      if (!(await store.remove({ learnerId, id }))) throw notFound('portfolio', id);
      return id;
    });
  }

  /** Makes a link that shows a portfolio to an audience until it expires. NOT_FOUND; INVALID_INPUT (`expiresAt`, `audience`); CONFLICT (`TOO_MANY_SHARES`). */
  async share(
    portfolioId: string,
    given: string | null | undefined,
    expiresAt: Date | null | undefined,
    idempotencyKey: Key,
  ): Promise<NewPortfolioShare> {
    const { learnerId } = asLearner(this.deps.viewer);
    const audience = checkInput('audience', optionalText(PORTFOLIO_LIMITS.audience), given);
    const fresh = { id: newId(this.deps.clock()), secret: newSecret() };
    const key = await this.#keyOf(learnerId);
    const input = { portfolioId, audience, expiresAt: expiresAt?.toISOString() ?? null };
    const asked = { name: 'sharePortfolio', input, idempotencyKey };
    const made = await this.deps.mutations.perform(asked, async ({ run, now, audit }) => {
      const until = expiryOf('expiresAt', expiresAt, now, SHARE_DAYS);
      const written = await repository(run, portfolioStatements).createShare({
        learnerId,
        portfolioId,
        id: fresh.id,
        digest: digestOf(fresh.secret),
        now,
        expiresAt: until,
        sealedAudience:
          audience && this.deps.seal.seal(key, 'ShareLink', fresh.id, 'sealedAudience', audience),
        most: PORTFOLIO_LIMITS.shares,
      });
      if (!written) throw notFound('portfolio', portfolioId);
      if (written.live >= PORTFOLIO_LIMITS.shares)
        throw conflict(
          `${PORTFOLIO_LIMITS.shares} links lead to this portfolio already. Take one back first (revokePortfolioShare).`,
          { reason: 'TOO_MANY_SHARES', max: PORTFOLIO_LIMITS.shares },
        );
      const objects = [portfolioId, fresh.id];
      audit({ chain: PLATFORM, action: asked.name, purpose: null, subject: learnerId, objects });
      return { id: fresh.id, expiresAt: until.toISOString() };
    });
    const address = `${this.deps.publicUrl}/portfolios/${encodeURIComponent(portfolioId)}`;
    return {
      portfolioId,
      expiresAt: new Date(made.expiresAt),
      url: made.id === fresh.id ? `${address}?share=${fresh.secret}` : null,
    };
  }

  /** Takes a link back from now on. Answers the portfolio it led to; NOT_FOUND. */
  async revokeShare(id: string, idempotencyKey: string): Promise<Portfolio> {
    const portfolioId = await this.#change(
      'revokePortfolioShare',
      id,
      idempotencyKey,
      async (store, learnerId) => {
        const gone = await store.deleteShare({ learnerId, id });
        if (!gone) throw notFound('share', id);
        return gone.portfolioId;
      },
    );
    return this.#existing(portfolioId);
  }

  /** The links that lead to one of the viewer's portfolios now, the newest first. */
  shares(portfolioId: string): Promise<PortfolioShare[]> {
    return this.#shares.load(portfolioId);
  }

  /** What a portfolio says, opened; whoever calls has decided that it may be shown. */
  async opened(learnerId: string, { sealedContent, ...portfolio }: StoredPortfolio): Promise<Portfolio> {
    const { seal } = this.deps;
    const text = await seal.open(learnerId, 'Portfolio', portfolio.id, 'sealedContent', sealedContent);
    if (text === null) throw recipientErased();
    return { ...portfolio, ...(JSON.parse(text) as PortfolioContent) };
  }

  async #checkOwned(learnerId: string, content: PortfolioContent): Promise<void> {
    const { credentialIds, foreignCredentialIds, validationIds } = referencesOf(content);
    const ids = [...credentialIds, ...foreignCredentialIds, ...validationIds];
    const owned = ids.length === 0 ? [] : await this.#graph.owned({ learnerId, ids });
    const has = (kind: (typeof owned)[number]['kind']) => (id: string) =>
      owned.some((one) => one.id === id && one.kind === kind);
    const missing =
      credentialIds.find((id) => !has('Credential')(id)) ??
      foreignCredentialIds.find((id) => !has('ForeignCredential')(id)) ??
      validationIds.find((id) => !has('Validation')(id));
    if (missing !== undefined)
      throw invalidInput('input.sections', `names "${missing}", which is not in your record.`, {
        reason: 'NOT_YOURS',
        id: missing,
      });
  }

  #change(
    name: string,
    id: string,
    idempotencyKey: string,
    work: (store: Repository<typeof portfolioStatements>, learnerId: string) => Promise<string>,
  ): Promise<string> {
    const { learnerId } = asLearner(this.deps.viewer);
    return this.deps.mutations.perform({ name, input: { id }, idempotencyKey }, async ({ run, audit }) => {
      const portfolioId = await work(repository(run, portfolioStatements), learnerId);
      const objects = [...new Set([portfolioId, id])];
      audit({ chain: PLATFORM, action: name, purpose: null, subject: learnerId, objects });
      return portfolioId;
    });
  }

  async #existing(id: string): Promise<Portfolio> {
    const found = await this.portfolio(id);
    if (!found) throw notFound('portfolio', id);
    return found;
  }

  async #keyOf(learnerId: string): Promise<Buffer> {
    const key = await this.deps.seal.keyOf(learnerId);
    if (!key) throw recipientErased();
    return key;
  }

  async #sharesOf(ids: readonly string[]) {
    const { learnerId } = asLearner(this.deps.viewer);
    const rows = await this.#graph.shares({ learnerId, ids: [...ids], now: this.deps.clock() });
    return Promise.all(
      rows.map(async ({ sealedAudience, ...share }) => ({
        ...share,
        audience: await this.deps.seal.open(
          learnerId,
          'ShareLink',
          share.id,
          'sealedAudience',
          sealedAudience,
        ),
      })),
    );
  }
}
