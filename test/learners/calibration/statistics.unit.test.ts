import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  FEWEST_UNITS,
  gradingReliability,
  weakestOf,
} from '../../../src/modules/learners/calibration/reliability.ts';
import { krippendorffAlpha } from '../../../src/modules/learners/calibration/statistics/alpha.ts';
import {
  driftOf,
  FEWEST_DEVIATIONS,
  studentT,
} from '../../../src/modules/learners/calibration/statistics/drift.ts';
import { weightedKappa } from '../../../src/modules/learners/calibration/statistics/kappa.ts';

/** Rows of judges as published, a dot where somebody did not judge, turned into the values of each unit. */
const unitsOf = (...judges: string[]): number[][] => {
  const rows = judges.map((row) => row.split(' '));
  return (rows[0] ?? []).map((_, unit) =>
    rows
      .map((row) => row[unit])
      .filter((value) => value !== '.')
      .map(Number),
  );
};

/** K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: 4 observers, 12 units. */
const KRIPPENDORFF_2011 = unitsOf(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
);

/** The worked example of the encyclopaedia article on α: 3 coders, 15 units. */
const THREE_CODERS = unitsOf(
  '. . . . . 3 4 1 2 1 1 3 3 . 3',
  '1 . 2 1 3 3 4 3 . . . . . . .',
  '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
);

describe('Krippendorff’s α', () => {
  test.each([
    ['NOMINAL', 0.743],
    ['ORDINAL', 0.815],
    ['INTERVAL', 0.849],
  ] as const)('%s of the published data of 2011 is %d', (metric, published) => {
    const { alpha, units, values } = krippendorffAlpha(KRIPPENDORFF_2011, metric);
    expect(alpha).toBeCloseTo(published, 3);
    expect({ units, values }).toEqual({ units: 11, values: 40 });
  });

  test.each([
    ['NOMINAL', 0.691],
    ['INTERVAL', 0.811],
  ] as const)('%s of three coders who skip most units is %d', (metric, published) => {
    expect(krippendorffAlpha(THREE_CODERS, metric).alpha).toBeCloseTo(published, 3);
  });

  test('two judges, four units, by hand', () => {
    // coincidences 1-1: 2, 2-2: 4, 1-2: 1 each way; n = 8, n1 = 3, n2 = 5; 1 − 7 · 1 / 15
    const pairs = [
      [1, 1],
      [2, 2],
      [2, 2],
      [1, 2],
    ];
    expect(krippendorffAlpha(pairs, 'NOMINAL').alpha).toBeCloseTo(1 - 7 / 15, 12);
  });

  test.each([
    ['nobody', []],
    ['one judge alone', [[1], [2]]],
    [
      'one value only',
      [
        [2, 2],
        [2, 2],
      ],
    ],
  ])('says nothing of %s', (_, units) => {
    expect(krippendorffAlpha(units, 'ORDINAL').alpha).toBeNull();
  });

  const metric = fc.constantFrom('NOMINAL', 'ORDINAL', 'INTERVAL' as const);
  const judged = fc.array(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 4 }), { maxLength: 12 });

  test('is 1 when all agree on what varies, never more, and does not depend on who judged first', () => {
    fc.assert(
      fc.property(judged, metric, (units, how) => {
        const { alpha } = krippendorffAlpha(units, how);
        if (alpha !== null) expect(alpha).toBeLessThanOrEqual(1 + 1e-12);
        const reversed = krippendorffAlpha(
          [...units].reverse().map((values) => [...values].reverse()),
          how,
        ).alpha;
        if (alpha === null) expect(reversed).toBeNull();
        else expect(reversed).toBeCloseTo(alpha, 9);
        const agreed = krippendorffAlpha(
          units.map((values) => values.map(() => values[0] ?? 0)),
          how,
        ).alpha;
        if (agreed !== null) expect(agreed).toBeCloseTo(1, 9);
      }),
      { numRuns: 300 },
    );
  });
});

