import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/ids.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { cypher } from '../support/data.ts';
import { testFramework } from './world.ts';

let api: TestApi;
const own = testFramework();
const other = testFramework();
const { uri } = own;
const label = (text: string) => ({ en: { label: text } });
const ask = (query: string, variables: Record<string, unknown> = {}) => api.anonymous(query, variables);
const labels = (connection: { edges: { node: { label: string } }[] }) =>
  connection.edges.map(({ node }) => node.label);

beforeAll(async () => {
  api = await startApi();
  await own.create({
    all: { kind: 'SkillGroup', texts: label('all') },
    craft: { kind: 'SkillGroup', texts: label('craft'), code: 'S1' },
    care: { kind: 'SkillGroup', texts: label('care'), code: 'S2' },
    sew: {
      kind: 'Skill',
      code: 'K1',
      properties: { skillType: 'SKILL', reuseLevel: 'CROSS_SECTOR' },
      texts: {
        en: [
          { label: 'stitch wounds', since: 10000, until: 10100 },
          { label: 'suture wounds', alternatives: ['stitch wounds'], since: 10100 },
        ],
        de: { label: 'Wunden nähen', since: 10000 },
      },
    },
    weave: { kind: 'Skill', properties: { skillType: 'SKILL' }, texts: label('weave cloth') },
    fibres: {
      kind: 'Skill',
      properties: { skillType: 'KNOWLEDGE' },
      texts: { fr: { label: 'fibres textiles' } },
    },
    old: { kind: 'Skill', until: 10100, texts: { en: { label: 'card wool by hand', until: 10100 } } },
    gaps: { kind: 'Skill', properties: { gaps: [10000, 10100] }, texts: label('absent at first') },
    surgeon: { kind: 'Occupation', code: '1', properties: { jobZone: 5 }, texts: label('surgeon') },
    weaver: { kind: 'Occupation', code: '2', texts: label('weaver') },
    health: { kind: 'OccupationGroup', code: 'C2', texts: label('health') },
  });
  await own.edges('BROADER', [
    ['craft', 'all'],
    ['care', 'all'],
    ['sew', 'craft'],
    ['sew', 'care', { since: 10100 }],
    ['weave', 'craft'],
    ['old', 'craft', { until: 10100 }],
    ['surgeon', 'health'],
  ]);
  await own.edges('NEEDS', [
    ['surgeon', 'sew', { relation: 'ESSENTIAL' }],
    ['surgeon', 'weave', { relation: 'OPTIONAL' }],
    ['surgeon', 'sew', { relation: 'RATED', importance: 4.5, level: 6.1, levelSuppressed: true }],
    ['weaver', 'weave', { relation: 'ESSENTIAL' }],
    ['weave', 'fibres', { relation: 'ESSENTIAL' }],
  ]);
  await own.edges('REPLACED_BY', [['old', 'weave']]);
  await other.create({ medic: { kind: 'Occupation', texts: label('medic') } });
  await cypher(
    `MATCH (a:Concept {uri: $from}), (b:Concept {uri: $to})
     CREATE (a)<-[:MAPS_FROM]-(:Mapping {id: $id, relation: 'NARROW', confidence: 0.8, source: 'A test', author: 'A tester',
       reviewState: 'REVIEWED', vintage: '2025'})-[:MAPS_TO]->(b)`,
    { from: uri('surgeon'), to: other.uri('medic'), id: newId() },
  );
  await cypher(
    `MATCH (o:Occupation {uri: $uri})
     CREATE (o)-[:HAS_TASK {since: 10000, until: 2147483647}]->(:Task {id: $id, statement: 'Operate.', type: 'CORE'}),
       (o)-[:USES {example: 'Scalpel 3', hot: true, since: 10000, until: 2147483647}]->(:Technology {code: $id, title: 'Scalpels'})`,
    { uri: uri('surgeon'), id: newId() },
  );
});
afterAll(() => api.close());

