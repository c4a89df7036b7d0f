import { describe, expect, it, test } from '@jest/globals';
import { bandOf, reasonFor } from '../../src/modules/matching/engine/explain.ts';
import type { Claim, Requirement } from '../../src/modules/matching/engine/model.ts';
import { wholeMonths } from '../../src/modules/matching/engine/months.ts';
import { compileRole, score } from '../../src/modules/matching/engine/score.ts';
import { matchPolicy1 as policy } from '../../src/modules/matching/policy/match-policy-1.ts';

const NOW = Date.UTC(2026, 0, 15);
const asked = (over: Partial<Requirement> = {}): Requirement => ({
  skill: 'urn:python',
  exact: [],
  weight: 1,
  level: 5,
  necessity: 'MUST',
  evidence: 'ANY',
  maxAgeMonths: null,
  ...over,
});
const proof = (over: Partial<Claim> = {}): Claim => ({
  skill: 'urn:python',
  level: 5,
  credentialId: 'c1',
  badgeName: 'Python in practice',
  kind: 'ASSESSED_CREDENTIAL',
  issuerTrust: 'KNOWN',
  supervision: 1,
  gradingReliability: 'UNKNOWN',
  awardedAt: Date.UTC(2025, 0, 15),
  validFrom: Date.UTC(2025, 0, 15),
  validUntil: null,
  status: 'ACTIVE',
  ...over,
});
const one = (requirement: Requirement, ...claims: Claim[]) => {
  const match = score(compileRole([requirement], policy), claims, NOW);
  const answer = match.requirements[0];
  if (!answer) throw new Error('no answer');
  return { ...match, answer, reason: reasonFor(answer, 'Python', 'LEARNER') };
};

describe('one requirement', () => {
  it('is met at the level asked', () => {
    const { answer, points, eligibility, confidence, reason } = one(asked(), proof());
    expect(answer).toMatchObject({ status: 'MET', levelHave: 5, ageMonths: 12, cover: 4096, points: 50_000 });
    // 1 · 0.9 (known issuer) · 0.95 (supervised, identity not checked) · 0.9 (reliability not known)
    expect({ points, eligibility, confidence }).toEqual({
      points: 50_000,
      eligibility: 'ELIGIBLE',
      confidence: Math.floor((4096 * 3686 * 3891 * 3686) / 4096 ** 3),
    });
    expect(reason).toBe('“Python in practice” (12 months old) proves Python at level 5; level 5 is asked.');
  });

  it.each([
    [1, 12],
    [2, 9],
    [3, 7],
    [4, 5],
  ])('%i steps below counts %i sixteenths, in part only', (short, sixteenths) => {
    const { answer } = one(asked(), proof({ level: 5 - short }));
    expect(answer).toMatchObject({ status: 'PARTIAL', cover: sixteenths * 256, levelHave: 5 - short });
  });

  it('is not met one step below although the cover is 0.75: the level floor holds', () => {
    expect(one(asked(), proof({ level: 4 }))).toMatchObject({ eligibility: 'NEAR', mustsShort: 1 });
  });

  it('is expired at the very instant of validUntil', () => {
    const { answer, points, reason } = one(asked(), proof({ validUntil: NOW }));
    expect(answer).toMatchObject({ status: 'EXPIRED', points: 0, levelHave: null, discounted: 'EXPIRED' });
    expect(points).toBe(0);
    expect(reason).toContain('has expired');
    expect(one(asked(), proof({ validUntil: NOW + 1 })).answer.status).toBe('MET');
  });

  it('is missing without a proof, with a revoked, a suspended and a future one', () => {
    expect(one(asked()).answer).toMatchObject({ status: 'MISSING', claim: null });
    expect(one(asked(), proof({ status: 'REVOKED' })).answer).toMatchObject({
      status: 'MISSING',
      claim: null,
    });
    expect(one(asked(), proof({ status: 'SUSPENDED' })).answer).toMatchObject({
      status: 'MISSING',
      claim: null,
    });
    expect(one(asked(), proof({ validFrom: NOW + 1 })).answer).toMatchObject({
      status: 'MISSING',
      points: 0,
    });
  });

  it('takes a valid lower proof over an expired better one', () => {
    const expired = proof({ credentialId: 'c2', level: 8, validUntil: NOW - 1 });
    expect(one(asked(), expired, proof({ level: 4 })).answer).toMatchObject({
      status: 'PARTIAL',
      levelHave: 4,
    });
  });

  it('counts old evidence in part', () => {
    const old = proof({ awardedAt: Date.UTC(2020, 0, 15), validFrom: Date.UTC(2020, 0, 15) });
    const { answer, reason } = one(asked(), old);
    expect(answer).toMatchObject({ status: 'PARTIAL', ageMonths: 72, cover: 2048, levelHave: 5 });
    expect(reason).toContain('is 72 months old, so it counts in part');
  });

  it('refuses evidence older than the role allows, and evidence of another kind', () => {
    expect(one(asked({ maxAgeMonths: 11 }), proof()).answer).toMatchObject({
      status: 'EXPIRED',
      discounted: 'TOO_OLD',
    });
    expect(one(asked({ maxAgeMonths: 12 }), proof()).answer.status).toBe('MET');
    const stacked = proof({ kind: 'CREDENTIAL' });
    expect(one(asked({ evidence: 'ASSESSED' }), stacked).answer).toMatchObject({
      status: 'MISSING',
      discounted: 'NOT_ASSESSED',
    });
    expect(one(asked({ evidence: 'VERIFIED' }), stacked).answer.status).toBe('MET');
  });

  it('reaches the skill asked through a reviewed exact mapping, never otherwise', () => {
    const mapped = proof({ skill: 'urn:esco:python' });
    expect(one(asked(), mapped).answer.status).toBe('MISSING');
    const { answer, reason } = one(asked({ exact: ['urn:esco:python'] }), mapped);
    expect(answer).toMatchObject({ status: 'MET', relation: 'EXACT', cover: 4096 });
    expect(reason).toContain('through a reviewed exact mapping');
  });

  it('says when a level is not stated, and does not guess it', () => {
    const { answer, reason } = one(asked(), proof({ level: null }));
    expect(answer).toMatchObject({ status: 'PARTIAL', levelUnstated: true, levelHave: null, cover: 2458 });
    expect(reason).toContain('without saying at which level');
  });

  it('is UNKNOWN, not NOT, while only an unchecked status or unstated level stands between', () => {
    const musts = ['urn:1', 'urn:2', 'urn:3'].map((skill) => asked({ skill }));
    const role = compileRole(musts, policy);
    const claims = musts.map(({ skill }) => proof({ skill, status: 'UNCHECKED' }));
    expect(score(role, claims, NOW).eligibility).toBe('UNKNOWN');
    expect(score(role, [], NOW).eligibility).toBe('NOT');
  });

  it('shows an employer bands, not levels', () => {
    const { answer } = one(asked(), proof({ level: 3 }));
    expect(reasonFor(answer, 'Python', 'EMPLOYER')).toBe(
      '“Python in practice” proves Python at working level only; level 5 is asked.',
    );
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(bandOf)).toEqual([
      'AWARENESS',
      'AWARENESS',
      'WORKING',
      'WORKING',
      'PRACTITIONER',
      'PRACTITIONER',
      'EXPERT',
      'EXPERT',
    ]);
  });
});

