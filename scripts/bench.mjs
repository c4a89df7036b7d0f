// @ts-check
/** npm run bench <name> [args]: runs bench/<name>.bench.ts beside a throw-away Neo4j; prints a table and, last, one JSON object. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { command, Failure, run } from './lib/command.mjs';
import { ROOT } from './lib/environment.mjs';
import { prepare } from './lib/prepare.mjs';
import { stopSignal } from './lib/signals.mjs';
import { withThrowAwayNeo4j } from './lib/throw-away.mjs';

/** These need no database, or start what they measure themselves. */
const WITHOUT_DATABASE = ['start', 'verifying', 'pathways'];

/** Room for whole releases; the guards against expensive statements stay as they are in production. */
const HEAP = '1g';
const SETTINGS = { 'server.memory.pagecache.size': '512m' };

await command(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const names = (await readdir(join(ROOT, 'bench')))
    .filter((file) => file.endsWith('.bench.ts'))
    .map((file) => file.replace('.bench.ts', ''));
  if (!names.includes(name)) throw new Failure(`Say which: npm run bench ${names.join(' | ')}.`);

  const signal = stopSignal();
  await prepare({ signal });
  const program = join(ROOT, 'dist', 'bench', `${name}.bench.js`);
  if (!existsSync(program)) throw new Failure(`${program} was not built: does tsconfig.json include bench/?`);
  /** @param {NodeJS.ProcessEnv} env */
  const bench = async (env) => {
    const flags = ['--expose-gc', '--enable-source-maps', program, ...args];
    const { code } = await run(process.execPath, flags, { cwd: ROOT, env, show: true, signal });
    return code;
  };
  if (WITHOUT_DATABASE.includes(name)) return bench(process.env);
  return withThrowAwayNeo4j({ heap: HEAP, settings: SETTINGS, signal }, bench);
});
