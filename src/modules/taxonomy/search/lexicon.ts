import { type Reader, readerOf } from './words.ts';

/** What the names of one language teach about its words. */
export interface Lexicon {
  readonly language: string;
  /** Takes its texts apart. */
  readonly reader: Reader;
  /** How many names it was learnt from. */
  readonly names: number;
  /** Stem → in how many of the names. */
  readonly frequency: ReadonlyMap<string, number>;
  /** Stem → the word that it was first read in. */
  readonly forms: ReadonlyMap<string, string>;
  /** Stem → stems that stand in its place in other names of the same concept → how much alike they are, 0 to 1. */
  readonly synonyms: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** How the words were learnt; stored beside them, so that another way is told apart. */
export const LEXICON_METHOD = 'one-word substitution, 1';

/** Each name is compared with each other one; O*NET has occupations with hundreds. */
const COMPARED_NAMES = 40;

/** The lexicon of a language of which nothing was learnt: every word counts the same. */
export const emptyLexicon = (language: string): Lexicon => ({
  language,
  reader: readerOf(language),
  names: 0,
  frequency: new Map(),
  forms: new Map(),
  synonyms: new Map(),
});

/** How telling a word is: the rarer, the more. */
export const weightOf = (lexicon: Lexicon, stem: string): number =>
  Math.log(1 + (lexicon.names + 1) / ((lexicon.frequency.get(stem) ?? 0) + 1));

const add = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

/** Learns from the names of one concept after another. */
export function lexiconLearner(language: string) {
  const reader = readerOf(language);
  let names = 0;
  const frequency = new Map<string, number>();
  const forms = new Map<string, string>();
  const pairs = new Map<string, number>();
  const swapped = new Map<string, number>();
  return {
    read(namesOfConcept: readonly string[]): void {
      const words = namesOfConcept.map((name) => reader.words(name));
      for (const { stem, text } of words.flat()) if (!forms.has(stem)) forms.set(stem, text);
      const stems = words.map((list) => [...new Set(list.map(({ stem }) => stem))]);
      names += stems.length;
      for (const stem of stems.flat()) add(frequency, stem);
      const some = stems.slice(0, COMPARED_NAMES);
      const found = new Set(
        some
          .flatMap((a, k) => some.slice(k + 1).map((b) => substitution(a, b)))
          .filter((pair) => pair !== null),
      );
      for (const pair of found) {
        add(pairs, pair);
        for (const stem of pair.split(' ')) add(swapped, stem);
      }
    },
    lexicon(): Lexicon {
      const synonyms = new Map<string, Map<string, number>>();
      const link = (from: string, to: string, alike: number) => {
        const known = synonyms.get(from) ?? new Map<string, number>();
        synonyms.set(from, known.set(to, alike));
      };
      for (const [pair, count] of pairs) {
        const [a = '', b = ''] = pair.split(' ');
        // Often swapped with each other, and seldom with others; a single sighting counts for half.
        const others = ((swapped.get(a) ?? 0) * (swapped.get(b) ?? 0)) ** 0.35;
        const alike = Math.min(0.9, (count - 0.5) / (others + 2));
        if (alike < 0.05) continue;
        link(a, b, alike);
        link(b, a, alike);
      }
      return { language, reader, names, frequency, forms, synonyms };
    },
  };
}

/** The one word in which two names differ, as a pair in order; null when they differ in more. */
function substitution(a: readonly string[], b: readonly string[]): string | null {
  if (a.length !== b.length || a.length < 2) return null;
  const onlyA = a.filter((stem) => !b.includes(stem));
  const onlyB = b.filter((stem) => !a.includes(stem));
  const [x, y] = [onlyA[0], onlyB[0]];
  if (onlyA.length !== 1 || x === undefined || y === undefined) return null;
  return x < y ? `${x} ${y}` : `${y} ${x}`;
}
