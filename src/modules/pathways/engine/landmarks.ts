import { forward } from './forward.ts';
import type { Network } from './network.ts';
import { Queue } from './queue.ts';

/** What every plan pays, and why. */
export interface LandmarkBound {
  /** No plan costs less. Infinity: there is no plan. */
  readonly value: number;
  /** What a unit costs on top of that, at least, in a plan that has it. */
  readonly reduced: Float64Array;
  /** Sets of units of which each plan has at least one. */
  readonly landmarks: readonly (readonly number[])[];
  /** By `reduced`, what each fact costs at least. */
  readonly facts: Float64Array;
}

/**
 * LM-cut (Helmert and Domshlak, ICAPS 2009): the dearest way to the goals, by the dearest of each rule's needs, is cut at the units
 * that enter the zone from which the goals cost nothing more; each plan has one of these. The cheapest is paid, all of them become
 * cheaper by as much, and so on. `costs` are whole numbers ≥ 0, infinite for a unit that must not be taken.
 */
export function landmarkCuts(network: Network, costs: ArrayLike<number>): LandmarkBound {
  const cutter = new Cutter(network, costs);
  const landmarks: number[][] = [];
  let value = 0;
  for (let dear = cutter.dearestGoal(); dear.cost > 0; dear = cutter.dearestGoal()) {
    if (dear.cost === Number.POSITIVE_INFINITY) {
      value = dear.cost;
      break;
    }
    const landmark = cutter.cutBefore(dear.goal);
    value += cutter.pay(landmark);
    landmarks.push(landmark);
  }
  return { value, reduced: cutter.reduced, landmarks, facts: cutter.facts };
}

class Cutter {
  readonly reduced: Float64Array;
  readonly facts: Float64Array;
  readonly #network: Network;
  readonly #units: number;
  /** The dearest need of each rule: -1 without needs, -2 while one is out of reach. */
  readonly #dearest: Int32Array;
  readonly #queue = new Queue();

  constructor(network: Network, costs: ArrayLike<number>) {
    this.#network = network;
    this.#units = network.unitIds.length;
    this.reduced = Float64Array.from({ length: this.#units }, (_, unit) => costs[unit] ?? 0);
    this.facts = forward(network, (rule) => this.#cost(rule), 'max').facts;
    this.#dearest = Int32Array.from(network.rules, ({ needs }) => this.#dearestOf(needs));
  }

  dearestGoal(): { goal: number; cost: number } {
    let goal = -1;
    let cost = 0;
    for (const one of this.#network.goals)
      if ((this.facts[one] as number) > cost) {
        goal = one;
        cost = this.facts[one] as number;
      }
    return { goal, cost };
  }

  /** The units by which whatever holds from the start enters the zone from which this goal costs nothing. */
  cutBefore(goal: number): number[] {
    const { rules, givers, waiting, initial } = this.#network;
    const zone = new Uint8Array(this.#network.factCount);
    zone[goal] = 1;
    const back = [goal];
    for (let fact = back.pop(); fact !== undefined; fact = back.pop())
      for (const rule of givers[fact] ?? []) {
        const dearest = this.#dearest[rule] as number;
        if (dearest < 0 || zone[dearest] || this.#cost(rule) > 0) continue;
        zone[dearest] = 1;
        back.push(dearest);
      }
    const before = new Uint8Array(this.#network.factCount);
    const cut = new Set<number>();
    const onward = [...initial];
    for (const fact of initial) before[fact] = 1;
    const pass = (rule: number) => {
      const gives = rules[rule]?.gives ?? [];
      if (rule < this.#units && this.#cost(rule) > 0 && gives.some((fact) => zone[fact])) cut.add(rule);
      for (const fact of gives)
        if (!zone[fact] && !before[fact]) {
          before[fact] = 1;
          onward.push(fact);
        }
    };
    for (const rule of this.#network.needless) if (this.#cost(rule) < Number.POSITIVE_INFINITY) pass(rule);
    for (let fact = onward.pop(); fact !== undefined; fact = onward.pop())
      for (const rule of waiting[fact] ?? [])
        if (this.#dearest[rule] === fact && this.#cost(rule) < Number.POSITIVE_INFINITY) pass(rule);
    return [...cut].sort((a, b) => a - b);
  }

  /** Takes the least cost among these units off each of them, and answers it. */
  pay(landmark: readonly number[]): number {
    let least = Number.POSITIVE_INFINITY;
    for (const unit of landmark) least = Math.min(least, this.reduced[unit] as number);
    if (least === Number.POSITIVE_INFINITY) throw new Error('a landmark without a unit was found');
    for (const unit of landmark) this.reduced[unit] = (this.reduced[unit] as number) - least;
    for (const unit of landmark) this.#offer(unit);
    this.#settle();
    return least;
  }

  #cost(rule: number): number {
    return rule < this.#units ? (this.reduced[rule] as number) : 0;
  }

  #dearestOf(needs: readonly number[]): number {
    let dearest = -1;
    let cost = -1;
    for (const need of needs) {
      const own = this.facts[need] as number;
      if (own === Number.POSITIVE_INFINITY) return -2;
      if (own > cost) {
        dearest = need;
        cost = own;
      }
    }
    return dearest;
  }

  /** Tells the facts that a rule gives what they cost by it now. */
  #offer(rule: number): void {
    const dearest = this.#dearest[rule] as number;
    if (dearest === -2) return;
    const cost = this.#cost(rule) + (dearest < 0 ? 0 : (this.facts[dearest] as number));
    for (const fact of this.#network.rules[rule]?.gives ?? [])
      if (cost < (this.facts[fact] as number)) {
        this.facts[fact] = cost;
        this.#queue.push(fact, cost);
      }
  }

  /** Carries what became cheaper onwards. */
  #settle(): void {
    while (this.#queue.size > 0) {
      const key = this.#queue.least;
      const fact = this.#queue.pop();
      if (key > (this.facts[fact] as number)) continue;
      for (const rule of this.#network.waiting[fact] ?? []) {
        if (this.#dearest[rule] !== fact) continue;
        this.#dearest[rule] = this.#dearestOf(this.#network.rules[rule]?.needs ?? []);
        this.#offer(rule);
      }
    }
  }
}
