import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher, makeOccupation, makeOrganization, makeSkills } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';

const CONTENT =
  'title description region occupationUri occupation { uri } omitted unplaced { path value reason } vacancy { region opensAt closesAt openings contactUrl } suggestions { skillUri skill { uri } necessity weight level score source sourceUri why places { field start end text } }';
const ofOccupation = `query ($input: OccupationDraftInput!) { draft: draftRoleProfileFromOccupation(input: $input) { ${CONTENT} } }`;
const ofText = `query ($input: TextDraftInput!) { draft: draftRoleProfileFromText(input: $input) { ${CONTENT} } }`;
const ofPosting = `query ($input: JobPostingDraftInput!) { draft: draftRoleProfileFromJobPosting(input: $input) { ${CONTENT} } }`;
/** Of the sample world. */
const PROGRAMMING = 'http://data.europa.eu/esco/skill/21d2f96d-35f7-4e3f-9745-c533d2dd6e97';
const EXECUTE_TESTS = 'http://data.europa.eu/esco/skill/913e7e83-b8f8-4574-b1ca-1b38f3fd974a';

let api: TestApi;
let employer: Caller;
let skills: string[];
let occupationUri: string;

beforeAll(async () => {
  api = await startApi();
  employer = await api.as({
    role: 'EMPLOYER',
    organizationId: await makeOrganization('Hirer', ['EMPLOYER']),
  });
  skills = await makeSkills('essential', 'optional', 'rated', 'levelled', 'irrelevant');
  occupationUri = await makeOccupation('builder');
  await cypher(
    `MATCH (o:Occupation {uri: $occupationUri})
     UNWIND $needs AS need
     MATCH (s:Skill {uri: need.uri})
     CREATE (o)-[:NEEDS {relation: need.relation, importance: need.importance, level: need.level, notRelevant: need.notRelevant, since: 1, until: 2147483647}]->(s)`,
    {
      occupationUri,
      needs: [
        { uri: skills[0], relation: 'ESSENTIAL' },
        { uri: skills[1], relation: 'OPTIONAL' },
        { uri: skills[2], relation: 'RATED', importance: 4.5, level: 3.2 },
        { uri: skills[3], relation: 'LEVELLED', level: 3.0 },
        { uri: skills[4], relation: 'RATED', importance: 4.5, level: 3.2, notRelevant: true },
      ],
    },
  );
});
afterAll(() => api.close());

describe('a draft from an occupation', () => {
  test('suggests what it needs, with level, weight and why, and tells what it leaves out', async () => {
    const { data, errors } = await employer(ofOccupation, { input: { uri: occupationUri } });
    expect(errors).toEqual([]);
    expect(data.draft).toMatchObject({
      title: 'builder',
      occupation: { uri: occupationUri },
      omitted: 0,
      vacancy: null,
    });
    expect(
      data.draft.suggestions.map(
        ({ skillUri, necessity, weight, level, source }: Record<string, unknown>) => [
          skills.indexOf(String(skillUri)),
          necessity,
          weight,
          level,
          source,
        ],
      ),
    ).toEqual([
      [2, 'MUST', 88, 4, 'OCCUPATION'],
      [0, 'MUST', 5, null, 'OCCUPATION'],
      [3, 'MUST', 3, 5, 'ROLE_LEVEL'],
      [1, 'NICE', 2, null, 'OCCUPATION'],
    ]);
    expect(data.draft.unplaced).toMatchObject([{ path: skills[4], value: 'irrelevant' }]);
  });

  test('suggests in another framework what reviewed mappings say means the same', async () => {
    const [target] = await makeSkills('target');
    const [other] = await makeSkills('other');
    const framework = `mapped-${target?.slice(-12)}`;
    await cypher(
      `CREATE (:Framework {id: $framework, name: 'Mapped to'})
       WITH 1 AS one
       MATCH (a:Skill {uri: $a}), (b:Skill {uri: $b}), (t:Skill {uri: $t}), (p:Skill {uri: $p})
       SET t.framework = $framework, p.framework = $framework
       CREATE (a)<-[:MAPS_FROM]-(:Mapping {id: $t, relation: 'CLOSE', reviewState: 'REVIEWED'})-[:MAPS_TO]->(t)
       CREATE (b)<-[:MAPS_FROM]-(:Mapping {id: $p, relation: 'EXACT', reviewState: 'PROPOSED'})-[:MAPS_TO]->(p)`,
      { framework, a: skills[0], b: skills[1], t: target, p: other },
    );
    const { data } = await employer(ofOccupation, { input: { uri: occupationUri, mapTo: framework } });
    const uris = data.draft.suggestions.map(({ skillUri }: { skillUri: string }) => skillUri);
    expect(uris).toContain(target);
    expect(uris).not.toContain(skills[0]);
    expect(uris).toContain(skills[1]);
    expect(uris).not.toContain(other);
  });

  test('is null for what is no occupation', async () => {
    for (const uri of ['https://nowhere.example', skills[0]])
      expect((await employer(ofOccupation, { input: { uri } })).data.draft).toBeNull();
  });
});

