import { z } from 'zod';
import { invalidInput } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { type Repository, repository } from '../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOf, pageWindow } from '../../platform/paging.ts';
import { fallbackChain, textIndex } from './language.ts';
import type { Lexicons } from './lexicons.ts';
import type { Lexicon } from './search/lexicon.ts';
import { type Comparer, comparer } from './search/likeness.ts';
import { luceneQuery } from './search/lucene.ts';
import { type MatchKind, questionOf, type Ranked, rank } from './search/rank.ts';
import type { Candidate } from './search/signals.ts';
import { fold } from './search/words.ts';
import { searchStatements } from './search.repository.ts';
import { checkLanguage } from './taxonomy.questions.ts';
import {
  CONCEPT_KINDS,
  type ConceptKind,
  type ConceptRecord,
  type MappingRelation,
  type ReuseLevel,
  type SkillType,
  type TextRecord,
  TODAY,
} from './taxonomy.records.ts';
import type { TaxonomyService } from './taxonomy.service.ts';

export interface SearchFilter {
  readonly framework?: string | null | undefined;
  readonly skillType?: SkillType | null | undefined;
  readonly reuseLevel?: ReuseLevel | null | undefined;
  readonly jobZone?: number | null | undefined;
  readonly broader?: string | null | undefined;
}

export interface SearchQuestion {
  readonly query: string;
  readonly kinds?: readonly ConceptKind[] | null | undefined;
  readonly language: string;
  readonly filter: SearchFilter;
  readonly asOf?: string | null | undefined;
  readonly page: PageRequest;
}

/** A concept that answers a question, and why. */
export interface SearchHit {
  readonly concept: ConceptRecord;
  readonly score: number;
  readonly matchedText: string;
  readonly matchKind: MatchKind;
  readonly language: string;
}

/** What the index finds is ranked down to so many; more words find others. */
const CANDIDATES = 200;
/** Where a filter works after the index, the index is asked for more. */
const FILTERED_DEPTH = 5_000;
/** So many concepts of other frameworks may vouch for those they are mapped to. */
const VOUCHING = 40;
const LONGEST_QUERY = 200;
/** What a hit in another language than the one asked for loses. */
const FALLBACK_FACTOR = 0.9;

const trust: Readonly<Record<MappingRelation, number>> = {
  EXACT: 1,
  CLOSE: 0.9,
  NARROW: 0.8,
  BROAD: 0.8,
  RELATED: 0.5,
};

const keys = z.tuple([z.number(), z.string()]);

interface Found {
  readonly concept: Omit<ConceptRecord, 'asOf'>;
  readonly text: TextRecord;
}

/** Finds concepts by words; anybody may. */
export class SearchService {
  private readonly graph: Graph;
  private readonly statements: Repository<typeof searchStatements>;
  private readonly taxonomy: TaxonomyService;
  private readonly lexicons: Lexicons;

  constructor({
    graph,
    taxonomy,
    lexicons,
  }: { graph: Graph; taxonomy: TaxonomyService; lexicons: Lexicons }) {
    this.graph = graph;
    this.statements = repository(graph.run, searchStatements);
    this.taxonomy = taxonomy;
    this.lexicons = lexicons;
  }

  /** The best answers, at most a few hundred. Throws INVALID_INPUT for a query without a letter or digit, or of over 200 characters. */
  async search(question: SearchQuestion): Promise<Page<SearchHit>> {
    const window = pageWindow(question.page, keys);
    const hits = await this.rankAll(question);
    const [score, uri] = window.after ?? [Number.POSITIVE_INFINITY, ''];
    const rest = hits.filter((hit) => hit.score < score || (hit.score === score && hit.concept.uri > uri));
    return pageOf(
      window,
      rest.slice(0, window.limit),
      {
        node: (hit) => hit,
        keysOf: (hit): [number, string] => [hit.score, hit.concept.uri],
      },
      async () => hits.length,
    );
  }

  private async rankAll(question: SearchQuestion): Promise<SearchHit[]> {
    const query = checkQuery(question.query);
    const at = question.asOf ? await this.taxonomy.ordinalOf(question.asOf) : null;
    const { framework } = question.filter;
    if (at && framework && framework !== at.framework)
      throw invalidInput(
        'filter.framework',
        `must be "${at.framework}" when asOf is "${question.asOf}", or left out.`,
      );
    const scope = {
      kinds: question.kinds?.length ? question.kinds : CONCEPT_KINDS,
      framework: at?.framework ?? framework ?? null,
      filter: {
        asOf: at?.ordinal ?? TODAY,
        skillType: question.filter.skillType ?? null,
        reuseLevel: question.filter.reuseLevel ?? null,
        jobZone: question.filter.jobZone ?? null,
        broader: question.filter.broader ?? null,
      },
    };
    const languages = fallbackChain(checkLanguage(question.language));
    const indexes = languages.filter(
      (language, i) => languages.findIndex((other) => textIndex(other) === textIndex(language)) === i,
    );
    const best = new Map<string, SearchHit>();
    const lists = await Promise.all(indexes.map((language) => this.rankIn(query, language, scope)));
    for (const [i, hits] of lists.entries())
      for (const hit of hits) {
        const score = i === 0 ? hit.score : hit.score * FALLBACK_FACTOR;
        const known = best.get(hit.concept.uri);
        if (!known || score > known.score) best.set(hit.concept.uri, { ...hit, score });
      }
    return [...best.values()].sort((a, b) => b.score - a.score || (a.concept.uri < b.concept.uri ? -1 : 1));
  }

