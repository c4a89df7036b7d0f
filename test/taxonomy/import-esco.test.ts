import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { OPEN } from '../../src/modules/taxonomy/import/version.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { newId } from '../../src/platform/ids.ts';
import { testConfig } from '../support/config.ts';
import { cypher } from '../support/data.ts';
import { escoFiles, escoUris, type TinyEsco } from '../support/esco-files.ts';
import { csv, importInto, type TestImport, type Workshop, workshop } from '../support/releases.ts';

const graph = connect(testConfig().graph);
let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(async () => {
  await work.remove();
  await graph.close();
});

/** A framework and URIs of one test's own. */
function scene() {
  const mark = newId();
  const importer = importInto(graph, `esco-${mark}`);
  const uri = escoUris(mark);
  return { mark, importer, uri, framework: `esco-${mark}`, files: (tiny: TinyEsco) => escoFiles(mark, tiny) };
}

const first: TinyEsco = {
  suffix: '',
  skills: [
    {
      id: 'a',
      label: 'weld  metal',
      alternatives: 'join metal\nweld steel | solder',
      description: 'Two\nlines.',
    },
    { id: 'b', label: 'read drawings', type: 'knowledge', reuse: 'cross-sector' },
    { id: 'c', label: 'operate lathes' },
  ],
  occupations: [
    { id: '1', label: 'welder', essential: ['a', 'b'], optional: ['a'] },
    { id: '2', label: 'turner', essential: ['c'], under: ['1'] },
  ],
};

/** `c` and `2` are gone, `d` is new, `b` has another label, `a` another group, `1` needs `d` instead of `b`. */
const second: TinyEsco = {
  skills: [
    {
      id: 'a',
      label: 'weld metal',
      alternatives: 'solder\nweld steel\njoin metal',
      description: 'Two\nlines.',
      under: ['h'],
    },
    { id: 'b', label: 'interpret drawings', type: 'knowledge', reuse: '' },
    { id: 'd', label: 'print metal' },
  ],
  occupations: [{ id: '1', label: 'welder', essential: ['a', 'd'], optional: ['a'] }],
};

const texts = (uri: string, language = 'en') =>
  cypher(
    `MATCH (:Concept {uri: $uri})-[:HAS_TEXT]->(t:ConceptText {language: $language})
     RETURN t.label AS label, t.since AS since, t.until AS until ORDER BY since`,
    { uri, language },
  );

const needs = (from: string) =>
  cypher(
    `MATCH (:Concept {uri: $from})-[r:NEEDS]->(s)
     RETURN s.uri AS uri, r.relation AS relation, r.since AS since, r.until AS until ORDER BY uri, relation, since`,
    { from },
  );

const concept = async (uri: string) =>
  (
    await cypher('MATCH (c:Concept {uri: $uri}) RETURN labels(c) AS labels, properties(c) AS properties', {
      uri,
    })
  )[0];

/** Everything of a framework, with the internal ids, so that nothing can be replaced unnoticed. */
const everything = (framework: string) =>
  cypher(
    `MATCH (c:Concept {framework: $framework})
     OPTIONAL MATCH (c)-[r]->(o)
     RETURN elementId(c) AS id, properties(c) AS c, elementId(r) AS rid, properties(r) AS r, elementId(o) AS oid,
       properties(o) AS o ORDER BY id, rid`,
    { framework },
  );

