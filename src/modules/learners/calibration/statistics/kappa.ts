/** How much a disagreement weighs: by the number of steps between two levels, or by its square. */
export type KappaWeights = 'LINEAR' | 'QUADRATIC';

/**
 * Cohen's weighted κ of two judgements of the same things (J. Cohen, Weighted kappa, 1968), each on a scale of steps from 1 to `steps`:
 * 1 is full agreement, 0 what chance alone gives. Null without pairs, or when both gave everything the same level: then chance alone gives
 * full agreement.
 */
export function weightedKappa(
  pairs: readonly (readonly [number, number])[],
  steps: number,
  weights: KappaWeights,
): number | null {
  const weigh = (a: number, b: number): number => {
    const apart = Math.abs(a - b) / (steps - 1);
    return weights === 'LINEAR' ? apart : apart ** 2;
  };
  const [first, second] = [counts(pairs, 0), counts(pairs, 1)];
  const observed = pairs.reduce((sum, [a, b]) => sum + weigh(a, b), 0) * pairs.length;
  let expected = 0;
  for (const [a, times] of first) for (const [b, other] of second) expected += weigh(a, b) * times * other;
  return expected > 0 ? 1 - observed / expected : null;
}

function counts(pairs: readonly (readonly [number, number])[], side: 0 | 1): Map<number, number> {
  const found = new Map<number, number>();
  for (const pair of pairs) found.set(pair[side], (found.get(pair[side]) ?? 0) + 1);
  return found;
}
