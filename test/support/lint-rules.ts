import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lint, type Rule } from '../../src/modules/catalog/lint/rule.ts';
import { scoreOf } from '../../src/modules/catalog/lint/score.ts';

/** When a rule must fire, when it must not, and how what it finds is mended without breaking anything else. */
export interface RuleCases<F> {
  readonly fires: Readonly<Record<string, F>>;
  readonly quiet: Readonly<Record<string, F>>;
  readonly mend: (facts: F) => F;
}

/** By id of the rule. */
export type CaseTable<F> = Readonly<Record<string, RuleCases<F>>>;

/** The tests that hold for every rule: those of its cases, and those of anything at all. */
export function testRules<F>(rules: readonly Rule<F>[], cases: CaseTable<F>, anything: fc.Arbitrary<F>) {
  const scoreFor = (facts: F) => scoreOf(lint(rules, facts).checks).score;

  test('every rule has an id of its own, and cases that must and must not fire; no case is without its rule', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(cases).sort()).toEqual([...ids].sort());
    for (const { fires, quiet } of Object.values(cases)) {
      expect(Object.keys(fires).length).toBeGreaterThan(0);
      expect(Object.keys(quiet).length).toBeGreaterThan(0);
    }
  });

  describe.each(rules.map((rule) => ({ id: rule.id, rule })))('$id', ({ id, rule }) => {
    const { fires, quiet, mend } = cases[id] ?? { fires: {}, quiet: {}, mend: (facts: F) => facts };

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
        fc.property(anything, (facts) => {
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
        fc.property(anything, (facts) => {
          if (rule.check(facts).hits.length === 0) return;
          const mended = mend(facts);
          expect(rule.check(mended).hits).toEqual([]);
          expect(scoreFor(mended)).toBeGreaterThanOrEqual(scoreFor(facts));
        }),
      );
    });
  });
}
