import type { Checked, Severity } from './rule.ts';

/** What breaking a rule everywhere costs, against the others of its part. */
export const WEIGHTS: Readonly<Record<Severity, number>> = { ERROR: 8, WARNING: 3, ADVICE: 1 };

export interface ScorePart {
  readonly part: string;
  /** 0 to 100, rounded down. */
  readonly score: number;
  /** Its share of the whole score in per cent, rounded; all parts together make about 100. */
  readonly share: number;
}

export interface Score {
  readonly score: number;
  readonly parts: readonly ScorePart[];
}

/**
 * How good it is: `100 · (1 − Σ weight · failed ⁄ places ÷ Σ weight)` over the rules, rounded down; each part by its own rules. A
 * rule counts by its severity, and only for the share of the places it looked at where it is not kept. So 100 is a thing without
 * findings, 0 one that keeps no rule anywhere, and mending one finding never lowers any part.
 */
export function scoreOf(checks: readonly Checked[]): Score {
  const all = checks.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
  const names = [...new Set(checks.map(({ part }) => part))];
  return {
    score: hundredths(checks),
    parts: names.map((part) => {
      const own = checks.filter((check) => check.part === part);
      const weight = own.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
      return { part, score: hundredths(own), share: Math.round((100 * weight) / all) };
    }),
  };
}

function hundredths(checks: readonly Checked[]): number {
  const all = checks.reduce((sum, { severity }) => sum + WEIGHTS[severity], 0);
  const lost = checks.reduce(
    (sum, { severity, places, failed }) =>
      sum + (places > 0 ? WEIGHTS[severity] * (Math.min(failed, places) / places) : 0),
    0,
  );
  // A sum of fractions may miss a whole number by a hair.
  return all === 0 ? 100 : Math.floor(100 * (1 - lost / all) + 1e-9);
}
