import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { IDENTITY_LEVELS } from '../../../src/modules/catalog/badges/badge-version.fields.ts';
import { highestLevel, reachesLevel } from '../../../src/modules/learners/proofing/proofing.rules.ts';

const proofing = fc.record({
  level: fc.constantFrom(...IDENTITY_LEVELS),
  withdrawnAt: fc.constantFrom(null, new Date(0)),
});

describe('how surely somebody is known', () => {
  test('is the highest level that was not withdrawn', () => {
    fc.assert(
      fc.property(fc.array(proofing, { maxLength: 5 }), (proofings) => {
        const level = highestLevel(proofings);
        const counting = proofings.filter(({ withdrawnAt }) => withdrawnAt === null);
        if (counting.length === 0) expect(level).toBeNull();
        for (const each of counting) expect(reachesLevel(level, each.level)).toBe(true);
        if (level !== null) expect(counting.map((each) => each.level)).toContain(level);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    [null, null, true],
    ['LOW', null, true],
    [null, 'LOW', false],
    ['LOW', 'SUBSTANTIAL', false],
    ['HIGH', 'SUBSTANTIAL', true],
    ['HIGH', 'HIGH', true],
  ] as const)('%s where %s is asked for: %s', (known, asked, enough) => {
    expect(reachesLevel(known, asked)).toBe(enough);
  });
});
