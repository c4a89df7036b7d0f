import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { World } from '../support/world.ts';

const NOW = '2026-01-15T12:00:00Z';
const PAST = '2025-12-31T00:00:00Z';
let clock = new Date(NOW);
let api: TestApi;
const world = new World();

beforeAll(async () => {
  api = await startApi({ clock: () => clock });
});
afterAll(async () => {
  await api.close();
  await world.close();
});

const CANDIDATES = `query ($role: ID!, $first: Int, $after: String, $filter: CandidateFilter) {
  matchCandidates(roleProfileId: $role, first: $first, after: $after, filter: $filter) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { cursor node {
      pseudonym fit fitPoints eligibility confidence mustsShort policyVersion evaluatedAt taxonomyVersions
      requirements { skillUri skillLabel necessity status levelNeed levelHave bandHave relation ageMonths contribution points weightPoints reason
        credential { id badgeName awardedAt validUntil } }
    } }
  }
}`;
const MATCH = `query ($role: ID!) { match(roleProfileId: $role) {
  roleProfileId title fit fitPoints eligibility requirements { status levelHave points credential { id awardedAt validUntil } }
  gap { skillUri skillLabel necessity status levelHave levelNeed reason } } }`;

/** An employer with a role of two skills, an issuer with a badge for each, and a candidate who agreed. */
async function scene() {
  const employer = await world.organization();
  const issuer = await world.organization(['ISSUER']);
  const [python, sql] = [await world.skill('Python'), await world.skill('SQL')];
  const badgePython = await world.badge({ issuer, skills: [{ uri: python, level: 5 }] });
  const badgeSql = await world.badge({ issuer, skills: [{ uri: sql, level: 4 }] });
  const role = await world.role(employer, [
    { skill: python, level: 5, weight: 3 },
    { skill: sql, level: 4, weight: 1, necessity: 'NICE' },
  ]);
  const asEmployer = await api.as({ role: 'EMPLOYER', organizationId: employer });
  const candidate = async (fields: Parameters<World['learner']>[0] = {}) => {
    const learner = await world.learner(fields);
    const consent = await world.consent(learner, employer);
    return { learner, consent };
  };
  return { employer, issuer, python, sql, badgePython, badgeSql, role, asEmployer, candidate };
}
const list = async (caller: Caller, role: string, variables: Record<string, unknown> = {}) => {
  const answer = await caller(CANDIDATES, { role, ...variables });
  expect(answer.errors).toEqual([]);
  return answer.data.matchCandidates;
};
// biome-ignore lint/suspicious/noExplicitAny: answers of the API
const nodes = (connection: any): any[] => connection.edges.map((edge: any) => edge.node);

