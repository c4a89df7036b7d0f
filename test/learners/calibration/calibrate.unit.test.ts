import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { calibrate, type GivenLevel } from '../../../src/modules/learners/calibration/calibrate.ts';

const criteria = [
  { id: 'a', title: 'A', steps: 4 },
  { id: 'b', title: 'B', steps: 4 },
];
const mark = (workId: string, assessor: string, a: number, b: number): GivenLevel[] => [
  { workId, criterionId: 'a', assessor, step: a, points: a - 1 },
  { workId, criterionId: 'b', assessor, step: b, points: (b - 1) * 2 },
];

describe('calibrating a rubric', () => {
  test('by hand: two assessors, one always a level higher in the first criterion', () => {
    const works = [1, 2, 3, 1, 2, 3, 1, 2, 3, 1].map((level, at) => [`w${at}`, level] as const);
    const given = works.flatMap(([work, level]) => [
      ...mark(work, 'key:strict', level, level),
      ...mark(work, 'key:kind', level + 1, level),
    ]);
    const { doubleMarked, reliability, criteria: measured, assessors } = calibrate(criteria, given);
    const [first, second] = measured;
    expect(doubleMarked).toBe(10);
    expect(first).toMatchObject({ criterionId: 'a', units: 10, markings: 20, agreement: 0 });
    expect(second).toMatchObject({
      criterionId: 'b',
      agreement: 1,
      alphaNominal: 1,
      alphaOrdinal: 1,
      alphaInterval: 1,
      kappaLinear: 1,
      kappaQuadratic: 1,
      reliability: 'HIGH',
    });
    expect(first?.alphaOrdinal).toBeLessThan(0.8);
    expect(reliability).toBe(first?.reliability);
    // a level in one of two criteria: half a level a piece of work
    expect(assessors).toEqual([
      { assessor: 'key:kind', n: 10, mean: 0.5, interval: [0.5, 0.5], drifts: true },
      { assessor: 'key:strict', n: 10, mean: -0.5, interval: [-0.5, -0.5], drifts: true },
    ]);
  });

  test('says unknown of nothing', () => {
    expect(calibrate(criteria, [])).toMatchObject({
      doubleMarked: 0,
      reliability: 'UNKNOWN',
      criteria: [{ units: 0, agreement: null, alphaOrdinal: null, kappaLinear: null }, { units: 0 }],
      assessors: [],
    });
  });

  test('of two who mark everything, one is as far above as the other is below', () => {
    const level = fc.integer({ min: 1, max: 4 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(level, level, level, level), { minLength: 1, maxLength: 15 }),
        (works) => {
          const given = works.flatMap(([a, b, c, d], at) => [
            ...mark(`w${at}`, 'key:1', a, b),
            ...mark(`w${at}`, 'key:2', c, d),
          ]);
          const { assessors, doubleMarked } = calibrate(criteria, given);
          expect(doubleMarked).toBe(works.length);
          expect(assessors[0]?.mean).toBeCloseTo(-(assessors[1]?.mean ?? Number.NaN), 9);
          expect(assessors.map(({ n }) => n)).toEqual([works.length, works.length]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
