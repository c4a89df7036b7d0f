import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';

let api: TestApi;
let reviewer: Caller;
beforeAll(async () => {
  api = await startApi();
  reviewer = await api.as({ role: 'EXTERNAL_REVIEWER', organizationId: 'org-skills-council' });
});
afterAll(() => api.close());

test('a badge was reviewed, one is overdue, one is under review', async () => {
  const states = await Promise.all(
    ['statistical-tools-working', 'data-visualisation-working', 'code-for-analysis-working'].map(
      async (name) =>
        (
          await api.anonymous(
            'query ($id: ID!) { badge(id: $id) { reviewState reviewPolicy { required { role } } } }',
            {
              id: `badge-${name}`,
            },
          )
        ).data.badge.reviewState,
    ),
  );
  expect(states).toEqual(['APPROVED', 'OVERDUE', 'NOT_REVIEWED']);
  const { data } = await api.anonymous(
    '{ overdueBadges(organizationId: "org-northbank") { edges { node { daysOverdue badge { id } } } } }',
  );
  expect(data.overdueBadges.edges).toContainEqual({
    node: { daysOverdue: expect.any(Number), badge: { id: 'badge-data-visualisation-working' } },
  });
});

test('a reviewer sees the work whose learners agreed, and an employer none', async () => {
  const sample =
    'query ($id: ID!) { review(id: $id) { sample { edges { node { code narrative passed } } } } }';
  const id = 'review-badge-code-for-analysis-working';
  const seen = (await reviewer(sample, { id })).data.review.sample.edges;
  const inside = await api.as({ role: 'ISSUER_STAFF', organizationId: 'org-northbank' });
  const all = (await inside(sample, { id })).data.review.sample.edges;
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.length).toBeLessThan(all.length);
  const employer = await api.as({ role: 'EMPLOYER', organizationId: 'org-public-services' });
  expect((await employer(sample, { id })).data.review.sample.edges).toEqual([]);
});

test('a proposal changes what is there, and feedback by name led to it', async () => {
  const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: 'org-northbank' });
  const { data } = await staff(
    '{ changeProposal(id: "proposal-statistical-tools-working") { edits { stale words { change } } changes { edges { node { area field } } } impact { stacks { edges { node { id } } } } } }',
  );
  expect(data.changeProposal.edits[0].stale).toBe(false);
  expect(data.changeProposal.edits[0].words.length).toBeGreaterThan(1);
  expect(data.changeProposal.changes.edges).toEqual([{ node: { area: 'OUTCOME', field: 'statement' } }]);
  expect(data.changeProposal.impact.stacks.edges.length).toBeGreaterThan(0);
  const chidi = await api.as({ role: 'LEARNER', learnerId: 'learner-chidi' });
  const mine = (await chidi('{ myFeedback { edges { node { words answer closedAt } } } }')).data.myFeedback
    .edges;
  expect(mine).toMatchObject([
    { node: { words: expect.stringContaining('notebook'), answer: expect.any(String) } },
  ]);
});
