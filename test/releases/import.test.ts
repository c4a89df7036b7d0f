import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import {
  importCrosswalk,
  importEsco,
  importOnet,
  PATIENCE,
} from '../../src/modules/taxonomy/import/import-files.ts';
import { OPEN } from '../../src/modules/taxonomy/import/version.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { releasesFolder, testConfig } from '../support/config.ts';
import { cypher } from '../support/data.ts';
import { languages, releaseReports } from '../support/release-reports.ts';

/* Totals as the publishers state them; see also docs/importing.md. */

const graph = connect({ ...testConfig().graph, patience: PATIENCE });
afterAll(() => graph.close());

const reports = releaseReports();
const at = (name: string) => join(releasesFolder(), name);

const count = async (text: string, params: Record<string, unknown> = {}): Promise<number> =>
  (await cypher(`${text} AS count`, params))[0]?.['count'];

const concepts = (kind: string, framework: string, asOf: number) =>
  count(
    `MATCH (c:Concept:${kind} {framework: $framework}) WHERE c.since <= $asOf AND c.until > $asOf RETURN count(*)`,
    { framework, asOf },
  );

const edges = (pattern: string, framework: string, asOf: number) =>
  count(
    `MATCH ${pattern} WHERE a.framework = $framework AND r.since <= $asOf AND r.until > $asOf RETURN count(*)`,
    {
      framework,
      asOf,
    },
  );

