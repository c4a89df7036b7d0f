/** Fewer deviations than this say nothing about an assessor. */
export const FEWEST_DEVIATIONS = 5;

/** How far somebody's levels lie from those of others for the same work, on average. */
export interface Drift {
  /** Pieces of work that somebody else marked as well. */
  readonly n: number;
  /** Mean deviation, in levels: above 0 is more generous than the others, below 0 is stricter. Null without any. */
  readonly mean: number | null;
  /** The 95 % confidence interval of the mean (Student's t); null with fewer than `FEWEST_DEVIATIONS`. */
  readonly interval: readonly [number, number] | null;
  /** True when the interval leaves out 0. */
  readonly drifts: boolean;
}

/**
 * Tests whether the mean of signed deviations is 0 (one-sample t test, 95 %). One assessor in twenty who does not drift is told to,
 * so it is a reason to look, not a verdict.
 */
export function driftOf(deviations: readonly number[]): Drift {
  const n = deviations.length;
  if (n === 0) return { n, mean: null, interval: null, drifts: false };
  const mean = deviations.reduce((sum, each) => sum + each, 0) / n;
  if (n < FEWEST_DEVIATIONS) return { n, mean, interval: null, drifts: false };
  const variance = deviations.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (n - 1);
  const half = studentT(n - 1) * Math.sqrt(variance / n);
  const interval = [mean - half, mean + half] as const;
  return { n, mean, interval, drifts: interval[0] > 0 || interval[1] < 0 };
}

/**
 * The 97.5 % point of Student's t with these degrees of freedom, from that of the normal distribution (Abramowitz and Stegun,
 * Handbook of Mathematical Functions, 26.7.5): within 0.001 from four degrees on.
 */
export function studentT(degrees: number): number {
  const z = 1.959963985;
  const terms = [
    (z ** 3 + z) / 4,
    (5 * z ** 5 + 16 * z ** 3 + 3 * z) / 96,
    (3 * z ** 7 + 19 * z ** 5 + 17 * z ** 3 - 15 * z) / 384,
    (79 * z ** 9 + 776 * z ** 7 + 1482 * z ** 5 - 1920 * z ** 3 - 945 * z) / 92_160,
  ];
  return terms.reduce((sum, term, order) => sum + term / degrees ** (order + 1), z);
}
