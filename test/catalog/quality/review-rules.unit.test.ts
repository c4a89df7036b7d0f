import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { whyNoPlace } from '../../../src/modules/catalog/quality/place.ts';
import { REDACTED, withoutName } from '../../../src/modules/catalog/quality/reviews/anonymous.ts';
import {
  DECISIONS,
  type Decision,
  daysOverdue,
  dueAfter,
  missingParts,
  monthsLater,
  nextReview,
  type PartTaken,
  policyRules,
  REVIEW_ROLES,
  type RequiredPart,
  SEVERITIES,
  standing,
  whyNotClosable,
} from '../../../src/modules/catalog/quality/reviews/review.rules.ts';

const DAY = 86_400_000;
const instant = fc.date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2090-01-01T00:00:00Z'),
  noInvalidDate: true,
});
const decision = fc.constantFrom(...DECISIONS);
const required: fc.Arbitrary<RequiredPart[]> = fc.uniqueArray(
  fc.record({ role: fc.constantFrom(...REVIEW_ROLES), count: fc.integer({ min: 1, max: 4 }) }),
  { selector: ({ role }) => role, maxLength: 5 },
);
const taken: fc.Arbitrary<PartTaken[]> = fc.array(
  fc.record({
    role: fc.constantFrom(...REVIEW_ROLES),
    by: fc.option(fc.constantFrom('key:a', 'key:b', 'person:c', 'person:d')),
  }),
  { maxLength: 12 },
);

describe('who is missing', () => {
  test('is nobody exactly when every capacity has as many as it must', () => {
    fc.assert(
      fc.property(required, taken, (must, came) => {
        const missing = missingParts(must, came);
        const enough = must.every(
          ({ role, count }) => came.filter((part) => part.role === role).length >= count,
        );
        expect(missing.length === 0).toBe(enough);
        for (const { role, count } of missing) {
          expect(count).toBeGreaterThan(0);
          const all = must.find((part) => part.role === role)?.count ?? 0;
          expect(count + came.filter((part) => part.role === role).length).toBe(all);
        }
      }),
    );
  });

  test('becomes nobody when those who are missing come, in any order', () => {
    fc.assert(
      fc.property(required, taken, (must, came) => {
        const late = missingParts(must, came).flatMap(({ role, count }) =>
          Array.from({ length: count }, () => ({ role })),
        );
        expect(missingParts(must, [...late, ...came])).toEqual([]);
      }),
    );
  });
});

describe('a review closes', () => {
  const facts = fc.record({
    required,
    taken,
    authors: fc.subarray(['key:a', 'key:b']),
    open: fc.array(fc.constantFrom(...SEVERITIES), { maxLength: 4 }),
  });

  test('only when nobody is missing and somebody else than its author took part', () => {
    fc.assert(
      fc.property(decision, facts, (decided, given) => {
        const why = whyNotClosable(decided, given);
        const missing = missingParts(given.required, given.taken).length > 0;
        const others = given.taken.some(({ by }) => by === null || !given.authors.includes(by));
        if (missing) expect(why?.reason).toBe('SOMEBODY_MISSING');
        else if (!others) expect(why?.reason).toBe('ONLY_ITS_AUTHOR');
        else expect(['FINDING_OPEN', undefined]).toContain(why?.reason);
      }),
    );
  });

  test('with an approval only when nothing grave is left to settle; a change or a withdrawal always', () => {
    fc.assert(
      fc.property(decision, facts, (decided, given) => {
        const complete = { ...given, required: [], taken: [{ role: 'EMPLOYER' as const, by: 'key:z' }] };
        const closable = whyNotClosable(decided, complete) === null;
        const { open } = given;
        if (decided === 'APPROVE')
          expect(closable).toBe(!open.includes('BLOCKING') && !open.includes('MAJOR'));
        else if (decided === 'APPROVE_WITH_CONDITIONS') expect(closable).toBe(!open.includes('BLOCKING'));
        else expect(closable).toBe(true);
      }),
    );
  });
});

