import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ALIGNMENT_RELATIONS } from '../../../src/modules/catalog/catalog.records.ts';
import { compare } from '../../../src/modules/catalog/lint/comparison.ts';
import { type Asked, gainsOf, type Reach } from '../../../src/modules/catalog/lint/discoverability.ts';

const skill = fc.constantFrom('s1', 's2', 's3', 's4');
const level = fc.option(fc.integer({ min: 1, max: 8 }), { nil: null });
const reach: fc.Arbitrary<Reach> = fc.record({
  unitLevel: level,
  assessed: fc.constant(true),
  outcomeId: fc.constantFrom('o1', 'o2'),
  skillUri: skill,
  level,
  relation: fc.constantFrom(...ALIGNMENT_RELATIONS),
  current: fc.boolean(),
  mapped: fc.array(
    fc.record({
      uri: skill,
      relation: fc.constantFrom('EXACT', 'CLOSE', 'BROAD'),
      reviewState: fc.constantFrom('PROPOSED', 'REVIEWED', 'REJECTED'),
    }),
    { maxLength: 3 },
  ),
  successors: fc.array(skill, { maxLength: 2 }),
});
const asked: fc.Arbitrary<Asked> = fc.record({
  roleProfileId: fc.constantFrom('p1', 'p2', 'p3', 'p4', 'p5'),
  skillUri: skill,
  level,
  evidence: fc.constantFrom('ANY', 'VERIFIED', 'ASSESSED'),
});

const one: Reach = {
  unitLevel: null,
  assessed: true,
  outcomeId: 'o1',
  skillUri: 's1',
  level: null,
  relation: 'EXACT',
  current: true,
  mapped: [],
  successors: [],
};
const ask = (roleProfileId: string, step: number | null = 4, evidence = 'ANY'): Asked => ({
  roleProfileId,
  skillUri: 's1',
  level: step,
  evidence,
});

describe('what would let more roles find a badge', () => {
  test('three more role profiles would match if the level were given', () => {
    expect(gainsOf([one], [ask('a'), ask('b'), ask('c', null)])).toEqual([
      {
        change: 'LEVEL',
        sentence: '3 more role profiles would match if the level were given.',
        roleProfileIds: ['a', 'b', 'c'],
        alignments: [{ outcomeId: 'o1', skillUri: 's1' }],
      },
    ]);
  });

  test('but not those above the level of its units, nor those that want an assessment where there is none', () => {
    expect(gainsOf([{ ...one, unitLevel: 3 }], [ask('a', 4)])).toEqual([]);
    expect(gainsOf([{ ...one, assessed: false }], [ask('a', 4, 'ASSESSED')])).toEqual([]);
  });

  test('never a role profile that finds it today, and none that asks for none of the skills near', () => {
    fc.assert(
      fc.property(fc.array(reach, { maxLength: 4 }), fc.array(asked, { maxLength: 8 }), (all, asks) => {
        const met = new Set(
          asks
            .filter((each) =>
              all.some(
                (own) =>
                  own.relation === 'EXACT' &&
                  own.level !== null &&
                  own.skillUri === each.skillUri &&
                  own.level >= (each.level ?? 1),
              ),
            )
            .map(({ roleProfileId }) => roleProfileId),
        );
        const asking = new Set(asks.map(({ roleProfileId }) => roleProfileId));
        const gains = gainsOf(all, asks);
        for (const { roleProfileIds, alignments } of gains) {
          expect(new Set(roleProfileIds).size).toBe(roleProfileIds.length);
          expect(alignments.length).toBeGreaterThan(0);
          for (const id of roleProfileIds) expect([met.has(id), asking.has(id)]).toEqual([false, true]);
        }
        const sizes = gains.map(({ roleProfileIds }) => roleProfileIds.length);
        expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
      }),
    );
  });

  test('giving every level that is missing leaves no gain by levels', () => {
    fc.assert(
      fc.property(fc.array(reach, { maxLength: 4 }), fc.array(asked, { maxLength: 8 }), (all, asks) => {
        const given = all.map((each) => ({ ...each, level: each.level ?? each.unitLevel ?? 8 }));
        expect(gainsOf(given, asks).some(({ change }) => change === 'LEVEL')).toBe(false);
      }),
    );
  });
});

describe('among similar badges', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 20 });

  test('a higher score never stands lower, and best and worst stand at the ends', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 99 }), (others, score) => {
        const here = compare(score, others)?.percentile ?? -1;
        expect(compare(score + 1, others)?.percentile).toBeGreaterThanOrEqual(here);
        expect(compare(-1, others)?.percentile).toBe(0);
        expect(compare(101, others)?.percentile).toBe(100);
        expect(others).toContain(compare(score, others)?.median);
      }),
    );
  });

  test('nothing is said where there is none to compare with', () => {
    expect(compare(50, [])).toBeNull();
  });
});
