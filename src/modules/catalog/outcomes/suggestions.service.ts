import { invalidInput } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOfList } from '../../../platform/paging.ts';
import { asMember, type Viewer } from '../../identity/viewer.ts';
import type { MatchKind } from '../../taxonomy/search/rank.ts';
import type { SearchService } from '../../taxonomy/search.service.ts';
import type { OutcomeRecord } from '../catalog.records.ts';
import type { CatalogService } from '../catalog.service.ts';
import { outcomeStatements } from './outcome.repository.ts';
import type { OutcomesService } from './outcomes.service.ts';
import { questionFor, whyOf } from './suggestions.ts';

export interface SuggestionQuestion {
  readonly outcomeId?: string | null | undefined;
  readonly text?: string | null | undefined;
  readonly language?: string | null | undefined;
  readonly framework?: string | null | undefined;
}

/** A skill an outcome might show, and why. */
export interface Suggestion {
  readonly skillUri: string;
  readonly score: number;
  readonly matchedText: string;
  readonly matchKind: MatchKind;
  readonly why: string;
  readonly rejectedBefore: boolean;
}

const MOST = 50;
const LONGEST_TEXT = 1_000;
/** How sure a reviewed mapping makes us; a name alone seldom does so. */
const BY_MAPPING = { EXACT: 0.99, CLOSE: 0.9 } as const;

/** Suggests skills for outcomes out of the taxonomies. Nothing is written: to claim one is a mutation that somebody makes. */
export class SuggestionsService {
  private readonly store: Repository<typeof outcomeStatements>;

  constructor(
    private readonly deps: {
      graph: Graph;
      viewer: Viewer;
      catalog: CatalogService;
      outcomes: OutcomesService;
      search: SearchService;
    },
  ) {
    this.store = repository(deps.graph.run, outcomeStatements);
  }

  /**
   * Skills for an outcome or a text, the most likely first, without those it is aligned to already. Null for an unknown outcome;
   * INVALID_INPUT unless exactly one of the two is given.
   */
  async suggest(asked: SuggestionQuestion, page: PageRequest): Promise<Page<Suggestion> | null> {
    asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF', 'EXTERNAL_REVIEWER');
    const { outcomeId, text } = asked;
    if ((outcomeId == null) === (text == null))
      throw invalidInput('outcomeId', 'give either outcomeId or text.');
    if (text && text.length > LONGEST_TEXT)
      throw invalidInput('text', `must have at most ${LONGEST_TEXT} characters.`);
    const outcome = outcomeId == null ? null : await this.deps.catalog.outcome(outcomeId);
    if (outcomeId != null && !outcome) return null;
    const question = questionFor(outcome ?? { statement: text ?? '' });
    const language = asked.language ?? outcome?.textLanguage ?? 'en';
    const framework = asked.framework ?? null;
    const [found, mapped, rejected] = await Promise.all([
      this.byName(question, language, framework),
      outcome ? this.byMapping(outcome, language, framework) : [],
      outcome ? this.deps.outcomes.rejectedSkills(outcome.id) : Promise.resolve<string[]>([]),
    ]);
    const best = new Map<string, Omit<Suggestion, 'rejectedBefore'>>();
    for (const one of [...found, ...mapped])
      if ((best.get(one.skillUri)?.score ?? -1) < one.score) best.set(one.skillUri, one);
    for (const { skillUri } of outcome?.alignments ?? []) best.delete(skillUri);
    const ordered = [...best.values()]
      .sort((a, b) => b.score - a.score || (a.skillUri < b.skillUri ? -1 : 1))
      .slice(0, MOST)
      .map((one) => ({ ...one, rejectedBefore: rejected.includes(one.skillUri) }));
    return pageOfList(page, ordered, ({ skillUri }) => skillUri);
  }

  private async byName(question: string, language: string, framework: string | null) {
    if (!/[\p{L}\p{N}]/u.test(question)) return [];
    const hits = await this.deps.search.search({
      query: question,
      kinds: ['Skill'],
      language,
      filter: { framework },
      page: { first: MOST },
    });
    return hits.edges.map(({ node: { concept, score, matchedText, matchKind } }) => ({
      skillUri: concept.uri,
      score,
      matchedText,
      matchKind,
      why: whyOf(matchKind, matchedText, question),
    }));
  }

  private async byMapping({ id }: OutcomeRecord, language: string, framework: string | null) {
    const rows = await this.store.mappedSkills({ id, language, framework });
    return rows.map(({ uri, relation, labels, knownLabels }) => ({
      skillUri: uri,
      score: BY_MAPPING[relation],
      matchedText: labels[0] ?? uri,
      matchKind: 'MAPPED' as const,
      why: `A reviewed mapping says it is ${relation === 'EXACT' ? 'the same as' : 'nearly the same as'} “${knownLabels[0] ?? ''}”, which the outcome is aligned to.`,
    }));
  }
}
