import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/ids.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { cypher } from '../support/data.ts';
import { indexed, testFramework } from './world.ts';

let api: TestApi;
const own = testFramework();
const other = testFramework();

const searching = `query ($query: String!, $types: [ConceptKind!], $language: String! = "en", $filter: SearchFilter, $asOf: String, $first: Int, $after: String) {
  search(query: $query, types: $types, language: $language, filter: $filter, asOf: $asOf, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { matchKind matchedText score language concept { __typename uri label } } } } }`;

interface Hit {
  matchKind: string;
  matchedText: string;
  score: number;
  language: string;
  concept: { __typename: string; uri: string; label: string };
}

async function search(query: string, variables: Record<string, unknown> = {}) {
  const filter = { framework: own.id, ...(variables['filter'] as object | undefined) };
  const { data, errors } = await api.anonymous(searching, { query, ...variables, filter });
  expect(errors).toEqual([]);
  const hits: Hit[] = data.search.edges.map(({ node }: { node: Hit }) => node);
  const { totalCount, pageInfo } = data.search as {
    totalCount: number;
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
  };
  return { hits, keys: hits.map(({ concept }) => concept.uri.split('/').at(-1)), totalCount, pageInfo };
}

beforeAll(async () => {
  api = await startApi();
  await own.create({
    nursing: { kind: 'OccupationGroup', texts: { en: { label: 'nursing occupations' } } },
    nurse: {
      kind: 'Occupation',
      texts: {
        en: { label: 'ward nurse', alternatives: ['hospital nurse', 'bedside nurse'], hidden: ['wardnurse'] },
        de: { label: 'Stationspflegekraft', alternatives: ['Krankenpflegerin'] },
      },
    },
    matron: {
      kind: 'Occupation',
      texts: { en: { label: 'matron', alternatives: ['ward nurse', 'head of nursing'] } },
    },
    nurseries: { kind: 'Occupation', texts: { en: { label: 'nursery worker' } } },
    ward: {
      kind: 'Skill',
      properties: { skillType: 'SKILL', reuseLevel: 'TRANSVERSAL' },
      texts: { en: { label: 'organise a ward' } },
    },
    colour: {
      kind: 'Skill',
      properties: { skillType: 'KNOWLEDGE' },
      texts: { en: { label: 'colour theory', description: 'How hues combine.' } },
    },
    lamp: {
      kind: 'Skill',
      until: 10100,
      texts: { en: { label: 'trim oil lamps', until: 10100 } },
    },
    ...Object.fromEntries(
      Array.from({ length: 23 }, (_, i) => [
        `weld${i}`,
        { kind: 'Skill', texts: { en: { label: `weld seams of type ${i % 3}` } } },
      ]),
    ),
  });
  await own.edges('BROADER', [['nurse', 'nursing']]);
  await other.create({
    rn: { kind: 'Occupation', texts: { en: { label: 'floor sister', alternatives: ['night duty sister'] } } },
  });
  await cypher(
    `MATCH (a:Concept {uri: $from}), (b:Concept {uri: $to})
     CREATE (a)<-[:MAPS_FROM]-(:Mapping {id: $id, relation: 'EXACT', reviewState: 'REVIEWED'})-[:MAPS_TO]->(b)`,
    { from: other.uri('rn'), to: own.uri('nurse'), id: newId() },
  );
  await indexed();
});
afterAll(() => api.close());

