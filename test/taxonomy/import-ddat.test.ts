import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ddatRelease, roleLevelUri } from '../../src/modules/taxonomy/import/ddat.ts';
import { openInput } from '../../src/modules/taxonomy/import/input.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { newId } from '../../src/platform/ids.ts';
import { testConfig } from '../support/config.ts';
import { cypher } from '../support/data.ts';
import { csv, importInto, type Workshop, workshop } from '../support/releases.ts';

const graph = connect(testConfig().graph);
const importer = importInto(graph, `ddat-${newId()}`);
let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(async () => {
  await work.remove();
  await graph.close();
});

/** Names of this run's own: the real ones belong to the sample world. */
const mark = newId().slice(-8);
const role = `Baker ${mark}`;
const level = `Senior baker ${mark}`;
const skills = [`Kneading ${mark}`, `Proving ${mark}`];

const files = (step = 'Working', more: Record<string, string>[] = []) => ({
  'uk-ddat-requirements.csv': csv([
    { family: `Food ${mark}`, role, role_level: level, skill: skills[0] ?? '', level: step, role_type: '' },
    {
      family: `Food ${mark}`,
      role,
      role_level: level,
      skill: skills[1] ?? '',
      level: 'Expert',
      role_type: '',
    },
    {
      family: `Food ${mark}`,
      role: `Chief ${mark}`,
      role_level: 'NOT IN USE',
      skill: skills[0] ?? '',
      level: 'NOT IN USE',
      role_type: 'x',
    },
    ...more,
  ]),
  'uk-ddat-roles.csv': csv([
    { role, role_level: level, role_description: 'Bakes.', level_description: 'Bakes well.\n- bread' },
    { role: `Chief ${mark}`, role_level: 'NOT IN USE', role_description: 'Leads.', level_description: '' },
  ]),
  'uk-ddat-skills.csv': csv(
    skills.map((skill) => ({
      skill,
      description: 'D.',
      awareness: 'a',
      working: 'w',
      practitioner: '',
      expert: 'e',
    })),
  ),
  'nice-2022-work-roles.csv': 'work_role\nx\n',
});

const load = async (name: string, given: Record<string, string>, version?: string) => {
  const input = await openInput(await work.folder(name, given));
  return importer.release(await ddatRelease([input], version));
};

const needsOf = (uri: string) =>
  cypher(
    `MATCH (o:Occupation {uri: $uri})-[n:NEEDS]->(s:Skill)-[:HAS_TEXT]->(t) WHERE n.until = 2147483647
     RETURN t.label AS skill, n.relation AS relation, n.level AS level, t.description AS about ORDER BY skill`,
    { uri },
  );

describe('the capability framework', () => {
  test('is stored as levels of roles that need skills at a step, under their role and its family', async () => {
    const report = await load('ddat-2025.1', files());
    expect(report).toMatchObject({
      version: '2025.1',
      problems: { ABSENT: 0, DUPLICATE: 0, NO_LABEL: 0 },
      concepts: { Occupation: { added: 2 }, OccupationGroup: { added: 3 }, Skill: { added: 2 } },
    });
    const about = 'D.\n\nAwareness: a\n\nWorking: w\n\nExpert: e';
    expect(await needsOf(roleLevelUri(role, level))).toEqual([
      { skill: skills[0], relation: 'LEVELLED', level: 2, about },
      { skill: skills[1], relation: 'LEVELLED', level: 4, about },
    ]);
    expect(await needsOf(roleLevelUri(`Chief ${mark}`, `Chief ${mark}`))).toMatchObject([{ level: null }]);
    const above = await cypher(
      `MATCH (o:Occupation {uri: $uri})-[:HAS_TEXT]->(own), (o)-[:BROADER]->(r)-[:HAS_TEXT]->(t), (r)-[:BROADER]->(f)-[:HAS_TEXT]->(u)
       RETURN own.label AS level, own.description AS about, t.label AS role, u.label AS family`,
      { uri: roleLevelUri(role, level) },
    );
    expect(above).toEqual([{ level, about: 'Bakes well.\n- bread', role, family: `Food ${mark}` }]);
  });

  test('imported again changes nothing; a later one changes the step', async () => {
    expect((await load('again-2025.1', files())).writes).toBe(0);
    const report = await load('later-2025.2', files('Practitioner'));
    expect(report.edges.NEEDS).toMatchObject({ changed: 1 });
    expect(await needsOf(roleLevelUri(role, level))).toMatchObject([{ level: 3 }, { level: 4 }]);
  });

  test.each([
    ['a step that is none', () => files('Wizard'), /Wizard/],
    [
      'a table too few',
      () => ({ 'requirements.csv': files()['uk-ddat-requirements.csv'] }),
      /lacks "roles.csv"/,
    ],
    [
      'a table too many',
      () => ({ ...files(), 'skills.csv': files()['uk-ddat-skills.csv'] }),
      /two tables of skills/,
    ],
    [
      'a row without a skill',
      () =>
        files('Working', [
          { family: 'F', role, role_level: level, skill: '', level: 'Expert', role_type: '' },
        ]),
      /no "skill"/,
    ],
  ])('with %s is refused and nothing is written', async (name, made, words) => {
    await expect(
      load(`bad-2025.3-${name.replaceAll(' ', '-')}`, made() as Record<string, string>),
    ).rejects.toThrow(words);
  });

  test('needs its version told: a year will do', async () => {
    const input = await openInput(await work.folder('unversioned', files()));
    await expect(ddatRelease([input])).rejects.toThrow(/version/);
    expect((await ddatRelease([input], '2031')).version).toEqual({ name: '2031', ordinal: 20_310_000 });
  });
});
