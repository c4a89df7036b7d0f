import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runCatalogue } from '../../../src/cli/catalogue-command.ts';
import { newId } from '../../../src/platform/ids.ts';
import { sampleImporter } from '../../support/catalogue-samples.ts';

let folder: string;
const importer = sampleImporter();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
});
afterAll(async () => {
  await importer.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(...args: string[]) {
  const said = { out: '', err: '' };
  const code = await runCatalogue(
    args,
    async (_organization, work) => work({ exchange: await importer.exchange(), learnWords: async () => {} }),
    { write: (text: string) => (said.out += text) },
    { write: (text: string) => (said.err += text) },
  );
  return { code, ...said };
}

test('a file is rehearsed, imported, and exported again', async () => {
  const file = join(folder, 'catalogue.csv');
  const uri = `https://college.example/${newId()}`;
  await writeFile(file, `type,uri,title,mode\nunit,${uri},A unit,LIVE\n`);
  const lacking = await run('import', 'csv', file, '--organization', 'any', '--dry-run');
  expect(lacking).toMatchObject({ code: 0, out: expect.stringContaining('It would be: 1 left out.') });
  const imported = await run('import', 'csv', file, '--organization', 'any', '--effort-minutes', '90');
  expect(imported).toMatchObject({ code: 0, out: expect.stringContaining('Done: 1 created.') });
  const report = JSON.parse(await readFile(`${file}.losses.json`, 'utf8'));
  expect(report.steps).toMatchObject([{ uri, action: 'CREATED', place: 'line 2' }]);
  const other = join(folder, 'catalogue.json');
  expect((await run('export', 'ctdl', other, '--organization', 'any')).code).toBe(0);
  expect(await readFile(other, 'utf8')).toContain(uri);
});

test('what cannot be done is said in one sentence', async () => {
  const file = join(folder, 'broken.json');
  await writeFile(file, '{');
  expect(await run('import', 'case', file, '--organization', 'any')).toMatchObject({
    code: 1,
    err: expect.stringContaining('not JSON'),
  });
  expect(await run('import', 'case', join(folder, 'none'), '--organization', 'any')).toMatchObject({
    code: 1,
  });
  expect(await run('export', 'csv', file, '--organization', 'any', '--badge', 'none')).toMatchObject({
    code: 1,
  });
  for (const args of [
    ['import'],
    ['import', 'xml', 'x'],
    ['import', 'csv'],
    ['import', 'csv', 'x'],
    ['--what'],
  ])
    expect(await run(...args)).toMatchObject({ code: 2, out: '' });
  expect(await run('--help')).toMatchObject({ code: 0, err: '' });
});
