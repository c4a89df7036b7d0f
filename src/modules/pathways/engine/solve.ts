import type { Highs } from 'highs';
import { Closure } from './closure.ts';
import { chains, greedy, withoutRedundant } from './heuristic.ts';
import { type LandmarkBound, landmarkCuts } from './landmarks.ts';
import { Programme, type Side } from './milp.ts';
import { amount, type Instance, type Objective, type PlanUnit, type Solution } from './model.ts';
import { type Network, type Part, restrict } from './network.ts';
import { firingOrder } from './order.ts';
import { within } from './prune.ts';
import { reduce } from './reduce.ts';

/** How long to search, in milliseconds. What was found until then is answered, with what is proven. */
export interface Limits {
  readonly timeLimitMs: number;
}

export const LIMITS: Limits = { timeLimitMs: 1_500 };

/**
 * A cheapest set of units that reaches every goal that can be reached, in an order in which it can be done. One objective after
 * another: among the sets that are cheapest by the first, one that is cheapest by the second, and so on, at last one of the fewest
 * units. `OPTIMAL` when all of that is proven, else `FEASIBLE` with what is proven of the first.
 */
export function solve(
  highs: Highs,
  instance: Instance,
  objectives: readonly Objective[],
  limits: Limits = LIMITS,
): Solution {
  const deadline = performance.now() + limits.timeLimitMs;
  const { network: whole, uncoverable } = reduce(instance);
  const byId = new Map(instance.units.map((unit) => [unit.id, unit]));
  const units = whole.unitIds.map((id) => byId.get(id) as PlanUnit);
  const costs = [
    ...objectives.map((objective) => units.map((unit) => amount(unit, objective))),
    units.map(() => 1),
  ];
  let part: Part = { network: whole, units: [...units.keys()] };
  let best: number[] | null = null;
  let bound = 0;
  let proven = true;
  let nodes = 0;
  const sides: Side[] = [];
  for (const [place, cost] of costs.entries()) {
    const inPart = (of: ArrayLike<number>) => part.units.map((unit) => of[unit] ?? 0);
    const places = new Map(part.units.map((unit, index) => [unit, index]));
    const found = cheapest(highs, part.network, inPart(cost), {
      deadline,
      sides: sides.map(({ of, most }) => ({ of: inPart(of), most })),
      known: best?.map((unit) => places.get(unit) ?? -1) ?? null,
    });
    best = found.units.map((index) => part.units[index] ?? -1);
    nodes += found.rounds;
    if (place === 0) bound = found.bound;
    proven = found.proven;
    if (!proven) break;
    const total = sum(cost, best);
    sides.push({ of: cost, most: total });
    part = compose(part, restrict(part.network, keeping(part.network, found.landmarks, total)));
  }
  return {
    order: firingOrder(whole, best ?? [], (unit) => units[unit]?.minutes ?? 0),
    status: proven ? 'OPTIMAL' : 'FEASIBLE',
    bound,
    uncoverable,
    nodes,
  };
}

interface Found {
  readonly units: number[];
  /** No plan costs less. */
  readonly bound: number;
  readonly proven: boolean;
  readonly rounds: number;
  readonly landmarks: LandmarkBound;
}

