import type { Objective, PlanUnit } from './model.ts';

/**
 * One whole number a unit that orders sets of units as the objectives do, one after another, then by how many units they are:
 * the first objective counts in steps of `scale`, which is more than all the others of all units together.
 */
export interface Costs {
  readonly of: readonly number[];
  readonly scale: number;
  /** The objectives that took part; the last ones fall away where whole numbers would no longer be exact. */
  readonly objectives: readonly Objective[];
}

export function costsOf(units: readonly PlanUnit[], objectives: readonly Objective[]): Costs {
  for (let kept = objectives.length; kept > 0; kept -= 1) {
    const costs = scalarise(units, objectives.slice(0, kept));
    if (costs) return costs;
  }
  throw new RangeError('The efforts or prices of the units are too large to be added up exactly.');
}

function scalarise(units: readonly PlanUnit[], objectives: readonly Objective[]): Costs | null {
  let of = units.map(() => 1);
  let scale = 1;
  for (const objective of [...objectives].reverse()) {
    scale = sum(of) + 1;
    const factor = scale;
    of = units.map((unit, index) => amount(unit, objective) * factor + (of[index] ?? 0));
  }
  return sum(of) * 2 <= Number.MAX_SAFE_INTEGER ? { of, scale, objectives } : null;
}

export const amount = (unit: PlanUnit, objective: Objective): number =>
  objective === 'HOURS' ? unit.minutes : unit.priceCents;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
