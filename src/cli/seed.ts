import { loadConfig } from '../config.ts';
import { connect } from '../platform/graph/graph.ts';
import { migrate } from '../platform/graph/migrate.ts';
import { loadSampleWorld } from '../seed/load-sample-world.ts';

const config = loadConfig();
const graph = connect(config.graph);
try {
  await migrate(graph);
  const { loaded, learners, credentials } = await loadSampleWorld(graph, {
    ...config,
    now: new Date(),
    progress: (what) => process.stdout.write(`loading the ${what}\n`),
  });
  process.stdout.write(
    loaded
      ? `The sample world is loaded: ${learners} learners with ${credentials} credentials.\n`
      : 'The sample world is there already.\n',
  );
} finally {
  await graph.close();
}
