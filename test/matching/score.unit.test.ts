import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recencyOf } from '../../src/modules/matching/engine/cover.ts';
import { ELIGIBILITIES, type Match, type Requirement } from '../../src/modules/matching/engine/model.ts';
import { comparePositions, positionOf } from '../../src/modules/matching/engine/rank.ts';
import { compileRole, score } from '../../src/modules/matching/engine/score.ts';
import { sharePoints } from '../../src/modules/matching/engine/weights.ts';
import { matchPolicy1 as policy } from '../../src/modules/matching/policy/match-policy-1.ts';
import { claim, claims, exactHolder, NOW, requirements } from './arbitraries.ts';

const SEED = { seed: 20_260_115, numRuns: 500 };
const scored = (role: readonly Requirement[], held: Parameters<typeof score>[1]): Match =>
  score(compileRole(role, policy), held, NOW);
const classOf = (match: Match): number => ELIGIBILITIES.indexOf(match.eligibility);
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });
const ranked = (a: Match, b: Match): number => comparePositions(positionOf(a, 0, ''), positionOf(b, 0, ''));

describe('weights', () => {
  it('become points that add up to exactly the total, whatever their order', () => {
    fc.assert(
      fc.property(requirements, (role) => {
        const entries = role.map(({ skill, weight }) => ({ key: skill, weight }));
        const shares = sharePoints(entries, policy.points);
        expect(shares.reduce((a, b) => a + b)).toBe(policy.points);
        expect(sharePoints([...entries].reverse(), policy.points).reverse()).toEqual(shares);
        shares.forEach((share, i) => {
          const exact =
            ((entries[i]?.weight ?? 0) * policy.points) / entries.reduce((s, e) => s + e.weight, 0);
          expect(Math.abs(share - exact)).toBeLessThan(1);
        });
      }),
      SEED,
    );
  });
});

describe('the policy', () => {
  it('has a decay table that halves over its own length', () => {
    expect(policy.decay).toEqual(
      policy.decay.map((_, k) => Math.round(4096 * 2 ** (-k / policy.decay.length))),
    );
  });

  it('counts evidence in full for 36 months and halves it in each 36 after', () => {
    const recency = [0, 36, 37, 72, 108, 144].map((months) => recencyOf(months, policy));
    expect(recency).toEqual([4096, 4096, 4018, 2048, 1024, 512]);
  });
});

describe('scoring', () => {
  it('keeps fit between 0 and 1, and the parts of the explanation sum to it', () => {
    fc.assert(
      fc.property(requirements, claims, (role, held) => {
        const match = scored(role, held);
        expect(match.points).toBe(match.requirements.reduce((sum, r) => sum + r.points, 0));
        expect(match.points).toBeGreaterThanOrEqual(0);
        expect(match.points).toBeLessThanOrEqual(policy.points);
        expect(match.confidence).toBeGreaterThanOrEqual(0);
        expect(match.confidence).toBeLessThanOrEqual(4096);
      }),
      SEED,
    );
  });

  it('does not depend on the order of claims or requirements', () => {
    const cases = fc
      .tuple(requirements, claims)
      .chain(([role, held]) => fc.tuple(fc.constant({ role, held }), shuffled(role), shuffled(held)));
    fc.assert(
      fc.property(cases, ([{ role, held }, otherRole, otherHeld]) => {
        const bySkill = (match: Match) =>
          [...match.requirements].sort((a, b) => (a.requirement.skill < b.requirement.skill ? -1 : 1));
        const a = scored(role, held);
        const b = scored(otherRole, otherHeld);
        expect({ ...b, requirements: bySkill(b) }).toEqual({ ...a, requirements: bySkill(a) });
      }),
      SEED,
    );
  });

  it('never ranks lower for one credential more, nor higher for a revocation', () => {
    fc.assert(
      fc.property(requirements, claims, claim, (role, held, more) => {
        const without = scored(role, held);
        const withIt = scored(role, [...held, more]);
        const revoked = scored(role, [...held, { ...more, status: 'REVOKED' }]);
        expect(classOf(withIt)).toBeLessThanOrEqual(classOf(without));
        expect(withIt.points).toBeGreaterThanOrEqual(without.points);
        expect(ranked(withIt, without)).toBeLessThanOrEqual(0);
        expect(revoked).toEqual(without);
      }),
      SEED,
    );
  });

  it('never ranks a higher level of the same proof lower', () => {
    fc.assert(
      fc.property(requirements, claims, claim, (role, held, proof) => {
        fc.pre(proof.level !== null && proof.level < 8);
        const lower = scored(role, [...held, proof]);
        const higher = scored(role, [...held, { ...proof, level: (proof.level ?? 0) + 1 }]);
        expect(ranked(higher, lower)).toBeLessThanOrEqual(0);
      }),
      SEED,
    );
  });

  it('lets nobody outrank, on eligibility or fit, who holds everything asked', () => {
    fc.assert(
      fc.property(requirements, claims, (role, held) => {
        const best = scored(role, exactHolder(role));
        const other = scored(role, held);
        expect(best).toMatchObject({ eligibility: 'ELIGIBLE', points: policy.points });
        expect(best.requirements.every((r) => r.status === 'MET')).toBe(true);
        expect(classOf(best)).toBeLessThanOrEqual(classOf(other));
        expect(best.points).toBeGreaterThanOrEqual(other.points);
      }),
      SEED,
    );
  });

  it('gates on musts: eligible exactly if every must is met, near if at most two are short', () => {
    fc.assert(
      fc.property(requirements, claims, (role, held) => {
        const match = scored(role, held);
        const short = match.requirements.filter(
          (r) => r.requirement.necessity === 'MUST' && r.status !== 'MET',
        ).length;
        expect(match.mustsShort).toBe(short);
        expect(match.eligibility === 'ELIGIBLE').toBe(short === 0);
        expect(match.eligibility === 'NEAR').toBe(short > 0 && short <= 2);
      }),
      SEED,
    );
  });

  it('counts nothing that is revoked, suspended, expired, unchecked or not valid yet', () => {
    fc.assert(
      fc.property(requirements, claims, (role, held) => {
        const dead = held.map((c, i) => ({
          ...c,
          ...(i % 4 === 0 && { status: 'REVOKED' as const }),
          ...(i % 4 === 1 && { status: 'SUSPENDED' as const }),
          ...(i % 4 === 2 && { validUntil: NOW }),
          ...(i % 4 === 3 && { status: 'UNCHECKED' as const }),
        }));
        const match = scored(role, dead);
        expect(match.points).toBe(0);
        expect(match.requirements.every((r) => r.status === 'MISSING' || r.status === 'EXPIRED')).toBe(true);
      }),
      SEED,
    );
  });

  it('is the same when everything, the clock included, is shifted by a calendar cycle', () => {
    // 400 Gregorian years are a whole number of days with the same months, so ages in months stay as they are
    const shift = 146_097 * 86_400_000;
    fc.assert(
      fc.property(requirements, claims, (role, held) => {
        const moved = held.map((c) => ({
          ...c,
          awardedAt: c.awardedAt + shift,
          validFrom: c.validFrom + shift,
          validUntil: c.validUntil === null ? null : c.validUntil + shift,
        }));
        const a = scored(role, held);
        const b = score(compileRole(role, policy), moved, NOW + shift);
        expect([b.points, b.confidence, b.eligibility]).toEqual([a.points, a.confidence, a.eligibility]);
      }),
      SEED,
    );
  });
});
