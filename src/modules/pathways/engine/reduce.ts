import { Closure } from './closure.ts';
import type { Instance } from './model.ts';
import { type Network, networkOf } from './network.ts';

/** What is left to decide, and what cannot be reached whatever is chosen. */
export interface Reduced {
  readonly instance: Instance;
  readonly uncoverable: readonly string[];
}

/** Leaves out goals that all units together do not reach, and units that cannot be started or lead nowhere. Changes no optimum. */
export function reduce(instance: Instance): Reduced {
  const all = networkOf(instance);
  const closure = new Closure(all);
  for (const unit of all.unitIds.keys()) closure.add(unit);
  const goals = [...new Set(instance.goals)].sort();
  const reached = goals.filter((_, index) => closure.knows(all.goals[index] ?? -1));
  const useful = usefulUnits(all, closure);
  return {
    instance: {
      ...instance,
      goals: reached,
      units: instance.units.filter(({ id }) => useful.has(id)),
    },
    uncoverable: goals.filter((goal) => !reached.includes(goal)),
  };
}

/** Units from which some chain leads to a goal, walked backwards from the goals. */
function usefulUnits(network: Network, closure: Closure): Set<string> {
  const givers = new Map<number, number[]>();
  network.rules.forEach((rule, index) => {
    if (index < network.unitIds.length && !closure.fires(index)) return;
    for (const fact of rule.gives) givers.set(fact, [...(givers.get(fact) ?? []), index]);
  });
  const seen = new Set<number>(network.initial);
  const queue = network.goals.filter((goal) => closure.knows(goal));
  const useful = new Set<string>();
  for (let fact = queue.pop(); fact !== undefined; fact = queue.pop()) {
    if (seen.has(fact)) continue;
    seen.add(fact);
    for (const rule of givers.get(fact) ?? []) {
      const unit = network.unitIds[rule];
      if (unit !== undefined) useful.add(unit);
      queue.push(...(network.rules[rule]?.needs ?? []));
    }
  }
  return useful;
}