describe('matchCandidates', () => {
  test('gives three numbers and a reason for each requirement, without names, levels or days', async () => {
    const { asEmployer, role, candidate, badgePython, badgeSql, python } = await scene();
    const { learner } = await candidate();
    const credential = await world.credential(learner, badgePython.version, {
      awardedAt: '2025-01-10T00:00:00Z',
      supervised: true,
      validUntil: '2027-01-10T00:00:00Z',
    });
    await world.credential(learner, badgeSql.version, { validUntil: PAST });
    const [node, ...others] = nodes(await list(asEmployer, role));
    expect(others).toEqual([]);
    expect(node).toMatchObject({
      fit: 0.75,
      fitPoints: 37_500,
      eligibility: 'ELIGIBLE',
      mustsShort: 0,
      policyVersion: 'match-policy-1',
      evaluatedAt: '2026-01-15T12:00:00.000Z',
    });
    // 1 · 0.9 · 0.95 · 0.9 in 4 096ths, rounded down once
    expect(node.confidence).toBe(Math.floor((4096 * 3686 * 3891 * 3686) / 4096 ** 3) / 4096);
    expect(node.requirements).toEqual([
      {
        skillUri: python,
        skillLabel: 'Python',
        necessity: 'MUST',
        status: 'MET',
        levelNeed: 5,
        levelHave: null,
        bandHave: 'PRACTITIONER',
        relation: 'SAME',
        ageMonths: 12,
        contribution: 0.75,
        points: 37_500,
        weightPoints: 37_500,
        reason: `“${badgePython.name}” (12 months old) proves Python at the level asked or above; level 5 is asked.`,
        credential: {
          id: expect.stringMatching(/^[\w-]{22}$/),
          badgeName: badgePython.name,
          awardedAt: '2025-01-01T00:00:00.000Z',
          validUntil: '2027-01-01T00:00:00.000Z',
        },
      },
      expect.objectContaining({
        skillLabel: 'SQL',
        status: 'EXPIRED',
        points: 0,
        levelHave: null,
        bandHave: null,
      }),
    ]);
    const text = JSON.stringify(node);
    expect(text).not.toContain(learner);
    expect(text).not.toContain(credential);
  });

  test.each<[string, (at: { learner: string; employer: string }) => Promise<unknown>]>([
    ['never given', async () => {}],
    ['withdrawn', ({ learner, employer }) => world.consent(learner, employer, { revokedAt: NOW })],
    [
      'expired at this very moment',
      ({ learner, employer }) => world.consent(learner, employer, { expiresAt: NOW }),
    ],
    [
      'not yet given',
      ({ learner, employer }) => world.consent(learner, employer, { grantedAt: '2026-02-01T00:00:00Z' }),
    ],
    [
      'for another purpose',
      ({ learner, employer }) => world.consent(learner, employer, { purpose: 'ANALYTICS' }),
    ],
    ['to another organisation', async ({ learner }) => world.consent(learner, await world.organization())],
  ])('leaves out a learner whose consent was %s', async (_what, give) => {
    const { asEmployer, role, employer, badgePython } = await scene();
    const learner = await world.learner();
    await world.credential(learner, badgePython.version);
    await give({ learner, employer });
    const answer = await list(asEmployer, role);
    expect(answer).toMatchObject({ totalCount: 0, edges: [] });
  });

  test('stops showing a learner with the request after the withdrawal', async () => {
    const { asEmployer, role, candidate, badgePython } = await scene();
    const { learner, consent } = await candidate();
    await world.credential(learner, badgePython.version);
    expect((await list(asEmployer, role)).totalCount).toBe(1);
    await world.withdraw(consent, NOW);
    expect((await list(asEmployer, role)).totalCount).toBe(0);
  });

  test('treats a revoked credential as if it had never been: MISSING, and absent with nothing else', async () => {
    const { asEmployer, role, candidate, badgePython, badgeSql } = await scene();
    const { learner } = await candidate();
    const credential = await world.credential(learner, badgePython.version);
    const other = await world.credential(learner, badgeSql.version);
    await world.revoke(credential);
    const [node] = nodes(await list(asEmployer, role));
    expect(node.requirements[0]).toMatchObject({ status: 'MISSING', credential: null, points: 0 });
    expect(node).toMatchObject({ eligibility: 'NEAR', fitPoints: 12_500 });
    await world.revoke(other);
    expect((await list(asEmployer, role)).edges).toEqual([]);
  });

  test('counts a reviewed exact mapping, and no other', async () => {
    const { asEmployer, role, candidate, issuer, python } = await scene();
    const [exact, proposed, close] = [await world.skill(), await world.skill(), await world.skill()];
    await world.mapping(exact, python);
    await world.mapping(proposed, python, 'EXACT', 'PROPOSED');
    await world.mapping(close, python, 'CLOSE');
    for (const uri of [exact, proposed, close]) {
      const { learner } = await candidate();
      const badge = await world.badge({ issuer, skills: [{ uri, level: 5 }] });
      await world.credential(learner, badge.version);
    }
    const { learner } = await candidate();
    const broad = await world.badge({ issuer, skills: [{ uri: python, level: 8, relation: 'BROAD' }] });
    await world.credential(learner, broad.version);
    const found = nodes(await list(asEmployer, role));
    expect(found).toHaveLength(1);
    expect(found[0].requirements[0]).toMatchObject({ status: 'MET', relation: 'EXACT' });
    expect(found[0].requirements[0].reason).toContain('through a reviewed exact mapping');
  });

  test('ranks by class, fit, confidence and the hidden number, and pages without gap or repetition', async () => {
    const { asEmployer, role, candidate, badgePython, badgeSql, issuer, python } = await scene();
    const lower = await world.badge({ issuer, skills: [{ uri: python, level: 3 }] });
    const make = async (tieBreak: number, badges: string[], supervised?: boolean) => {
      const { learner } = await candidate({ tieBreak });
      for (const version of badges)
        await world.credential(learner, version, supervised === undefined ? {} : { supervised });
      return learner;
    };
    await make(5, [lower.version, badgeSql.version]);
    await make(4, [badgePython.version]);
    await make(3, [badgePython.version], true);
    await make(2, [badgePython.version]);
    await make(9, [badgePython.version, badgeSql.version]);
    const all = nodes(await list(asEmployer, role));
    expect(all.map((n) => [n.eligibility, n.fitPoints])).toEqual([
      ['ELIGIBLE', 50_000],
      ['ELIGIBLE', 37_500],
      ['ELIGIBLE', 37_500],
      ['ELIGIBLE', 37_500],
      ['NEAR', 12_500 + Math.floor((37_500 * 9) / 16)],
    ]);
    expect(all[1].confidence).toBeGreaterThan(all[2].confidence);
    const walked: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(asEmployer, role, { first: 2, after });
      walked.push(...nodes(page).map((n) => n.pseudonym));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      expect(JSON.stringify(page)).not.toContain('learner-');
    } while (after);
    expect(walked).toEqual(all.map((n) => n.pseudonym));
  });

  test('keeps a walk through the pages as of its first page while the clock and the graph move on', async () => {
    const { asEmployer, role, candidate, badgePython } = await scene();
    for (const tieBreak of [1, 2, 3]) {
      const { learner } = await candidate({ tieBreak });
      await world.credential(learner, badgePython.version, { validUntil: '2026-01-15T12:10:00Z' });
    }
    const first = await list(asEmployer, role, { first: 1 });
    const { learner } = await candidate({ tieBreak: 0 });
    await world.credential(learner, badgePython.version);
    try {
      clock = new Date('2026-01-15T12:30:00Z');
      const rest = await list(asEmployer, role, { first: 10, after: first.pageInfo.endCursor });
      expect(nodes(rest).map((n) => [n.eligibility, n.evaluatedAt])).toEqual([
        ['ELIGIBLE', '2026-01-15T12:00:00.000Z'],
        ['ELIGIBLE', '2026-01-15T12:00:00.000Z'],
      ]);
      clock = new Date('2026-01-15T13:00:01Z');
      const { errors } = await asEmployer(CANDIDATES, { role, after: first.pageInfo.endCursor });
      expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', reason: 'CURSOR_EXPIRED' });
    } finally {
      clock = new Date(NOW);
    }
  });

  test('narrows by region, language, class and fit', async () => {
    const { asEmployer, role, candidate, badgePython, badgeSql } = await scene();
    const belgian = await candidate({ region: 'BE', language: 'nl' });
    const german = await candidate({ region: 'DE', language: 'de' });
    await world.credential(belgian.learner, badgePython.version);
    await world.credential(german.learner, badgeSql.version);
    const count = async (filter: object) => (await list(asEmployer, role, { filter })).totalCount;
    expect(await count({})).toBe(2);
    expect(await count({ regions: ['DE'] })).toBe(1);
    expect(await count({ languages: ['nl', 'fr'] })).toBe(1);
    expect(await count({ eligibility: ['ELIGIBLE'] })).toBe(1);
    expect(await count({ minFit: 0.25 })).toBe(2);
    expect(await count({ minFit: 0.26 })).toBe(1);
  });

  test('gives two employers different pseudonyms for one learner and credential', async () => {
    const a = await scene();
    const b = await scene();
    const { learner } = await a.candidate();
    await world.consent(learner, b.employer);
    await world.credential(learner, a.badgePython.version);
    const roleB = await world.role(b.employer, [{ skill: a.python, level: 5 }]);
    const [fromA] = nodes(await list(a.asEmployer, a.role));
    const [fromB] = nodes(await list(b.asEmployer, roleB));
    expect(fromA.pseudonym).not.toBe(fromB.pseudonym);
    expect(fromA.requirements[0].credential.id).not.toBe(fromB.requirements[0].credential.id);
    expect(nodes(await list(a.asEmployer, a.role))[0].pseudonym).toBe(fromA.pseudonym);
  });

  test('is null for a role of another organisation or none, and refuses others', async () => {
    const a = await scene();
    const b = await scene();
    expect(await list(b.asEmployer, a.role)).toBeNull();
    expect(await list(b.asEmployer, 'nothing')).toBeNull();
    const learner = await api.as({ role: 'LEARNER', learnerId: await world.learner() });
    expect((await learner(CANDIDATES, { role: a.role })).errors[0]?.extensions['code']).toBe('FORBIDDEN');
    expect((await api.anonymous(CANDIDATES, { role: a.role })).errors[0]?.extensions['code']).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('names the argument that is wrong', async () => {
    const a = await scene();
    const b = await scene();
    const wrong = async (variables: Record<string, unknown>) =>
      (await a.asEmployer(CANDIDATES, { role: a.role, ...variables })).errors[0]?.extensions;
    expect(await wrong({ first: 51 })).toMatchObject({ code: 'INVALID_INPUT', argument: 'first', max: 50 });
    expect(await wrong({ after: 'x' })).toMatchObject({ code: 'INVALID_INPUT', argument: 'after' });
    expect(await wrong({ filter: { minFit: 2 } })).toMatchObject({ argument: 'filter.minFit' });
    expect(await wrong({ filter: { eligibility: [] } })).toMatchObject({ argument: 'filter.eligibility' });
    const empty = await world.role(a.employer, []);
    expect(await wrong({ role: empty })).toMatchObject({ reason: 'NO_REQUIREMENTS' });
    const { learner } = await b.candidate();
    await world.credential(learner, b.badgePython.version);
    const foreign = (await list(b.asEmployer, b.role)).edges[0].cursor;
    expect(await wrong({ after: foreign })).toMatchObject({ code: 'INVALID_INPUT', argument: 'after' });
  });
});

describe('match and matchRoles', () => {
  test('tell a learner their own levels and the gap of a published role', async () => {
    const { role, badgePython, badgeSql, issuer, python, sql } = await scene();
    const learner = await world.learner();
    const lower = await world.badge({ issuer, skills: [{ uri: python, level: 3 }] });
    const credential = await world.credential(learner, lower.version, { awardedAt: '2025-06-05T10:00:00Z' });
    await world.credential(learner, badgeSql.version, { validUntil: PAST });
    const me = await api.as({ role: 'LEARNER', learnerId: learner });
    const { data } = await me(MATCH, { role });
    expect(data.match).toMatchObject({ roleProfileId: role, title: 'Developer', eligibility: 'NEAR' });
    expect(data.match.requirements[0]).toMatchObject({
      status: 'PARTIAL',
      levelHave: 3,
      credential: { id: credential, awardedAt: '2025-06-05T10:00:00.000Z' },
    });
    expect(data.match.gap).toMatchObject([
      { skillUri: python, status: 'PARTIAL', levelHave: 3, levelNeed: 5, necessity: 'MUST' },
      { skillUri: sql, status: 'EXPIRED', levelHave: null, levelNeed: 4, necessity: 'NICE' },
    ]);
    await world.credential(learner, badgePython.version);
    await world.credential(learner, badgeSql.version);
    const after = await me(MATCH, { role });
    expect(after.data.match).toMatchObject({ fit: 1, eligibility: 'ELIGIBLE', gap: [] });
  });

  test('rank the roles that ask for something proven, never a draft', async () => {
    const { employer, role, badgePython, python, sql, issuer } = await scene();
    const learner = await world.learner();
    await world.credential(learner, badgePython.version);
    const equal = await world.skill();
    await world.mapping(python, equal);
    const better = await world.role(employer, [{ skill: equal, level: 5 }]);
    await world.role(employer, [{ skill: sql, level: 1 }]);
    const draft = await world.role(employer, [{ skill: python, level: 1 }], 'DRAFT');
    const me = await api.as({ role: 'LEARNER', learnerId: learner });
    const ROLES = `query ($first: Int, $after: String, $filter: RoleMatchFilter) { matchRoles(first: $first, after: $after, filter: $filter) {
      totalCount pageInfo { endCursor hasNextPage } edges { node { roleProfileId fitPoints } } } }`;
    const first = (await me(ROLES, { first: 1 })).data.matchRoles;
    expect(first).toMatchObject({
      totalCount: 2,
      edges: [{ node: { roleProfileId: better, fitPoints: 50_000 } }],
    });
    const second = (await me(ROLES, { first: 1, after: first.pageInfo.endCursor })).data.matchRoles;
    expect(second).toMatchObject({
      pageInfo: { hasNextPage: false },
      edges: [{ node: { roleProfileId: role, fitPoints: 37_500 } }],
    });
    expect((await me(MATCH, { role: draft })).data.match).toBeNull();
    expect((await me(MATCH, { role: 'nothing' })).data.match).toBeNull();
    const employerKey = await api.as({ role: 'EMPLOYER', organizationId: employer });
    expect((await employerKey(MATCH, { role })).errors[0]?.extensions['code']).toBe('FORBIDDEN');
    expect(issuer).toBeDefined();
  });
});