test('the worked example of docs/guides/matching.md is what the engine says', () => {
  const role = compileRole(
    [
      asked({ skill: 'urn:1-python', weight: 3 }),
      asked({ skill: 'urn:2-sql', weight: 2, level: 4 }),
      asked({ skill: 'urn:3-testing', weight: 2, necessity: 'NICE' }),
    ],
    policy,
  );
  const held = [
    proof({ skill: 'urn:1-python', level: 4 }),
    proof({ skill: 'urn:2-sql', kind: 'CREDENTIAL', supervision: 0, awardedAt: Date.UTC(2022, 3, 15) }),
    proof({ skill: 'urn:3-testing', level: 7, validUntil: NOW - 1 }),
  ];
  const match = score(role, held, NOW);
  expect(match).toMatchObject({ eligibility: 'NEAR', points: 28_082, confidence: 2824, mustsShort: 1 });
  expect(match.requirements).toMatchObject([
    { status: 'PARTIAL', weightPoints: 21_428, cover: 3072, points: 16_071, assurance: 3151 },
    { status: 'MET', weightPoints: 14_286, cover: 3444, points: 12_011, assurance: 2388, ageMonths: 45 },
    { status: 'EXPIRED', weightPoints: 14_286, cover: 0, points: 0 },
  ]);
});

describe('whole months', () => {
  it.each([
    ['2025-01-15T00:00:00Z', '2026-01-15T00:00:00Z', 12],
    ['2025-01-15T00:00:00.001Z', '2026-01-15T00:00:00Z', 11],
    ['2025-01-31T00:00:00Z', '2025-02-28T00:00:00Z', 0],
    ['2025-01-31T00:00:00Z', '2025-03-01T00:00:00Z', 1],
    ['2026-01-15T00:00:00Z', '2025-01-15T00:00:00Z', 0],
  ])('from %s to %s are %i', (then, now, months) => {
    expect(wholeMonths(Date.parse(then), Date.parse(now))).toBe(months);
  });
});
