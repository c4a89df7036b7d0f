import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/platform/ids.ts';
import { made } from '../../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { makeOrganization } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';

const grant =
  'mutation ($input: GrantConsentInput!, $key: String!) { made: grantConsent(input: $input, idempotencyKey: $key) { id purpose scopes active expiresAt revokedAt text textHash policyVersion campaign { id } credentialIds skillUris uses { total lastAt } organization { id name } } }';
const withdraw =
  'mutation ($id: ID!, $key: String!) { made: withdrawConsent(id: $id, idempotencyKey: $key) { id active revokedAt } }';
const list =
  'query ($active: Boolean, $first: Int, $after: String) { myConsents(activeOnly: $active, first: $first, after: $after) { totalCount edges { node { id active } } pageInfo { hasNextPage endCursor } } }';

let api: TestApi;
let now = new Date('2026-03-01T12:00:00Z');
let organizationId: string;
let admin: Caller;
let learner: Caller;

beforeAll(async () => {
  api = await startApi({ clock: () => now });
  organizationId = await makeOrganization('Employer', ['EMPLOYER']);
  admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
});
afterAll(() => api.close());

async function newLearner(): Promise<Caller> {
  const learnerId = await made(
    admin('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name: 'A Learner', email: `${newId()}@learners.example` },
    }),
  );
  return api.as({ role: 'LEARNER', learnerId });
}

/** The variables of a consent to give, under a key of its own. */
const asking = (more: object = {}) => ({ input: input(more), key: newId() });
const input = (more: object = {}) => ({
  organizationId,
  purpose: 'MATCHING',
  scopes: ['SKILLS', 'REGION'],
  ...more,
});

describe('consent', () => {
  test('says what was agreed to, holds until withdrawn, and stays on record', async () => {
    learner = await newLearner();
    const { data, errors } = await learner(grant, asking());
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({
      purpose: 'MATCHING',
      scopes: ['SKILLS', 'REGION'],
      active: true,
      expiresAt: null,
      revokedAt: null,
      organization: { id: organizationId, name: 'Employer' },
      textHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      text: expect.stringMatching(/pseudonym.*SKILLS.*REGION/),
      policyVersion: '2',
      uses: { total: 0, lastAt: null },
    });
    now = new Date(now.getTime() + 60_000);
    const withdrawn = (await learner(withdraw, { key: newId(), id: data.made.id })).data.made;
    expect(withdrawn).toEqual({ id: data.made.id, active: false, revokedAt: now.toISOString() });
    now = new Date(now.getTime() + 60_000);
    expect((await learner(withdraw, { key: newId(), id: data.made.id })).data.made).toEqual(withdrawn);
    expect((await learner(list, { active: true })).data.myConsents).toMatchObject({
      totalCount: 0,
      edges: [],
    });
    expect((await learner(list)).data.myConsents.edges).toEqual([
      { node: { id: data.made.id, active: false } },
    ]);
  });

  test('given again for the same purpose replaces the earlier one, and no other', async () => {
    learner = await newLearner();
    const reveal = await made(learner(grant, asking({ purpose: 'REVEAL' })));
    now = new Date(now.getTime() + 1_000);
    await made(learner(grant, asking()));
    now = new Date(now.getTime() + 1_000);
    const second = await made(learner(grant, asking({ scopes: ['SKILLS'] })));
    const active = (await learner(list, { active: true })).data.myConsents;
    expect(active.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([second, reveal]);
    const page = (await learner(list, { first: 2 })).data.myConsents;
    expect(page.totalCount).toBe(3);
    const rest = (await learner(list, { after: page.pageInfo.endCursor })).data.myConsents;
    expect(rest.edges).toEqual([{ node: { id: reveal, active: true } }]);
  });

  test('ends by itself', async () => {
    learner = await newLearner();
    const expiresAt = new Date(now.getTime() + 3_600_000).toISOString();
    await made(learner(grant, asking({ expiresAt })));
    expect((await learner(list, { active: true })).data.myConsents.totalCount).toBe(1);
    now = new Date(expiresAt);
    expect((await learner(list, { active: true })).data.myConsents.totalCount).toBe(0);
    expect((await learner(list)).data.myConsents.edges[0].node.active).toBe(false);
  });

  test('is the learner’s alone', async () => {
    learner = await newLearner();
    const id = await made(learner(grant, asking()));
    const other = await newLearner();
    expect(codeOf(await other(withdraw, { key: newId(), id }))).toBe('NOT_FOUND');
    expect(codeOf(await learner(withdraw, { key: newId(), id: 'none' }))).toBe('NOT_FOUND');
    for (const [operation, variables] of [
      [grant, asking()],
      [withdraw, { key: newId(), id }],
      [list, {}],
    ] as const) {
      expect(codeOf(await api.anonymous(operation, variables))).toBe('UNAUTHENTICATED');
      expect(codeOf(await admin(operation, variables))).toBe('FORBIDDEN');
    }
  });

  test('is refused for nobody, for nothing, twice the same, or in the past', async () => {
    learner = await newLearner();
    const cases = [
      [{ organizationId: 'none' }, 'NOT_FOUND', 'input.organizationId'],
      [{ scopes: [] }, 'INVALID_INPUT', 'input.scopes'],
      [{ scopes: ['SKILLS', 'SKILLS'] }, 'INVALID_INPUT', 'input.scopes[1]'],
      [{ expiresAt: now.toISOString() }, 'INVALID_INPUT', 'input.expiresAt'],
    ] as const;
    for (const [more, code, argument] of cases)
      expect(extensionsOf(await learner(grant, asking(more)))).toMatchObject({ code, argument });
  });
});
