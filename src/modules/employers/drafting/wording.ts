import type { Necessity } from '../role-profile.records.ts';
import { WORDINGS, type Wording } from './wording.data.ts';

/** A word that says something, and where it stands in its text. */
export interface Cue<T> {
  readonly value: T;
  readonly word: string;
  readonly start: number;
}

/** Reads the wording of one language. */
export interface Reader {
  /** Whether a text says must or nice to have; null when it says neither. Nice wins: "preferred, not required". */
  necessity(text: string): Cue<Necessity> | null;
  /** The EQF step a text names, in words or as "EQF level 5"; null when it names none or several. */
  level(text: string): Cue<number> | null;
  /** True for the heading of a part that speaks of the employer, not of what is asked. */
  isAside(heading: string): boolean;
  /** Where a sentence falls into clauses. */
  readonly joint: RegExp;
}

const LEVELS = [2, 4, 5, 7] as const;
const EQF = /\bEQF(?: level)? ?([1-8])\b/i;

/** As whole words; `\b` knows no letters but those of English. */
const among = (words: readonly string[]): string =>
  `(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`;

/** The reader of a language, or of English where there is no wording of it. */
export function readerOf(language: string): Reader {
  const wording = WORDINGS[language.toLowerCase().split('-')[0] ?? ''] ?? (WORDINGS['en'] as Wording);
  const nice = finder(wording.nice);
  const must = finder(wording.must);
  const levels = LEVELS.map((level) => [level, finder(wording.levels[level])] as const);
  const aside = new RegExp(`^[^\\p{L}]*${among(wording.aside)}`, 'iu');
  return {
    necessity: (text) => nice<Necessity>(text, 'NICE') ?? must<Necessity>(text, 'MUST'),
    level(text) {
      const explicit = EQF.exec(text);
      if (explicit) return { value: Number(explicit[1]), word: explicit[0], start: explicit.index };
      const found = levels
        .map(([level, find]) => find<number>(text, level))
        .filter((cue): cue is Cue<number> => cue !== null);
      // "very good" is found as "good", too: the longer words say it
      const outer = found.filter((cue) => !found.some((other) => other !== cue && covers(other, cue)));
      return outer.length === 1 ? (outer[0] ?? null) : null;
    },
    isAside: (heading) => aside.test(heading),
    joint: new RegExp(`[,;()]|${among(wording.and)}`, 'giu'),
  };
}

function finder(words: readonly string[]) {
  const pattern = new RegExp(among(words), 'iu');
  return <T>(text: string, value: T): Cue<T> | null => {
    const found = pattern.exec(text);
    return found && { value, word: found[0], start: found.index };
  };
}

const covers = (outer: Cue<unknown>, inner: Cue<unknown>): boolean =>
  outer.word.length > inner.word.length &&
  outer.start <= inner.start &&
  outer.start + outer.word.length >= inner.start + inner.word.length;
