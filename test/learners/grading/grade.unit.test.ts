import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { RubricRecord } from '../../../src/modules/catalog/catalog.records.ts';
import { grade } from '../../../src/modules/learners/grading/grade.ts';

/** A rubric of any size with one threshold a criterion, and a level chosen in each. */
const graded = fc
  .array(
    fc
      .record({
        steps: fc.array(fc.nat(20), { minLength: 2, maxLength: 6 }),
        passing: fc.nat(),
        chosen: fc.nat(),
      })
      .map(({ steps, passing, chosen }) => ({
        points: [...steps].sort((a, b) => a - b),
        passing: passing % steps.length,
        chosen: chosen % steps.length,
      })),
    { minLength: 1, maxLength: 8 },
  )
  .map((criteria) => {
    const rubric: RubricRecord = {
      id: 'rubric',
      title: 'Rubric',
      version: 1,
      criteria: criteria.map(({ points, passing }, at) => ({
        id: `c${at}`,
        title: `Criterion ${at}`,
        position: at + 1,
        levels: points.map((each, step) => ({
          id: `c${at}l${step}`,
          title: `Level ${step}`,
          points: each,
          descriptor: null,
          position: step + 1,
          passing: step === passing,
        })),
      })),
    };
    const scores = criteria.map(({ chosen }, at) => ({ criterionId: `c${at}`, levelId: `c${at}l${chosen}` }));
    return { criteria, rubric, scores };
  });

describe('grading by a rubric', () => {
  test('sums points and passes exactly when every criterion reaches its threshold', () => {
    fc.assert(
      fc.property(graded, ({ criteria, rubric, scores }) => {
        expect(grade(rubric, scores)).toMatchObject({
          passed: criteria.every(({ chosen, passing }) => chosen >= passing),
          points: criteria.reduce((sum, { points, chosen }) => sum + (points[chosen] ?? 0), 0),
        });
      }),
    );
  });

  test('does not depend on the order of the scores', () => {
    fc.assert(
      fc.property(graded, ({ rubric, scores }) => {
        const one = grade(rubric, scores);
        const other = grade(rubric, [...scores].reverse());
        if (!('passed' in one && 'passed' in other)) throw new Error('not graded');
        expect({ ...other, levelIds: [...other.levelIds].sort() }).toEqual({
          ...one,
          levelIds: [...one.levelIds].sort(),
        });
      }),
    );
  });

  test('a higher level never turns passed into not passed, nor lowers the points', () => {
    fc.assert(
      fc.property(graded, fc.nat(), ({ criteria, rubric, scores }, pick) => {
        const at = pick % scores.length;
        const chosen = criteria[at]?.chosen ?? 0;
        const top = (criteria[at]?.points.length ?? 1) - 1;
        const better = scores.map((score, index) =>
          index === at ? { ...score, levelId: `c${at}l${Math.min(chosen + 1, top)}` } : score,
        );
        const [before, after] = [grade(rubric, scores), grade(rubric, better)];
        if (!('passed' in before && 'passed' in after)) throw new Error('not graded');
        expect(after.points).toBeGreaterThanOrEqual(before.points);
        expect(before.passed && !after.passed).toBe(false);
      }),
    );
  });

  test.each([
    ['leaves one out', (scores: Scores) => scores.slice(1), 'scores'],
    [
      'gives one twice',
      (scores: Scores) => [...scores, ...scores.slice(0, 1)],
      /^scores\[\d+\]\.criterionId$/,
    ],
    [
      'names a criterion of another rubric',
      (scores: Scores) => [...scores, { criterionId: 'x', levelId: 'x' }],
      /^scores\[\d+\]\.criterionId$/,
    ],
    [
      'names a level of another criterion',
      (scores: Scores) => scores.map((score) => ({ ...score, levelId: 'x' })),
      'scores[0].levelId',
    ],
  ])('that %s is refused, saying where', (_what, spoil, argument) => {
    fc.assert(
      fc.property(graded, ({ rubric, scores }) => {
        const grading = grade(rubric, spoil(scores));
        if (!('argument' in grading)) throw new Error('graded');
        expect(grading.argument).toEqual(
          typeof argument === 'string' ? argument : expect.stringMatching(argument),
        );
      }),
    );
  });
});

type Scores = { criterionId: string; levelId: string }[];
