import type { Network } from './network.ts';

/**
 * What follows from a set of units: the facts they make true when done in some order. Grows unit by unit, and can be set back to
 * an earlier mark, which makes trying a unit as cheap as what changes by it.
 */
export class Closure {
  readonly #network: Network;
  readonly #known: Uint8Array;
  readonly #open: Int32Array;
  readonly #allowed: Uint8Array;
  readonly #isGoal: Uint8Array;
  /** Facts made known (≥ 0) and units allowed (-1 - unit), in order. */
  readonly #trail: number[] = [];
  #goalsLeft: number;

  constructor(network: Network) {
    this.#network = network;
    this.#known = new Uint8Array(network.factCount);
    this.#isGoal = new Uint8Array(network.factCount);
    this.#allowed = new Uint8Array(network.unitIds.length);
    this.#open = Int32Array.from(network.rules, (rule) => rule.needs.length);
    for (const goal of network.goals) this.#isGoal[goal] = 1;
    this.#goalsLeft = network.goals.length;
    for (const fact of network.initial) this.#learn(fact);
  }

  get mark(): number {
    return this.#trail.length;
  }

  get reachesAll(): boolean {
    return this.#goalsLeft === 0;
  }

  get goalsLeft(): number {
    return this.#goalsLeft;
  }

  knows(fact: number): boolean {
    return this.#known[fact] === 1;
  }

  /** True when the unit is in the set and can be started. */
  fires(unit: number): boolean {
    return this.#allowed[unit] === 1 && this.#open[unit] === 0;
  }

  add(unit: number): void {
    if (this.#allowed[unit] === 1) return;
    this.#allowed[unit] = 1;
    this.#trail.push(-1 - unit);
    if (this.#open[unit] === 0) this.#fire(unit);
  }

  back(mark: number): void {
    while (this.#trail.length > mark) {
      const entry = this.#trail.pop() as number;
      if (entry < 0) {
        this.#allowed[-1 - entry] = 0;
        continue;
      }
      this.#known[entry] = 0;
      if (this.#isGoal[entry]) this.#goalsLeft += 1;
      for (const rule of this.#network.waiting[entry] ?? []) this.#open[rule] = (this.#open[rule] ?? 0) + 1;
    }
  }

  #learn(fact: number): void {
    const queue = [fact];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      if (this.#known[at] === 1) continue;
      this.#known[at] = 1;
      this.#trail.push(at);
      if (this.#isGoal[at]) this.#goalsLeft -= 1;
      for (const rule of this.#network.waiting[at] ?? []) {
        const open = (this.#open[rule] ?? 0) - 1;
        this.#open[rule] = open;
        if (open === 0 && (rule >= this.#network.unitIds.length || this.#allowed[rule] === 1))
          queue.push(...(this.#network.rules[rule]?.gives ?? []));
      }
    }
  }

  #fire(unit: number): void {
    for (const fact of this.#network.rules[unit]?.gives ?? []) this.#learn(fact);
  }
}