describe('a first release', () => {
  const { importer, uri, framework, files } = scene();

  test('is stored as it says', async () => {
    const report = await importer.esco([await work.zip('esco-1.1.1-en.zip', files(first))]);
    expect(report.concepts.Skill.added).toBe(3);
    expect(report.concepts.Occupation.added).toBe(2);
    expect(report.edges.NEEDS).toEqual({ added: 5, removed: 0, changed: 0 });
    expect(importer.problems).toEqual([]);

    expect(await concept(uri.skill('b'))).toEqual({
      labels: ['Concept', 'Skill'],
      properties: {
        uri: uri.skill('b'),
        framework,
        skillType: 'KNOWLEDGE',
        reuseLevel: 'CROSS_SECTOR',
        since: 10101,
        until: OPEN,
        gaps: [],
      },
    });
    expect((await concept(uri.occupation('2')))?.['properties']).toMatchObject({ code: '2654.2' });
  });

  test('splits alternatives at new lines and bars, and keeps descriptions as they are', async () => {
    const [text] = await cypher('MATCH (t:ConceptText:TextEn {key: $key}) RETURN properties(t) AS text', {
      key: `${uri.skill('a')}|en|10101`,
    });
    expect(text?.['text']).toMatchObject({
      label: 'weld metal',
      alternatives: ['join metal', 'weld steel', 'solder'],
      description: 'Two\nlines.',
      kind: 'Skill',
      framework,
    });
  });

  test('keeps a pair that is both essential and optional as two needs', async () => {
    expect((await needs(uri.occupation('1'))).map(({ uri: to, relation }) => [to, relation])).toEqual([
      [uri.skill('a'), 'ESSENTIAL'],
      [uri.skill('a'), 'OPTIONAL'],
      [uri.skill('b'), 'ESSENTIAL'],
    ]);
  });

  test('is a version that is complete and imported', async () => {
    expect(
      await cypher(
        `MATCH (:Framework {id: $framework})-[:HAS_VERSION]->(v)
         RETURN v.id AS id, v.ordinal AS ordinal, v.complete AS complete, v.importedAt IS NOT NULL AS imported, v.counts AS counts`,
        { framework },
      ),
    ).toEqual([
      {
        id: `${framework}@1.1.1`,
        ordinal: 10101,
        complete: true,
        imported: true,
        counts: expect.stringContaining('"Skill":3'),
      },
    ]);
  });

  test('changes nothing when it comes again, as a folder or as a zip', async () => {
    const before = await everything(framework);
    const report = await importer.esco([await work.folder('esco-1.1.1-en', files(first))]);
    expect(report.writes).toBe(0);
    expect(report.concepts.Skill).toEqual({
      added: 0,
      removed: 0,
      returned: 0,
      relabelled: 0,
      reworded: 0,
      moved: 0,
    });
    expect(await everything(framework)).toEqual(before);
  });
});

describe('the next release', () => {
  const { importer, uri, framework, files } = scene();

  test('says what was added, removed, relabelled and moved', async () => {
    await importer.esco([await work.zip(`${framework}-1.1.1-en.zip`, files(first))]);
    const report = await importer.esco([await work.zip(`${framework}-1.2.0-en.zip`, files(second))]);
    expect(report.concepts.Skill).toEqual({
      added: 1,
      removed: 1,
      returned: 0,
      relabelled: 1,
      reworded: 0,
      moved: 1,
    });
    expect(report.concepts.Occupation).toMatchObject({ added: 0, removed: 1, moved: 0 });
    expect(report.edges.NEEDS).toEqual({ added: 1, removed: 2, changed: 0 });
    // a under h, d under g; a under g, c under g, 2 under its group and under 1
    expect(report.edges.BROADER).toEqual({ added: 2, removed: 4, changed: 0 });
  });

  test('ends what it no longer has, and deletes nothing', async () => {
    expect((await concept(uri.skill('c')))?.['properties']).toMatchObject({ since: 10101, until: 10200 });
    expect(await texts(uri.skill('c'))).toEqual([{ label: 'operate lathes', since: 10101, until: 10200 }]);
    expect(await needs(uri.occupation('1'))).toEqual([
      { uri: uri.skill('a'), relation: 'ESSENTIAL', since: 10101, until: OPEN },
      { uri: uri.skill('a'), relation: 'OPTIONAL', since: 10101, until: OPEN },
      { uri: uri.skill('b'), relation: 'ESSENTIAL', since: 10101, until: 10200 },
      { uri: uri.skill('d'), relation: 'ESSENTIAL', since: 10200, until: OPEN },
    ]);
  });

  test('keeps the old label of what it relabels', async () => {
    expect(await texts(uri.skill('b'))).toEqual([
      { label: 'read drawings', since: 10101, until: 10200 },
      { label: 'interpret drawings', since: 10200, until: OPEN },
    ]);
    expect(await texts(uri.skill('a'))).toHaveLength(1);
  });

  test('keeps an attribute that it leaves blank', async () => {
    expect((await concept(uri.skill('b')))?.['properties']).toMatchObject({ reuseLevel: 'CROSS_SECTOR' });
  });

  test('invents no successors', async () => {
    expect(
      await cypher('MATCH (c:Concept {framework: $framework})-[r:REPLACED_BY]->() RETURN r', { framework }),
    ).toEqual([]);
  });

  test('changes nothing when it comes again', async () => {
    const before = await everything(framework);
    const report = await importer.esco([await work.zip(`${framework}-1.2.0-en.zip`, files(second))]);
    expect(report.writes).toBe(0);
    expect(await everything(framework)).toEqual(before);
  });

  test('refuses to go back behind it, and says so', async () => {
    await expect(importer.esco([await work.zip('esco-1.1.1-en.zip', files(first))])).rejects.toThrow(
      'ESCO 1.1.1 is older than 1.2.0, which is already there. Releases are imported in their order, oldest first.',
    );
  });

  test('brings back what had left, and remembers that it was away', async () => {
    const third: TinyEsco = {
      skills: [...second.skills, { id: 'c', label: 'operate lathes' }],
      occupations: [{ id: '1', label: 'welder', essential: ['a', 'd', 'c'], optional: ['a'] }],
    };
    const report = await importer.esco([await work.zip('esco-1.3.0-en.zip', files(third))]);
    expect(report.concepts.Skill).toMatchObject({ added: 0, returned: 1 });
    expect((await concept(uri.skill('c')))?.['properties']).toMatchObject({
      since: 10101,
      until: OPEN,
      gaps: [10200, 10300],
    });
    expect(await texts(uri.skill('c'))).toEqual([
      { label: 'operate lathes', since: 10101, until: 10200 },
      { label: 'operate lathes', since: 10300, until: OPEN },
    ]);
  });
});

