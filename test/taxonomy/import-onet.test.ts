import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { crosswalk } from '../../src/modules/taxonomy/import/crosswalk.ts';
import { importMappings } from '../../src/modules/taxonomy/import/crosswalk-importer.ts';
import { openFile } from '../../src/modules/taxonomy/import/input.ts';
import { occupationUri } from '../../src/modules/taxonomy/import/onet.ts';
import type { Problem } from '../../src/modules/taxonomy/import/report.ts';
import { OPEN } from '../../src/modules/taxonomy/import/version.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { newId } from '../../src/platform/ids.ts';
import { testConfig } from '../support/config.ts';
import { cypher } from '../support/data.ts';
import { importInto, tabbed, type Workshop, workshop } from '../support/releases.ts';

const graph = connect(testConfig().graph);
let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(async () => {
  await work.remove();
  await graph.close();
});

/** Numbers of this run's own: the real codes and elements belong to the sample world. */
const mark = Date.now().toString().slice(-6);
const code = `${mark.slice(0, 2)}-${mark.slice(2)}.00`;
const other = `${mark.slice(0, 2)}-${mark.slice(2)}.77`;
const element = (tail: string) => `${mark}.${tail}`;
const elementUri = (tail: string) => `https://www.onetonline.org/find/descriptor/result/${element(tail)}`;
const framework = `onet-${newId()}`;
const importer = importInto(graph, framework);

const rating = (
  tail: string,
  scale: 'IM' | 'LV',
  value: string,
  suppress = 'N',
  notRelevant = scale === 'LV' ? 'N' : '',
) => ({
  'O*NET-SOC Code': code,
  Title: 'Testers',
  'Element ID': element(tail),
  'Element Name': tail,
  'Scale ID': scale,
  'Data Value': value,
  'Recommend Suppress': suppress,
  'Not Relevant': notRelevant,
});

function files(changes: { importance?: string; task?: string; title?: string } = {}) {
  const at = { 'O*NET-SOC Code': code, Title: 'Testers' };
  return {
    'Occupation Data.txt': tabbed([
      { 'O*NET-SOC Code': code, Title: changes.title ?? 'Testers', Description: 'Test things.' },
      { 'O*NET-SOC Code': other, Title: 'Others', Description: '' },
    ]),
    'Content Model Reference.txt': tabbed([
      { 'Element ID': mark, 'Element Name': 'Requirements', Description: 'r' },
      { 'Element ID': element('A'), 'Element Name': 'Skills', Description: 's' },
      { 'Element ID': element('A.1'), 'Element Name': 'Writing', Description: 'w' },
      { 'Element ID': element('C.1'), 'Element Name': 'Law', Description: 'l' },
      { 'Element ID': element('C'), 'Element Name': 'Knowledge', Description: 'k' },
      { 'Element ID': element('D'), 'Element Name': 'Not rated', Description: 'n' },
    ]),
    'Scales Reference.txt': tabbed([
      { 'Scale ID': 'IM', 'Scale Name': 'Importance', Minimum: '1', Maximum: '5' },
      { 'Scale ID': 'LV', 'Scale Name': 'Level', Minimum: '0', Maximum: '7' },
    ]),
    'Skills.txt': tabbed([
      rating('A.1', 'IM', changes.importance ?? '4.12'),
      rating('A.1', 'LV', '4.5', 'Y', 'N'),
    ]),
    'Knowledge.txt': tabbed([rating('C.1', 'IM', '1', ''), rating('C.1', 'LV', '0', 'N', 'Y')]),
    'Task Statements.txt': tabbed([
      { ...at, 'Task ID': `${mark}1`, Task: changes.task ?? '"Do ""it"" well."', 'Task Type': 'Core' },
      { ...at, 'Task ID': `${mark}2`, Task: 'Do "more".', 'Task Type': '' },
    ]),
    'Technology Skills.txt': tabbed([
      {
        ...at,
        Example: 'Tool One',
        'Commodity Code': `${mark}9`,
        'Commodity Title': 'Tools',
        'Hot Technology': 'Y',
        'In Demand': 'N',
      },
      {
        ...at,
        Example: 'Tool Two',
        'Commodity Code': `${mark}9`,
        'Commodity Title': 'Tools',
        'Hot Technology': 'N',
        'In Demand': 'Y',
      },
    ]),
    'Alternate Titles.txt': tabbed([
      { ...at, 'Alternate Title': 'Quality Assurance Tester', 'Short Title': 'QA Tester' },
      { ...at, 'Alternate Title': 'Testers', 'Short Title': '' },
      { 'O*NET-SOC Code': '99-9999.99', Title: '', 'Alternate Title': 'Nobody', 'Short Title': '' },
    ]),
    'Sample of Reported Titles.txt': tabbed([{ ...at, 'Reported Job Title': 'Proofer' }]),
    'Job Zones.txt': tabbed([{ ...at, 'Job Zone': '4' }]),
  };
}

