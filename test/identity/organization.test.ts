import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/ids.ts';
import { type Answer, startApi, type TestApi } from '../support/api.ts';
import { makeOrganization } from '../support/data.ts';
import { extensionsOf } from '../support/errors.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const list =
  'query ($filter: OrganizationFilter, $first: Int, $after: String) { organizations(filter: $filter, first: $first, after: $after) { totalCount edges { node { id name } cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } }';

interface OrganizationPage {
  totalCount: number;
  edges: { node: { id: string; name: string } }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
}

test('an organisation has a public profile; an unknown one is null', async () => {
  const id = await makeOrganization('Public Works', ['EMPLOYER', 'REVIEWER']);
  const query = 'query ($id: ID!) { organization(id: $id) { id name url kinds did } }';
  expect((await api.anonymous(query, { id })).data.organization).toEqual({
    id,
    name: 'Public Works',
    url: `https://${id}.example`,
    kinds: ['EMPLOYER', 'REVIEWER'],
    did: null,
  });
  expect((await api.anonymous(query, { id: 'none' })).data).toEqual({ organization: null });
});

test('organisations come in order of name, page by page, each once', async () => {
  const word = newId();
  const names = ['c', 'a', 'b', 'b', 'd'].map((letter) => `${word} ${letter}`);
  const ids = await Promise.all(names.map((name) => makeOrganization(name, ['ISSUER'])));
  await makeOrganization(`${word} e`, ['EMPLOYER']);
  const filter = { nameContains: word.toUpperCase(), kind: 'ISSUER' };
  const seen: { id: string; name: string }[] = [];
  let after: string | null = null;
  do {
    const answer: Answer<{ organizations: OrganizationPage }> = await api.anonymous(list, {
      filter,
      first: 2,
      after,
    });
    const page = answer.data.organizations;
    expect(page.totalCount).toBe(5);
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    seen.push(...page.edges.map(({ node }) => node));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after);
  expect(seen.map(({ name }) => name)).toEqual([...names].sort());
  expect(new Set(seen.map(({ id }) => id))).toEqual(new Set(ids));
});

test.each([
  [{ first: 0 }, 'first'],
  [{ first: 101 }, 'first'],
  [{ after: 'not a cursor' }, 'after'],
])('%j: INVALID_INPUT naming the argument', async (variables, argument) => {
  expect(extensionsOf(await api.anonymous(list, variables))).toMatchObject({
    code: 'INVALID_INPUT',
    argument,
  });
});