  /** What is there to rank for a question in one language: for the ranking itself, and to measure and fit it. */
  async candidates(query: string, language: string, scope: Scope) {
    const lexicon = await this.lexicons(this.graph, language);
    const by = comparer(lexicon);
    const { found, mapped } = await this.gather(query, language, scope, lexicon, by);
    const candidates = found.map(({ concept, text }) => candidateOf(concept.uri, text, mapped));
    return { lexicon, by, found, candidates };
  }

  /** What the index alone finds for some words in one language, unranked: for reading texts, where every sentence is asked about. Needs a letter or digit. */
  async indexed(query: string, language: string, scope: Scope) {
    const lexicon = await this.lexicons(this.graph, language);
    const { kinds, framework, filter } = scope;
    const found = await this.statements.texts({
      ...filter,
      index: textIndex(language),
      question: luceneQuery(query, { kinds, framework }, lexicon, lexicon.reader),
      depth: CANDIDATES,
      limit: CANDIDATES,
    });
    return { lexicon, found: found as Found[] };
  }

  private async rankIn(query: string, language: string, scope: Scope): Promise<SearchHit[]> {
    const { lexicon, by, found, candidates } = await this.candidates(query, language, scope);
    const ranked = rank(query, candidates, lexicon, by);
    const byUri = new Map(found.map((row) => [row.concept.uri, row]));
    return ranked.flatMap(({ uri, ...why }: Ranked) => {
      const row = byUri.get(uri);
      if (!row) return [];
      return [{ ...why, concept: { ...row.concept, asOf: scope.filter.asOf }, language: row.text.language }];
    });
  }

  /** What the index finds, and what is mapped to what it finds in other frameworks. */
  private async gather(query: string, language: string, scope: Scope, lexicon: Lexicon, by: Comparer) {
    const { kinds, framework, filter } = scope;
    const index = textIndex(language);
    const filtered = Object.entries(filter).some(([name, value]) =>
      name === 'asOf' ? value !== TODAY : value !== null,
    );
    const ask = (notFramework: string | null, only: string | null) =>
      luceneQuery(query, { kinds, framework: only, notFramework }, lexicon, by.reader);
    const parts = partsOf(query, by);
    const [found, vouching] = await Promise.all([
      this.statements.texts({
        ...filter,
        index,
        question: ask(null, framework),
        depth: filtered ? FILTERED_DEPTH : CANDIDATES,
        limit: CANDIDATES,
      }),
      this.statements.mapped({
        ...filter,
        index,
        question: ask(framework, null),
        depth: VOUCHING,
        limit: VOUCHING,
        kinds: [...kinds],
        framework,
        parts,
      }),
    ]);
    const question = questionOf(query, by, language);
    const mapped = new Map<string, number>();
    for (const { concepts, names } of vouching) {
      const best = Math.max(
        0,
        ...names.map((name) => {
          const { both, letters } = by.agree(question, name);
          return 0.75 * both + 0.25 * letters;
        }),
      );
      for (const { uri, relation } of concepts)
        mapped.set(uri, Math.max(mapped.get(uri) ?? 0, best * trust[relation]));
    }
    const missing = [...mapped.keys()].filter((uri) => !found.some(({ concept }) => concept.uri === uri));
    const added =
      missing.length === 0
        ? []
        : await this.statements.byUris({ uris: missing, language, asOf: filter.asOf });
    return { found: [...found, ...added] as Found[], mapped };
  }
}

/** What may be found. */
export interface Scope {
  readonly kinds: readonly ConceptKind[];
  readonly framework: string | null;
  readonly filter: {
    readonly asOf: number;
    readonly skillType: SkillType | null;
    readonly reuseLevel: ReuseLevel | null;
    readonly jobZone: number | null;
    readonly broader: string | null;
  };
}

function checkQuery(query: string): string {
  if (query.length > LONGEST_QUERY)
    throw invalidInput('query', `must have at most ${LONGEST_QUERY} characters, not ${query.length}.`, {
      max: LONGEST_QUERY,
    });
  if (!/[\p{L}\p{N}]/u.test(fold(query)))
    throw invalidInput('query', 'must have at least one letter or digit.');
  return query;
}

const candidateOf = (uri: string, text: TextRecord, mapped: ReadonlyMap<string, number>): Candidate => ({
  ...text,
  uri,
  mapped: mapped.get(uri) ?? 0,
});

/** The beginnings of the words of a question: a name that has none of them cannot agree with it. */
const partsOf = (query: string, by: Comparer): string[] => [
  ...new Set(
    questionOf(query, by, 'en').words.map(({ text }) =>
      text.slice(0, Math.max(3, Math.min(5, text.length - 2))),
    ),
  ),
];
