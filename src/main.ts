import { loadConfig } from './config.ts';
import { startIssuingPool } from './issuing-pool.ts';
import { createCredentialing } from './modules/credentials/credentialing.ts';
import { ReadLog } from './modules/identity/audit/read-log.ts';
import { planInThreads } from './modules/pathways/planner.ts';
import { createLexicons } from './modules/taxonomy/lexicons.ts';
import { systemClock } from './platform/clock.ts';
import { connect } from './platform/graph/graph.ts';
import { assertKeyEncryptionKey } from './platform/graph/key-canary.ts';
import { createLog } from './platform/log.ts';
import { stopInTurn } from './platform/stopping.ts';
import { createServer } from './server.ts';

const config = loadConfig();
const log = createLog(config.logLevel);
const graph = connect(config.graph);
const credentialing = createCredentialing(config, graph, systemClock);
await assertKeyEncryptionKey(graph, credentialing.kek, systemClock()).catch((error: Error) => {
  log.fatal(error.message);
  process.exit(1);
});
const planner = planInThreads();
const issuing = startIssuingPool({ config, graph, log });
const server = await createServer({
  config,
  graph,
  log,
  clock: systemClock,
  credentialing,
  lexicons: createLexicons(systemClock),
  readLog: new ReadLog(graph),
  planner,
  kickIssuing: issuing.kick,
});

server.http.listen(config.port, config.host, () => {
  log.info({ url: `${config.publicUrl}/graphql` }, 'ready');
});
server.http.on('error', (error: NodeJS.ErrnoException) => {
  log.fatal(
    error.code === 'EADDRINUSE'
      ? `Port ${config.port} is taken. Stop what uses it, or set PORT to another one.`
      : error.message,
  );
  process.exit(1);
});

async function shutDown(signal: string): Promise<void> {
  log.info({ signal }, 'stopping');
  // in this order, because each may use what is ended after it
  await stopInTurn([
    [() => server.stop()],
    [() => planner.stop(), () => issuing.stop()],
    [() => credentialing.vaults.close()],
    [() => graph.close()],
  ]);
}
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    shutDown(signal).catch((error: unknown) => {
      log.error({ err: error }, 'did not stop cleanly');
      process.exitCode = 1;
    });
  });
