// @ts-check
/** npm run test:releases -- <folder> [jest args]: the tests on the publishers' full releases, which lie in that folder or in its `data/`. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { command, Failure } from './lib/command.mjs';
import { report, runJest } from './lib/jest.mjs';
import { prepare } from './lib/prepare.mjs';
import { stopSignal } from './lib/signals.mjs';
import { withThrowAwayNeo4j } from './lib/throw-away.mjs';

await command(async () => {
  const [folder, ...args] = process.argv.slice(2);
  if (folder === undefined || !existsSync(folder))
    throw new Failure(
      'Say where the releases lie: npm run test:releases -- <folder>. docs/importing.md says where to get them.',
    );
  const signal = stopSignal();
  await prepare({ building: false, signal });
  const tally = await withThrowAwayNeo4j({ heap: '1g', signal }, (env) =>
    runJest({ projects: ['releases'], args, env: { ...env, RELEASES_FOLDER: resolve(folder) }, signal }),
  );
  return report(tally);
});