describe('ranking', () => {
  test('an exact label comes first, then an exact alternative, then what is alike', async () => {
    const { hits, keys } = await search('Ward Nurse');
    expect(keys.slice(0, 2)).toEqual(['nurse', 'matron']);
    expect(hits.map(({ matchKind }) => matchKind).slice(0, 2)).toEqual(['EXACT_LABEL', 'EXACT_ALTERNATIVE']);
    expect(hits[1]?.matchedText).toBe('ward nurse');
    expect(hits.slice(2).every(({ matchKind }) => !matchKind.startsWith('EXACT'))).toBe(true);
    expect(hits.map(({ score }) => score)).toEqual(hits.map(({ score }) => score).sort((a, b) => b - a));
  });

  test.each([
    ['a typing slip', 'mtaron', 'matron'],
    ['other forms of the words', 'organising wards', 'ward'],
    ['American spelling', 'color theories', 'colour'],
    ['words in another order', 'nurse, bedside', 'nurse'],
    ['a hidden label', 'wardnurse', 'nurse'],
    ['a beginning', 'matro', 'matron'],
    ['words of the description', 'hues', 'colour'],
  ])('forgives %s', async (_, query, key) => {
    expect((await search(query)).keys[0]).toBe(key);
  });

  test('a concept of another framework vouches for what it is mapped to', async () => {
    const { hits } = await search('night duty sister');
    expect(hits[0]).toMatchObject({ matchKind: 'MAPPED', concept: { uri: own.uri('nurse') } });
  });
});

describe('scope', () => {
  test('types, skill type, reuse level, what is above, and version narrow it', async () => {
    expect((await search('ward', { types: ['SKILL'] })).keys).toEqual(['ward']);
    expect((await search('nursing', { types: ['OCCUPATION_GROUP'] })).hits[0]?.concept.__typename).toBe(
      'OccupationGroup',
    );
    expect((await search('ward', { filter: { reuseLevel: 'TRANSVERSAL' } })).keys).toEqual(['ward']);
    expect((await search('theory', { filter: { skillType: 'SKILL' } })).keys).not.toContain('colour');
    expect((await search('ward nurse', { filter: { broader: own.uri('nursing') } })).keys).toEqual(['nurse']);
    expect((await search('trim oil lamps')).keys).not.toContain('lamp');
    expect((await search('trim oil lamps', { asOf: own.v1 })).keys[0]).toBe('lamp');
  });

  test('a language is searched with its own texts first, then English ones', async () => {
    const german = await search('Krankenpflegerin', { language: 'de-CH' });
    expect(german.hits[0]).toMatchObject({
      matchKind: 'EXACT_ALTERNATIVE',
      language: 'de',
      concept: { uri: own.uri('nurse') },
    });
    const english = await search('matron', { language: 'de' });
    expect(english.hits[0]).toMatchObject({ language: 'en', concept: { uri: own.uri('matron') } });
  });
});

test('pages follow each other without gaps or repetitions, equal scores in the order of URIs', async () => {
  const all = await search('weld seams', { first: 100 });
  const seen: (string | undefined)[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const page: Awaited<ReturnType<typeof search>> = await search('weld seams', { first: 5, after });
    seen.push(...page.keys);
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  expect(seen).toEqual(all.keys);
  expect(new Set(seen).size).toBe(all.totalCount);
});

test('nothing typed is read as syntax of the index', async () => {
  for (const query of [
    'label:*',
    'a AND (b',
    '"x',
    'ward~ OR [a TO z]',
    '\\ / + - ! { } ^ 1',
    '*:* matron',
    'kind:Skill -ward',
  ])
    await search(query);
  expect((await search('matron) OR kind:(Skill')).keys[0]).toBe('matron');
});

test.each([
  ['', 'query'],
  ['?!', 'query'],
  ['x'.repeat(201), 'query'],
])('the query %j is INVALID_INPUT', async (query, argument) => {
  const { errors } = await api.anonymous(searching, { query });
  expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument });
});

test('a version that is not here, or of another framework than the filter’s, is INVALID_INPUT', async () => {
  const absent = await api.anonymous(searching, { query: 'x', asOf: 'esco@0.1' });
  expect(absent.errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument: 'asOf' });
  const mixed = await api.anonymous(searching, { query: 'x', asOf: own.v1, filter: { framework: other.id } });
  expect(mixed.errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument: 'filter.framework' });
});
