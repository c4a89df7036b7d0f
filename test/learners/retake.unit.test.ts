import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Attempt, retake } from '../../src/modules/learners/retake.ts';

const DAY = 86_400_000;
const start = new Date('2026-01-01T09:00:00Z');
const after = (days: number) => new Date(start.getTime() + days * DAY);
const failed = (day: number): Attempt => ({
  submittedAt: after(day),
  result: { achievedAt: after(day + 1), passed: false },
});
const passed = (day: number): Attempt => ({
  submittedAt: after(day),
  result: { achievedAt: after(day + 1), passed: true },
});
const waiting = (day: number): Attempt => ({ submittedAt: after(day), result: null });
const all = { attempts: 3, retakeWaitDays: 14, retakeChange: 'Work with other data.' };
const none = { attempts: null, retakeWaitDays: null, retakeChange: null };
const at = (day: number, changed: string | null = 'Other data.') => ({ now: after(day), changed });

describe('handing in', () => {
  test.each([
    ['the first time', all, [], at(0, null), { attempt: 1 }],
    ['the second time, late enough and changed', all, [failed(0)], at(15), { attempt: 2 }],
    ['too soon', all, [failed(0)], at(14.99), { reason: 'RETAKE_TOO_SOON', from: after(15) }],
    [
      'without saying what changed',
      all,
      [failed(0)],
      at(15, null),
      { reason: 'CHANGE_MISSING', argument: 'input.changed' },
    ],
    ['a fourth time', all, [failed(0), failed(20), failed(40)], at(90), { reason: 'NO_ATTEMPTS_LEFT' }],
    ['while the last work waits', all, [failed(0), waiting(20)], at(90), { reason: 'WORK_WAITING' }],
    ['again after a pass, to renew', all, [failed(0), passed(20)], at(22, null), { attempt: 1 }],
    [
      'as often as one likes where nothing is said',
      none,
      [failed(0), waiting(1)],
      at(1, null),
      { attempt: 3 },
    ],
    [
      'at once where only the number is limited',
      { ...none, attempts: 2 },
      [failed(0)],
      at(1, null),
      { attempt: 2 },
    ],
  ])('%s', (_, policy, earlier, now, expected) => {
    expect(retake(policy, earlier, now)).toMatchObject(expected);
  });

  const policy = fc.record({
    attempts: fc.option(fc.integer({ min: 2, max: 4 }), { nil: null }),
    retakeWaitDays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: null }),
    retakeChange: fc.option(fc.constant('Other data.'), { nil: null }),
  });
  const history = fc
    .array(fc.constantFrom('failed', 'passed', 'waiting'), { maxLength: 6 })
    .map((kinds) =>
      kinds.map((kind, index) =>
        kind === 'failed' ? failed(index * 40) : kind === 'passed' ? passed(index * 40) : waiting(index * 40),
      ),
    );

  test('who may hand in today and says what changed may do so on every later day; never more often than allowed', () => {
    fc.assert(
      fc.property(
        policy,
        history,
        fc.integer({ min: 240, max: 400 }),
        fc.nat(50),
        (rules, earlier, day, more) => {
          const today = retake(rules, earlier, at(day));
          const later = retake(rules, earlier, at(day + more));
          if ('attempt' in today) {
            expect(later).toEqual(today);
            if (rules.attempts !== null) expect(today.attempt).toBeLessThanOrEqual(rules.attempts);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