describe('one concept', () => {
  test('is found by URI and by code within its framework', async () => {
    const { data, errors } = await ask(
      `query ($uri: ID!, $framework: ID!) {
        byUri: concept(uri: $uri) { __typename uri code label framework { id attribution } ... on Skill { skillType reuseLevel } }
        byCode: skill(code: "K1", framework: $framework) { uri since { id } until { id } }
        wrongKind: occupation(code: "K1", framework: $framework) { uri }
        unknown: concept(uri: "https://nowhere.example") { uri }
        noCode: concept(code: "none", framework: $framework) { uri }
      }`,
      { uri: uri('sew'), framework: own.id },
    );
    expect(errors).toEqual([]);
    expect(data).toEqual({
      byUri: {
        __typename: 'Skill',
        uri: uri('sew'),
        code: 'K1',
        label: 'suture wounds',
        framework: { id: own.id, attribution: 'Made for a test.' },
        skillType: 'SKILL',
        reuseLevel: 'CROSS_SECTOR',
      },
      byCode: { uri: uri('sew'), since: { id: own.v1 }, until: null },
      wrongKind: null,
      unknown: null,
      noCode: null,
    });
  });

  test.each([
    ['neither', '{ concept { uri } }', 'uri'],
    ['a code without its framework', '{ concept(code: "1") { uri } }', 'uri'],
    ['an unknown version', '{ concept(uri: "x", asOf: "esco@0.1") { uri } }', 'asOf'],
    ['a language that is none', `{ concept(uri: "URI") { label(language: "!") } }`, 'language'],
    ['a page too large', '{ skills(first: 101) { totalCount edges { cursor } } }', 'first'],
  ])('%s is INVALID_INPUT that names the argument', async (_, query, argument) => {
    const { errors } = await ask(query.replace('URI', uri('sew')));
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument });
  });

  test('is called what it is called in the asked language, else in the base language, else in English, else in any', async () => {
    const { data } = await ask(
      `query ($sew: ID!, $fibres: ID!) {
        sew: concept(uri: $sew) {
          de: text(language: "de-AT") { language label }
          en: text { language label alternatives }
          fr: text(language: "fr") { language label }
          texts { totalCount edges { node { language } } }
        }
        fibres: concept(uri: $fibres) { text { language label } }
      }`,
      { sew: uri('sew'), fibres: uri('fibres') },
    );
    expect(data.sew.de).toEqual({ language: 'de', label: 'Wunden nähen' });
    expect(data.sew.en).toEqual({ language: 'en', label: 'suture wounds', alternatives: ['stitch wounds'] });
    expect(data.sew.fr).toEqual({ language: 'en', label: 'suture wounds' });
    expect(data.sew.texts.edges).toEqual([{ node: { language: 'de' } }, { node: { language: 'en' } }]);
    expect(data.fibres.text).toEqual({ language: 'fr', label: 'fibres textiles' });
  });

  test('answers as of a version; what is gone says so and what came after', async () => {
    const { data } = await ask(
      `query ($sew: ID!, $old: ID!, $gaps: ID!, $v1: String!, $v2: String!) {
        then: concept(uri: $sew, asOf: $v1) { label broader { edges { node { label } } } }
        now: concept(uri: $sew, asOf: $v2) { label broader { edges { node { label } } } }
        wasThere: concept(uri: $old, asOf: $v1) { label }
        gone: concept(uri: $old, asOf: $v2) { label }
        kept: concept(uri: $old) { label until { id } replacedBy { edges { node { label replaces { edges { node { label } } } } } } }
        absent: concept(uri: $gaps, asOf: $v1) { label }
        present: concept(uri: $gaps, asOf: $v2) { label }
      }`,
      { sew: uri('sew'), old: uri('old'), gaps: uri('gaps'), v1: own.v1, v2: own.v2 },
    );
    expect([data.then.label, labels(data.then.broader)]).toEqual(['stitch wounds', ['craft']]);
    expect([data.now.label, labels(data.now.broader)]).toEqual(['suture wounds', ['care', 'craft']]);
    expect([data.wasThere.label, data.gone, data.absent, data.present.label]).toEqual([
      'card wool by hand',
      null,
      null,
      'absent at first',
    ]);
    expect(data.kept).toEqual({
      label: 'card wool by hand',
      until: { id: own.v2 },
      replacedBy: {
        edges: [
          { node: { label: 'weave cloth', replaces: { edges: [{ node: { label: 'card wool by hand' } }] } } },
        ],
      },
    });
  });
});