describe('languages', () => {
  const { mark, importer, uri, framework, files } = scene();
  const label = (id: string, preferredLabel: string) => ({ conceptUri: uri.skill(id), preferredLabel });
  const german = { 'skills_de.csv': csv([label('a', 'Metall schweißen'), label('b', 'Zeichnungen lesen')]) };

  test('of one release come in one run, label-only files too', async () => {
    const report = await importer.esco([
      await work.zip(`a ${mark} - v1.1.1 - de - csv.zip`, german),
      await work.zip(`a ${mark} - v1.1.1 - en - csv.zip`, files(first)),
    ]);
    expect(report.held).toMatchObject({ 'texts de': 2, 'texts en': 8 });
    expect(await texts(uri.skill('a'), 'de')).toEqual([
      { label: 'Metall schweißen', since: 10101, until: OPEN },
    ]);
  });

  test('come later on their own', async () => {
    const french = { 'skills_fr.csv': csv([label('a', 'souder'), label('gone', 'inconnu')]) };
    const report = await importer.esco([await work.zip(`${mark}-1.1.1-fr.zip`, french)]);
    expect(report.texts.added).toBe(1);
    expect(importer.problems).toMatchObject([{ reason: 'ABSENT', line: 3, absent: [uri.skill('gone')] }]);
    const [version] = await cypher('MATCH (v:FrameworkVersion {id: $id}) RETURN v.counts AS counts', {
      id: `${framework}@1.1.1`,
    });
    expect(JSON.parse(version?.['counts'])).toMatchObject({
      'texts de': 2,
      'texts en': 8,
      'texts fr': 1,
      Skill: 3,
    });
  });

  test('that a later release does not carry stay, those that it carries are compared', async () => {
    const report = await importer.esco([
      await work.zip(`${mark}-1.2.0-en.zip`, files(second)),
      await work.zip(`${mark}-1.2.0-de.zip`, { 'skills_de.csv': csv([label('b', 'Zeichnungen deuten')]) }),
    ]);
    expect(await texts(uri.skill('a'), 'fr')).toEqual([{ label: 'souder', since: 10101, until: OPEN }]);
    expect(await texts(uri.skill('a'), 'de')).toEqual([
      { label: 'Metall schweißen', since: 10101, until: 10200 },
    ]);
    expect(await texts(uri.skill('b'), 'de')).toEqual([
      { label: 'Zeichnungen lesen', since: 10101, until: 10200 },
      { label: 'Zeichnungen deuten', since: 10200, until: OPEN },
    ]);
    expect(report.concepts.Skill.relabelled).toBe(1);
  });

  test('are refused without the release they belong to', async () => {
    await expect(
      importer.esco([
        await work.zip(`${mark}-1.4.0-fr.zip`, { 'skills_fr.csv': csv([label('a', 'souder')]) }),
      ]),
    ).rejects.toThrow(
      'ESCO 1.4.0 is given without its relations and groups, and the release is not there yet.',
    );
  });
});