describe('when the next review is due', () => {
  test('is the same day so many months on, or the last day of a shorter month', () => {
    expect(monthsLater(new Date('2026-01-31T10:00:00Z'), 1).toISOString()).toBe('2026-02-28T10:00:00.000Z');
    expect(monthsLater(new Date('2024-02-29T00:00:00Z'), 12).toISOString()).toBe('2025-02-28T00:00:00.000Z');
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), (from, months) => {
        const later = monthsLater(from, months);
        const between =
          (later.getUTCFullYear() - from.getUTCFullYear()) * 12 + later.getUTCMonth() - from.getUTCMonth();
        expect(between).toBe(months);
        expect(later.getUTCDate()).toBeLessThanOrEqual(from.getUTCDate());
        expect(later.getTime() % DAY).toBe(from.getTime() % DAY);
      }),
    );
  });

  test('is never later than the interval says, nor than the day things are to be mended', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 60 }),
        decision,
        fc.option(fc.integer({ min: 1, max: 4_000 })),
        (at, months, decided, days) => {
          const mendBy = days === null ? null : new Date(at.getTime() + days * DAY);
          const next = nextReview(at, months, { decision: decided, mendBy });
          if (decided === 'WITHDRAW') return expect(next).toBeNull();
          const regular = monthsLater(at, months);
          expect(next?.getTime()).toBe(
            Math.min(regular.getTime(), mendBy?.getTime() ?? Number.POSITIVE_INFINITY),
          );
          expect(next?.getTime()).toBeGreaterThan(at.getTime());
        },
      ),
    );
  });

  test('is overdue from the moment it has passed, a day for each that has gone by', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: -400, max: 400 }),
        fc.integer({ min: 0, max: DAY - 1 }),
        (due, days, ms) => {
          const now = new Date(due.getTime() + days * DAY + ms);
          expect(daysOverdue(due, now)).toBe(Math.max(0, days));
          expect(daysOverdue(dueAfter(now, 1), now)).toBe(0);
          expect(daysOverdue(null, now)).toBe(0);
        },
      ),
    );
  });

  test('marks a badge as overdue whatever was decided before, and never one without a policy', () => {
    fc.assert(
      fc.property(
        instant,
        fc.option(instant),
        fc.option<Decision>(decision),
        fc.boolean(),
        (now, next, last, policy) => {
          const state = standing({ hasPolicy: policy, nextReviewAt: next, lastDecision: last }, now);
          expect(state === 'OVERDUE').toBe(policy && next !== null && next < now);
          expect(state === 'NO_POLICY').toBe(!policy);
          if (policy && state !== 'OVERDUE') expect(state === 'NOT_REVIEWED').toBe(last === null);
        },
      ),
    );
  });
});

test('a policy asks for a practitioner from outside', () => {
  fc.assert(
    fc.property(fc.subarray([...REVIEW_ROLES]), (roles) => {
      const { success } = policyRules.safeParse({
        intervalMonths: 12,
        required: roles.map((role) => ({ role })),
      });
      expect(success).toBe(roles.includes('EXTERNAL_REVIEWER') || roles.includes('EMPLOYER'));
    }),
  );
});

test('a place is one of the version, and a quote stands where it says', () => {
  const things = [
    { kind: 'OUTCOME' as const, id: 'o', texts: { statement: 'Explains a figure.', verb: null } },
  ];
  const place = { kind: 'OUTCOME' as const, id: 'o', field: 'statement', quote: null };
  expect(whyNoPlace(place, things)).toBeNull();
  expect(whyNoPlace({ ...place, quote: 'a figure' }, things)).toBeNull();
  expect(whyNoPlace({ ...place, quote: 'A figure' }, things)?.at).toBe('quote');
  expect(whyNoPlace({ ...place, field: 'verb', quote: 'x' }, things)?.at).toBe('quote');
  expect(whyNoPlace({ ...place, kind: 'VERSION' }, things)?.at).toBe('id');
});

describe('a learner’s words without their name', () => {
  const who = { name: 'Ada Núñez-Okoye', email: 'ada@mail.example' };

  test.each([
    ['I am Ada Núñez-Okoye.', `I am ${REDACTED}.`],
    ['ADA did it; write to Ada@mail.example', `${REDACTED} did it; write to ${REDACTED}`],
    ['Adaptation and Canada stay.', 'Adaptation and Canada stay.'],
    ['Nothing of me.', 'Nothing of me.'],
  ])('%s', (words, expected) => {
    expect(withoutName(words, who)).toBe(expected);
  });

  test('never have it as a word of its own, wherever it stood', () => {
    const filler = fc.stringMatching(/^[a-z ,.]{0,12}$/);
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}$/),
        filler,
        filler,
        (name, before, after) => {
          const words = withoutName(`${before} ${name} ${after}`, { name, email: 'x@y.example' });
          const parts = words.toLowerCase().split(/[^a-z]+/);
          for (const part of name.toLowerCase().split(' ')) expect(parts).not.toContain(part);
        },
      ),
    );
  });
});
