import { Closure } from './closure.ts';
import type { Instance } from './model.ts';
import { type Network, networkOf, restrict } from './network.ts';

/** What is left to decide, and what cannot be reached whatever is chosen. */
export interface Reduced {
  readonly network: Network;
  /** Goals that all units together do not reach. */
  readonly uncoverable: readonly string[];
}

/** Leaves out goals that all units together do not reach, and units that cannot be started or lead nowhere. Changes no optimum. */
export function reduce(instance: Instance): Reduced {
  const all = networkOf(instance);
  const closure = new Closure(all);
  for (const unit of all.unitIds.keys()) closure.add(unit);
  const goals = [...new Set(instance.goals)].sort();
  return {
    network: restrict(
      all,
      () => true,
      all.goals.filter((goal) => closure.knows(goal)),
    ).network,
    uncoverable: goals.filter((_, index) => !closure.knows(all.goals[index] ?? -1)),
  };
}
