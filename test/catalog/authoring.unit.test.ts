import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assessmentRules } from '../../src/modules/catalog/assessments/assessment.rules.ts';
import { whyNotPublishable } from '../../src/modules/catalog/badges/badge-version.rules.ts';

const facts = fc.record({
  outcomes: fc.nat(3),
  assessments: fc.nat(3),
  partIds: fc.array(fc.uuid(), { maxLength: 3 }),
  unpublished: fc.array(fc.uuid(), { maxLength: 2 }),
  unassessed: fc.array(fc.uuid(), { maxLength: 2 }),
});

describe('a draft can be published', () => {
  test('only if it certifies something that somebody could earn', () => {
    fc.assert(
      fc.property(facts, (draft) => {
        const stacked = draft.partIds.length > 0;
        const earnable = stacked || (draft.assessments > 0 && draft.unassessed.length === 0);
        const certifies = stacked || draft.outcomes > 0;
        expect(whyNotPublishable(draft) === null).toBe(
          certifies && earnable && draft.unpublished.length === 0,
        );
      }),
    );
  });

  test('or the reason names every id it is about', () => {
    fc.assert(
      fc.property(facts, (draft) => {
        const why = whyNotPublishable(draft);
        if (why?.reason === 'PART_NOT_PUBLISHED')
          for (const id of draft.unpublished) expect(why.message).toContain(id);
        if (why?.reason === 'OUTCOME_NOT_ASSESSED')
          for (const id of draft.unassessed) expect(why.message).toContain(id);
      }),
    );
  });
});

describe('a rubric', () => {
  const levels = fc.array(fc.record({ points: fc.integer({ min: -1, max: 6 }), passing: fc.boolean() }), {
    maxLength: 12,
  });
  test('is taken exactly when each criterion has 2 to 10 rising levels, one of them the threshold', () => {
    fc.assert(
      fc.property(fc.array(levels, { maxLength: 3 }), (criteria) => {
        const good =
          criteria.length > 0 &&
          criteria.every(
            (each) =>
              each.length >= 2 &&
              each.length <= 10 &&
              each.every(({ points }, at) => points >= (each[at - 1]?.points ?? 0)) &&
              each.filter(({ passing }) => passing).length === 1,
          );
        const { success } = assessmentRules.safeParse({
          title: 'T',
          kind: 'PROJECT',
          rubric: {
            title: 'R',
            criteria: criteria.map((each) => ({
              title: 'C',
              levels: each.map((level) => ({ title: 'L', ...level })),
            })),
          },
        });
        expect(success).toBe(good);
      }),
    );
  });
});
