import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { createCredentialing } from '../modules/credentials/credentialing.ts';
import { systemClock } from '../platform/clock.ts';
import { connect } from '../platform/graph/graph.ts';
import { assertKeyEncryptionKey } from '../platform/graph/key-canary.ts';
import { migrate } from '../platform/graph/migrate.ts';
import { loadSampleWorld } from '../seed/load-sample-world.ts';
import { createSampleKeys } from '../seed/sample-keys.ts';

// npm run seed [-- --keys <file>]: `--keys` also makes new API keys for every kind of user and writes them to that file.
const { values } = parseArgs({ options: { keys: { type: 'string' } } });
const config = loadConfig();
const graph = connect(config.graph);
try {
  await migrate(graph);
  const credentialing = createCredentialing(config, graph, systemClock);
  await assertKeyEncryptionKey(graph, credentialing.kek, systemClock());
  const { loaded, learners, credentials } = await loadSampleWorld(graph, {
    ...config,
    credentialing,
    now: systemClock(),
    progress: (what, done, total) =>
      process.stdout.write(done === undefined ? `loading the ${what}\n` : `  ${done} of ${total} ${what}\n`),
  });
  process.stdout.write(
    loaded
      ? `The sample world is loaded: ${learners} learners with ${credentials} credentials.\n`
      : 'The sample world is there already.\n',
  );
  if (values.keys !== undefined) {
    const keys = await createSampleKeys(graph, systemClock());
    writeFileSync(values.keys, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
    process.stdout.write(`${keys.length} API keys are in ${values.keys}.\n`);
  }
} finally {
  await graph.close();
}