test('rows that cannot be used are told, with their place, and the rest is stored', async () => {
  const { importer, uri, files } = scene();
  const broken: TinyEsco = {
    ...first,
    more: {
      needs: [
        ['1', 'essential', 'nowhere'],
        ['1', 'essential', 'b'],
      ],
      broader: [['a', 'nowhere']],
    },
  };
  const release = files(broken);
  const twice = csv([
    { conceptUri: uri.skill('a'), preferredLabel: 'Metall schweißen' },
    { conceptUri: uri.skill('a'), preferredLabel: 'schweißen' },
    { conceptUri: uri.skill('b'), preferredLabel: '' },
  ]);
  const report = await importer.esco([
    await work.zip('x-1.1.1-en.zip', release),
    await work.zip('x-1.1.1-de.zip', { 'skills_de.csv': twice }),
  ]);
  expect(report.problems).toEqual({ ABSENT: 2, DUPLICATE: 2, NO_LABEL: 1 });
  expect(importer.problems).toContainEqual({
    reason: 'ABSENT',
    file: 'x-1.1.1-en.zip: occupationSkillRelations.csv',
    line: 6,
    row: { from: uri.occupation('1'), to: uri.skill('nowhere'), variant: 'ESSENTIAL' },
    absent: [uri.skill('nowhere')],
  });
  expect(await texts(uri.skill('a'), 'de')).toMatchObject([{ label: 'Metall schweißen' }]);
  expect(await needs(uri.occupation('1'))).toHaveLength(3);
});

test('a successor is stored where the release names it', async () => {
  const { importer, uri, files } = scene();
  await importer.esco([await work.zip('esco-1.1.1-en.zip', files(first))]);
  const note = `Replaced by <a resource="${uri.skill('d')}" typeOf="http://data.europa.eu/esco/model#Skill" href="${uri.skill('d')}">print metal</a>.`;
  const release = {
    ...second,
    skills: [...second.skills, { id: 'c', label: 'operate lathes', status: 'obsolete', note, under: [] }],
  };
  const report = await importer.esco([await work.zip('esco-1.2.0-en.zip', files(release))]);
  expect(report).toMatchObject({ successors: 1, concepts: { Skill: { removed: 1, added: 1 } } });
  expect(importer.problems).toEqual([]);
  expect(
    await cypher('MATCH (:Concept {uri: $uri})-[r:REPLACED_BY]->(b) RETURN b.uri AS uri, r.since AS since', {
      uri: uri.skill('c'),
    }),
  ).toEqual([{ uri: uri.skill('d'), since: 10200 }]);
  expect((await importer.esco([await work.zip('esco-1.2.0-en.zip', files(release))])).writes).toBe(0);
});

