/** What differences between values mean: only whether they are the same; their order; how far apart they are. */
export type Metric = 'NOMINAL' | 'ORDINAL' | 'INTERVAL';

/** Agreement beyond chance, and on how much it rests. */
export interface Alpha {
  /** 1: always the same; 0: as by chance; below 0: systematically different. Null where there was nothing to tell apart. */
  readonly alpha: number | null;
  /** Units that at least two judged. */
  readonly units: number;
  /** Values given to these units. */
  readonly values: number;
}

/**
 * Krippendorff's α by the coincidence matrix (K. Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011): any number of judges, and
 * not everybody need judge everything. Each unit is the list of values it was given; who gave them does not matter. Null when fewer than
 * two different values were given at all: what never varies shows no agreement.
 */
export function krippendorffAlpha(units: readonly (readonly number[])[], metric: Metric): Alpha {
  const judged = units.filter((values) => values.length >= 2);
  const scale = [...new Set(judged.flat())].sort((a, b) => a - b);
  const place = new Map(scale.map((value, at) => [value, at]));
  const coincidences = scale.map(() => scale.map(() => 0));
  for (const values of judged)
    for (const [i, a] of values.entries())
      for (const [j, b] of values.entries())
        if (i !== j) add(coincidences, place.get(a) ?? 0, place.get(b) ?? 0, 1 / (values.length - 1));
  const totals = coincidences.map((row) => sum(row));
  const values = Math.round(sum(totals));
  const distance = distances(scale, totals, metric);
  const pairs = scale.flatMap((_, c) => scale.slice(c + 1).map((_, k) => [c, c + 1 + k] as const));
  const observed = sum(pairs.map(([c, k]) => at(coincidences, c, k) * distance(c, k)));
  const expected = sum(pairs.map(([c, k]) => (totals[c] ?? 0) * (totals[k] ?? 0) * distance(c, k)));
  const alpha = expected > 0 ? 1 - ((values - 1) * observed) / expected : null;
  return { alpha, units: judged.length, values };
}

/** The squared difference of the values at two places of the scale. */
function distances(scale: readonly number[], totals: readonly number[], metric: Metric) {
  if (metric === 'NOMINAL') return () => 1;
  if (metric === 'INTERVAL') return (c: number, k: number) => ((scale[c] ?? 0) - (scale[k] ?? 0)) ** 2;
  return (c: number, k: number) =>
    (sum(totals.slice(c, k + 1)) - ((totals[c] ?? 0) + (totals[k] ?? 0)) / 2) ** 2;
}

const at = (matrix: readonly (readonly number[])[], c: number, k: number): number => matrix[c]?.[k] ?? 0;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

function add(matrix: number[][], c: number, k: number, by: number): void {
  const row = matrix[c];
  if (row) row[k] = (row[k] ?? 0) + by;
}
