import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { VERSION_STATES } from '../../../src/modules/catalog/catalog.records.ts';
import type { EndorsementState } from '../../../src/modules/catalog/endorsements/endorsement.records.ts';
import {
  answerRules,
  canBecome,
  type Settlement,
  whyNotEndorsable,
} from '../../../src/modules/catalog/endorsements/endorsement.rules.ts';

const settlements: Settlement[] = ['ACCEPTED', 'DECLINED', 'WITHDRAWN'];

describe('an endorsement', () => {
  test('is of what is awarded now, by somebody else, once', () => {
    const facts = fc.record({
      state: fc.constantFrom(...VERSION_STATES),
      issuerId: fc.constantFrom('a', 'b'),
      endorserId: fc.constantFrom('a', 'b'),
      standing: fc.array(fc.uuid(), { maxLength: 1 }),
    });
    fc.assert(
      fc.property(facts, (it) => {
        const allowed = it.state === 'PUBLISHED' && it.issuerId !== it.endorserId && it.standing.length === 0;
        expect(whyNotEndorsable(it) === null).toBe(allowed);
      }),
    );
  });

  test('never comes back once it was declined or taken back, and is answered at most once', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...settlements), { maxLength: 6 }), (wishes) => {
        const path: EndorsementState[] = ['PROPOSED'];
        for (const wish of wishes) if (canBecome(path.at(-1) as EndorsementState, wish)) path.push(wish);
        expect(
          path.filter((state) => state === 'ACCEPTED' || state === 'DECLINED').length,
        ).toBeLessThanOrEqual(1);
        const end = path.findIndex((state) => state === 'DECLINED' || state === 'WITHDRAWN');
        if (end >= 0) expect(end).toBe(path.length - 1);
      }),
    );
  });

  test('is declined with a reason', () => {
    expect(answerRules.safeParse({ accept: true }).success).toBe(true);
    expect(answerRules.safeParse({ accept: false, reason: 'Not about this badge.' }).success).toBe(true);
    expect(answerRules.safeParse({ accept: false, reason: ' ' }).success).toBe(false);
  });
});
