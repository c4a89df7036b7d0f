import { resolve } from 'node:path';
import type { Suite } from './case.ts';
import { dataModel } from './data-model.ts';
import { oneEdTech } from './one-edtech.ts';
import { schemas } from './schemas.ts';
import { vectors } from './vectors.ts';

/** Runs every suite in the folder; prints a table, then what differs, how many passed, and last one JSON object. */
const folder = resolve(process.argv[2] ?? '.');
const suites: Suite[] = [
  await oneEdTech(folder),
  await dataModel(folder),
  await vectors(folder, 'w3c-vc-di-eddsa'),
  await vectors(folder, 'w3c-vc-di-ecdsa'),
  await schemas(folder),
];

const count = ({ cases }: Suite) => cases.filter(({ agrees }) => agrees).length;
const known = ({ cases }: Suite) => cases.filter(({ difference }) => difference !== null).length;

for (const { name, cases } of suites)
  for (const each of cases)
    if (!each.agrees || process.argv.includes('--all'))
      console.log(
        `${name}: ${each.name}\n  expected ${each.expected}\n  found    ${each.found}\n  ${each.agrees ? 'agrees' : `differs: ${each.difference ?? 'NOBODY KNOWS WHY'}`}`,
      );
console.log('| suite | agree | differ, with a reason | differ | total |\n|---|--:|--:|--:|--:|');
for (const suite of suites) {
  const differ = suite.cases.length - count(suite) - known(suite);
  console.log(`| ${suite.name} | ${count(suite)} | ${known(suite)} | ${differ} | ${suite.cases.length} |`);
}
const passed = suites.reduce((sum, suite) => sum + count(suite) + known(suite), 0);
const failed = suites.reduce((sum, suite) => sum + suite.cases.length, 0) - passed;
console.log(`\n${passed} passed, ${failed} failed`);
console.log(
  JSON.stringify(
    Object.fromEntries(
      suites.map((suite) => [suite.name, { agree: count(suite), total: suite.cases.length }]),
    ),
  ),
);
process.exitCode = failed === 0 ? 0 : 1;
