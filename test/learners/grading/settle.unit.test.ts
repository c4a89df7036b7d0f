import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ANONYMOUS, ROLES, type Viewer } from '../../../src/modules/identity/viewer.ts';
import {
  isBlind,
  visibleMarkings,
  type Work,
  waitsFor,
} from '../../../src/modules/learners/grading/blinding.ts';
import {
  assessorsNeeded,
  disputed,
  moderated,
  settle,
} from '../../../src/modules/learners/grading/settle.ts';

/** Some assessors' levels for the same criteria. */
const markings = fc.integer({ min: 1, max: 4 }).chain((criteria) =>
  fc.array(
    fc
      .array(fc.nat(2), { minLength: criteria, maxLength: criteria })
      .map((levels) => levels.map((level, at) => ({ criterionId: `c${at}`, levelId: `c${at}l${level}` }))),
    { minLength: 1, maxLength: 4 },
  ),
);

describe('several markings', () => {
  test('are settled when there are enough and all say the same; who comes first does not matter', () => {
    fc.assert(
      fc.property(markings, fc.integer({ min: 1, max: 4 }), (given, needed) => {
        const state = settle(given, needed);
        const alike = given.every((scores) => JSON.stringify(scores) === JSON.stringify(given[0]));
        expect(state).toBe(given.length < needed ? 'WAITING' : alike ? 'AGREED' : 'DIFFERENT');
        expect(settle([...given].reverse(), needed)).toBe(state);
      }),
      { numRuns: 300 },
    );
  });

  test('keep what they agree on when a moderator decides the rest', () => {
    fc.assert(
      fc.property(markings, (given) => {
        const open = disputed(given);
        const decided = open.map((criterionId) => ({ criterionId, levelId: 'decided' }));
        const final = moderated(given, decided);
        expect(final.map(({ criterionId }) => criterionId).sort()).toEqual(
          (given[0] ?? []).map(({ criterionId }) => criterionId).sort(),
        );
        for (const { criterionId, levelId } of final) {
          const said = new Set(
            given.map((scores) => scores.find((score) => score.criterionId === criterionId)?.levelId),
          );
          expect(levelId).toBe(said.size === 1 ? [...said][0] : 'decided');
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('the sample that is marked twice', () => {
  test('is none of the work at 0 and all of it at 100, and never takes an assessor away', () => {
    const draw = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.nat(100),
        draw,
        (assessors, doubleMarkPercent, drawn) => {
          const needed = assessorsNeeded({ assessors, doubleMarkPercent }, drawn);
          expect(needed).toBe(drawn < doubleMarkPercent / 100 ? Math.max(2, assessors) : assessors);
          expect(assessorsNeeded({ assessors, doubleMarkPercent: 0 }, drawn)).toBe(assessors);
          expect(assessorsNeeded({ assessors, doubleMarkPercent: 100 }, drawn)).toBeGreaterThanOrEqual(2);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('who sees what of work that is being marked', () => {
  const work: fc.Arbitrary<Work> = fc.record({
    learnerId: fc.constant('learner'),
    ownerId: fc.constant('school'),
    multiple: fc.boolean(),
    graded: fc.boolean(),
    assessors: fc.integer({ min: 1, max: 3 }),
    markedBy: fc.uniqueArray(fc.constantFrom('key:a', 'key:b', 'key:c'), { maxLength: 3 }),
  });
  const viewer: fc.Arbitrary<Viewer> = fc.oneof(
    fc.constant(ANONYMOUS),
    fc.constant({ ...ANONYMOUS, role: 'LEARNER' as const, learnerId: 'learner', keyId: 'l' }),
    fc.record({
      role: fc.constantFrom(...ROLES.filter((role) => role !== 'LEARNER')),
      organizationId: fc.constantFrom('school', 'other'),
      learnerId: fc.constant(null),
      keyId: fc.constantFrom('a', 'b', 'd'),
    }),
  );

  test('an assessor sees what another gave only to decide, or when there is a result', () => {
    fc.assert(
      fc.property(viewer, work, (who, what) => {
        const own = what.markedBy.includes(`key:${who.keyId}`);
        const assesses = who.role === 'ASSESSOR' && who.organizationId === 'school';
        const seen = visibleMarkings(who, what);
        if (what.graded) expect(seen).toBe('ALL');
        else if (!assesses) expect(seen).toBe('NONE');
        else expect(seen).toBe(!own && what.markedBy.length >= what.assessors ? 'ALL' : 'OWN');
        expect(isBlind(who, what)).toBe(assesses && what.multiple && !what.graded);
        expect(waitsFor(who, what)).toBe(assesses && !what.graded && !own);
      }),
      { numRuns: 500 },
    );
  });
});