describe('a draft from a job description', () => {
  const text =
    'Software tester\nAbout us\nWe like computer programming.\nRequirements:\n- Advanced computer programming\nNice to have:\n- You execute software tests.';

  test('suggests what it names, with place, level and necessity; nothing from what is about the employer', async () => {
    const { data, errors } = await employer(ofText, { input: { text, level: 3 } });
    expect(errors).toEqual([]);
    expect(data.draft.title).toBe('Software tester');
    expect(data.draft.description).toBe(text);
    expect(data.draft.occupation).not.toBeNull();
    const of = (uri: string) =>
      data.draft.suggestions.find(({ skillUri }: { skillUri: string }) => skillUri === uri);
    expect(of(PROGRAMMING)).toMatchObject({ necessity: 'MUST', level: 7, weight: 1, source: 'TEXT' });
    expect(of(EXECUTE_TESTS)).toMatchObject({ necessity: 'NICE', level: 3 });
    for (const { places } of data.draft.suggestions)
      for (const { field, start, end, text: said } of places) {
        expect(field).toBe('text');
        expect(text.slice(start, end)).toBe(said);
      }
    expect(data.draft.unplaced).toMatchObject([{ value: 'We like computer programming.' }]);
  });

  test('is stored nowhere, and becomes a role profile when a person confirms it', async () => {
    const word = `Confirmed ${occupationUri.slice(-12)}`;
    const { data } = await employer(ofText, { input: { text: `${word}\n${text}` } });
    const stored = () =>
      cypher(
        'MATCH (n:RoleProfile) WHERE n.title = $word OR n.description CONTAINS $word RETURN count(n) AS n',
        { word },
      );
    expect(await stored()).toEqual([{ n: 0 }]);
    const { title, description, suggestions } = data.draft;
    const requirements = suggestions.map(
      ({ skillUri, necessity, weight, level }: Record<string, unknown>) => ({
        skillUri,
        necessity,
        weight,
        level: level ?? 4,
      }),
    );
    const { errors } = await employer(
      'mutation ($input: RoleProfileInput!) { createRoleProfile(input: $input) { id } }',
      { input: { title, description, requirements } },
    );
    expect(errors).toEqual([]);
    expect(await stored()).toEqual([{ n: 1 }]);
  });

  test('reads a text that is nothing but noise, as long as it may be', async () => {
    for (const noise of [
      'a '.repeat(10_000),
      `${'.'.repeat(19_999)}a`,
      `${'((((('.repeat(4_000).slice(1)}b`,
    ]) {
      const { data, errors } = await employer(ofText, { input: { text: noise } });
      expect(errors).toEqual([]);
      expect(data.draft.suggestions).toEqual([]);
    }
  });

  test('tells which part was not read when there is too much', async () => {
    const { data } = await employer(ofText, { input: { text: 'Do it.\n'.repeat(160) } });
    expect(data.draft.unplaced).toMatchObject([
      { path: `text[${100 * 7}–${160 * 7}]`, reason: expect.stringContaining('100') },
    ]);
  });
});

