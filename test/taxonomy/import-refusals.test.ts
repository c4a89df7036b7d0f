import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runImport } from '../../src/cli/import-command.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { newId } from '../../src/platform/ids.ts';
import { testConfig } from '../support/config.ts';
import { cypher } from '../support/data.ts';
import { escoFiles, escoUris, type TinyEsco } from '../support/esco-files.ts';
import { csv, importInto, type Workshop, workshop } from '../support/releases.ts';
import { zipOf } from '../support/zip.ts';

const graph = connect(testConfig().graph);
let work: Workshop;
beforeAll(async () => {
  work = await workshop();
});
afterAll(async () => {
  await work.remove();
  await graph.close();
});

const tiny: TinyEsco = {
  skills: [
    { id: 'a', label: 'weld metal' },
    { id: 'b', label: 'read drawings' },
  ],
  occupations: [{ id: '1', label: 'welder', essential: ['a'] }],
};

/** A sound release in which one file is replaced, left out or added. */
function release(change: Record<string, string | Buffer | null> = {}) {
  const mark = newId();
  const files: Record<string, string | Buffer> = { ...escoFiles(mark, tiny) };
  for (const [name, content] of Object.entries(change)) {
    if (content === null) delete files[name];
    else files[name] = content;
  }
  return { mark, files };
}

describe('a broken input is refused before anything is written:', () => {
  const skills = escoFiles('x', tiny)['skills_en.csv'] ?? '';
  const relations = escoFiles('x', tiny)['occupationSkillRelations_en.csv'] ?? '';
  const cases: [string, Record<string, string | Buffer | null>, string][] = [
    [
      'a missing column',
      { 'skills_en.csv': skills.replace('"preferredLabel"', '"label"') },
      'skills_en.csv lacks the column "preferredLabel". Give the file exactly as its publisher offers it.',
    ],
    [
      'another separator',
      { 'skills_en.csv': skills.replaceAll('"', '').replaceAll(',', ';') },
      'skills_en.csv lacks the columns "conceptUri", "preferredLabel".',
    ],
    ['an empty file', { 'skills_en.csv': '' }, 'skills_en.csv is empty.'],
    ['a header alone', { 'skills_en.csv': `${skills.split('\r\n')[0]}\r\n` }, 'skills_en.csv has no rows.'],
    [
      'text that is not UTF-8',
      { 'skills_en.csv': Buffer.from(skills.replace('weld metal', 'schweißen'), 'latin1') },
      'skills_en.csv is not UTF-8 (line 2).',
    ],
    [
      'UTF-16',
      { 'skills_en.csv': Buffer.from(`\uFEFF${skills}`, 'utf16le') },
      'skills_en.csv is not UTF-8 (line 1).',
    ],
    [
      'a web page saved as CSV',
      { 'skills_en.csv': '\n<!DOCTYPE html><html><body>Sign in</body></html>' },
      'skills_en.csv is a web page, not a table.',
    ],
    [
      'a file cut inside a quoted cell',
      { 'occupationSkillRelations_en.csv': relations.slice(0, -10) },
      'occupationSkillRelations_en.csv ends inside a quoted cell.',
    ],
    [
      'a file cut between cells',
      { 'occupationSkillRelations_en.csv': relations.slice(0, relations.lastIndexOf(',')) },
      'occupationSkillRelations_en.csv has 3 cells instead of 4 in the row that ends at line 2.',
    ],
    [
      'something else where a URI belongs',
      { 'occupationSkillRelations_en.csv': relations.replace(/"http[^"]*skill[^"]*"/, '"welding"') },
      'has "welding" where a URI belongs, in the row that ends at line 2.',
    ],
    [
      'an unknown relation',
      { 'occupationSkillRelations_en.csv': relations.replace('essential', 'sometimes') },
      'has the relation "sometimes" at line 2.',
    ],
    [
      'a missing table',
      { 'skillSkillRelations_en.csv': null, 'ISCOGroups_en.csv': null },
      'lacks ISCOGroups.csv, skillSkillRelations.csv. Download the whole classification as CSV',
    ],
    [
      'the same relations twice',
      { 'occupationSkillRelations.csv': relations },
      'occupationSkillRelations.csv says the same as occupationSkillRelations_en.csv.',
    ],
  ];

  test.each(cases)('%s', async (_name, change, sentence) => {
    const { mark, files } = release(change);
    const framework = `esco-${mark}`;
    const path = await work.zip(`esco-1.2.0-en-${mark}.zip`, files);
    await expect(importInto(graph, framework).esco([path])).rejects.toThrow(sentence);
    expect(await cypher('MATCH (n {framework: $framework}) RETURN n', { framework })).toEqual([]);
    expect(await cypher('MATCH (f:Framework {id: $framework}) RETURN f', { framework })).toEqual([]);
    expect(
      await cypher('MATCH (c:Concept {uri: $uri}) RETURN c', { uri: escoUris(mark).skill('a') }),
    ).toEqual([]);
  });
});

