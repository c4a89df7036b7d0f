import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomOf } from '../../bench/support/random.ts';
import {
  type Case,
  draw,
  type HitRate,
  hitRate,
  isForFitting,
  keyOf,
  phraseCases,
  titleCases,
} from '../../bench/support/search-cases.ts';
import { searchWorld } from '../../bench/support/search-world.ts';
import { tfIdf } from '../../bench/support/tf-idf.ts';
import { emptyLexicon, lexiconLearner } from '../../src/modules/taxonomy/search/lexicon.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { cypher } from '../support/data.ts';

/*
 * Fresh cases, none of which a weight was fitted on. Phrases are asked of a copy of ESCO's skills that lacks them, so that the
 * other tests keep the releases as they are; `npm run bench search` holds them, and the titles, out of the releases themselves.
 */

const SEED = 20_250_117;
const MANY = 300;
const COPY = 'heldout';

const world = searchWorld(testConfig().graph);
const random = randomOf(SEED);
let api: TestApi;
let held: TestApi;
let titles: Case[];
let phrases: Case[];
let baseline: (query: string) => string[];

beforeAll(async () => {
  api = await startApi();
  const skills = await world.named('esco', 'Skill');
  const forMeasuring = (one: Case) => one.query.length <= 200 && !isForFitting(keyOf(one));
  titles = draw(
    titleCases(await world.mappedTitles(), await world.named('esco', 'Occupation')).filter(
      (one) => forMeasuring(one) && one.headline,
    ),
    MANY,
    random,
  );
  const all = phraseCases(skills, random);
  phrases = draw(
    all.filter((one) => forMeasuring(one) && one.headline),
    MANY,
    random,
  );
  const out = new Set(phrases.map(keyOf));
  const copy = skills.map((skill) => (out.has(skill.uri) ? { ...skill, alternatives: [] } : skill));
  for (let from = 0; from < copy.length; from += 500)
    await cypher(
      `UNWIND $rows AS row
       MATCH (:Concept {uri: row.uri})-[:HAS_TEXT]->(t:TextEn) WHERE t.until = 2147483647
       CREATE (:Concept:Skill {uri: row.uri + '#' + $copy, framework: $copy, since: 1, until: 2147483647})-[:HAS_TEXT]->(n:ConceptText:TextEn)
       SET n = t {.*, key: t.key + '#' + $copy, framework: $copy, alternatives: row.alternatives}`,
      { copy: COPY, rows: copy.slice(from, from + 500) },
    );
  await world.settle();
  baseline = tfIdf(copy);
  const learner = lexiconLearner('en');
  for (const { label, alternatives } of copy) learner.read([label, ...alternatives]);
  const lexicon = learner.lexicon();
  held = await startApi({
    app: { lexicons: async (_, language) => (language === 'en' ? lexicon : emptyLexicon(language)) },
  });
}, 600_000);

afterAll(async () => {
  await cypher(
    `MATCH (c:Concept {framework: $copy})-[:HAS_TEXT]->(t) CALL (c, t) { DETACH DELETE c, t } IN TRANSACTIONS OF 1000 ROWS`,
    { copy: COPY },
  ).catch(() => undefined);
  await Promise.all([api?.close(), held?.close(), world.close()]);
});

const ask = (on: TestApi, framework: string, types: string[]) => async (one: Case) => {
  const { data, errors } = await on.anonymous(
    `query ($query: String!, $types: [ConceptKind!], $framework: ID!) {
      search(query: $query, types: $types, filter: { framework: $framework }, first: 10) { edges { node { concept { uri } } } } }`,
    { query: one.query, types, framework },
  );
  expect(errors).toEqual([]);
  return data.search.edges.map(
    ({ node }: { node: { concept: { uri: string } } }) => node.concept.uri.split('#')[0] ?? '',
  );
};

const atLeast = (rate: HitRate, hit1: number, hit10: number) => {
  expect(rate.hit1).toBeGreaterThanOrEqual(hit1);
  expect(rate.hit10).toBeGreaterThanOrEqual(hit10);
};

describe('hit rates', () => {
  test('job titles find the ESCO occupations that the crosswalk gives them', async () => {
    atLeast(await hitRate(titles, ask(api, 'esco', ['OCCUPATION'])), 0.6, 0.85);
  }, 600_000);

  test('phrases that the index does not have find their skill, first more often than by TF-IDF', async () => {
    const plain = await hitRate(phrases, ({ query }) => baseline(query));
    const rate = await hitRate(phrases, ask(held, COPY, ['SKILL']));
    atLeast(rate, 0.42, 0.62);
    atLeast(rate, plain.hit1 + 0.05, plain.hit10 - 0.05);
  }, 600_000);

  test('every label finds its own concept first', async () => {
    const labels = draw(await world.named('esco', 'Occupation'), 100, random).map(({ uri, label }) => ({
      query: label,
      right: new Set([uri]),
      kind: 'Occupation' as const,
      headline: true,
    }));
    const rate = await hitRate(labels, ask(api, 'esco', ['OCCUPATION']));
    expect(rate.hit1).toBe(1);
  }, 600_000);
});

test.each([
  ['de', 'Softwareentwickler', 'OCCUPATION'],
  ['es', 'enfermero', 'OCCUPATION'],
  ['nl', 'flexibel projectbeheer', 'SKILL'],
  ['sv', 'programmering', 'SKILL'],
  ['fr', 'faire preuve d’initiative', 'SKILL'],
])('in %s, %j finds something whose text is in that language', async (language, query, type) => {
  const { data, errors } = await api.anonymous(
    `query ($query: String!, $language: String!, $type: ConceptKind!) {
      search(query: $query, language: $language, types: [$type], filter: { framework: "esco" }, first: 3) {
        edges { node { language matchedText score concept { text(language: $language) { language } } } } } }`,
    { query, language, type },
  );
  expect(errors).toEqual([]);
  expect(data.search.edges[0].node).toMatchObject({ language, concept: { text: { language } } });
});

test('a slip of the finger still finds the occupation', async () => {
  const { data } = await api.anonymous(
    '{ search(query: "sofware developper", types: [OCCUPATION], filter: { framework: "esco" }, first: 1) { edges { node { concept { label } } } } }',
  );
  expect(data.search.edges[0].node.concept.label).toBe('software developer');
});
