import { loadConfig } from '../config.ts';
import { connect } from '../platform/graph/graph.ts';
import { runLintCatalogue } from './lint-catalogue-command.ts';

process.exitCode = await runLintCatalogue(
  process.argv.slice(2),
  async (work) => {
    const graph = connect(loadConfig().graph);
    try {
      return await work(graph);
    } finally {
      await graph.close();
    }
  },
  process.stdout,
  process.stderr,
);
