import type { Highs } from 'highs';
import { faultsOf } from './check.ts';
import type { Instance, Objective, Solution } from './model.ts';
import { type Limits, solve } from './solve.ts';

/** A planning problem, as it is handed to a thread. */
export interface Task {
  readonly instance: Instance;
  readonly objectives: readonly Objective[];
  readonly limits: Limits;
}

/** Solves it, and has independent code do the plan step by step. Throws when the plan is not valid: a bug of ours, never an answer. */
export function planFor(highs: Highs, { instance, objectives, limits }: Task): Solution {
  const solution = solve(highs, instance, objectives, limits);
  const faults = faultsOf(instance, solution);
  if (faults.length > 0) throw new Error(`the plan is not valid: ${faults.join('; ')}`);
  return solution;
}