describe('ESCO', () => {
  test.each([
    ['1.1.1', 10101, { Skill: 13_896, Occupation: 3_007, SkillGroup: 640, OccupationGroup: 619 }],
    ['1.2.0', 10200, { Skill: 13_939, Occupation: 3_039, SkillGroup: 640, OccupationGroup: 619 }],
  ])('%s has its concepts', async (_version, asOf, expected) => {
    for (const [kind, total] of Object.entries(expected))
      expect([kind, await concepts(kind, 'esco', asOf)]).toEqual([kind, total]);
  });

  test.each([
    ['1.1.1', 10101, { needs: 123_855 - 67, skills: 5_899, broader: 20_656 + 3_617 - 8 }],
    ['1.2.0', 10200, { needs: 129_004, skills: 5_818, broader: 20_822 + 3_652 }],
  ])('%s has its relations, but for rows that name absent concepts', async (_version, asOf, expected) => {
    expect({
      needs: await edges('(a:Occupation)-[r:NEEDS]->(:Skill)', 'esco', asOf),
      skills: await edges('(a:Skill)-[r:NEEDS]->(:Skill)', 'esco', asOf),
      broader: await edges('(a:Concept)-[r:BROADER]->(:Concept)', 'esco', asOf),
    }).toEqual(expected);
  });

  test('1.1.1 has 75 rows that name absent concepts, each told with its place', () => {
    const { report, problems } = reports['esco 1.1.1'];
    expect(report.problems).toEqual({ ABSENT: 75, DUPLICATE: 0, NO_LABEL: 0 });
    const files = problems.map(({ file }) => file.replace(/^.*: /, ''));
    expect(files.filter((name) => name === 'occupationSkillRelations.csv')).toHaveLength(67);
    expect(files.filter((name) => name.startsWith('broaderRelations'))).toHaveLength(8);
    expect(problems.every(({ line, absent }) => line > 1 && (absent ?? []).length > 0)).toBe(true);
  });

  test('1.2.0 has none', () => {
    expect(reports['esco 1.2.0'].report.problems).toEqual({ ABSENT: 0, DUPLICATE: 0, NO_LABEL: 0 });
  });

  test('what 1.2.0 added and removed is told, and nothing is deleted', async () => {
    expect(reports['esco 1.2.0'].report.concepts).toMatchObject({
      Skill: { removed: 194, returned: 0 },
      Occupation: { removed: 3, returned: 0 },
      SkillGroup: { added: 0, removed: 0, relabelled: 0 },
      OccupationGroup: { added: 0, removed: 0, relabelled: 0 },
    });
    const born = (kind: string) =>
      count(`MATCH (c:${kind} {framework: 'esco', since: 10200, until: $open}) RETURN count(*)`, {
        open: OPEN,
      });
    const gone = (kind: string) =>
      count(`MATCH (c:${kind} {framework: 'esco', until: 10200}) RETURN count(*)`);
    expect([await born('Skill'), await gone('Skill')]).toEqual([237, 194]);
    expect([await born('Occupation'), await gone('Occupation')]).toEqual([35, 3]);
    expect(await count(`MATCH (:Concept {framework: 'esco'})-[r:REPLACED_BY]->() RETURN count(*)`)).toBe(0);
  });

  test('a relabelled concept keeps its old label', async () => {
    const changed = await count(
      `MATCH (c:Concept {framework: 'esco', until: $open})-[:HAS_TEXT]->(old:ConceptText {language: 'en', until: 10200}),
             (c)-[:HAS_TEXT]->(new:ConceptText {language: 'en', since: 10200})
       WHERE old.label <> new.label RETURN count(*)`,
      { open: OPEN },
    );
    const { Skill, Occupation } = reports['esco 1.2.0'].report.concepts;
    expect(changed).toBeGreaterThan(100);
    expect(changed).toBeGreaterThanOrEqual(Skill.relabelled + Occupation.relabelled);
  });

  test('17 pairs are both essential and optional', async () => {
    expect(
      await count(
        `MATCH (a:Occupation {framework: 'esco'})-[r:NEEDS {relation: 'ESSENTIAL', until: $open}]->(s:Skill)
         WHERE EXISTS { (a)-[:NEEDS {relation: 'OPTIONAL', until: $open}]->(s) } RETURN count(*)`,
        { open: OPEN },
      ),
    ).toBe(17);
  });

  test.each([
    ['en', 13_939 + 3_039 + 640 + 619],
    ['de', 12_755 + 3_039 + 640 + 619],
    ['es', 2_334 + 3_039 + 640 + 619],
    ['fr', 2_205],
    ['nl', 5_352],
    ['sv', 9_723],
  ])('in %s has %i texts, one a concept', async (language, total) => {
    const text = `(:Concept {framework: 'esco'})-[:HAS_TEXT]->(t:ConceptText {language: $language})`;
    const holds = 't.since <= 10200 AND t.until > 10200';
    expect(await count(`MATCH ${text} WHERE ${holds} RETURN count(*)`, { language })).toBe(total);
    expect(
      await count(
        `MATCH (c:Concept {framework: 'esco'}) WHERE COUNT { (c)-[:HAS_TEXT]->(t:ConceptText {language: $language}) WHERE ${holds} } > 1 RETURN count(*)`,
        { language },
      ),
    ).toBe(0);
  });

  test('labels are on one line, alternatives are split', async () => {
    expect(
      await count(
        String.raw`MATCH (t:ConceptText {framework: 'esco'}) WHERE t.label =~ '(?s).*(\\n|  |^ | $).*' OR any(a IN t.alternatives WHERE a CONTAINS '\n' OR a CONTAINS ' | ') RETURN count(*)`,
      ),
    ).toBe(0);
  });

  test('skills have types, reuse levels and several broader concepts', async () => {
    expect(
      await count(
        `MATCH (s:Skill {framework: 'esco', until: $open, skillType: 'KNOWLEDGE'}) RETURN count(*)`,
        { open: OPEN },
      ),
    ).toBe(3_246);
    expect(
      await count(
        `MATCH (s:Skill {framework: 'esco', until: $open}) WHERE s.reuseLevel IS NULL RETURN count(*)`,
        { open: OPEN },
      ),
    ).toBeLessThanOrEqual(115);
    expect(
      await count(
        `MATCH (s:Skill {framework: 'esco'}) WHERE COUNT { (s)-[:BROADER {until: $open}]->() } > 1 RETURN count(*)`,
        { open: OPEN },
      ),
    ).toBeGreaterThan(4_000);
  });
});

