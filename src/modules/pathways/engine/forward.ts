import type { Network } from './network.ts';
import { Queue } from './queue.ts';

/** What it costs to make facts true, by one of two readings of “all of these needs”. */
export interface Forward {
  /** Infinity: out of reach. */
  readonly facts: Float64Array;
  /** The rule that makes the fact true for that cost; -1 where it holds from the start or is out of reach. */
  readonly by: Int32Array;
}

/**
 * Knuth's generalisation of Dijkstra's algorithm (Inf. Proc. Letters 6, 1977). `max`: needs cost as much as the dearest of them,
 * which no plan undercuts; `sum`: they cost what they cost together, which sharing can undercut. Costs of rules are ≥ 0;
 * an infinite one forbids the rule.
 */
export function forward(
  network: Network,
  costOf: (rule: number) => number,
  together: 'max' | 'sum',
): Forward {
  const facts = new Float64Array(network.factCount).fill(Number.POSITIVE_INFINITY);
  const by = new Int32Array(network.factCount).fill(-1);
  const open = Int32Array.from(network.rules, ({ needs }) => needs.length);
  const paid = new Float64Array(network.rules.length);
  const settled = new Uint8Array(network.factCount);
  const queue = new Queue();
  const reach = (fact: number, cost: number, rule: number) => {
    if (cost >= (facts[fact] as number)) return;
    facts[fact] = cost;
    by[fact] = rule;
    queue.push(fact, cost);
  };
  const fire = (rule: number) => {
    const cost = (paid[rule] as number) + costOf(rule);
    if (cost === Number.POSITIVE_INFINITY) return;
    for (const fact of network.rules[rule]?.gives ?? []) reach(fact, cost, rule);
  };
  for (const fact of network.initial) reach(fact, 0, -1);
  for (const [rule, { needs }] of network.rules.entries()) if (needs.length === 0) fire(rule);
  while (queue.size > 0) {
    const fact = queue.pop();
    if (settled[fact]) continue;
    settled[fact] = 1;
    const cost = facts[fact] as number;
    for (const rule of network.waiting[fact] ?? []) {
      paid[rule] = together === 'sum' ? (paid[rule] as number) + cost : cost;
      const left = (open[rule] as number) - 1;
      open[rule] = left;
      if (left === 0) fire(rule);
    }
  }
  return { facts, by };
}

/** The units of the chains that `by` leads back to from these facts. */
export function chainOf(network: Network, { by }: Forward, facts: readonly number[]): Set<number> {
  const units = new Set<number>();
  const seen = new Set<number>();
  const queue = [...facts];
  for (let fact = queue.pop(); fact !== undefined; fact = queue.pop()) {
    const rule = by[fact] as number;
    if (seen.has(fact) || rule < 0) continue;
    seen.add(fact);
    if (rule < network.unitIds.length) units.add(rule);
    queue.push(...(network.rules[rule]?.needs ?? []));
  }
  return units;
}
