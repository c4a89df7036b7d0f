import { createCredentialing } from '../../src/modules/credentials/credentialing.ts';
import { logMissing } from '../../src/modules/credentials/issuance-log/log-missing.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { migrate } from '../../src/platform/graph/migrate.ts';
import { loadSampleWorld } from '../../src/seed/load-sample-world.ts';
import { testConfig } from './config.ts';
import { INVENTED_PEOPLE } from './sample-world.ts';

/** Seeding is heavy work on what may be a busy machine. */
const PATIENCE = 60_000;

/** Runs once for the `graph` project: an empty database becomes one with every migration applied and the sample world loaded. */
export default async function setUp(): Promise<void> {
  const config = testConfig();
  const graph = connect({ ...config.graph, patience: PATIENCE });
  try {
    await migrate(graph);
    const credentialing = createCredentialing(config, graph, systemClock);
    await loadSampleWorld(graph, {
      ...config,
      credentialing,
      now: systemClock(),
      inventedPeople: INVENTED_PEOPLE,
    });
    // a database of an earlier run may hold credentials of before there were issuance logs
    await logMissing(graph, credentialing);
  } finally {
    await graph.close();
  }
}
