import { connect } from '../../src/platform/graph/graph.ts';
import { migrate } from '../../src/platform/graph/migrate.ts';
import { testConfig } from './config.ts';

/** Runs once for the `independent` project: an empty database becomes one with every migration applied. */
export default async function setUp(): Promise<void> {
  const graph = connect(testConfig().graph);
  try {
    await migrate(graph);
  } finally {
    await graph.close();
  }
}
