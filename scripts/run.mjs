// @ts-check
/**
 * node scripts/run.mjs <name> [args]: runs src/cli/<name>.ts on the database that NEO4J_URI names, else on the local one: the running one of
 * `npm start`, or one started for as long as this takes.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCli } from './lib/cli.mjs';
import { command, Failure } from './lib/command.mjs';
import { openDatabase } from './lib/database.mjs';
import { ROOT } from './lib/environment.mjs';
import { prepare } from './lib/prepare.mjs';
import { sealingKeys } from './lib/secrets.mjs';
import { stopSignal } from './lib/signals.mjs';

await command(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  if (!existsSync(join(ROOT, 'src', 'cli', `${name}.ts`)))
    throw new Failure(`There is no src/cli/${name}.ts.`);
  const signal = stopSignal();
  await prepare({ signal });
  const database = await openDatabase({ signal, share: true });
  try {
    const env = { ...process.env, ...database.environment, ...(await sealingKeys()) };
    return await runCli(name, { args, env, show: true, signal });
  } finally {
    await database.stop();
  }
});