describe('weighted κ', () => {
  /** M. Hout and others (1987), in A. Agresti, Categorical Data Analysis: 91 couples on a scale of four, husband by wife. */
  const TABLE = [
    [7, 7, 2, 3],
    [2, 8, 3, 7],
    [1, 5, 4, 9],
    [2, 8, 9, 14],
  ];
  const pairs = TABLE.flatMap((row, i) =>
    row.flatMap((times, j) => Array.from({ length: times }, () => [i + 1, j + 1] as const)),
  );

  test('with linear weights of the published table is 0.237', () => {
    expect(weightedKappa(pairs, 4, 'LINEAR')).toBeCloseTo(0.2374, 4);
  });

  test('of three levels, by hand', () => {
    // first: 1 1 2 3, second: 1 2 2 2. Linear, over steps: observed 2/2, expected (2·(0·1+1·3) + 1·(1·1+0·3) + 1·(2·1+1·3)) / 4 / 2
    const few = [
      [1, 1],
      [1, 2],
      [2, 2],
      [3, 2],
    ] as const;
    expect(weightedKappa(few, 3, 'LINEAR')).toBeCloseTo(1 - 2 / (12 / 4), 12);
    // squared steps: observed 2, expected (2·3 + 1 + (4 + 3)) / 4
    expect(weightedKappa(few, 3, 'QUADRATIC')).toBeCloseTo(1 - 2 / (14 / 4), 12);
  });

  test('says nothing without pairs, nor when both gave everything one level', () => {
    expect(weightedKappa([], 4, 'LINEAR')).toBeNull();
    expect(
      weightedKappa(
        [
          [2, 2],
          [2, 2],
        ],
        4,
        'QUADRATIC',
      ),
    ).toBeNull();
  });

  const judgements = fc.integer({ min: 2, max: 6 }).chain((steps) =>
    fc.tuple(
      fc.constant(steps),
      fc.array(fc.tuple(fc.integer({ min: 1, max: steps }), fc.integer({ min: 1, max: steps })), {
        maxLength: 30,
      }),
    ),
  );

  test('lies between −1 and 1 and is the same whoever comes first; of two levels both weights are one', () => {
    fc.assert(
      fc.property(judgements, ([steps, judged]) => {
        for (const weights of ['LINEAR', 'QUADRATIC'] as const) {
          const kappa = weightedKappa(judged, steps, weights);
          const swapped = weightedKappa(
            judged.map(([a, b]) => [b, a] as const),
            steps,
            weights,
          );
          if (kappa === null) expect(swapped).toBeNull();
          else {
            expect(swapped).toBeCloseTo(kappa, 9);
            expect(kappa).toBeLessThanOrEqual(1);
            expect(kappa).toBeGreaterThanOrEqual(-1 - 1e-12);
          }
        }
        if (steps === 2)
          expect(weightedKappa(judged, 2, 'LINEAR')).toEqual(weightedKappa(judged, 2, 'QUADRATIC'));
      }),
      { numRuns: 300 },
    );
  });
});

describe('drift', () => {
  test.each([
    [4, 2.776],
    [9, 2.262],
    [29, 2.045],
    [100, 1.984],
  ])('the t of %d degrees of freedom is that of the tables, %d', (degrees, table) => {
    expect(Math.abs(studentT(degrees) - table)).toBeLessThan(0.0012);
  });

  test('is seen when the interval leaves out 0, and said with how much it rests on', () => {
    // mean 1, standard deviation 1/√2 … of 0, 1, 1, 1, 2: variance 0.5, half width 2.776 · √(0.5 / 5)
    const { n, mean, interval, drifts } = driftOf([0, 1, 1, 1, 2]);
    expect({ n, mean, drifts }).toEqual({ n: 5, mean: 1, drifts: true });
    expect(interval?.[0]).toBeCloseTo(1 - 2.776 * Math.sqrt(0.1), 2);
    expect(driftOf([-1, 1, 0, 1, -1, 0]).drifts).toBe(false);
  });

  test('is never said of a few, and turns its sign with the deviations', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 20 }), (deviations) => {
        const drift = driftOf(deviations);
        const mirrored = driftOf(deviations.map((each) => -each));
        expect(mirrored.drifts).toBe(drift.drifts);
        if (deviations.length < FEWEST_DEVIATIONS)
          expect(drift).toMatchObject({ interval: null, drifts: false });
        if (drift.interval && drift.mean !== null) {
          expect(drift.interval[0]).toBeLessThanOrEqual(drift.mean);
          expect(drift.interval[1]).toBeGreaterThanOrEqual(drift.mean);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the reliability of a grading', () => {
  test.each([
    [0.8, FEWEST_UNITS, 'HIGH'],
    [0.799, 50, 'TENTATIVE'],
    [0.667, 50, 'TENTATIVE'],
    [0.666, 50, 'LOW'],
    [-0.2, 50, 'LOW'],
    [1, FEWEST_UNITS - 1, 'UNKNOWN'],
    [null, 50, 'UNKNOWN'],
  ] as const)('α %d from %d pieces of work is %s', (alpha, units, reliability) => {
    expect(gradingReliability({ alpha, units })).toBe(reliability);
  });

  test('is that of the weakest criterion', () => {
    expect(weakestOf(['HIGH', 'TENTATIVE', 'HIGH'])).toBe('TENTATIVE');
    expect(weakestOf(['UNKNOWN', 'LOW'])).toBe('LOW');
    expect(weakestOf([])).toBe('UNKNOWN');
  });
});
