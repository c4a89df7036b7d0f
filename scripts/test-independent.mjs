// @ts-check
/**
 * npm run test:independent: credentials of this service, verified by another implementation (Python, test/independent).
 * Needs Python 3.10 or newer with `venv`; the packages it pins are installed into .data/independent the first time.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { command, Failure, run } from './lib/command.mjs';
import { ROOT } from './lib/environment.mjs';
import { readIfThere } from './lib/files.mjs';
import { report, runJest } from './lib/jest.mjs';
import { prepare } from './lib/prepare.mjs';
import { progress } from './lib/progress.mjs';
import { stopSignal } from './lib/signals.mjs';
import { withThrowAwayNeo4j } from './lib/throw-away.mjs';

const folder = join(ROOT, '.data', 'independent');
const python = join(folder, 'bin', 'python');
const requirements = join(ROOT, 'test', 'independent', 'requirements.txt');

/** @param {AbortSignal} signal */
async function installPython(signal) {
  const wanted = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex');
  const mark = join(folder, 'installed');
  if (existsSync(python) && (await readIfThere(mark)) === wanted) return;
  await progress('Installing the packages of the independent verifier', async () => {
    const made = await run('python3', ['-m', 'venv', folder], { signal });
    const installed =
      made.code === 0 &&
      (await run(python, ['-m', 'pip', 'install', '--quiet', '--requirement', requirements], { signal }))
        .code === 0;
    if (!installed)
      throw new Failure(
        'The independent verifier could not be installed: it needs python3 (3.10 or newer) with venv, and PyPI.',
      );
  });
  await writeFile(mark, wanted);
}

await command(async () => {
  const signal = stopSignal();
  await prepare({ building: false, signal });
  await installPython(signal);
  const tally = await withThrowAwayNeo4j({ signal }, (env) =>
    runJest({
      projects: ['independent'],
      args: process.argv.slice(2),
      env: { ...env, INDEPENDENT_PYTHON: python },
      signal,
    }),
  );
  return report(tally);
});
