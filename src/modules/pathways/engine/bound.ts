import { Closure } from './closure.ts';
import type { Network } from './network.ts';

/** What must be paid from here on, and why. */
export interface Bound {
  /** No plan that takes all of `taken` and none of `banned` costs less. Infinity: there is none. */
  readonly value: number;
  /** What a unit would cost on top of that, at least. */
  readonly reduced: readonly number[];
  /** Sets of units of which each plan needs at least one. */
  readonly landmarks: readonly (readonly number[])[];
  /** Units that reach all goals and cost nothing more by `reduced`: a good start for a plan. */
  readonly free: readonly number[];
}

/** Counts the tries, so that a search can be ended at the same place on every machine. */
export interface Effort {
  spent: number;
}

/**
 * Lower bound by landmarks: whatever set of units does not reach the goals, each plan takes at least one unit outside of it.
 * The cheapest of these is paid, all of them become cheaper by as much, and so on until what is free reaches the goals.
 * The payments add up to a valid bound, because no unit's cost is paid out more than once.
 */
export function landmarkBound(
  network: Network,
  costs: readonly number[],
  taken: ReadonlySet<number>,
  banned: ReadonlySet<number>,
  effort: Effort,
): Bound {
  const reduced = costs.map((cost, unit) => (taken.has(unit) ? 0 : cost));
  const units = costs.flatMap((_, unit) => (banned.has(unit) ? [] : [unit]));
  let value = 0;
  for (const unit of taken) value += costs[unit] ?? 0;
  const landmarks: number[][] = [];
  const closure = new Closure(network);
  const free = units.filter((unit) => reduced[unit] === 0);
  for (const unit of free) closure.add(unit);
  while (!closure.reachesAll) {
    const landmark = cut(closure, units, reduced, effort);
    if (landmark.length === 0) return { value: Number.POSITIVE_INFINITY, reduced, landmarks, free };
    landmarks.push(landmark);
    const payment = Math.min(...landmark.map((unit) => reduced[unit] ?? 0));
    value += payment;
    for (const unit of landmark) {
      const rest = (reduced[unit] ?? 0) - payment;
      reduced[unit] = rest;
      if (rest === 0) {
        free.push(unit);
        closure.add(unit);
      }
    }
  }
  return { value, reduced, landmarks, free };
}

/** A smallest set of units without which the goals stay out of reach: everything else, the cheapest first, is let in as long as it does not reach them. */
function cut(
  closure: Closure,
  units: readonly number[],
  reduced: readonly number[],
  effort: Effort,
): number[] {
  const mark = closure.mark;
  const cheapestFirst = units
    .filter((unit) => (reduced[unit] ?? 0) > 0)
    .sort((a, b) => (reduced[a] ?? 0) - (reduced[b] ?? 0) || a - b);
  const landmark: number[] = [];
  for (const unit of cheapestFirst) {
    effort.spent += 1;
    const before = closure.mark;
    closure.add(unit);
    if (!closure.reachesAll) continue;
    closure.back(before);
    landmark.push(unit);
  }
  closure.back(mark);
  return landmark;
}
