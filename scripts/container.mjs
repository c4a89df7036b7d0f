// @ts-check
/** What the container runs: `npm start` without what an image already has. The database and the secrets come from the environment. */
import { join } from 'node:path';
import { serve } from './lib/children.mjs';
import { runCli } from './lib/cli.mjs';
import { command, Failure } from './lib/command.mjs';
import { DATA, ROOT } from './lib/environment.mjs';
import { progress } from './lib/progress.mjs';
import { loadSampleWorld } from './lib/sample-world.mjs';
import { aborted, stopSignal } from './lib/signals.mjs';
import { welcome } from './lib/welcome.mjs';

await command(async () => {
  const signal = stopSignal();
  const { env } = process;
  const started = performance.now();
  await progress('Migrating', () => runCli('migrate', { env, signal }));
  const database = { local: false, sampleKeys: join(DATA, 'sample-keys.json') };
  const keys = await loadSampleWorld(database, { env, signal });
  const api = serve(['--enable-source-maps', join(ROOT, 'dist', 'src', 'main.js')], { cwd: ROOT, env });
  try {
    const seconds = (performance.now() - started) / 1000;
    await welcome({ port: Number(env.PORT), keys, seconds, publicUrl: env.PUBLIC_URL });
    const ended = await Promise.race([aborted(signal).then(() => 'asked'), api.exited.then(() => 'api')]);
    if (ended === 'api') throw new Failure('The API ended by itself; what it said last stands above.');
  } finally {
    await api.stop();
  }
});
