import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { importSample, sampleImporter } from '../support/catalogue-samples.ts';
import { releasesFolder } from '../support/config.ts';

/*
 * What Credential Engine publishes as examples of CTDL: each file is imported, or refused with a reason. docs/exchange.md has the table.
 */

const FOLDERS = [
  'Competency-Frameworks',
  'PathwaysConditionsAndConstraints/Pathway-Examples',
  'CTDLinLERs_VCs_OpenBadges_CLRs',
];
const importer = sampleImporter();
afterAll(() => importer.close());

const docs = readFileSync('docs/exchange.md', 'utf8');
const filesIn = (folder: string) =>
  readdirSync(join(releasesFolder(), 'ctdl', folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.json(ld)?$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(releasesFolder(), 'ctdl', folder, path), 'utf8') }));

describe.each(FOLDERS)('%s', (folder) => {
  test.each(filesIn(folder))('$path is imported or refused with a reason', async ({ path, text }) => {
    const first = await importSample(importer, text);
    const line = `| ${path} | ${first.told} |`;
    process.stdout.write(`${line}\n`);
    if (first.result === null) expect(first.told).toMatch(/^refused: \S.{10,}/);
    else {
      const again = await importSample(importer, text);
      const actions = new Set(again.result?.steps.map(({ action }) => action));
      expect(['SAME', 'LEFT_OUT']).toEqual(expect.arrayContaining([...actions]));
    }
    expect(docs).toContain(line);
  });
});
