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

const update =
  'mutation ($input: OrganizationProfileInput!) { updateOrganization(input: $input) { id name url regions kinds } }';

test('who administers an organisation says where it is; nobody else does', async () => {
  const organizationId = await makeOrganization('Regional', ['ISSUER']);
  const admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
  const input = { url: 'https://regional.example', regions: ['IE', 'GB-SCT'] };
  const { data, errors } = await admin(update, { input });
  expect(errors).toEqual([]);
  expect(data.updateOrganization).toEqual({
    id: organizationId,
    name: 'Regional',
    kinds: ['ISSUER'],
    ...input,
  });
  const query = 'query ($id: ID!) { organization(id: $id) { url regions } }';
  expect((await api.anonymous(query, { id: organizationId })).data.organization).toEqual(input);
  const staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  expect(extensionsOf(await staff(update, { input }))).toMatchObject({ code: 'FORBIDDEN' });
  const reviewer = await api.as({ role: 'EXTERNAL_REVIEWER', organizationId });
  expect(extensionsOf(await reviewer(update, { input }))).toMatchObject({ code: 'FORBIDDEN' });
  expect(extensionsOf(await api.anonymous(update, { input }))).toMatchObject({ code: 'UNAUTHENTICATED' });
  for (const regions of [['Ireland'], ['IE', 'IE']])
    expect(extensionsOf(await admin(update, { input: { regions } }))).toMatchObject({
      code: 'INVALID_INPUT',
    });
  await admin(update, { input: {} });
  expect((await api.anonymous(query, { id: organizationId })).data.organization).toEqual({
    url: null,
    regions: [],
  });
});
