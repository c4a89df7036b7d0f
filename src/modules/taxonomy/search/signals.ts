import type { Agreement, Comparer, Question } from './likeness.ts';

/** A concept's names as the ranker sees them. */
export interface Named {
  readonly label: string;
  readonly alternatives: readonly string[];
  readonly hidden: readonly string[];
  readonly description: string | null;
}

/** A concept that may answer a question. */
export interface Candidate extends Named {
  readonly uri: string;
  /** How well names of concepts mapped to it agree with the question, 0 to 1. */
  readonly mapped: number;
}

/** What is weighed, in this order. */
export const SIGNALS = [
  'label',
  'best',
  'named',
  'head',
  'letters',
  'several',
  'described',
  'anywhere',
  'mapped',
] as const;
export type Signal = (typeof SIGNALS)[number];

export interface Weighed {
  readonly signals: readonly number[];
  /** The name that agrees best, and how. */
  readonly name: string;
  readonly agreement: Agreement;
}

/** Takes the measure of one candidate. */
export function weigh(question: Question, candidate: Candidate, by: Comparer): Weighed {
  const names = [candidate.label, ...candidate.alternatives, ...candidate.hidden];
  const agreements = names.map((name) => by.agree(question, name));
  const value = ({ both, letters }: Agreement) => both + 0.3 * letters;
  const order = agreements.map((_, i) => i).sort((i, j) => compareAt(agreements, value, i, j));
  const at = (i: number): Agreement | undefined => agreements[order[i] ?? -1];
  const best = at(0) as Agreement;
  const weights = question.words.map((word) => by.weight(word));
  const total = weights.reduce((sum, weight) => sum + weight, 0) || 1;
  const share = (found: (i: number) => number) =>
    weights.reduce((sum, weight, i) => sum + weight * found(i), 0) / total;
  const described = candidate.description === null ? [] : by.find(question, candidate.description);
  const union = question.words.map((_, i) => Math.max(...agreements.map(({ words }) => words[i] ?? 0)));
  const label = agreements[0] as Agreement;
  const signals: Record<Signal, number> = {
    label: label.both,
    best: best.both,
    named: best.named,
    head: best.head,
    letters: best.letters,
    several: ((at(1)?.both ?? 0.8 * best.both) + (at(2)?.both ?? 0.6 * best.both)) / 2,
    described: share((i) => described[i] ?? 0),
    anywhere: share((i) => Math.max(union[i] ?? 0, described[i] ?? 0)),
    mapped: candidate.mapped,
  };
  return {
    signals: SIGNALS.map((signal) => signals[signal]),
    name: names[order[0] ?? 0] ?? candidate.label,
    agreement: best,
  };
}

const compareAt = (
  list: readonly Agreement[],
  value: (agreement: Agreement) => number,
  i: number,
  j: number,
): number => value(list[j] as Agreement) - value(list[i] as Agreement) || i - j;