describe('a draft from a JobPosting', () => {
  const posting = {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: 'Tester in the lab',
    description: '<p>You <b>execute software tests</b>.</p>',
    skills: [
      {
        '@type': 'DefinedTerm',
        name: 'programming',
        url: PROGRAMMING,
        description: 'Must have, EQF level 5.',
      },
      'flurbling',
    ],
    jobLocation: { '@type': 'Place', address: { addressCountry: 'DE' } },
    validThrough: '2999-01-31',
    totalJobOpenings: 2,
    baseSalary: 1000,
  };

  test('suggests what it names, fills a vacancy and tells what had no place', async () => {
    const { data, errors } = await employer(ofPosting, { input: { jobPosting: JSON.stringify(posting) } });
    expect(errors).toEqual([]);
    expect(data.draft).toMatchObject({
      title: 'Tester in the lab',
      description: 'You execute software tests.',
      region: 'DE',
      vacancy: {
        region: 'DE',
        openings: 2,
        closesAt: '2999-01-31T23:59:59.000Z',
        opensAt: null,
        contactUrl: null,
      },
    });
    expect(data.draft.suggestions[0]).toMatchObject({
      skillUri: PROGRAMMING,
      necessity: 'MUST',
      level: 5,
      score: null,
      source: 'JOB_POSTING',
    });
    const [read] = data.draft.suggestions.filter(
      ({ skillUri }: { skillUri: string }) => skillUri === EXECUTE_TESTS,
    );
    expect(read.places).toMatchObject([{ field: 'description', text: 'execute software tests' }]);
    expect(data.draft.unplaced.map(({ path }: { path: string }) => path).sort()).toEqual([
      'baseSalary',
      'skills[1]',
    ]);
  });

  test('of our own vacancy suggests what its role profile asks for', async () => {
    const { data: shown } = await api.anonymous(
      '{ vacancies(first: 1, filter: {organizationId: "org-harbourlight"}) { edges { node { jobPosting roleProfile { occupationUri requirements { edges { node { skillUri level necessity } } } } } } } }',
    );
    const { jobPosting, roleProfile } = shown.vacancies.edges[0].node;
    const { data } = await employer(ofPosting, {
      input: { jobPosting: JSON.stringify(jobPosting), leastScore: 1 },
    });
    const terms = (rows: { skillUri: string; level: number; necessity: string }[]) =>
      rows
        .map(({ skillUri, level, necessity }) => ({ skillUri, level, necessity }))
        .sort((a, b) => (a.skillUri < b.skillUri ? -1 : 1));
    expect(terms(data.draft.suggestions)).toEqual(
      terms(roleProfile.requirements.edges.map(({ node }: { node: never }) => node)),
    );
    expect(data.draft.occupationUri).toBe(roleProfile.occupationUri);
  });

  test.each([
    ['not JSON', '{'],
    ['no object', '[]'],
    ['a member twice', '{"@type": "JobPosting", "title": "a", "title": "b"}'],
    ['nested too deep', `{"@type": "JobPosting", "x": ${'['.repeat(30)}${']'.repeat(30)}}`],
    ['no JobPosting', '{"@type": "Person"}'],
  ])('that is unusable (%s) is INVALID_INPUT', async (_, jobPosting) => {
    expect(extensionsOf(await employer(ofPosting, { input: { jobPosting } }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'input.jobPosting',
    });
  });
});

describe('refused', () => {
  test('for anybody but employers', async () => {
    const learner = await api.as({ role: 'ANALYST', organizationId: await makeOrganization('Other') });
    for (const [query, input] of [
      [ofOccupation, { uri: 'x' }],
      [ofText, { text: 'x' }],
      [ofPosting, { jobPosting: '{}' }],
    ] as const) {
      expect(codeOf(await api.anonymous(query, { input }))).toBe('UNAUTHENTICATED');
      expect(codeOf(await learner(query, { input }))).toBe('FORBIDDEN');
    }
  });

  test('what is out of bounds, naming the place', async () => {
    for (const [query, input, argument] of [
      [ofText, { text: 'x'.repeat(20_001) }, 'input.text'],
      [ofText, { text: ' … ' }, 'input.text'],
      [ofText, { text: 'x', language: '??' }, 'input.language'],
      [ofText, { text: 'x', framework: 'none' }, 'input.framework'],
      [ofText, { text: 'x', leastScore: 0.1 }, 'input.leastScore'],
      [ofText, { text: 'x', level: 9 }, 'input.level'],
      [ofOccupation, { uri: occupationUri, mapTo: 'none' }, 'input.mapTo'],
      [ofOccupation, { uri: occupationUri, importanceFrom: 6 }, 'input.importanceFrom'],
    ] as const)
      expect(extensionsOf(await employer(query, { input }))).toMatchObject({
        code: 'INVALID_INPUT',
        argument,
      });
  });
});
