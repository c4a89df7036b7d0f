import { type Lexicon, weightOf } from './lexicon.ts';
import { fold, type Reader, type Word } from './words.ts';

/** Three letters at a time, the space before and after counted in. */
export function trigrams(text: string): Set<string> {
  const padded = ` ${text} `;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i += 1) grams.add(padded.slice(i, i + 3));
  return grams;
}

/** Dice's coefficient of two sets: 0 nothing in common, 1 the same. */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const gram of a) if (b.has(gram)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** How many letters to add, drop, change or swap with a neighbour to get from one word to the other; `most` + 1 when it is more. */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return Math.min(most + 1, last[b.length] ?? 0);
}

/** A question taken apart. */
export interface Question {
  readonly folded: string;
  readonly grams: ReadonlySet<string>;
  readonly words: readonly Word[];
}

/** How a question and one name of a concept agree; every figure from 0 to 1. */
export interface Agreement {
  /** Share of the question's words found in the name, rare words counting more. */
  readonly asked: number;
  /** Share of the name's words that were asked for. */
  readonly named: number;
  /** Harmonic mean of the two. */
  readonly both: number;
  /** Likeness of the last words: the head of a job title. */
  readonly head: number;
  /** Likeness of the letters. */
  readonly letters: number;
  /** For each word of the question its best likeness in the name. */
  readonly words: readonly number[];
}

export interface Comparer {
  readonly reader: Reader;
  weight(word: Word): number;
  agree(question: Question, name: string): Agreement;
  /** For each word of the question its best likeness in a longer text. */
  find(question: Question, text: string): number[];
}

/** Compares a question with names. Remembers words while it lives, so give each question one. */
export function comparer(lexicon: Lexicon): Comparer {
  const { reader } = lexicon;
  const grams = new Map<Word, Set<string>>();
  const alike = new Map<Word, Map<Word, number>>();
  const weights = new Map<Word, number>();
  const remember = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const made = make();
    map.set(key, made);
    return made;
  };
  const gramsOf = (word: Word) => remember(grams, word, () => trigrams(word.text));
  const unknown = (word: Word) => lexicon.names > 0 && !lexicon.frequency.has(word.stem);
  const compare = (asked: Word, named: Word): number => {
    if (asked.text === named.text) return 1;
    if (asked.stem === named.stem) return 0.95;
    const synonym = lexicon.synonyms.get(asked.stem)?.get(named.stem) ?? 0;
    const close = dice(gramsOf(asked), gramsOf(named));
    const letters = close > 0.35 ? close ** 1.5 : 0;
    return Math.max(synonym, letters, unknown(asked) ? misspelt(asked.text, named.text) : 0);
  };
  const likeness = (asked: Word, named: Word): number =>
    remember(
      remember(alike, asked, () => new Map<Word, number>()),
      named,
      () => compare(asked, named),
    );
  const weight = (word: Word) => remember(weights, word, () => weightOf(lexicon, word.stem));
  const share = (words: readonly Word[], values: readonly number[]): number => {
    let sum = 0;
    let total = 0;
    for (const [i, word] of words.entries()) {
      sum += weight(word) * (values[i] ?? 0);
      total += weight(word);
    }
    return total === 0 ? 0 : sum / total;
  };
  return {
    reader,
    weight,
    agree(question, name) {
      const folded = fold(name);
      const named = reader.wordsOfFolded(folded);
      const back = named.map(() => 0);
      const words = question.words.map((askedWord) => {
        let best = 0;
        for (const [i, word] of named.entries()) {
          const value = likeness(askedWord, word);
          if (value > best) best = value;
          if (value > (back[i] ?? 0)) back[i] = value;
        }
        return best;
      });
      const [askedShare, namedShare] = [share(question.words, words), share(named, back)];
      const sum = askedShare + namedShare;
      const ends = (a: Word | undefined, b: Word | undefined) => (a && b ? likeness(a, b) : 0);
      return {
        asked: askedShare,
        named: namedShare,
        both: sum === 0 ? 0 : (2 * askedShare * namedShare) / sum,
        head: ends(question.words.at(-1), named.at(-1)),
        letters: lettersAlike(question.grams, folded),
        words,
      };
    },
    find(question, text) {
      const words = reader.words(text);
      return question.words.map((asked) =>
        words.reduce((best, word) => Math.max(best, likeness(asked, word)), 0),
      );
    },
  };
}

/** A word that no name has may be one or two slips away from one that a name has. */
function misspelt(asked: string, named: string): number {
  const shorter = Math.min(asked.length, named.length);
  const most = shorter < 4 ? 0 : shorter < 8 ? 1 : 2;
  const slips = most === 0 ? 1 : distance(asked, named, most);
  return slips > most ? 0 : 0.95 - 0.1 * slips;
}

function lettersAlike(asked: ReadonlySet<string>, name: string): number {
  const padded = ` ${name} `;
  let shared = 0;
  for (let i = 0; i + 3 <= padded.length; i += 1) if (asked.has(padded.slice(i, i + 3))) shared += 1;
  return Math.min(1, (2 * shared) / (asked.size + Math.max(1, padded.length - 2)));
}
