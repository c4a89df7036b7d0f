import { z } from 'zod';
import { batchMany } from '../../../platform/batch.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOf, pageOfList, pageWindow } from '../../../platform/paging.ts';
import { asMember, type Viewer } from '../../identity/viewer.ts';
import { fallbackChain } from '../../taxonomy/language.ts';
import { checkLanguage } from '../../taxonomy/taxonomy.questions.ts';
import type { AlignmentRecord, OutcomeRecord } from '../catalog.records.ts';
import type { OutcomeTextRecord } from './outcome.records.ts';
import { outcomeStatements } from './outcome.repository.ts';

const keys = z.tuple([z.iso.datetime(), z.string()]);
const BEGINNING = '0001-01-01T00:00:00.000Z';

/** Reads what hangs on outcomes: their texts in other languages, and what became of claims of alignment. */
export class OutcomesService {
  private readonly store: Repository<typeof outcomeStatements>;
  private readonly viewer: Viewer;
  private readonly loaders;

  constructor({ graph, viewer }: { graph: Graph; viewer: Viewer }) {
    const store = repository(graph.run, outcomeStatements);
    const parent = ({ parentId }: { parentId: string }) => parentId;
    this.store = store;
    this.viewer = viewer;
    this.loaders = {
      translations: batchMany((ids) => store.translationsOfOutcomes({ ids }), parent),
      rejected: batchMany((ids) => store.rejectedAlignments({ ids }), parent),
    };
  }

  /** What it says in the asked language, else its base language, else English, else its own. */
  async text(outcome: OutcomeRecord, language: string): Promise<OutcomeTextRecord> {
    const chain = fallbackChain(checkLanguage(language));
    const own = ownText(outcome);
    if (own.language === chain[0]) return own;
    const texts = await this.allTexts(outcome);
    return chain.flatMap((tag) => texts.filter((text) => text.language === tag))[0] ?? own;
  }

  /** Its own text first, then by language. */
  async texts(outcome: OutcomeRecord, page: PageRequest): Promise<Page<OutcomeTextRecord>> {
    return pageOfList(page, await this.allTexts(outcome), ({ language }) => language);
  }

  /** Claims that somebody found wrong, last first. */
  async rejectedAlignments(outcomeId: string, page: PageRequest): Promise<Page<AlignmentRecord>> {
    const rows = await this.loaders.rejected.load(outcomeId);
    return pageOfList(
      page,
      rows.map(({ alignment }) => alignment),
      ({ skillUri, reviewedAt }) => `${skillUri} ${reviewedAt?.toISOString()}`,
    );
  }

  /** URIs of the skills it was claimed to show until somebody found the claim wrong. */
  async rejectedSkills(outcomeId: string): Promise<string[]> {
    return (await this.loaders.rejected.load(outcomeId)).map(({ alignment }) => alignment.skillUri);
  }

  /** Claims that nobody has reviewed, longest waiting first: an issuer sees its own, an external reviewer those of anybody. */
  async alignmentsToReview(
    page: PageRequest,
    organizationId?: string | null,
  ): Promise<Page<AlignmentRecord>> {
    const member = asMember(this.viewer, 'EXTERNAL_REVIEWER', 'ISSUER_ADMIN', 'ISSUER_STAFF');
    const scope = {
      organizationId: member.role === 'EXTERNAL_REVIEWER' ? (organizationId ?? null) : member.organizationId,
    };
    const window = pageWindow(page, keys);
    const [afterAt, afterKey] = window.after ?? [BEGINNING, ''];
    const rows = await this.store.alignmentsToReview({
      ...scope,
      afterAt: new Date(afterAt),
      afterKey,
      limit: window.limit,
    });
    return pageOf(
      window,
      rows,
      {
        node: ({ alignment }) => alignment,
        keysOf: ({ alignment }): [string, string] => [
          (alignment.createdAt ?? new Date(BEGINNING)).toISOString(),
          `${alignment.outcomeId} ${alignment.skillUri}`,
        ],
      },
      async () => (await this.store.alignmentsToReviewCount(scope)).total,
    );
  }

  private async allTexts(outcome: OutcomeRecord): Promise<OutcomeTextRecord[]> {
    const rows = await this.loaders.translations.load(outcome.id);
    return [ownText(outcome), ...rows.map(({ translation }) => translation)];
  }
}

const ownText = (outcome: OutcomeRecord): OutcomeTextRecord => ({
  language: outcome.textLanguage,
  statement: outcome.statement,
  conditions: outcome.conditions,
  tools: outcome.tools,
  constraints: outcome.constraints,
  successCriteria: outcome.successCriteria,
});