describe('beside a partial edition', () => {
  /** Skills `a` and `b`; with `more`, a role that needs skill `c`, in the words of the full releases. */
  const partial = (importer: TestImport, uri: ReturnType<typeof escoUris>, more = false) =>
    importer.release({
      framework: { id: '', name: 'ESCO', publisher: 'p', url: 'u', licence: 'l', attribution: 'a' },
      version: { name: '1.2.0', ordinal: 10200 },
      complete: false,
      structure: true,
      scales: [],
      async *concepts() {
        const common = {
          file: 'seed',
          line: 1,
          code: null,
          reuseLevel: null,
          jobZone: null,
          obsolete: false,
        };
        for (const id of more ? ['a', 'b', 'c'] : ['a', 'b'])
          yield {
            ...common,
            uri: uri.skill(id),
            kind: 'Skill' as const,
            skillType: 'SKILL' as const,
            replacedBy: [],
          };
        if (more)
          yield {
            ...common,
            uri: uri.occupation('2'),
            kind: 'Occupation' as const,
            skillType: null,
            replacedBy: [],
          };
      },
      texts: [
        {
          kind: 'Skill',
          language: 'en',
          async *rows() {
            yield { file: 'seed', line: 1, uri: uri.skill('a'), label: 'weld metal' };
            yield { file: 'seed', line: 1, uri: uri.skill('b'), label: 'interpret drawings' };
            if (more)
              yield {
                file: 'seed',
                line: 1,
                uri: uri.skill('c'),
                label: 'operate lathes',
                description: 'About operate lathes.',
              };
          },
        },
      ],
      edges: [
        {
          type: 'NEEDS',
          async *rows() {
            if (more)
              yield {
                file: 'seed',
                line: 1,
                from: uri.occupation('2'),
                to: uri.skill('c'),
                variant: 'ESSENTIAL',
              };
          },
        },
      ],
      async *tasks() {},
      async *technologies() {},
    });

  test('a complete release joins the same concepts and completes their texts', async () => {
    const { importer, uri, framework, files } = scene();
    await partial(importer, uri);
    const report = await importer.esco([await work.zip('esco-1.2.0-en.zip', files(second))]);
    expect(report.concepts.Skill).toMatchObject({ added: 1, removed: 0, relabelled: 0 });
    expect(await texts(uri.skill('a'))).toEqual([{ label: 'weld metal', since: 10200, until: OPEN }]);
    expect(
      await cypher('MATCH (v:FrameworkVersion {framework: $framework}) RETURN v.complete AS complete', {
        framework,
      }),
    ).toEqual([{ complete: true }]);
  });

  test('an older complete release goes in behind a newer partial one', async () => {
    const { importer, uri, files } = scene();
    await partial(importer, uri);
    await importer.esco([await work.zip('esco-1.1.1-en.zip', files(first))]);
    expect((await concept(uri.skill('b')))?.['properties']).toMatchObject({
      since: 10101,
      skillType: 'SKILL',
    });
    expect(await texts(uri.skill('b'))).toEqual([
      { label: 'read drawings', since: 10101, until: 10200 },
      { label: 'interpret drawings', since: 10200, until: OPEN },
    ]);
  });

  test('what an older complete release says alike has held since then', async () => {
    const { importer, uri, files } = scene();
    await partial(importer, uri, true);
    await importer.esco([await work.zip('esco-1.1.1-en.zip', files(first))]);
    expect(await texts(uri.skill('c'))).toEqual([{ label: 'operate lathes', since: 10101, until: OPEN }]);
    expect(await needs(uri.occupation('2'))).toEqual([
      { uri: uri.skill('c'), relation: 'ESSENTIAL', since: 10101, until: OPEN },
    ]);
  });

  test('a partial edition ends nothing and overwrites nothing', async () => {
    const { importer, uri, framework, files } = scene();
    await importer.esco([await work.zip('esco-1.2.0-en.zip', files(second))]);
    const before = await everything(framework);
    expect((await partial(importer, uri)).writes).toBe(0);
    expect(await everything(framework)).toEqual(before);
  });
});

test('an import that broke off is completed by the next', async () => {
  const { importer, uri, framework, files } = scene();
  const zip = await work.zip('esco-1.2.0-en.zip', files(second));
  const stop = new Error('the power went out');
  await expect(
    importer.esco([zip], undefined, {
      onProgress: (step) => {
        if (step.startsWith('BROADER')) throw stop;
      },
    }),
  ).rejects.toBe(stop);
  const imported = () =>
    cypher('MATCH (v:FrameworkVersion {framework: $framework}) RETURN v.importedAt IS NOT NULL AS imported', {
      framework,
    });
  expect(await imported()).toEqual([{ imported: false }]);
  await expect(importer.esco([await work.zip('esco-1.1.1-en.zip', files(first))])).rejects.toThrow(
    'whose import was begun and not finished. Import 1.2.0 again to finish it.',
  );
  await importer.esco([zip]);
  expect(await imported()).toEqual([{ imported: true }]);
  expect(await needs(uri.occupation('1'))).toHaveLength(3);
});