const ratings = () =>
  cypher(
    `MATCH (:Occupation {uri: $uri})-[r:NEEDS]->(s) RETURN s.uri AS uri, properties(r) AS rating ORDER BY uri, rating.since`,
    { uri: occupationUri(code) },
  );

describe('an O*NET release', () => {
  test('is stored with its ratings and their flags', async () => {
    const report = await importer.onet([await work.zip('db_29_2_text.zip', files())]);
    expect(report.version).toBe('29.2');
    expect(importer.problems).toMatchObject([
      { reason: 'ABSENT', file: 'db_29_2_text.zip: Alternate Titles.txt', line: 4, row: { label: 'Nobody' } },
    ]);
    expect(report.concepts).toMatchObject({
      Occupation: { added: 2 },
      Skill: { added: 2 },
      SkillGroup: { added: 3 },
    });
    expect(await ratings()).toEqual([
      {
        uri: elementUri('A.1'),
        rating: {
          relation: 'RATED',
          importance: 4.12,
          level: 4.5,
          importanceSuppressed: false,
          levelSuppressed: true,
          notRelevant: false,
          since: 290200,
          until: OPEN,
        },
      },
      {
        uri: elementUri('C.1'),
        rating: {
          relation: 'RATED',
          importance: 1,
          level: 0,
          levelSuppressed: false,
          notRelevant: true,
          since: 290200,
          until: OPEN,
        },
      },
    ]);
  });

  test('has skills and areas of knowledge under the groups of the content model', async () => {
    expect(
      await cypher(
        `MATCH (c:Concept {framework: $framework})-[:BROADER]->(b) RETURN c.code AS code, c.skillType AS type, b.code AS broader ORDER BY code`,
        { framework },
      ),
    ).toEqual([
      { code: element('A'), type: null, broader: mark },
      { code: element('A.1'), type: 'SKILL', broader: element('A') },
      { code: element('C'), type: null, broader: mark },
      { code: element('C.1'), type: 'KNOWLEDGE', broader: element('C') },
    ]);
  });

  test('has titles, job zone, tasks and technologies', async () => {
    const [row] = await cypher(
      `MATCH (o:Occupation {uri: $uri})-[:HAS_TEXT]->(t)
       RETURN o.jobZone AS zone, t.alternatives AS titles, t.description AS description,
         COLLECT { MATCH (o)-[:HAS_TASK]->(k) RETURN [k.statement, k.type] ORDER BY k.id } AS tasks,
         COLLECT { MATCH (o)-[u:USES]->(k) RETURN [k.title, u.example, u.hot, u.inDemand] ORDER BY u.example } AS uses`,
      { uri: occupationUri(code) },
    );
    expect(row).toEqual({
      zone: 4,
      titles: ['Quality Assurance Tester', 'QA Tester', 'Proofer'],
      description: 'Test things.',
      tasks: [
        ['Do "it" well.', 'CORE'],
        ['Do "more".', null],
      ],
      uses: [
        ['Tools', 'Tool One', true, false],
        ['Tools', 'Tool Two', false, true],
      ],
    });
  });

  test('keeps the scales and the wording its publisher asks for', async () => {
    const [row] = await cypher(
      'MATCH (f:Framework {id: $framework})-[:HAS_VERSION]->(v) RETURN f.attribution AS attribution, v.scales AS scales',
      { framework },
    );
    expect(row?.['attribution']).toContain('O*NET 29.2 Database');
    expect(JSON.parse(row?.['scales'])).toContainEqual({
      id: 'LV',
      name: 'Level',
      minimum: 0,
      maximum: 7,
    });
  });

  test('changes nothing when it comes again', async () => {
    expect((await importer.onet([await work.zip('onet-29.2-text.zip', files())])).writes).toBe(0);
  });

  test('of a later version keeps the rating it replaces', async () => {
    const report = await importer.onet([
      await work.zip(
        'onet-29.3-text.zip',
        files({ importance: '4.5', task: 'Do it better.', title: 'Proofers' }),
      ),
    ]);
    expect(report.edges.NEEDS).toEqual({ added: 0, removed: 0, changed: 1 });
    expect(report.concepts.Occupation).toMatchObject({ relabelled: 1, removed: 0 });
    expect(
      (await ratings()).map(({ rating: { importance, since, until } }) => [importance, since, until]),
    ).toEqual([
      [4.12, 290200, 290300],
      [4.5, 290300, OPEN],
      [1, 290200, OPEN],
    ]);
  });

  test('is refused when a scale is not the one that ratings are read by', async () => {
    const scales = tabbed([{ 'Scale ID': 'IM', 'Scale Name': 'Importance', Minimum: '0', Maximum: '100' }]);
    await expect(
      importer.onet([await work.zip('onet-29.4-text.zip', { ...files(), 'Scales Reference.txt': scales })]),
    ).rejects.toThrow(
      'onet-29.4-text.zip: Scales Reference.txt does not say that the scale IM goes from 1 to 5.',
    );
  });
});