describe('a broken archive is refused:', () => {
  const sound = () => zipOf(release().files);
  const lying = (file: string, oddity: { size?: number; crc?: number; flags?: number }) =>
    zipOf(release().files, { [file]: oddity });
  const cases: [string, () => Buffer, RegExp][] = [
    [
      'cut short',
      () => sound().subarray(0, -40),
      /is not a complete zip archive\. The download was probably cut short/,
    ],
    ['a web page', () => Buffer.from('<html></html>'), /is not a complete zip archive/],
    ['nothing', () => Buffer.alloc(0), /is empty/],
    [
      'other bytes than were packed',
      () => lying('skills_en.csv', { crc: 1 }),
      /skills_en\.csv is damaged inside the zip/,
    ],
    [
      'more bytes than it says',
      () => lying('skills_en.csv', { size: 10 }),
      /skills_en\.csv is damaged inside the zip/,
    ],
    [
      'a bomb',
      () => lying('skills_en.csv', { size: 2 ** 31 }),
      /skills_en\.csv would unpack to an absurd size/,
    ],
    [
      'a bomb by its ratio',
      () => lying('skills_en.csv', { size: 2 ** 29 }),
      /would unpack to an absurd size/,
    ],
    ['encrypted', () => lying('skills_en.csv', { flags: 0x0801 }), /skills_en\.csv is encrypted/],
    ['a way out of its folder', () => zipOf({ '../skills_en.csv': 'x' }), /has a broken or unsafe directory/],
    ['an absolute path', () => zipOf({ '/etc/skills_en.csv': 'x' }), /has a broken or unsafe directory/],
    [
      'too many files',
      () => zipOf(Object.fromEntries(Array.from({ length: 2_001 }, (_, n) => [`${n}.csv`, '']))),
      /holds 2001 files, more than 2000/,
    ],
    ['nothing of ESCO', () => zipOf({ 'readme.txt': 'x' }), /holds no ESCO table/],
  ];

  test.each(cases)('%s', async (_name, make, sentence) => {
    const path = await work.file(`esco-1.2.0-en-${newId()}.zip`, make());
    await expect(importInto(graph, `esco-${newId()}`).esco([path])).rejects.toThrow(sentence);
  });
});

describe('the version', () => {
  test('has to be the same for all files of a run', async () => {
    const { mark, files } = release();
    const paths = [
      await work.zip(`esco-1.2.0-en-${mark}.zip`, files),
      await work.zip(`esco-1.1.1-de-${mark}.zip`, {
        'skills_de.csv': csv([{ conceptUri: 'http://x/y', preferredLabel: 'x' }]),
      }),
    ];
    await expect(importInto(graph, `esco-${mark}`).esco(paths)).rejects.toThrow(
      `esco-1.1.1-de-${mark}.zip is version 1.1.1, not 1.2.0. One run imports one version`,
    );
  });

  test('is asked for where no name tells it', async () => {
    const { mark, files } = release();
    const path = await work.folder('download', files);
    await expect(importInto(graph, `esco-${mark}`).esco([path])).rejects.toThrow(
      'download does not tell its version. Add --version, e.g. --version 1.2.0.',
    );
    expect((await importInto(graph, `esco-${mark}`).esco([path], '1.2')).version).toBe('1.2.0');
  });
});

describe('npm run import', () => {
  const run = async (...args: string[]) => {
    let out = '';
    let err = '';
    const code = await runImport(
      args,
      (work) => work(graph),
      { write: (text) => (out += text) },
      { write: (text) => (err += text) },
    );
    return { code, out, err };
  };

  test('explains itself', async () => {
    expect(await run('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('npm run import -- esco'),
    });
    for (const [args, sentence] of [
      [[], 'Say what to import'],
      [['skos', 'x'], 'Say what to import'],
      [['esco'], 'Say which file of esco'],
      [['crosswalk', 'a', 'b'], 'Give one crosswalk at a time'],
      [['esco', '--wrong'], "Unknown option '--wrong'"],
    ] as const)
      expect(await run(...args)).toMatchObject({ code: 2, out: '', err: expect.stringContaining(sentence) });
  });

  test('ends with one sentence and no report when a file is refused', async () => {
    const report = join(work.path, 'refused.json');
    const path = await work.file('esco-1.2.0-en.zip', 'nothing of a zip');
    expect(await run('esco', path, '--report', report)).toEqual({
      code: 1,
      out: '',
      err: 'esco-1.2.0-en.zip is not a complete zip archive. The download was probably cut short, or is a web page: download it again.\n',
    });
    expect((await readdir(work.path)).filter((name) => name.startsWith('refused'))).toEqual([]);
    expect((await run('esco', join(work.path, 'none.zip'), '--report', report)).err).toMatch(
      /none\.zip cannot be found/,
    );
    expect((await run('esco', path, '--report', join(work.path, 'no', 'where.json'))).err).toMatch(
      /where\.json cannot be written\. Name another place with --report\./,
    );
  });

  test('prints what it did and lists what it could not use in the report file', async () => {
    const mark = newId();
    const [from, to] = [`https://www.onetonline.org/link/summary/98-7654.32`, `http://x.example/${mark}`];
    await cypher(
      `UNWIND [$from, $to] AS uri MERGE (c:Concept {uri: uri}) SET c:Occupation, c.framework = 'test', c.since = 1, c.until = 2147483647`,
      { from, to },
    );
    const head = 'O*NET Id,ESCO or ISCO URI,Type of Match\n';
    const path = await work.file(
      'crosswalk.csv',
      `${head}98-7654.32,${to},closeMatch\n98-7654.32,${to}-no,exactMatch\n`,
    );
    const report = join(work.path, 'report.json');
    const { code, out } = await run('crosswalk', path, '--report', report);
    expect(code).toBe(0);
    expect(out).toContain('crosswalk 1: 2 rows read in ');
    expect(out).toContain('mappings (1): 1 added, 0 changed');
    expect(out).toContain(
      `1 rows could not be used (1 name something absent, 0 repeat another row, 0 have no label); they are listed in ${report}`,
    );
    expect(JSON.parse(await readFile(report, 'utf8'))).toMatchObject({
      rows: [{ reason: 'ABSENT', file: 'crosswalk.csv', line: 3, absent: [`${to}-no`] }],
      report: { framework: 'crosswalk', rows: 2, problems: { ABSENT: 1 } },
    });
    expect((await run('crosswalk', path, '--report', report)).out).toContain('Nothing changed');
  });
});