describe('the hierarchy', () => {
  test('goes up by every way and down in pages', async () => {
    const { data, errors } = await ask(
      `query ($sew: ID!, $craft: ID!) {
        sew: concept(uri: $sew) {
          ancestors { edges { node { label } } }
          paths { totalCount edges { node { concepts { label } } } }
        }
        craft: concept(uri: $craft) { narrower(first: 1) { totalCount pageInfo { hasNextPage endCursor } edges { node { label __typename } } } }
      }`,
      { sew: uri('sew'), craft: uri('craft') },
    );
    expect(errors).toEqual([]);
    expect(labels(data.sew.ancestors)).toEqual(['care', 'craft', 'all']);
    expect(
      data.sew.paths.edges.map(({ node }: { node: { concepts: { label: string }[] } }) =>
        node.concepts.map((concept) => concept.label),
      ),
    ).toEqual([
      ['all', 'care'],
      ['all', 'craft'],
    ]);
    expect(data.craft.narrower).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      edges: [{ node: { label: 'suture wounds', __typename: 'Skill' } }],
    });
    const next = await ask(
      'query ($craft: ID!, $after: String) { concept(uri: $craft) { narrower(after: $after) { edges { node { label } } } } }',
      { craft: uri('craft'), after: data.craft.narrower.pageInfo.endCursor },
    );
    expect(labels(next.data.concept.narrower)).toEqual(['weave cloth']);
  });
});

describe('what occupations need', () => {
  test('essential skills come first, ratings keep their scales and flags', async () => {
    const { data, errors } = await ask(
      `query ($uri: ID!) { occupation(uri: $uri) {
        jobZone
        skills { totalCount edges { node { relation importance level levelSuppressed importanceSuppressed notRelevant skill { label } } } }
        essential: skills(relation: ESSENTIAL) { totalCount edges { node { concept { label } occupation { uri } } } }
        tasks { totalCount edges { node { statement type } } }
        technologies { edges { node { title example hot inDemand } } }
      } }`,
      { uri: uri('surgeon') },
    );
    expect(errors).toEqual([]);
    const { skills, essential, tasks, technologies, jobZone } = data.occupation;
    expect(jobZone).toBe(5);
    const plain = {
      importance: null,
      level: null,
      levelSuppressed: null,
      importanceSuppressed: null,
      notRelevant: null,
    };
    expect(skills).toEqual({
      totalCount: 3,
      edges: [
        { node: { ...plain, relation: 'ESSENTIAL', skill: { label: 'suture wounds' } } },
        { node: { ...plain, relation: 'OPTIONAL', skill: { label: 'weave cloth' } } },
        {
          node: {
            ...plain,
            relation: 'RATED',
            importance: 4.5,
            level: 6.1,
            levelSuppressed: true,
            skill: { label: 'suture wounds' },
          },
        },
      ],
    });
    expect(essential).toEqual({
      totalCount: 1,
      edges: [{ node: { concept: { label: 'suture wounds' }, occupation: null } }],
    });
    expect(tasks).toEqual({ totalCount: 1, edges: [{ node: { statement: 'Operate.', type: 'CORE' } }] });
    expect(technologies.edges).toEqual([
      { node: { title: 'Scalpels', example: 'Scalpel 3', hot: true, inDemand: null } },
    ]);
  });

  test('a skill knows who needs it and what it builds on', async () => {
    const { data } = await ask(
      `query ($weave: ID!, $fibres: ID!) {
        weave: skill(uri: $weave) {
          neededBy(first: 1) { totalCount pageInfo { endCursor } edges { node { relation occupation { label } } } }
          buildsOn { totalCount edges { node { relation skill { label } } } }
        }
        fibres: skill(uri: $fibres) { builtUponBy { totalCount edges { node { skill { label } } } } }
      }`,
      { weave: uri('weave'), fibres: uri('fibres') },
    );
    expect(data.weave.neededBy).toMatchObject({
      totalCount: 2,
      edges: [{ node: { relation: 'ESSENTIAL', occupation: { label: 'weaver' } } }],
    });
    expect(data.weave.buildsOn).toEqual({
      totalCount: 1,
      edges: [{ node: { relation: 'ESSENTIAL', skill: { label: 'fibres textiles' } } }],
    });
    expect(data.fibres.builtUponBy).toEqual({
      totalCount: 1,
      edges: [{ node: { skill: { label: 'weave cloth' } } }],
    });
    const next = await ask(
      'query ($uri: ID!, $after: String) { skill(uri: $uri) { neededBy(after: $after) { edges { node { occupation { label } } } } } }',
      { uri: uri('weave'), after: data.weave.neededBy.pageInfo.endCursor },
    );
    expect(next.data.skill.neededBy.edges).toEqual([{ node: { occupation: { label: 'surgeon' } } }]);
  });

  test('a mapping reads from either side', async () => {
    const { data } = await ask(
      `query ($from: ID!, $to: ID!) {
        from: concept(uri: $from) { mappings { totalCount edges { node { relation confidence source author reviewState vintage concept { label framework { id } } } } } }
        to: concept(uri: $to) { mappings(reviewState: REVIEWED) { edges { node { relation concept { label } } } } rejected: mappings(reviewState: REJECTED) { totalCount } }
      }`,
      { from: uri('surgeon'), to: other.uri('medic') },
    );
    expect(data.from.mappings).toEqual({
      totalCount: 1,
      edges: [
        {
          node: {
            relation: 'NARROW',
            confidence: 0.8,
            source: 'A test',
            author: 'A tester',
            reviewState: 'REVIEWED',
            vintage: '2025',
            concept: { label: 'medic', framework: { id: other.id } },
          },
        },
      ],
    });
    expect(data.to.mappings.edges).toEqual([{ node: { relation: 'BROAD', concept: { label: 'surgeon' } } }]);
    expect(data.to.rejected.totalCount).toBe(0);
  });
});

