import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BADGE_RULES } from '../../../src/modules/catalog/lint/badge-rules.ts';
import type { BadgeFacts } from '../../../src/modules/catalog/lint/facts.ts';
import { lint } from '../../../src/modules/catalog/lint/rule.ts';
import { scoreOf } from '../../../src/modules/catalog/lint/score.ts';
import { type CaseTable, testRules } from '../../support/lint-rules.ts';
import { alignmentCases } from './alignment-cases.ts';
import { assessmentCases } from './assessment-cases.ts';
import { descriptionCases } from './description-cases.ts';
import { anyBadge, goodBadge, stack } from './facts.ts';
import { outcomeCases } from './outcome-cases.ts';
import { qualityCases } from './quality-cases.ts';

const cases: CaseTable<BadgeFacts> = {
  ...outcomeCases,
  ...assessmentCases,
  ...alignmentCases,
  ...descriptionCases,
  ...qualityCases,
};
testRules(BADGE_RULES, cases, anyBadge);

test('a badge with everything has no finding and 100 points; so has a stacked credential', () => {
  for (const facts of [goodBadge, stack]) {
    expect(lint(BADGE_RULES, facts).findings).toEqual([]);
    expect(scoreOf(lint(BADGE_RULES, facts).checks).score).toBe(100);
  }
});

describe('the score', () => {
  const severity = fc.constantFrom('ERROR', 'WARNING', 'ADVICE');
  const check = fc
    .record({
      severity,
      part: fc.constantFrom('ONE', 'TWO'),
      places: fc.integer({ min: 1, max: 20 }),
      failed: fc.nat(20),
    })
    .map((each) => ({ ...each, failed: Math.min(each.failed, each.places) }));
  const checks = fc.array(check, { minLength: 1, maxLength: 20 });

  test('goes from 0 to 100: 100 exactly when nothing failed, 0 when everything did', () => {
    fc.assert(
      fc.property(checks, (all) => {
        const { score: whole, parts } = scoreOf(all);
        for (const { score: part } of parts) {
          expect(Number.isInteger(part) && part >= 0 && part <= 100).toBe(true);
        }
        expect(whole === 100).toBe(all.every(({ failed }) => failed === 0));
        if (all.every(({ failed, places }) => failed === places)) expect(whole).toBe(0);
      }),
    );
  });

  test('is never lower, in any part, when one place less fails', () => {
    fc.assert(
      fc.property(checks, fc.nat(19), (all, pick) => {
        const at = pick % all.length;
        const mended = all.map((each, index) =>
          index === at ? { ...each, failed: Math.max(0, each.failed - 1) } : each,
        );
        const [before, after] = [scoreOf(all), scoreOf(mended)];
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        after.parts.forEach((part, index) => {
          expect(part.score).toBeGreaterThanOrEqual(before.parts[index]?.score ?? 0);
        });
      }),
    );
  });
});
