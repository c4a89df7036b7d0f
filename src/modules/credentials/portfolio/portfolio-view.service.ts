import { conflict } from '../../../platform/errors.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { digestOf } from '../../identity/api-key.ts';
import { PLATFORM } from '../../identity/audit/audit.service.ts';
import type { Reads } from '../../identity/audit/reads.ts';
import { asLearner, type Viewer } from '../../identity/viewer.ts';
import type { LearnerSeal } from '../../learners/learner-seal.ts';
import { openDocument } from '../drafts.ts';
import { MOST_IN_RECORD, type RecordAsked } from '../encodings/clr.service.ts';
import { foreignStatements } from '../foreign/foreign.repository.ts';
import { readForeign } from '../foreign/foreign.rules.ts';
import type { IssuingDeps } from '../issuing/issuing-options.ts';
import { readPresented } from '../verification/presented.ts';
import type { VerificationReport } from '../verification/report.ts';
import { graphSources, rememberingSources } from '../verification/sources.ts';
import { verifyPresented } from '../verification/verify.ts';
import { portfolioStatements } from './portfolio.repository.ts';
import { forAudience, type PortfolioItem, referencesOf } from './portfolio.rules.ts';
import type { Portfolio, PortfolioService } from './portfolio.service.ts';
import type { Validation, ValidationsService } from './validations/validations.service.ts';

/** A credential in a portfolio, verified just now. */
export interface ShownCredential {
  readonly document: string;
  readonly name: string;
  readonly issuerName: string | null;
  readonly report: VerificationReport;
  /** Issued elsewhere, and brought by the learner. */
  readonly foreign: boolean;
}

/** A part of a portfolio with what it refers to; both null where that is gone. */
export interface ShownItem extends PortfolioItem {
  readonly credential: ShownCredential | null;
  readonly validation: Validation | null;
}

/** A portfolio as an audience sees it. */
export interface ShownPortfolio extends Omit<Portfolio, 'sections'> {
  readonly learnerId: string;
  readonly audience: string | null;
  /** When the link ends; null for the learner. */
  readonly expiresAt: Date | null;
  readonly sections: readonly {
    readonly title: string;
    readonly introduction: string | null;
    readonly items: readonly ShownItem[];
  }[];
}

/** Shows portfolios to whoever has a link, and as a record that travels. */
export class PortfolioViewService {
  readonly #graph: Repository<typeof portfolioStatements>;

  constructor(
    private readonly deps: IssuingDeps & {
      readonly viewer: Viewer;
      readonly seal: LearnerSeal;
      readonly reads: Reads;
      readonly verifying: () => Promise<void>;
      readonly portfolios: PortfolioService;
      readonly validations: ValidationsService;
      readonly records: { ofDocuments(asked: RecordAsked): Promise<string> };
    },
  ) {
    this.#graph = repository(deps.graph.run, portfolioStatements);
  }

