import { loadConfig } from '../config.ts';
import { PATIENCE } from '../modules/taxonomy/import/import-files.ts';
import { connect } from '../platform/graph/graph.ts';
import { migrate } from '../platform/graph/migrate.ts';
import { runImport } from './import-command.ts';

process.exitCode = await runImport(
  process.argv.slice(2),
  async (work) => {
    const graph = connect({ ...loadConfig().graph, patience: PATIENCE });
    try {
      await migrate(graph);
      return await work(graph);
    } finally {
      await graph.close();
    }
  },
  process.stdout,
  process.stderr,
);
