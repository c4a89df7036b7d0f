import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pseudonymsFor } from '../../src/modules/identity/consent/pseudonym.ts';
import { type Answer, type Caller, startApi, type TestApi } from '../support/api.ts';

interface Found {
  pseudonym: string;
  eligibility: string;
  fit: number;
}
interface Candidates {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  edges: { node: Found }[];
}

let api: TestApi;
const callers = new Map<string, Caller>();
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const as = async (learnerId: string): Promise<Caller> => {
  const known = callers.get(learnerId);
  if (known) return known;
  const made = await api.as({ role: 'LEARNER', learnerId });
  callers.set(learnerId, made);
  return made;
};
const MATCH = `query ($role: ID!) { match(roleProfileId: $role) { eligibility fit mustsShort requirements { status } gap { skillUri status levelHave levelNeed } } }`;
const match = async (learner: string, role: string) => {
  const { data, errors } = await (await as(learner))(MATCH, { role });
  expect(errors).toEqual([]);
  return data.match;
};
const PATHWAY = `query ($role: ID!) { pathway(input: { roleProfileId: $role }) {
  status provenOptimal bound gap { skillUri } uncoverable { requirement { skillUri } } plan { minutes steps { unitId covers { skillUri } enables { unitId } } } } }`;

describe('matching in the sample world', () => {
  test('finds Ada for the data analyst, and nobody who did not agree', async () => {
    const employer = await api.as({ role: 'EMPLOYER', organizationId: 'org-public-services' });
    const found: Found[] = [];
    for (let after: string | null = null; ; ) {
      const { data, errors }: Answer<{ matchCandidates: Candidates }> = await employer(
        `query ($after: String) { matchCandidates(roleProfileId: "profile-data-analyst", first: 50, after: $after) {
          pageInfo { hasNextPage endCursor } edges { node { pseudonym eligibility fit } } } }`,
        { after },
      );
      expect(errors).toEqual([]);
      found.push(...data.matchCandidates.edges.map(({ node }) => node));
      if (!data.matchCandidates.pageInfo.hasNextPage) break;
      after = data.matchCandidates.pageInfo.endCursor;
    }
    const { learner } = pseudonymsFor(api.app.config.indexKey, 'org-public-services');
    const place = (id: string) => found.findIndex(({ pseudonym }) => pseudonym === learner(id));
    expect(found[place('learner-ada')]).toMatchObject({ eligibility: 'ELIGIBLE', fit: 1 });
    expect(found[place('learner-ben')]).toMatchObject({ eligibility: 'NEAR' });
    expect(place('learner-ada')).toBeLessThan(place('learner-ben'));
    expect(place('learner-chidi')).toBe(-1);
    expect(place('learner-hana')).toBe(-1);
    expect(new Set(found.map(({ pseudonym }) => pseudonym)).size).toBe(found.length);
  });

  test('tells each persona where they stand', async () => {
    expect(await match('learner-ada', 'profile-data-analyst')).toMatchObject({
      eligibility: 'ELIGIBLE',
      fit: 1,
      gap: [],
    });
    expect(await match('learner-chidi', 'profile-data-analyst')).toMatchObject({ eligibility: 'ELIGIBLE' });
    expect(await match('learner-ben', 'profile-data-analyst')).toMatchObject({
      eligibility: 'NEAR',
      mustsShort: 1,
    });
    const dora = await match('learner-dora', 'profile-devops-engineer');
    expect(dora.gap).toEqual(
      expect.arrayContaining([expect.objectContaining({ status: 'EXPIRED', levelHave: null })]),
    );
    const ivo = await match('learner-ivo', 'profile-data-analyst');
    expect(ivo.fit).toBe(0);
    expect(ivo.requirements.every(({ status }: { status: string }) => status === 'MISSING')).toBe(true);
  });
});

describe('pathways in the sample world', () => {
  test.each([
    ['learner-ada', 'profile-data-analyst', ['NOTHING_TO_DO']],
    ['learner-ben', 'profile-data-analyst', ['OPTIMAL']],
    ['learner-ivo', 'profile-data-analyst', ['OPTIMAL']],
    ['learner-dora', 'profile-devops-engineer', ['OPTIMAL', 'PARTIAL']],
    ['learner-ivo', 'profile-frontend-developer', ['OPTIMAL', 'PARTIAL']],
  ])('lead %s to %s', async (learner, role, statuses) => {
    const { data, errors } = await (await as(learner))(PATHWAY, { role });
    expect(errors).toEqual([]);
    const { status, provenOptimal, bound, plan, gap, uncoverable } = data.pathway;
    expect(statuses).toContain(status);
    expect(provenOptimal).toBe(true);
    const steps = plan?.steps ?? [];
    expect(plan?.minutes ?? 0).toBe(bound);
    const covered = steps.flatMap((step: { covers: { skillUri: string }[] }) =>
      step.covers.map((c) => c.skillUri),
    );
    const outOfReach = uncoverable.map(
      (entry: { requirement: { skillUri: string } }) => entry.requirement.skillUri,
    );
    expect([...covered, ...outOfReach].sort()).toEqual(
      gap.map((g: { skillUri: string }) => g.skillUri).sort(),
    );
    for (const step of steps) expect(step.covers.length + step.enables.length).toBeGreaterThan(0);
  });
});

describe('stacking in the sample world', () => {
  test.each([
    ['learner-elif', 'badge-frontend-craft', { have: 3, need: 4, progress: 0.75, awardedCredentialId: null }],
    [
      'learner-fatou',
      'badge-inclusive-service-design',
      { progress: 1, awardedCredentialId: expect.any(String) },
    ],
    [
      'learner-ada',
      'badge-data-analyst-foundation',
      { satisfied: true, awardedCredentialId: expect.any(String) },
    ],
    ['learner-ivo', 'badge-frontend-craft', { have: 0, progress: 0, satisfied: false }],
  ])('shows %s their way to %s', async (learner, badge, expected) => {
    const { data, errors } = await (await as(learner))(
      `query ($badge: ID!) { stackProgress(badgeId: $badge) { have need progress satisfied awardedCredentialId } }`,
      { badge },
    );
    expect(errors).toEqual([]);
    expect(data.stackProgress).toMatchObject(expected);
  });
});
