/** How a badge does beside those most like it. */
export interface Comparison {
  /** How many badges it is compared with. */
  readonly similar: number;
  /** The share of them with a lower score, those with the same counted half, in per cent, rounded. */
  readonly percentile: number;
  /** The middle of their scores; of two in the middle the lower. */
  readonly median: number;
}

/** Compares a score with those of similar badges; null when there are none. */
export function compare(score: number, others: readonly number[]): Comparison | null {
  if (others.length === 0) return null;
  const below = others.filter((other) => other < score).length;
  const equal = others.filter((other) => other === score).length;
  const sorted = [...others].sort((a, b) => a - b);
  return {
    similar: others.length,
    percentile: Math.round((100 * (below + equal / 2)) / others.length),
    median: sorted[Math.floor((others.length - 1) / 2)] ?? score,
  };
}
