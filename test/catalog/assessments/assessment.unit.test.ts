import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type AssessmentUse,
  assessmentRules,
  whyNotChangeable,
  whyNotDeletable,
} from '../../../src/modules/catalog/assessments/assessment.rules.ts';
import { VERSION_STATES } from '../../../src/modules/catalog/catalog.records.ts';
import { assessmentInput } from '../author.ts';

const use: fc.Arbitrary<AssessmentUse> = fc.record({
  versions: fc.array(fc.record({ id: fc.uuid(), state: fc.constantFrom(...VERSION_STATES) }), {
    maxLength: 4,
  }),
  unitIds: fc.array(fc.uuid(), { maxLength: 2 }),
  followedBy: fc.array(fc.uuid(), { maxLength: 2 }),
  submissions: fc.nat(3),
  underway: fc.nat(2),
});

describe('an assessment', () => {
  test('changes exactly while no version that asks for it was published, and its rubric while nothing is being marked', () => {
    fc.assert(
      fc.property(use, fc.boolean(), (stands, rubric) => {
        const published = stands.versions.some(({ state }) => state !== 'DRAFT');
        const refusal = whyNotChangeable(stands, rubric);
        expect(refusal?.reason ?? null).toBe(
          published ? 'ASSESSMENT_IN_USE' : rubric && stands.underway > 0 ? 'GRADING_UNDERWAY' : null,
        );
      }),
      { numRuns: 200 },
    );
  });

  test('is deleted exactly when nothing stands on it, and the refusal names all that does', () => {
    fc.assert(
      fc.property(use, (stands) => {
        const refusal = whyNotDeletable(stands);
        const users = [...stands.versions.map(({ id }) => id), ...stands.unitIds, ...stands.followedBy];
        expect(refusal === null).toBe(users.length === 0 && stands.submissions === 0);
        for (const id of users) expect(refusal?.message).toContain(id);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    [{ attempts: 1, retakeWaitDays: 7 }, 'attempts'],
    [{ attempts: 1, retakeChange: 'Another topic.' }, 'attempts'],
    [{ attempts: 0 }, 'attempts'],
    [{ retakeWaitDays: 0 }, 'retakeWaitDays'],
    [{ doubleMarkPercent: 101 }, 'doubleMarkPercent'],
    [{ assessors: 6 }, 'assessors'],
    [{ tools: ['R', 'R'] }, 'tools'],
    [{ identityCheck: 'BIOMETRIC' }, 'identityCheck'],
  ])('%j is refused, naming the place', (wrong, place) => {
    const { error } = assessmentRules.safeParse({ ...assessmentInput, ...wrong });
    expect(error?.issues[0]?.path[0]).toBe(place);
  });

  test('that says nothing more is marked once, and done as often as one likes', () => {
    expect(assessmentRules.parse(assessmentInput)).toMatchObject({
      identityCheck: null,
      attempts: null,
      retakeWaitDays: null,
      retakeChange: null,
      assessors: 1,
      doubleMarkPercent: 0,
      tools: [],
      successCriteria: [],
    });
  });
});
