import { Closure } from './closure.ts';
import { chainOf, forward } from './forward.ts';
import { type Network, restrict } from './network.ts';

/** A valid set without a step that could be left out: tries to drop each unit, the dearest first. Null if `units` do not reach all goals. */
export function withoutRedundant(
  network: Network,
  costs: ArrayLike<number>,
  units: Iterable<number>,
): number[] | null {
  const given = new Set(units);
  // only what these units can touch: trying to drop each of them is then cheap
  const part = restrict(network, (unit) => given.has(unit));
  const cost = (index: number) => costs[part.units[index] ?? -1] ?? 0;
  let kept = firing(part.network, [...part.units.keys()]);
  if (!kept) return null;
  for (const unit of [...kept].sort((a, b) => cost(b) - cost(a) || b - a)) {
    if (!kept.includes(unit)) continue;
    kept =
      firing(
        part.network,
        kept.filter((other) => other !== unit),
      ) ?? kept;
  }
  return kept.map((index) => part.units[index] ?? -1);
}

/** Those of the units that can be started, if they reach all goals; else null. */
function firing(network: Network, units: readonly number[]): number[] | null {
  const closure = new Closure(network);
  for (const unit of units) closure.add(unit);
  return closure.reachesAll ? units.filter((unit) => closure.fires(unit)) : null;
}

/** The chains that are cheapest for each goal alone, together: a plan at once, and a poor one. */
export function chains(network: Network, costs: ArrayLike<number>): Set<number> {
  const reached = forward(network, costing(network, costs), 'sum');
  return chainOf(network, reached, network.goals);
}

/**
 * Greedy: takes, again and again, the goal whose cheapest chain costs least for each goal it newly reaches. Some of it may turn out
 * not to be needed. Null when the goals are out of reach.
 */
export function greedy(network: Network, costs: ArrayLike<number>): Set<number> | null {
  const chosen = new Set<number>();
  const closure = new Closure(network);
  while (!closure.reachesAll) {
    const reached = forward(
      network,
      costing(network, costs, (unit) => chosen.has(unit)),
      'sum',
    );
    let best: { units: Set<number>; rate: number } | null = null;
    for (const goal of network.goals) {
      if (closure.knows(goal)) continue;
      if (reached.facts[goal] === Number.POSITIVE_INFINITY) return null;
      const units = chainOf(network, reached, [goal]);
      const mark = closure.mark;
      const before = closure.goalsLeft;
      let cost = 0;
      for (const unit of units) {
        if (!chosen.has(unit)) cost += costs[unit] ?? 0;
        closure.add(unit);
      }
      const rate = cost / Math.max(1, before - closure.goalsLeft);
      closure.back(mark);
      if (!best || rate < best.rate) best = { units, rate };
    }
    if (!best) return null;
    for (const unit of best.units) {
      chosen.add(unit);
      closure.add(unit);
    }
  }
  return chosen;
}

/** Costs of rules: units as given, the owned ones and everything else for nothing. */
const costing =
  (network: Network, costs: ArrayLike<number>, owned: (unit: number) => boolean = () => false) =>
  (rule: number): number =>
    rule < network.unitIds.length && !owned(rule) ? (costs[rule] ?? 0) : 0;
