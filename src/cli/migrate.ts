import { loadConfig } from '../config.ts';
import { connect } from '../platform/graph/graph.ts';
import { migrate } from '../platform/graph/migrate.ts';

const graph = connect(loadConfig().graph);
try {
  const ran = await migrate(graph, undefined, (id) => process.stdout.write(`applying ${id}\n`));
  process.stdout.write(
    ran.length === 0 ? 'The graph is up to date.\n' : `Applied ${ran.length} migrations.\n`,
  );
} finally {
  await graph.close();
}
