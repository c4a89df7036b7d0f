// @ts-check
/**
 * npm run conformance -- <folder>: what others publish to test verifiers with, against ours. Needs no database. Prints what differs and why, a
 * table, `N passed, N failed` (a difference with a known reason has passed) and, last, one JSON object `{suite: {agree, total}}`.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { command, Failure, run } from './lib/command.mjs';
import { ROOT } from './lib/environment.mjs';
import { prepare } from './lib/prepare.mjs';
import { stopSignal } from './lib/signals.mjs';

await command(async () => {
  const [folder, ...args] = process.argv.slice(2);
  if (folder === undefined || !existsSync(folder))
    throw new Failure(
      'Say where the suites lie: npm run conformance -- <folder>. docs/credentials.md says which there are.',
    );
  const signal = stopSignal();
  await prepare({ signal });
  const program = join(ROOT, 'dist', 'bench', 'conformance', 'main.js');
  const flags = ['--enable-source-maps', program, folder, ...args];
  return (await run(process.execPath, flags, { cwd: ROOT, show: true, signal })).code;
});
