/** How far a grading can be relied upon; what a criterion is worth as a measure. */
export const GRADING_RELIABILITIES = ['HIGH', 'TENTATIVE', 'LOW', 'UNKNOWN'] as const;
export type GradingReliability = (typeof GRADING_RELIABILITIES)[number];

/** From fewer double-marked pieces of work no α is believed. */
export const FEWEST_UNITS = 10;

/** The customary thresholds (Krippendorff, Content Analysis, 2004): rely on 0.8 and above, conclude tentatively from 0.667. */
export function gradingReliability({
  alpha,
  units,
}: {
  readonly alpha: number | null;
  readonly units: number;
}): GradingReliability {
  if (alpha === null || units < FEWEST_UNITS) return 'UNKNOWN';
  if (alpha >= 0.8) return 'HIGH';
  return alpha >= 0.667 ? 'TENTATIVE' : 'LOW';
}

const ORDER: Readonly<Record<GradingReliability, number>> = { LOW: 0, UNKNOWN: 1, TENTATIVE: 2, HIGH: 3 };

/** A rubric is as reliable as its weakest criterion; UNKNOWN without any. */
export const weakestOf = (reliabilities: readonly GradingReliability[]): GradingReliability =>
  [...reliabilities].sort((a, b) => ORDER[a] - ORDER[b])[0] ?? 'UNKNOWN';
