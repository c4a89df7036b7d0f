import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { faultsOf } from '../../src/modules/pathways/engine/check.ts';
import { stepsOf } from '../../src/modules/pathways/engine/explain.ts';
import { greedy, withoutRedundant } from '../../src/modules/pathways/engine/heuristic.ts';
import { loadHighs } from '../../src/modules/pathways/engine/highs.ts';
import type { Instance, Objective, Solution } from '../../src/modules/pathways/engine/model.ts';
import { reduce } from '../../src/modules/pathways/engine/reduce.ts';
import { type Limits, solve } from '../../src/modules/pathways/engine/solve.ts';
import { instance } from './arbitraries.ts';
import { bruteForce, compare, costVector } from './oracle.ts';

const SEED = { seed: 20_260_116, numRuns: 600 };
const highs = await loadHighs();
const planFor = (problem: Instance, by: readonly Objective[], limits: Limits = { timeLimitMs: 60_000 }) =>
  solve(highs, problem, by, limits);
const reachable = (problem: Instance) => {
  const { uncoverable } = reduce(problem);
  return problem.goals.filter((goal) => !uncoverable.includes(goal));
};
const OBJECTIVES: Objective[] = ['HOURS', 'PRICE'];
const unitsOf = (problem: Instance, order: readonly string[]) =>
  order
    .map((id) => problem.units.find((unit) => unit.id === id) ?? problem.units[0])
    .filter((unit) => !!unit);
const costOf = (problem: Instance, solution: Solution) =>
  costVector(unitsOf(problem, solution.order), OBJECTIVES);
const optimum = (problem: Instance) => costOf(problem, planFor(problem, OBJECTIVES));
const shuffled = <T>(values: readonly T[]) => fc.shuffledSubarray([...values], { minLength: values.length });

describe('planning', () => {
  it('finds what trying every set of units finds', () => {
    fc.assert(
      fc.property(
        instance,
        fc.constantFrom(OBJECTIVES, ['PRICE' as const], ['HOURS' as const]),
        (problem, by) => {
          const solution = planFor(problem, by);
          expect(faultsOf(problem, solution)).toEqual([]);
          expect(solution.status).toBe('OPTIMAL');
          expect(costVector(unitsOf(problem, solution.order), by)).toEqual(bruteForce(problem, by));
          expect(solution.bound).toBe(bruteForce(problem, by)[0]);
        },
      ),
      { ...SEED, numRuns: 1_500 },
    );
  });

  it('claims no more than it proved when the search is cut short', () => {
    fc.assert(
      fc.property(instance, fc.constantFrom(0, 0.2, 1), (problem, timeLimitMs) => {
        const solution = planFor(problem, OBJECTIVES, { timeLimitMs });
        const least = bruteForce(problem, OBJECTIVES);
        const cost = costOf(problem, solution);
        expect(faultsOf(problem, solution)).toEqual([]);
        expect(solution.bound).toBeLessThanOrEqual(least[0] ?? 0);
        expect(compare(cost, least)).toBeGreaterThanOrEqual(0);
        if (solution.status === 'OPTIMAL') expect(cost).toEqual(least);
      }),
      SEED,
    );
  });

  it('is never dearer than greedy', () => {
    fc.assert(
      fc.property(instance, (problem) => {
        const { network } = reduce(problem);
        const costs = network.unitIds.map((id) => unitsOf(problem, [id])[0]?.minutes ?? 0);
        const chosen = (withoutRedundant(network, costs, greedy(network, costs) ?? []) ?? []).map(
          (index) => network.unitIds[index] ?? '',
        );
        const ways = costVector(unitsOf(problem, chosen), ['HOURS']);
        expect(planFor(problem, ['HOURS']).bound).toBeLessThanOrEqual(ways[0] ?? 0);
      }),
      SEED,
    );
  });

  it('gets no dearer when a badge more is held or a unit more is on offer', () => {
    fc.assert(
      fc.property(instance, fc.nat(6), fc.nat(8), (problem, badge, drop) => {
        const richer = { ...problem, held: [...problem.held, `b${badge}`] };
        const poorer = { ...problem, units: problem.units.filter((_, index) => index !== drop) };
        // the same goals on both sides: a goal that only becomes reachable through the addition may well cost more
        const same = (a: Instance, b: Instance) => ({ a, b: { ...b, goals: reachable(a) } });
        const held = same(problem, richer);
        expect(compare(optimum(held.b), optimum(held.a))).toBeLessThanOrEqual(0);
        const offer = same(poorer, problem);
        expect(compare(optimum(offer.b), optimum(offer.a))).toBeLessThanOrEqual(0);
      }),
      SEED,
    );
  });

  it('gets no cheaper when a goal is added, and a union costs at most both', () => {
    fc.assert(
      fc.property(instance, instance, (problem, { goals }) => {
        const hours = (p: Instance) => optimum(p)[0] ?? 0;
        const both = { ...problem, goals: [...new Set([...problem.goals, ...goals])] };
        const other = { ...problem, goals };
        expect(hours(both)).toBeGreaterThanOrEqual(hours(problem));
        expect(hours(both)).toBeLessThanOrEqual(hours(problem) + hours(other));
      }),
      SEED,
    );
  });

  it('costs the same whatever the order of the catalogue', () => {
    const cases = instance.chain((problem) =>
      fc.record({
        problem: fc.constant(problem),
        other: fc.record({
          goals: shuffled(problem.goals),
          held: shuffled(problem.held),
          units: shuffled(problem.units),
          ways: shuffled(problem.ways),
        }),
      }),
    );
    fc.assert(
      fc.property(cases, ({ problem, other }) => {
        expect(optimum(other)).toEqual(optimum(problem));
        expect(planFor(problem, OBJECTIVES)).toEqual(planFor(structuredClone(problem), OBJECTIVES));
      }),
      SEED,
    );
  });

  it('names for each step a goal it covers or a later step it enables, and covers each goal once', () => {
    fc.assert(
      fc.property(instance, (problem) => {
        const solution = planFor(problem, OBJECTIVES);
        const within = { ...problem, goals: reachable(problem) };
        const steps = stepsOf(withoutOtherGoals(within), solution.order);
        for (const step of steps) expect(step.covers.length + step.enables.length).toBeGreaterThan(0);
        const covered = steps.flatMap((step) => step.covers);
        expect(new Set(covered).size).toBe(covered.length);
        expect(covered.every((goal) => within.goals.includes(goal))).toBe(true);
      }),
      SEED,
    );
  });
});

const withoutOtherGoals = (problem: Instance): Instance => ({
  ...problem,
  ways: problem.ways.map((way) => ({ ...way, covers: way.covers.filter((g) => problem.goals.includes(g)) })),
});
