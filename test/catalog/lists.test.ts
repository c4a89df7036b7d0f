import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/ids.ts';
import { type Answer, type Caller, startApi, type TestApi } from '../support/api.ts';
import { type BulkCatalogue, makeBadges } from '../support/bulk-catalogue.ts';
import { makeOrganization } from '../support/data.ts';
import { extensionsOf } from '../support/errors.ts';
import { made, publishBadge } from './author.ts';

let api: TestApi;
let staff: Caller;
let organizationId: string;
let bulk: BulkCatalogue;
const word = newId();

beforeAll(async () => {
  api = await startApi();
  organizationId = await makeOrganization('Lister');
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  bulk = await makeBadges(word, { badges: 60 });
});
afterAll(() => api.close());

interface Listed {
  list: {
    totalCount: number;
    edges: { node: { id: string } }[];
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
}

const badges =
  'query ($filter: BadgeFilter, $sort: BadgeSort! = NAME, $first: Int, $after: String) { list: badges(filter: $filter, sort: $sort, first: $first, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }';
const units =
  'query ($filter: LearningUnitFilter, $sort: LearningUnitSort! = TITLE, $first: Int, $after: String) { list: learningUnits(filter: $filter, sort: $sort, first: $first, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }';

/** The ids of a whole list, page by page. */
async function walk(query: string, variables: object): Promise<string[]> {
  const seen: string[] = [];
  let after: string | null = null;
  do {
    const answer: Answer<Listed> = await api.anonymous(query, { ...variables, after });
    expect(answer.errors).toEqual([]);
    const { edges, pageInfo } = answer.data.list;
    seen.push(...edges.map(({ node }) => node.id));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after);
  return seen;
}

describe('a list of badges', () => {
  test.each(['NAME', 'NEWEST'])('by %s shows each once, in order, however it is paged', async (sort) => {
    const expected = sort === 'NAME' ? bulk.badgeIds : [...bulk.badgeIds].reverse();
    for (const first of [7, 60, 100])
      expect(await walk(badges, { filter: { nameContains: word }, sort, first })).toEqual(expected);
  });

  test('keeps its place when badges appear before and after the cursor', async () => {
    const here = newId();
    const { badgeIds } = await makeBadges(`${here} m`, { badges: 4 });
    const variables = { filter: { nameContains: here }, first: 2 };
    const first = (await api.anonymous<Listed>(badges, variables)).data.list;
    const before = await makeBadges(`${here} a`, { badges: 1 });
    const behind = await makeBadges(`${here} z`, { badges: 1 });
    const rest = await api.anonymous<Listed>(badges, {
      ...variables,
      first: 10,
      after: first.pageInfo.endCursor,
    });
    expect(rest.data.list.edges.map(({ node }) => node.id)).toEqual([
      ...badgeIds.slice(2),
      ...behind.badgeIds,
    ]);
    expect(rest.data.list.totalCount).toBe(4 + before.badgeIds.length + behind.badgeIds.length);
  });

  test('is filtered by issuer, skill and kind', async () => {
    const [issuer] = bulk.organizationIds;
    const [skillUri] = bulk.skillUris;
    const total = async (filter: object) =>
      (await api.anonymous<Listed>(badges, { filter: { nameContains: word, ...filter } })).data.list
        .totalCount;
    expect(await total({})).toBe(60);
    expect(await total({ organizationId: issuer })).toBe(12);
    expect(await total({ skillUri })).toBe(6);
    expect(await total({ stacked: true })).toBe(0);
    expect(await total({ stacked: false })).toBe(60);
    expect(await total({ nameContains: 'no such badge anywhere' })).toBe(0);
    const newest = await api.anonymous<Listed>(badges, { filter: { skillUri }, sort: 'NEWEST' });
    expect(newest.data.list.totalCount).toBe(6);
  });

  test('shows drafts to their issuer alone, and never among the newest', async () => {
    const name = `Draft ${newId()}`;
    await made(
      staff('mutation ($input: BadgeVersionInput!) { made: createBadge(input: $input) { id } }', {
        input: { name },
      }),
    );
    const filter = { nameContains: name };
    const count = async (caller: Caller, sort: string) =>
      (await caller<Listed>(badges, { filter, sort })).data.list.totalCount;
    expect(await count(staff, 'NAME')).toBe(1);
    expect(await count(staff, 'NEWEST')).toBe(0);
    expect(await count(api.anonymous, 'NAME')).toBe(0);
  });

  test.each([
    [
      'outcomes, skills, labels and issuers',
      3,
      'outcomes(first: 5) { edges { node { id statement alignments(first: 5) { edges { node { level relation skill { uri label } } } } } } }',
    ],
    [
      'outcomes, skills and labels in a language that some lack',
      4,
      'outcomes(first: 5) { edges { node { id statement alignments(first: 5) { edges { node { level relation skill { uri label(language: "de") } } } } } } }',
    ],
    [
      'assessments, rubrics and parts',
      5,
      'assessments(first: 5) { edges { node { id title rubric { id criteria(first: 5) { edges { node { title } } } } } } } parts(first: 5) { edges { node { id } } }',
    ],
  ])('with %s costs %i statements, for 5 badges and for 50', async (_what, statements, fields) => {
    const query = `query ($filter: BadgeFilter, $first: Int) { badges(filter: $filter, first: $first) { edges { node {
      id name issuer { id name } currentVersion { number ${fields} } } } } }`;
    for (const first of [5, 50]) {
      const answer = await api.anonymous(query, { filter: { nameContains: word }, first });
      expect(answer.errors).toEqual([]);
      expect(answer.data.badges.edges).toHaveLength(first);
      expect(answer.headers.get('x-statements')).toBe(String(statements));
    }
  });
});

describe('a list of learning units', () => {
  test('by title or effort, filtered by what is asked for', async () => {
    const here = newId();
    const [skillUri = '', other = ''] = bulk.skillUris;
    const ids: string[] = [];
    for (const [at, effortMinutes] of [120, 60, 180].entries())
      ids.push(
        await made(
          staff(
            'mutation ($input: CreateLearningUnitInput!) { made: createLearningUnit(input: $input) { id } }',
            {
              input: {
                title: `${here} ${at}`,
                effortMinutes,
                mode: at === 0 ? 'LIVE' : 'BLENDED',
                languages: at === 2 ? ['de'] : ['fr', 'EN'],
              },
            },
          ),
        ),
      );
    await made(
      staff('mutation ($input: CreateOutcomeInput!) { made: createOutcome(input: $input) { id } }', {
        input: { statement: 'Builds.', alignments: [{ skillUri, level: 3 }], learningUnitIds: [ids[1]] },
      }),
    );
    const filter = { titleContains: here.toUpperCase() };
    expect(await walk(units, { filter, first: 2 })).toEqual(ids);
    expect(await walk(units, { filter, first: 1, sort: 'EFFORT' })).toEqual([ids[1], ids[0], ids[2]]);
    for (const [more, expected] of [
      [{ maxEffortMinutes: 120 }, [ids[0], ids[1]]],
      [{ mode: 'LIVE' }, [ids[0]]],
      [{ language: 'en' }, [ids[0], ids[1]]],
      [{ skillUri }, [ids[1]]],
      [{ skillUri: other }, []],
      [{ organizationId }, ids],
      [{ organizationId: bulk.organizationIds[0] }, []],
    ] as const) {
      expect(await walk(units, { filter: { ...filter, ...more } })).toEqual(expected);
      const { data } = await api.anonymous<Listed>(units, { filter: { ...filter, ...more } });
      expect(data.list.totalCount).toBe(expected.length);
    }
  });

  test('refuses a negative effort: INVALID_INPUT', async () => {
    expect(extensionsOf(await api.anonymous(units, { filter: { maxEffortMinutes: -1 } }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'filter.maxEffortMinutes',
    });
  });
});

describe('any list', () => {
  test.each([
    [badges, { first: 0 }, 'first'],
    [badges, { first: 101 }, 'first'],
    [badges, { after: 'x' }, 'after'],
    [units, { first: -1 }, 'first'],
    [units, { sort: 'EFFORT', after: Buffer.from('["a","b"]').toString('base64url') }, 'after'],
    [badges, { sort: 'NEWEST', after: Buffer.from('["a","b"]').toString('base64url') }, 'after'],
  ])(
    '%# refuses a page it cannot give: INVALID_INPUT naming the argument',
    async (query, variables, argument) => {
      expect(extensionsOf(await api.anonymous(query, variables))).toMatchObject({
        code: 'INVALID_INPUT',
        argument,
      });
    },
  );

  test('inside another pages the same way', async () => {
    const ids = await publishBadge(staff, { skillUri: bulk.skillUris[0] ?? '' });
    const query =
      'query ($id: ID!, $first: Int, $after: String) { assessment(id: $id) { rubric { criteria(first: $first, after: $after) { totalCount edges { node { title } cursor } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }';
    const first = await api.anonymous(query, { id: ids.assessment, first: 1 });
    const page = first.data.assessment.rubric.criteria;
    expect(page).toMatchObject({
      totalCount: 2,
      edges: [{ node: { title: 'Separation' } }],
      pageInfo: { hasNextPage: true },
    });
    const second = await api.anonymous(query, { id: ids.assessment, after: page.pageInfo.endCursor });
    expect(second.data.assessment.rubric.criteria).toMatchObject({
      edges: [{ node: { title: 'Documentation' } }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    expect(
      extensionsOf(await api.anonymous(query, { id: ids.assessment, after: 'WyJub25lIl0' })),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'after',
    });
  });

  test('an id that does not exist reads null', async () => {
    const { data, errors } = await api.anonymous(
      '{ badge(id: "x") { id } badgeVersion(id: "x") { id } learningUnit(id: "x") { id } outcome(id: "x") { id } assessment(id: "x") { id } roleProfile(id: "x") { id } }',
    );
    expect(errors).toEqual([]);
    expect(new Set(Object.values(data))).toEqual(new Set([null]));
  });
});
