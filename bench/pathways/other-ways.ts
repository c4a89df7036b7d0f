import { chains, greedy, withoutRedundant } from '../../src/modules/pathways/engine/heuristic.ts';
import { amount, type Instance, type Objective } from '../../src/modules/pathways/engine/model.ts';
import type { Network } from '../../src/modules/pathways/engine/network.ts';
import { reduce } from '../../src/modules/pathways/engine/reduce.ts';

/** Ways to plan that others use, on the same instances; each answers the ids of its units. */
type Way = (instance: Instance, by: Objective) => string[];

/** Greedy set cover: the cheapest chain for each requirement newly reached, without what turned out redundant. */
export const greedily: Way = (instance, by) => {
  const { network } = reduce(instance);
  const cost = costs(network, instance, by);
  return named(network, withoutRedundant(network, cost, greedy(network, cost) ?? []) ?? []);
};

/** For each missing skill the cheapest unit that proves it, with the cheapest chain to it. */
export const cheapestEach: Way = (instance, by) => {
  const { network } = reduce(instance);
  return named(network, chains(network, costs(network, instance, by)));
};

/** For each missing skill the way with the fewest units, as a search by breadth finds it. */
export const fewestHops = (instance: Instance): string[] => {
  const { network } = reduce(instance);
  const oneEach = network.unitIds.map(() => 1);
  return named(network, chains(network, oneEach));
};

const costs = (network: Network, instance: Instance, by: Objective): number[] => {
  const units = new Map(instance.units.map((unit) => [unit.id, unit]));
  return network.unitIds.map((id) => {
    const unit = units.get(id);
    return unit ? amount(unit, by) : 0;
  });
};

const named = (network: Network, units: Iterable<number>): string[] =>
  [...units].map((unit) => network.unitIds[unit] ?? '');
