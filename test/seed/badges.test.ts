import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

test('a badge of the sample world tells its two versions, why there are two, and who had a say', async () => {
  const { data, errors } = await api.anonymous(
    `{ badge(id: "badge-problem-management-working") {
      versions { edges { node { number state changeReason tags creditValue creditSystem
        changes { edges { node { field before after } } }
        assessments { edges { node { kind broughtBy { id } } } } } } }
      coCreations { edges { node { id proposals { edges { node { decision organization { id } organizationName outcome { id } confirmedAt } } } } } }
    } }`,
  );
  expect(errors).toEqual([]);
  const [second, first] = data.badge.versions.edges.map(({ node }: { node: object }) => node);
  expect([first.number, first.state, first.changeReason]).toEqual([1, 'SUPERSEDED', null]);
  expect([second.number, second.state]).toEqual([2, 'PUBLISHED']);
  expect(second.changeReason).toMatch(/three years/);
  const changed = second.changes.edges.map(({ node }: { node: { field: string } }) => node.field);
  expect(changed).toEqual(['description', 'renewal', 'renewalText', 'validMonths']);
  expect(first).toMatchObject({ tags: ['problem management', 'software'], creditSystem: 'ECTS' });
  expect(first.creditValue % 50).toBe(0);
  expect(second.assessments.edges).toEqual([
    { node: { kind: 'SIMULATION', broughtBy: { id: 'org-public-services' } } },
  ]);
  const [, oldest] = data.badge.coCreations.edges.map(({ node }: { node: object }) => node);
  expect(oldest.id).toBe('co-creation-live-services');
  expect(oldest.proposals.edges.map(({ node }: { node: object }) => node)).toMatchObject([
    {
      decision: 'ADAPTED',
      organization: { id: 'org-public-services' },
      outcome: { id: 'outcome-problem-management-working' },
    },
    {
      decision: 'DECLINED',
      organization: null,
      organizationName: 'Port Anselm Hospital Trust',
      confirmedAt: null,
    },
  ]);
});

test('accepted endorsements are for everybody, one that waits is not', async () => {
  const look = (version: string) =>
    api.anonymous(
      'query ($id: ID!) { badgeVersion(id: $id) { endorsements { edges { node { id endorser { id } } } } } }',
      { id: version },
    );
  const shown = (await look('badge-statistical-tools-working-v1')).data.badgeVersion.endorsements.edges;
  expect(shown).toContainEqual({
    node: { id: 'endorsement-statistical-tools', endorser: { id: 'org-public-services' } },
  });
  expect(
    (await api.anonymous('{ endorsement(id: "endorsement-data-analyst-foundation") { state } }')).data,
  ).toEqual({
    endorsement: { state: 'ACCEPTED' },
  });
  const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: 'org-northbank' });
  const waiting = '{ endorsement(id: "endorsement-problem-management") { statement } }';
  expect((await staff(waiting)).data.endorsement.statement).toMatch(/incident/);
});
