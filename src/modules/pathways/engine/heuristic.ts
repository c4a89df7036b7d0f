import { Closure } from './closure.ts';
import type { Network } from './network.ts';

/** A valid set without a step that could be left out: tries to drop each unit, the dearest first. Null if `units` do not reach all goals. */
export function withoutRedundant(
  network: Network,
  costs: readonly number[],
  units: readonly number[],
): number[] | null {
  let kept = firing(network, units);
  if (!kept) return null;
  const dearestFirst = [...kept].sort((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0) || b - a);
  for (const unit of dearestFirst) {
    if (!kept.includes(unit)) continue;
    kept =
      firing(
        network,
        kept.filter((other) => other !== unit),
      ) ?? kept;
  }
  return kept;
}

/** Those of the units that can be started, if they reach all goals; else null. */
function firing(network: Network, units: readonly number[]): number[] | null {
  const closure = new Closure(network);
  for (const unit of units) closure.add(unit);
  return closure.reachesAll ? units.filter((unit) => closure.fires(unit)) : null;
}

/**
 * Greedy: takes, again and again, the goal whose cheapest chain of units costs least for each goal it newly reaches, and drops
 * at the end what turned out not to be needed.
 */
export function greedy(network: Network, costs: readonly number[]): number[] {
  const chosen = new Set<number>();
  const closure = new Closure(network);
  while (!closure.reachesAll) {
    const chains = cheapestChains(network, costs, chosen);
    let best: { units: number[]; rate: number } | null = null;
    for (const goal of network.goals) {
      if (closure.knows(goal)) continue;
      const units = chains(goal);
      const mark = closure.mark;
      const before = closure.goalsLeft;
      for (const unit of units) closure.add(unit);
      const gained = before - closure.goalsLeft;
      closure.back(mark);
      const rate = units.reduce((sum, unit) => sum + (costs[unit] ?? 0), 0) / Math.max(1, gained);
      if (!best || rate < best.rate) best = { units, rate };
    }
    if (!best || best.units.length === 0) throw new Error('a goal has no chain although it was reachable');
    for (const unit of best.units) {
      chosen.add(unit);
      closure.add(unit);
    }
  }
  return withoutRedundant(network, costs, [...chosen]) ?? [];
}

/** For each fact the units of a cheapest chain to it, where chains of several needs are simply added up. */
function cheapestChains(network: Network, costs: readonly number[], owned: ReadonlySet<number>) {
  const cost = new Float64Array(network.factCount).fill(Number.POSITIVE_INFINITY);
  const by = new Int32Array(network.factCount).fill(-1);
  for (const fact of network.initial) cost[fact] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    network.rules.forEach((rule, index) => {
      const own = index < network.unitIds.length && !owned.has(index) ? (costs[index] ?? 0) : 0;
      const total = rule.needs.reduce((sum, need) => sum + (cost[need] ?? 0), own);
      for (const fact of rule.gives) {
        if (total >= (cost[fact] ?? 0)) continue;
        cost[fact] = total;
        by[fact] = index;
        changed = true;
      }
    });
  }
  return (goal: number): number[] => {
    const units = new Set<number>();
    const seen = new Set<number>();
    const queue = [goal];
    for (let fact = queue.pop(); fact !== undefined; fact = queue.pop()) {
      const rule = by[fact] ?? -1;
      if (seen.has(fact) || rule < 0) continue;
      seen.add(fact);
      if (rule < network.unitIds.length && !owned.has(rule)) units.add(rule);
      queue.push(...(network.rules[rule]?.needs ?? []));
    }
    return [...units].sort((a, b) => a - b);
  };
}
