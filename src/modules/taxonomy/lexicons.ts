import type { Clock } from '../../platform/clock.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { emptyLexicon, LEXICON_METHOD, type Lexicon, lexiconLearner } from './search/lexicon.ts';
import { readerOf } from './search/words.ts';
import { searchStatements } from './search.repository.ts';

const PAGE = 2_000;
/** How long what a process knows of a language may lag behind an import. */
const FRESH_FOR_MS = 30_000;

/** Answers what was learnt about the words of a language. */
export type Lexicons = (graph: Graph, language: string) => Promise<Lexicon>;

/** Remembers lexicons for as long as the process lives, read anew when older than half a minute. */
export function createLexicons(clock: Clock): Lexicons {
  const known = new Map<string, { readonly at: number; readonly lexicon: Promise<Lexicon> }>();
  return (graph, language) => {
    const now = clock().getTime();
    const held = known.get(language);
    if (held && now - held.at < FRESH_FOR_MS) return held.lexicon;
    const lexicon = readLexicon(graph, language);
    known.set(language, { at: now, lexicon });
    lexicon.catch(() => known.delete(language));
    return lexicon;
  };
}

async function readLexicon(graph: Graph, language: string): Promise<Lexicon> {
  const row = await repository(graph.run, searchStatements).lexicon({ language });
  if (!row) return emptyLexicon(language);
  const synonyms = new Map<string, Map<string, number>>();
  const link = (from: string, to: string, alike: number) => {
    const of = synonyms.get(from) ?? new Map<string, number>();
    synonyms.set(from, of.set(to, alike));
  };
  for (const [i, pair] of row.pairs.entries()) {
    const [a = '', b = ''] = pair.split(' ');
    link(a, b, row.likeness[i] ?? 0);
    link(b, a, row.likeness[i] ?? 0);
  }
  return {
    language,
    reader: readerOf(language),
    names: row.names,
    frequency: new Map(row.stems.map((stem, i) => [stem, row.frequencies[i] ?? 0])),
    forms: new Map(row.stems.map((stem, i) => [stem, row.forms[i] ?? stem])),
    synonyms,
  };
}

/**
 * Learns the words of every language from the labels that hold today and keeps them beside the texts. Call it when texts have
 * changed; what was learnt is the same for the same texts.
 */
export async function learnLexicons(graph: Graph, only?: readonly string[]): Promise<void> {
  const statements = repository(graph.run, searchStatements);
  const languages = (await statements.languages({})).map(({ language }) => language);
  for (const language of languages.filter((each) => only?.includes(each) ?? true)) {
    const learner = lexiconLearner(language);
    for (let afterKey = '', more = true; more; ) {
      const rows = await statements.namesOfLanguage({ language, afterKey, limit: PAGE });
      for (const { names } of rows) learner.read(names);
      more = rows.length === PAGE;
      afterKey = rows.at(-1)?.key ?? afterKey;
    }
    const { names, frequency, forms, synonyms } = learner.lexicon();
    const stems = [...frequency.keys()].sort();
    const pairs = [...synonyms].flatMap(([a, of]) =>
      [...of].filter(([b]) => a < b).map(([b, alike]) => ({ pair: `${a} ${b}`, alike })),
    );
    pairs.sort((x, y) => (x.pair < y.pair ? -1 : 1));
    await statements.writeLexicon({
      language,
      method: LEXICON_METHOD,
      names,
      stems,
      forms: stems.map((stem) => forms.get(stem) ?? stem),
      frequencies: stems.map((stem) => frequency.get(stem) ?? 0),
      pairs: pairs.map(({ pair }) => pair),
      likeness: pairs.map(({ alike }) => Math.round(alike * 1e4) / 1e4),
    });
  }
}
