import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HeldCredential } from '../../src/modules/stacking/engine/model.ts';
import { progressOf } from '../../src/modules/stacking/engine/progress.ts';

const SEED = { seed: 20_260_117, numRuns: 500 };
const NOW = Date.UTC(2026, 0, 15);
const BADGES = ['b1', 'b2', 'b3', 'b4'];

const credential: fc.Arbitrary<HeldCredential> = fc
  .record({
    number: fc.nat(999),
    badgeId: fc.constantFrom(...BADGES, 'other'),
    status: fc.constantFrom('ACTIVE' as const, 'ACTIVE' as const, 'SUSPENDED' as const, 'REVOKED' as const),
    validFrom: fc.integer({ min: -900, max: 50 }),
    lasts: fc.option(fc.integer({ min: 1, max: 1_500 })),
  })
  .map(({ number, badgeId, status, validFrom, lasts }) => ({
    credentialId: `c${number}`,
    badgeId,
    status,
    awardedAt: NOW + validFrom,
    validFrom: NOW + validFrom,
    validUntil: lasts === null ? null : NOW + validFrom + lasts,
  }));
const credentials = fc.uniqueArray(credential, { maxLength: 10, selector: (c) => c.credentialId });
const rule = fc.subarray(BADGES, { minLength: 1 });
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

describe('progress of an all-of rule', () => {
  it('lies in 0 to 1, is 1 exactly when satisfied, and says what it rests on', () => {
    fc.assert(
      fc.property(rule, credentials, (parts, held) => {
        const answer = progressOf(parts, held, NOW);
        const valid = (badge: string) =>
          held.some(
            (c) =>
              c.badgeId === badge &&
              c.status === 'ACTIVE' &&
              c.validFrom <= NOW &&
              (c.validUntil === null || NOW < c.validUntil),
          );
        expect(answer.progress).toBe(parts.filter(valid).length / parts.length);
        expect(answer.progress === 1).toBe(answer.satisfied);
        expect(answer.satisfied).toBe(parts.every(valid));
        for (const part of answer.parts) expect(part.state === 'HELD').toBe(valid(part.badgeId));
      }),
      SEED,
    );
  });

  it('never falls by one credential more, and a revocation undoes exactly what the issue did', () => {
    fc.assert(
      fc.property(rule, credentials, credential, (parts, held, more) => {
        const before = progressOf(parts, held, NOW);
        const issued = progressOf(parts, [...held, { ...more, credentialId: 'new' }], NOW);
        const revoked = progressOf(
          parts,
          [...held, { ...more, credentialId: 'new', status: 'REVOKED' }],
          NOW,
        );
        expect(issued.progress).toBeGreaterThanOrEqual(before.progress);
        expect([revoked.progress, revoked.satisfied, revoked.nextChangeAt]).toEqual([
          before.progress,
          before.satisfied,
          before.nextChangeAt,
        ]);
      }),
      SEED,
    );
  });

  it('does not depend on any order, nor on where the calendar begins', () => {
    const cases = fc
      .tuple(rule, credentials)
      .chain(([parts, held]) => fc.tuple(fc.constant({ parts, held }), shuffled(parts), shuffled(held)));
    fc.assert(
      fc.property(cases, fc.integer({ min: -9_999, max: 9_999 }), ([{ parts, held }, p, h], shift) => {
        const a = progressOf(parts, held, NOW);
        const b = progressOf(p, h, NOW);
        const byBadge = (list: typeof a.parts) => [...list].sort((x, y) => (x.badgeId < y.badgeId ? -1 : 1));
        expect({ ...b, parts: byBadge(b.parts) }).toEqual({ ...a, parts: byBadge(a.parts) });
        const moved = held.map((c) => ({
          ...c,
          awardedAt: c.awardedAt + shift,
          validFrom: c.validFrom + shift,
          validUntil: c.validUntil === null ? null : c.validUntil + shift,
        }));
        expect(progressOf(parts, moved, NOW + shift).progress).toBe(a.progress);
      }),
      SEED,
    );
  });

  it('changes by time alone at nextChangeAt and not before', () => {
    fc.assert(
      fc.property(rule, credentials, (parts, held) => {
        const { nextChangeAt, parts: states } = progressOf(parts, held, NOW);
        const until = nextChangeAt ?? NOW + 10_000;
        expect(progressOf(parts, held, until - 1).parts.map((p) => p.state)).toEqual(
          states.map((p) => p.state),
        );
      }),
      SEED,
    );
  });

  it('is not satisfied by nothing', () => {
    expect(progressOf([], [], NOW)).toMatchObject({ satisfied: false, progress: 0 });
  });

  it('is lost at the very instant of validUntil', () => {
    const one: HeldCredential = {
      credentialId: 'c',
      badgeId: 'b1',
      status: 'ACTIVE',
      awardedAt: 0,
      validFrom: 0,
      validUntil: NOW,
    };
    expect(progressOf(['b1'], [one], NOW - 1).parts[0]?.state).toBe('HELD');
    expect(progressOf(['b1'], [one], NOW).parts[0]?.state).toBe('EXPIRED');
  });
});
