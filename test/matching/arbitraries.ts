import fc from 'fast-check';
import type { Claim, Requirement } from '../../src/modules/matching/engine/model.ts';

export const NOW = Date.UTC(2026, 0, 15);
const MONTH = 30 * 86_400_000;
const SKILLS = ['urn:a', 'urn:b', 'urn:c', 'urn:d', 'urn:e', 'urn:f'];

export const claim: fc.Arbitrary<Claim> = fc
  .record({
    skill: fc.constantFrom(...SKILLS),
    level: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 8 }),
    number: fc.nat(9_999),
    kind: fc.constantFrom('CREDENTIAL' as const, 'ASSESSED_CREDENTIAL' as const, 'ENDORSED' as const),
    issuerTrust: fc.constantFrom('VOUCHED' as const, 'KNOWN' as const, 'UNKNOWN' as const),
    supervision: fc.constantFrom(0 as const, 1 as const, 2 as const),
    gradingReliability: fc.constantFrom('HIGH' as const, 'TENTATIVE' as const, 'UNKNOWN' as const),
    ageMonths: fc.integer({ min: -2, max: 130 }),
    lastsMonths: fc.option(fc.integer({ min: 1, max: 140 })),
    status: fc.constantFrom('ACTIVE' as const, 'ACTIVE' as const, 'ACTIVE' as const, 'UNCHECKED' as const),
  })
  .map(({ number, ageMonths, lastsMonths, ...rest }) => {
    const awardedAt = NOW - ageMonths * MONTH;
    return {
      ...rest,
      credentialId: `c${number}`,
      badgeName: `Badge ${number}`,
      awardedAt,
      validFrom: awardedAt,
      validUntil: lastsMonths === null ? null : awardedAt + lastsMonths * MONTH,
    };
  });

export const claims = fc.array(claim, { maxLength: 10 });

/** A requirement of each of up to six skills; some have a skill that counts as exactly equal. */
export const requirements: fc.Arbitrary<Requirement[]> = fc
  .uniqueArray(fc.constantFrom(...SKILLS), { minLength: 1, maxLength: 6 })
  .chain((skills) =>
    fc.tuple(
      ...skills.map((skill) =>
        fc.record({
          skill: fc.constant(skill),
          exact: fc.subarray(['urn:a', 'urn:x']),
          weight: fc.integer({ min: 1, max: 9 }),
          level: fc.integer({ min: 1, max: 8 }),
          necessity: fc.constantFrom('MUST' as const, 'NICE' as const),
          evidence: fc.constantFrom('ANY' as const, 'VERIFIED' as const, 'ASSESSED' as const),
          maxAgeMonths: fc.option(fc.integer({ min: 1, max: 120 }), { freq: 3 }),
        }),
      ),
    ),
  );

/** Holds everything a role asks, fresh, at exactly the level asked. */
export const exactHolder = (role: readonly Requirement[]): Claim[] =>
  role.map((requirement, index) => ({
    skill: requirement.skill,
    level: requirement.level,
    credentialId: `exact-${index}`,
    badgeName: 'Exact',
    kind: 'ASSESSED_CREDENTIAL',
    issuerTrust: 'KNOWN',
    supervision: 1,
    gradingReliability: 'UNKNOWN',
    awardedAt: NOW,
    validFrom: NOW,
    validUntil: null,
    status: 'ACTIVE',
  }));