/** A cheapest plan of a network whose goals are all in reach, within the sides; `known` is a plan to start from. */
function cheapest(
  highs: Highs,
  network: Network,
  costs: readonly number[],
  given: { deadline: number; sides: readonly Side[]; known: readonly number[] | null },
): Found {
  const { deadline, sides } = given;
  const isWithin = (units: readonly number[]) => sides.every(({ of, most }) => sum(of, units) <= most);
  let best: number[] | null = given.known && [...given.known];
  let most = best ? sum(costs, best) : Number.POSITIVE_INFINITY;
  const consider = (units: Iterable<number> | null) => {
    const plan = units && withoutRedundant(network, costs, units);
    if (!plan || !isWithin(plan)) return;
    const cost = sum(costs, plan);
    if (cost >= most) return;
    best = plan;
    most = cost;
  };
  if (!best) consider(chains(network, costs));
  const landmarks = landmarkCuts(network, costs);
  // what the landmarks leave of the costs points at what is dear only because nothing else would do
  const mixed = costs.map((cost, unit) => (landmarks.reduced[unit] ?? 0) + 0.05 * cost);
  if (sides.length === 0) consider(chains(network, mixed));
  let bound = landmarks.value;
  let rounds = 0;
  const done = (proven: boolean): Found => {
    if (!best) throw new Error('goals in reach have no plan');
    return { units: best, bound: proven ? most : Math.min(bound, most), proven, rounds, landmarks };
  };
  if (bound >= most) return done(true);
  /** What could stand in a cheaper plan than the best so far. */
  const cheaper = () => restrict(network, keeping(network, landmarks, most - 1));
  let part = cheaper();
  if (reachesNothing(part)) return done(true);
  const outer = (units: Iterable<number> | null) =>
    units && Array.from(units, (unit) => part.units[unit] ?? -1);
  const inner = <T>(of: ArrayLike<T>) => part.units.map((unit) => of[unit] as T);
  if (sides.length === 0)
    for (const guide of [costs, mixed]) consider(outer(greedy(part.network, inner(guide))));
  part = cheaper();
  if (reachesNothing(part)) return done(true);
  const place = new Map(part.units.map((unit, index) => [unit, index]));
  const own = inner(costs);
  const programme = new Programme(highs, part.network, own, {
    landmarks: landmarks.landmarks.map((landmark) => landmark.flatMap((unit) => place.get(unit) ?? [])),
    sides: sides.map(({ of, most: limit }) => ({ of: inner(of), most: limit })),
  });
  try {
    const relaxed = programme.relax(deadline);
    if (relaxed === 'INFEASIBLE') return done(true);
    if (relaxed === 'TIME_OVER') return done(false);
    bound = Math.max(bound, Math.ceil(relaxed.value - 1e-6));
    if (bound >= most) return done(true);
    const guided = own.map((cost, unit) => cost * (1.001 - Math.min(1, relaxed.shares[unit] ?? 0)));
    consider(outer(greedy(part.network, guided)));
    if (bound >= most) return done(true);
    programme.forbid(
      own.flatMap((_, unit) =>
        relaxed.value + (relaxed.reduced[unit] ?? 0) > most - 1 + 1e-6 ? [unit] : [],
      ),
    );
    programme.makeWhole();
    for (;;) {
      rounds += 1;
      const answer = programme.whole(deadline);
      if (answer === 'INFEASIBLE') return done(true);
      bound = Math.max(bound, Math.ceil(answer.bound - 1e-6));
      if (answer.units) {
        if (reaches(part.network, answer.units)) consider(outer(answer.units));
        else programme.cutOff(answer.units);
      }
      if (bound >= most) return done(true);
      if (!answer.ended || performance.now() >= deadline) return done(false);
    }
  } finally {
    programme.dispose();
  }
}

const keeping = (network: Network, landmarks: LandmarkBound, most: number): ((unit: number) => boolean) => {
  const kept = within(network, landmarks, most);
  return (unit) => kept[unit] === 1;
};

/** Whether some goal is out of reach of what was left: then no plan is as cheap as was asked. */
function reachesNothing({ network }: Part): boolean {
  return !reaches(network, [...network.unitIds.keys()]);
}

function reaches(network: Network, units: readonly number[]): boolean {
  const closure = new Closure(network);
  for (const unit of units) closure.add(unit);
  return closure.reachesAll;
}

const compose = (outer: Part, inner: Part): Part => ({
  network: inner.network,
  units: inner.units.map((unit) => outer.units[unit] ?? -1),
});

const sum = (of: ArrayLike<number>, units: readonly number[]): number => {
  let total = 0;
  for (const unit of units) total += of[unit] ?? 0;
  return total;
};