  /** A portfolio for whoever has the secret of a link to it, which the learner can see afterwards; null in any other case. RATE_LIMITED. */
  async byLink(id: string, secret: string | null): Promise<ShownPortfolio | null> {
    const digest = secret === null ? '' : digestOf(secret);
    const found = await this.#graph.shown({ id, digest, now: this.deps.clock() });
    if (!found) return null;
    await this.deps.verifying();
    const { learnerId, shareId, sealedAudience, expiresAt } = found;
    this.deps.reads.note({ chain: PLATFORM, purpose: 'SHARED', subject: learnerId, objects: [id] });
    const audience = await this.deps.seal.open(
      learnerId,
      'ShareLink',
      shareId,
      'sealedAudience',
      sealedAudience,
    );
    const portfolio = await this.deps.portfolios.opened(learnerId, found.portfolio);
    return { ...(await this.#shown(learnerId, portfolio, audience)), expiresAt };
  }

  /**
   * What an audience sees of the viewer's credentials in a portfolio, as a Comprehensive Learner Record; null when the portfolio is not theirs. For LEARNER. CONFLICT
   * (`NO_CREDENTIALS`) when none of them is a JSON document that stands.
   */
  async record(id: string, audience: string | null): Promise<string | null> {
    const { learnerId } = asLearner(this.deps.viewer);
    const portfolio = await this.deps.portfolios.portfolio(id);
    if (!portfolio) return null;
    await this.deps.verifying();
    return this.recordOf(await this.#shown(learnerId, portfolio, audience));
  }

  /** The credentials that somebody is shown, as a record. What does not stand, or is no JSON document, cannot be in it. */
  async recordOf({ learnerId, title, introduction, sections }: ShownPortfolio): Promise<string> {
    const documents = sections
      .flatMap(({ items }) => items)
      .flatMap(({ credential }) => (credential && travels(credential) ? [credential.document] : []));
    const chosen = [...new Set(documents)].slice(0, MOST_IN_RECORD);
    if (chosen.length === 0)
      throw conflict(
        'No credential in this portfolio can be in a record: it takes JSON documents that stand.',
        {
          reason: 'NO_CREDENTIALS',
        },
      );
    return this.deps.records.ofDocuments({
      learnerId,
      documents: chosen,
      name: title,
      description: introduction,
    });
  }

  async #shown(learnerId: string, whole: Portfolio, audience: string | null): Promise<ShownPortfolio> {
    const { sections, ...portfolio } = { ...whole, ...forAudience(whole, audience) };
    const { credentialIds, foreignCredentialIds, validationIds } = referencesOf({ sections });
    const [own, foreign, validations] = await Promise.all([
      this.#own(learnerId, credentialIds),
      this.#foreign(learnerId, foreignCredentialIds),
      this.deps.validations.ofLearner(learnerId, validationIds),
    ]);
    const shown = await this.#verified([...own, ...foreign]);
    return {
      ...portfolio,
      learnerId,
      audience,
      expiresAt: null,
      sections: sections.map((section) => ({
        ...section,
        items: section.items.map((item) => ({
          ...item,
          credential: shown.get(item.credentialId ?? item.foreignCredentialId ?? '') ?? null,
          validation: validations.find(({ id }) => id === item.validationId) ?? null,
        })),
      })),
    };
  }

  /** Each by the id it was chosen by, also when another has taken its place since. */
  async #own(learnerId: string, ids: readonly string[]) {
    const rows = ids.length === 0 ? [] : await this.#graph.standing({ learnerId, ids: [...ids] });
    return rows.map(({ asked, ...row }) => ({
      id: asked,
      foreign: false,
      document: openDocument('Credential', row, this.deps.kek),
    }));
  }

  async #foreign(learnerId: string, ids: readonly string[]) {
    const store = repository(this.deps.graph.run, foreignStatements);
    const rows = ids.length === 0 ? [] : await store.byIds({ learnerId, ids: [...ids] });
    return rows.map(({ foreign: { id }, ...row }) => ({
      id,
      foreign: true,
      document: openDocument('ForeignCredential', { ...row, id }, this.deps.kek),
    }));
  }

  async #verified(
    documents: readonly { readonly id: string; readonly foreign: boolean; readonly document: string }[],
  ): Promise<Map<string, ShownCredential>> {
    const sources = rememberingSources(graphSources(this.deps));
    const now = this.deps.clock();
    const shown = new Map<string, ShownCredential>();
    for (const { id, foreign, document } of documents) {
      const presented = await readPresented(document, sources.web);
      if ('problem' in presented) continue;
      const { name, issuerName } = readForeign(presented);
      const report = await verifyPresented(presented, sources, now, 0);
      shown.set(id, { document, name, issuerName, report, foreign });
    }
    return shown;
  }
}

const travels = ({ report }: ShownCredential): boolean =>
  report.format === 'JSON' &&
  report.steps.every(({ name, outcome }) => outcome === 'PASS' || (name === 'TRUST' && outcome !== 'FAIL'));
