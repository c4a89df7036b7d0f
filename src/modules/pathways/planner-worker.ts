import { loadHighs } from './engine/highs.ts';
import type { Instance, Objective, Solution } from './engine/model.ts';
import { type Limits, solve } from './engine/solve.ts';

/** A thread that plans. Loading HiGHS holds it for a moment, once. */
const highs = await loadHighs();

export interface Task {
  readonly instance: Instance;
  readonly objectives: readonly Objective[];
  readonly limits: Limits;
}

export const plan = ({ instance, objectives, limits }: Task): Solution =>
  solve(highs, instance, objectives, limits);
