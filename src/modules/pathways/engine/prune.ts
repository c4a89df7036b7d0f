import type { LandmarkBound } from './landmarks.ts';
import type { Network } from './network.ts';
import { Queue } from './queue.ts';

/**
 * Units that can stand in a plan of at most this cost. A unit stands in an irredundant plan only between what makes it possible,
 * which is done before, and what it makes possible up to a goal, which is done after: what remains of the costs after the
 * landmarks were paid is paid for each of the three, and on top of the landmarks.
 */
export function within(network: Network, bound: LandmarkBound, most: number): Uint8Array {
  const onward = costToGoal(network, bound.reduced);
  const kept = new Uint8Array(network.unitIds.length);
  for (let unit = 0; unit < kept.length; unit += 1) {
    const { needs, gives } = network.rules[unit] as Network['rules'][number];
    let before = 0;
    for (const fact of needs) before = Math.max(before, bound.facts[fact] as number);
    let after = Number.POSITIVE_INFINITY;
    for (const fact of gives) after = Math.min(after, onward[fact] as number);
    const least = bound.value + before + (bound.reduced[unit] as number) + after;
    if (least <= most) kept[unit] = 1;
  }
  return kept;
}

/** For each fact, what the rules cost that lead from it to the nearest goal, taken for themselves. */
function costToGoal(network: Network, reduced: Float64Array): Float64Array {
  const facts = new Float64Array(network.factCount).fill(Number.POSITIVE_INFINITY);
  const queue = new Queue();
  for (const goal of network.goals) {
    facts[goal] = 0;
    queue.push(goal, 0);
  }
  while (queue.size > 0) {
    const key = queue.least;
    const fact = queue.pop();
    if (key > (facts[fact] as number)) continue;
    for (const rule of network.givers[fact] ?? []) {
      const cost = key + (rule < network.unitIds.length ? (reduced[rule] as number) : 0);
      for (const need of network.rules[rule]?.needs ?? [])
        if (cost < (facts[need] as number)) {
          facts[need] = cost;
          queue.push(need, cost);
        }
    }
  }
  return facts;
}
