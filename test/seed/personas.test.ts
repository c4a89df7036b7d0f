import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pseudonymsFor } from '../../src/modules/identity/consent/pseudonym.ts';
import { type Answer, type Caller, startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

interface Candidates {
  matchCandidates: {
    edges: { node: { pseudonym: string; eligibility: string; fit: number; mustsShort: number } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const QUERY = `query Candidates($role: ID!, $after: String) {
  matchCandidates(roleProfileId: $role, first: 50, after: $after) {
    edges { node { pseudonym eligibility fit mustsShort } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const EMPLOYERS = ['org-public-services', 'org-harbourlight'];

/** What an employer sees of each persona among all candidates for a role; null: not there. */
async function seen(employer: string, roleProfileId: string, ...learnerIds: string[]) {
  const ask: Caller = await api.as({ role: 'EMPLOYER', organizationId: employer });
  const found = new Map<string, object>();
  const page = async (after: string | null): Promise<void> => {
    const { data, errors }: Answer<Candidates> = await ask(QUERY, { role: roleProfileId, after });
    expect(errors).toEqual([]);
    const { edges, pageInfo } = data.matchCandidates;
    for (const { node } of edges) found.set(node.pseudonym, node);
    if (pageInfo.hasNextPage) await page(pageInfo.endCursor);
  };
  await page(null);
  const { learner } = pseudonymsFor(api.app.config.indexKey, employer);
  return learnerIds.map((id) => found.get(learner(id)) ?? null);
}

test('a department that looks for a data analyst finds Ada whole, Ben nearly, and Chidi not at all', async () => {
  const [ada, ben, chidi] = await seen(
    'org-public-services',
    'profile-data-analyst',
    'learner-ada',
    'learner-ben',
    'learner-chidi',
  );
  expect(ada).toMatchObject({ eligibility: 'ELIGIBLE', fit: 1, mustsShort: 0 });
  expect(ben).toMatchObject({ eligibility: 'NEAR', mustsShort: 1 });
  expect(chidi).toBeNull();
});

test('a consultancy that asks in ESCO’s words finds a person by the same badges, and Ben not, who agreed with the department only', async () => {
  const [ada, ben] = await seen(
    'org-harbourlight',
    'profile-harbourlight-data-analyst',
    'learner-ada',
    'learner-ben',
  );
  expect(ada).toMatchObject({ eligibility: 'ELIGIBLE', mustsShort: 0 });
  expect(ben).toBeNull();
});

test('an expired badge stops counting: Dóra is short of the security the role insists on', async () => {
  const [dora] = await seen('org-public-services', 'profile-devops-engineer', 'learner-dora');
  expect(dora).toMatchObject({ mustsShort: 1 });
});

test('a consent that was taken back or has run out hides Hana from both employers', async () => {
  const roles = ['profile-frontend-developer', 'profile-harbourlight-web-developer'];
  for (const [index, employer] of EMPLOYERS.entries())
    expect(await seen(employer, roles[index] ?? '', 'learner-hana')).toEqual([null]);
});
