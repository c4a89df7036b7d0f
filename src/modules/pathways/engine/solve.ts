import { type Effort, landmarkBound } from './bound.ts';
import { amount, costsOf } from './costs.ts';
import { greedy, withoutRedundant } from './heuristic.ts';
import type { Instance, Objective, Solution } from './model.ts';
import { type Network, networkOf } from './network.ts';
import { firingOrder } from './order.ts';
import { reduce } from './reduce.ts';

/** How long to search: nodes opened, and tries spent on bounds. Counted, not timed: the same input ends at the same place. */
export interface Limits {
  readonly nodes: number;
  readonly tries: number;
}

export const LIMITS: Limits = { nodes: 5_000, tries: 400_000 };

/**
 * A cheapest set of units that reaches every goal that can be reached, in an order in which it can be done.
 * Branch and bound over landmarks; `OPTIMAL` when the search ended, else `FEASIBLE` with what is proven.
 */
export function solve(
  instance: Instance,
  objectives: readonly Objective[],
  limits: Limits = LIMITS,
): Solution {
  const { instance: reduced, uncoverable } = reduce(instance);
  const units = [...reduced.units].sort((a, b) => (a.id < b.id ? -1 : 1));
  const network = networkOf(reduced);
  const costs = costsOf(units, objectives);
  const search = new Search(network, costs.of, limits);
  search.run();
  const first = objectives[0] ?? 'HOURS';
  const chosen = search.best.map((index) => network.unitIds[index] ?? '');
  const total = units.filter(({ id }) => chosen.includes(id)).reduce((sum, u) => sum + amount(u, first), 0);
  return {
    order: firingOrder(reduced, chosen),
    status: search.proven ? 'OPTIMAL' : 'FEASIBLE',
    bound: search.proven ? total : Math.floor(search.bound / costs.scale),
    uncoverable,
    nodes: search.nodes,
  };
}

class Search {
  best: number[];
  nodes = 0;
  readonly #network: Network;
  readonly #costs: readonly number[];
  readonly #limits: Limits;
  readonly #effort: Effort = { spent: 0 };
  #bestCost: number;
  /** The lowest bound among what was left unopened. */
  #unopened = Number.POSITIVE_INFINITY;

  constructor(network: Network, costs: readonly number[], limits: Limits) {
    this.#network = network;
    this.#costs = costs;
    this.#limits = limits;
    this.best = greedy(network, costs);
    this.#bestCost = this.#total(this.best);
  }

  get proven(): boolean {
    return this.#unopened >= this.#bestCost;
  }

  get bound(): number {
    return Math.min(this.#unopened, this.#bestCost);
  }

  run(): void {
    this.#open(new Set(), new Set(), 0);
  }

  #open(taken: ReadonlySet<number>, banned: ReadonlySet<number>, inherited: number): void {
    if (inherited >= this.#bestCost) return;
    if (this.nodes >= this.#limits.nodes || this.#effort.spent >= this.#limits.tries) {
      this.#unopened = Math.min(this.#unopened, inherited);
      return;
    }
    this.nodes += 1;
    const bound = landmarkBound(this.#network, this.#costs, taken, banned, this.#effort);
    if (bound.value >= this.#bestCost) return;
    this.#consider([...new Set([...taken, ...bound.free])]);
    if (bound.value >= this.#bestCost || bound.landmarks.length === 0) return;
    const narrowest = bound.landmarks.reduce((a, b) => (b.length < a.length ? b : a));
    const out = new Set(banned);
    for (const [unit, extra] of bound.reduced.entries())
      if (!taken.has(unit) && bound.value + extra >= this.#bestCost) out.add(unit);
    for (const unit of narrowest) {
      if (out.has(unit)) continue;
      this.#open(new Set([...taken, unit]), new Set(out), bound.value);
      out.add(unit);
    }
  }

  #consider(units: readonly number[]): void {
    const plan = withoutRedundant(this.#network, this.#costs, units);
    if (!plan) return;
    const cost = this.#total(plan);
    if (cost >= this.#bestCost) return;
    this.best = plan;
    this.#bestCost = cost;
  }

  #total(units: readonly number[]): number {
    return units.reduce((sum, unit) => sum + (this.#costs[unit] ?? 0), 0);
  }
}