describe('lists', () => {
  const list = `query ($filter: SkillFilter, $sort: ConceptSort! = LABEL, $first: Int, $after: String, $language: String! = "en", $asOf: String) {
    skills(filter: $filter, sort: $sort, first: $first, after: $after, language: $language, asOf: $asOf) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { label } } } }`;
  const skills = async (variables: Record<string, unknown>) => {
    const { data, errors } = await ask(list, variables);
    expect(errors).toEqual([]);
    return data.skills;
  };

  test('show what holds, by label either way or by code, without gaps from page to page', async () => {
    const filter = { framework: own.id };
    const all = await skills({ filter });
    expect(labels(all)).toEqual(['absent at first', 'suture wounds', 'weave cloth']);
    expect(all.totalCount).toBe(3);
    expect(labels(await skills({ filter, sort: 'LABEL_DESCENDING' }))).toEqual(labels(all).reverse());
    expect(labels(await skills({ filter, sort: 'CODE' })).at(-1)).toBe('suture wounds');
    for (const sort of ['LABEL', 'LABEL_DESCENDING', 'CODE']) {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const page = await skills({ filter, sort, first: 1, after });
        seen.push(...labels(page));
        ({ endCursor: after, hasNextPage: more } = page.pageInfo);
      }
      expect([...seen].sort()).toEqual(labels(all));
    }
  });

  test('filter by what a skill is, where it hangs, in which language and as of when', async () => {
    const framework = own.id;
    expect(labels(await skills({ filter: { framework, reuseLevel: 'CROSS_SECTOR' } }))).toEqual([
      'suture wounds',
    ]);
    expect(labels(await skills({ filter: { framework, broader: uri('all') } }))).toEqual([
      'suture wounds',
      'weave cloth',
    ]);
    expect(labels(await skills({ filter: { framework, broader: uri('care') } }))).toEqual(['suture wounds']);
    expect(labels(await skills({ filter: { framework }, language: 'fr' }))).toEqual(['fibres textiles']);
    expect(labels(await skills({ asOf: own.v1, filter: { broader: uri('all') } }))).toEqual([
      'card wool by hand',
      'stitch wounds',
      'weave cloth',
    ]);
    const { errors } = await ask(list, { asOf: own.v1, filter: { framework: 'esco' } });
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument: 'filter.framework' });
  });

  test('occupations with skills and labels take as many statements for one as for all', async () => {
    const count = async (first: number) => {
      const statements: string[] = [];
      const probe = await startApi({
        app: { graph: api.app.graph.scoped({ onStatement: (file) => statements.push(file) }) },
      });
      const { errors } = await probe.anonymous(
        `query ($framework: ID!, $first: Int) { occupations(filter: { framework: $framework }, first: $first) {
          edges { node { label broader { edges { node { label } } }
            skills(first: 5) { edges { node { relation skill { label(language: "de") } } } } } } } }`,
        { framework: own.id, first },
      );
      await probe.close();
      expect(errors).toEqual([]);
      return statements.filter((file) => file.startsWith('taxonomy/')).length;
    };
    expect(await count(2)).toBe(await count(1));
  });
});

test('frameworks show their versions and the acknowledgement their publisher asks for', async () => {
  const { data } = await ask(
    `query ($id: ID!) { frameworks { id } framework(id: $id) { name attribution versions { totalCount edges { node { id version complete } } } } none: framework(id: "none") { id } }`,
    { id: own.id },
  );
  expect(data.frameworks).toContainEqual({ id: own.id });
  expect(data.none).toBeNull();
  expect(data.framework).toEqual({
    name: 'Test framework',
    attribution: 'Made for a test.',
    versions: {
      totalCount: 2,
      edges: [
        { node: { id: own.v2, version: '1.1', complete: true } },
        { node: { id: own.v1, version: '1.0', complete: true } },
      ],
    },
  });
});
