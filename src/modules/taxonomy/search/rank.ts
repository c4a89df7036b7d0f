import { emptyLexicon, type Lexicon } from './lexicon.ts';
import { type Comparer, comparer, type Question, trigrams } from './likeness.ts';
import { type Candidate, SIGNALS, weigh } from './signals.ts';
import { WEIGHTS } from './weights.ts';
import { fold, spellOut } from './words.ts';

/** Why a concept was found, best reason first. */
export const MATCH_KINDS = [
  'EXACT_LABEL',
  'EXACT_ALTERNATIVE',
  'LABEL',
  'ALTERNATIVE',
  'MAPPED',
  'FUZZY',
] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

export interface Ranked {
  readonly uri: string;
  readonly matchKind: MatchKind;
  /** The name that agrees best with the question. */
  readonly matchedText: string;
  /** 0 to 1, higher is better: for ordering, not a probability. */
  readonly score: number;
}

export const questionOf = (text: string, by: Comparer, language: string): Question => {
  const folded = fold(text);
  return { folded, grams: trigrams(folded), words: by.reader.words(spellOut(text, language)) };
};

/** Every word asked for stands in the name, perhaps in another form. */
const ALL_WORDS = 0.94;
/** A mapped concept's name agrees so well that it is the reason. */
const GOOD_MAPPING = 0.6;

/**
 * Ranks candidates: those whose label is the question come first, then those with an alternative that is, then all others by
 * the weighed signals. Equal scores stand in the order of their URIs, so that the order of the candidates never matters.
 */
export function rank(
  text: string,
  candidates: readonly Candidate[],
  lexicon: Lexicon = emptyLexicon('en'),
  by: Comparer = comparer(lexicon),
): Ranked[] {
  const question = questionOf(text, by, lexicon.language);
  return candidates
    .map((candidate) => rankOne(question, candidate, by))
    .sort((a, b) => b.score - a.score || (a.uri < b.uri ? -1 : 1));
}

function rankOne(question: Question, candidate: Candidate, by: Comparer): Ranked {
  const { signals, name, agreement } = weigh(question, candidate, by);
  const sum = SIGNALS.reduce((total, signal, i) => total + WEIGHTS[signal] * (signals[i] ?? 0), 0);
  const likelihood = 1 / (1 + Math.exp(-(sum - 9) / 3));
  const isAsked = (other: string) => fold(other) === question.folded;
  const exact = [...candidate.alternatives, ...candidate.hidden].find(isAsked);
  const of = (matchKind: MatchKind, matchedText: string, from: number, to: number): Ranked => ({
    uri: candidate.uri,
    matchKind,
    matchedText,
    score: Math.round((from + (to - from) * likelihood) * 1e9) / 1e9,
  });
  if (isAsked(candidate.label)) return of('EXACT_LABEL', candidate.label, 0.95, 1);
  if (exact !== undefined) return of('EXACT_ALTERNATIVE', exact, 0.9, 0.95);
  return of(reason(candidate, name, agreement.asked), name, 0, 0.9);
}

function reason(candidate: Candidate, name: string, asked: number): MatchKind {
  if (asked >= ALL_WORDS) return name === candidate.label ? 'LABEL' : 'ALTERNATIVE';
  return candidate.mapped >= GOOD_MAPPING ? 'MAPPED' : 'FUZZY';
}