describe('the crosswalk', () => {
  const isco = `http://data.europa.eu/esco/isco/${mark}`;
  const left = `http://data.europa.eu/esco/occupation/${mark}-left`;
  const preamble = [
    '\uFEFFMapping project name,ESCO-O*NET Crosswalk,,,,,',
    'Mapping project author,ESCO Secretariat and others,,,,,',
    'Mapping project version,1,,,,,',
    'Mapping project version date,Sep-22,,,,,',
    'Classification 2 Version,v1.1.0,,,,,',
    ',,,,,,',
    'O*NET Id,O*NET Title,O*NET Description,ESCO or ISCO URI,ESCO or ISCO Title,ESCO or ISCO Description,Type of Match',
  ];
  const row = (onet: string, uri: string, match: string) => `${onet},T,"D, Â ",${uri},t,d,${match}`;
  const claims = async (rows: readonly string[]) =>
    crosswalk(
      await openFile(
        await work.file(`crosswalk-${newId()}.csv`, `${[...preamble, ...rows].join('\r\n')}\r\n`),
      ),
    );

  beforeAll(() =>
    cypher(
      `CREATE (:Concept:OccupationGroup {uri: $isco, framework: 'test', since: 1, until: 2147483647}),
              (:Concept:Occupation {uri: $left, framework: 'test', since: 1, until: 2})`,
      { isco, left },
    ),
  );

  test('becomes reviewed claims read from the O*NET occupation, also on what has left; absent ones are told', async () => {
    const problems: Problem[] = [];
    const rows = [
      row(code, isco, 'exactISCO'),
      row(code, left, 'broadMatch'),
      row(other, `${left}-never`, 'closeMatch'),
    ];
    const report = await importMappings(graph, await claims(rows), {
      onProblem: (problem) => problems.push(problem),
    });
    expect(report.mappings).toEqual({ added: 2, changed: 0 });
    expect(problems).toMatchObject([{ reason: 'ABSENT', line: 10, absent: [`${left}-never`] }]);
    expect(
      await cypher(
        `MATCH (f:Concept {uri: $from})<-[:MAPS_FROM]-(m:Mapping)-[:MAPS_TO]->(t)
         RETURN t.uri AS to, m {.relation, .source, .author, .reviewState, .vintage} AS claim ORDER BY to`,
        { from: occupationUri(code) },
      ),
    ).toEqual(
      [
        { to: isco, relation: 'EXACT' },
        { to: left, relation: 'BROAD' },
      ]
        .map(({ to, relation }) => ({
          to,
          claim: {
            relation,
            source: 'esco-onet-crosswalk',
            author: 'ESCO Secretariat and others',
            reviewState: 'REVIEWED',
            vintage: '2022, against ESCO 1.1.0',
          },
        }))
        .sort((a, b) => (a.to < b.to ? -1 : 1)),
    );
  });

  test('changes nothing when it comes again, and only what differs when it says otherwise', async () => {
    const rows = [row(code, isco, 'exactISCO'), row(code, left, 'broadMatch')];
    expect((await importMappings(graph, await claims(rows))).writes).toBe(0);
    const changed = [row(code, isco, 'exactISCO'), row(code, left, 'closeMatch')];
    expect((await importMappings(graph, await claims(changed))).mappings).toEqual({ added: 0, changed: 1 });
  });

  test('is refused when it has an unknown match or none of its concepts is there', async () => {
    await expect(importMappings(graph, await claims([row(code, isco, 'sortOf')]))).rejects.toThrow(
      'has the match "sortOf", which is none of exactMatch',
    );
    await expect(
      importMappings(graph, await claims([row('00-0000.00', `${isco}-no`, 'exactMatch')])),
    ).rejects.toThrow('names no concept that is there. Import a release of ESCO and one of O*NET first.');
  });
});
