import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BADGE_RULES } from '../../../src/modules/catalog/lint/badge-rules.ts';
import { lint } from '../../../src/modules/catalog/lint/rule.ts';
import { scoreOf } from '../../../src/modules/catalog/lint/score.ts';
import { alignmentCases } from './alignment-cases.ts';
import { assessmentCases } from './assessment-cases.ts';
import type { CaseTable } from './cases.ts';
import { descriptionCases } from './description-cases.ts';
import { anyBadge, goodBadge, stack } from './facts.ts';
import { outcomeCases } from './outcome-cases.ts';
import { qualityCases } from './quality-cases.ts';

const cases: CaseTable = {
  ...outcomeCases,
  ...assessmentCases,
  ...alignmentCases,
  ...descriptionCases,
  ...qualityCases,
};
const rules = BADGE_RULES.map((rule) => ({ id: rule.id, rule }));
const score = (facts: typeof goodBadge) => scoreOf(lint(BADGE_RULES, facts).checks);

test('every rule has an id of its own, and cases that must and must not fire; no case is without its rule', () => {
  const ids = BADGE_RULES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Object.keys(cases).sort()).toEqual([...ids].sort());
  for (const { fires, quiet } of Object.values(cases)) {
    expect(Object.keys(fires).length).toBeGreaterThan(0);
    expect(Object.keys(quiet).length).toBeGreaterThan(0);
  }
});

test('a badge with everything has no finding and 100 points; so has a stacked credential', () => {
  for (const facts of [goodBadge, stack]) {
    expect(lint(BADGE_RULES, facts).findings).toEqual([]);
    expect(score(facts).score).toBe(100);
  }
});

describe.each(rules)('$id', ({ id, rule }) => {
  const { fires, quiet, mend } = cases[id] ?? { fires: {}, quiet: {}, mend: (facts) => facts };

  test.each(Object.entries(fires))('fires: %s', (_, facts) => {
    const { hits } = rule.check(facts);
    expect(hits.length).toBeGreaterThan(0);
    for (const { message, place } of hits) {
      expect(message).toMatch(/\.$/);
      expect(place).toMatch(/^[a-z]\w*(\[\d+\])?(\.\w+(\[\d+\])?)*$/);
    }
  });

  test.each(Object.entries(quiet))('does not fire: %s', (_, facts) => {
    expect(rule.check(facts).hits).toEqual([]);
  });

  test('says why it matters, how to mend it, an example and where it comes from', () => {
    for (const text of [rule.why, rule.mend, rule.example, rule.source])
      expect(text.length).toBeGreaterThan(5);
  });

  test('judges anything at all without throwing, and the same facts the same', () => {
    fc.assert(
      fc.property(anyBadge, (facts) => {
        const check = rule.check(facts);
        expect(rule.check(structuredClone(facts))).toEqual(check);
        expect(check.places).toBeGreaterThan(0);
        expect(check.failed).toBeLessThanOrEqual(check.places);
        if (check.hits.length > 0) expect(check.failed).toBeGreaterThan(0);
      }),
    );
  });

  test('mended, is silent, and the score is not lower than before', () => {
    fc.assert(
      fc.property(anyBadge, (facts) => {
        if (rule.check(facts).hits.length === 0) return;
        const mended = mend(facts);
        expect(rule.check(mended).hits).toEqual([]);
        expect(score(mended).score).toBeGreaterThanOrEqual(score(facts).score);
      }),
    );
  });
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