describe('O*NET 29.2', () => {
  const now = 290200;

  test('has its occupations, skills, knowledge and job zones', async () => {
    expect(await concepts('Occupation', 'onet', now)).toBe(1_016);
    expect(await concepts('Skill', 'onet', now)).toBe(35 + 33);
    expect(
      await count(`MATCH (o:Occupation {framework: 'onet'}) WHERE o.jobZone IS NOT NULL RETURN count(*)`),
    ).toBe(923);
    expect(reports['onet 29.2'].report.problems).toEqual({ ABSENT: 0, DUPLICATE: 0, NO_LABEL: 0 });
  });

  test('rates each pair once, with importance and level on their scales', async () => {
    const [row] = await cypher(
      `MATCH (:Occupation {framework: 'onet'})-[r:NEEDS {relation: 'RATED'}]->(:Skill)
       RETURN count(*) AS pairs, min(r.importance) >= 1 AS low, max(r.importance) <= 5 AS high, max(r.level) <= 7 AS top,
         count(r.level) AS levels, sum(toInteger(r.levelSuppressed)) AS suppressed, sum(toInteger(r.notRelevant)) AS irrelevant,
         sum(toInteger(r.importanceSuppressed)) AS imprecise`,
    );
    expect(row).toEqual({
      pairs: (61_530 + 58_014) / 2,
      levels: (61_530 + 58_014) / 2,
      low: true,
      high: true,
      top: true,
      suppressed: 3_733 + 1_169,
      irrelevant: 3_302 + 5_939,
      imprecise: 19,
    });
  });

  test('has tasks, technologies and titles', async () => {
    expect(await count(`MATCH (:Occupation {framework: 'onet'})-[r:HAS_TASK]->(:Task) RETURN count(r)`)).toBe(
      18_796,
    );
    expect(await count('MATCH (t:Task {type: "CORE"}) RETURN count(*)')).toBe(13_417);
    expect(
      await count(`MATCH (:Occupation {framework: 'onet'})-[r:USES]->(:Technology) RETURN count(r)`),
    ).toBe(32_627);
    expect(await count('MATCH (t:Technology) RETURN count(*)')).toBe(135);
    const titles = await count(
      `MATCH (t:ConceptText {framework: 'onet', kind: 'Occupation'}) RETURN sum(size(t.alternatives))`,
    );
    expect(titles).toBeGreaterThan(56_000);
    const quoted = await cypher('MATCH (t:Task {id: "15287"}) RETURN t.statement AS statement');
    expect(quoted).toEqual([
      { statement: 'Conduct "head counts" to help predict the outcome of upcoming votes.' },
    ]);
  });
});

describe('the crosswalk', () => {
  test('has a reviewed mapping for each of its rows, also to concepts that have left', async () => {
    const { report } = reports['crosswalk'];
    expect(report.problems).toEqual({ ABSENT: 0, DUPLICATE: 0, NO_LABEL: 0 });
    expect(report.held['mappings']).toBe(4_253);
    const rows = await cypher(
      `MATCH (from:Occupation)<-[:MAPS_FROM]-(m:Mapping {source: 'esco-onet-crosswalk', reviewState: 'REVIEWED'})-[:MAPS_TO]->(to:Concept)
       WHERE from.framework = 'onet' AND to.framework = 'esco'
       RETURN m.relation AS relation, count(*) AS count ORDER BY relation`,
    );
    expect(rows).toEqual([
      { relation: 'BROAD', count: 2_053 },
      { relation: 'CLOSE', count: 1_432 },
      { relation: 'EXACT', count: 498 + 43 },
      { relation: 'NARROW', count: 227 },
    ]);
    expect(
      await count(
        'MATCH (:Mapping)-[:MAPS_TO]->(c:Concept {framework: "esco"}) WHERE c.until <= 10200 RETURN count(*)',
      ),
    ).toBe(3);
  });

  test('calls the O*NET occupation the broader one where it is', async () => {
    expect(
      await cypher(
        `MATCH (:Occupation {code: '11-1011.00'})<-[:MAPS_FROM]-(m:Mapping)-[:MAPS_TO]->(to)-[:HAS_TEXT]->(t:ConceptText {language: 'en', label: 'airport chief executive'})
         RETURN DISTINCT m.relation AS relation, m.vintage AS vintage`,
      ),
    ).toEqual([{ relation: 'BROAD', vintage: '2022, against ESCO 1.1.0' }]);
  });
});

test('importing everything again changes nothing', async () => {
  const esco = await importEsco(
    graph,
    languages.map((language) => at(`esco-1.2.0-${language}.zip`)),
  );
  const onet = await importOnet(graph, [at('onet-29.2-text.zip')]);
  const crosswalk = await importCrosswalk(graph, at('crosswalk-esco-onet-v1.csv'));
  expect([esco.writes, onet.writes, crosswalk.writes]).toEqual([0, 0, 0]);
  await expect(importEsco(graph, [at('esco-1.1.1-en.zip')])).rejects.toThrow(
    'ESCO 1.1.1 is older than 1.2.0',
  );
}, 180_000);

test('the notices that the publishers ask for are there', () => {
  const notices = readFileSync('docs/importing.md', 'utf8');
  expect(notices).toContain('This service uses the ESCO classification of the European Commission.');
});
