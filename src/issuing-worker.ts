import { constants, setPriority } from 'node:os';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Config } from './config.ts';
import { createContext } from './context.ts';
import { createCredentialing } from './modules/credentials/credentialing.ts';
import { BatchRunner } from './modules/credentials/issuing/batch-runner.ts';
import { ReadLog } from './modules/identity/audit/read-log.ts';
import { Attempts } from './modules/identity/sign-in/attempts.ts';
import { createLexicons } from './modules/taxonomy/lexicons.ts';
import { systemClock } from './platform/clock.ts';
import { connect } from './platform/graph/graph.ts';
import { createLog } from './platform/log.ts';

/** A worker thread that carries out batches of awards with a connection, keys and an agent of its own. Ends when nothing is left to do. */
if (isMainThread) throw new Error('This is started as a worker thread, with the configuration as its data.');
// on Linux this is the thread's alone: whoever asks the API goes before what can wait
if (process.platform === 'linux') setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
const config = workerData as Config;
const log = createLog(config.logLevel);
const graph = connect(config.graph);
const app = {
  config,
  graph,
  log,
  clock: systemClock,
  credentialing: createCredentialing(
    {
      ...config,
      keyEncryptionKey: Buffer.from(config.keyEncryptionKey),
      indexKey: Buffer.from(config.indexKey),
    },
    graph,
    systemClock,
  ),
  lexicons: createLexicons(systemClock),
  readLog: new ReadLog(graph),
  planner: { plan: () => Promise.reject(new Error('awards need no plans')), stop: async () => {} },
};
const attempts = new Attempts();
const verifying = async () => {};
const runner = new BatchRunner({
  graph,
  clock: systemClock,
  kek: app.credentialing.kek,
  issueAs: (viewer) => {
    const { credentials } = createContext(app, { viewer, graph, requestId: 'issuing', attempts, verifying });
    return (rows) => credentials.issueEach(rows);
  },
  onError: (error) => log.error({ err: error }, 'awards of a batch were not issued'),
});

let asked = true;
parentPort?.once('message', () => {
  asked = false;
});
// while one lane waits for the database, the other signs
const lane = async (): Promise<void> => {
  while (asked && (await runner.step()));
};
await Promise.all([lane(), lane()]);
await app.credentialing.vaults.close();
await graph.close();
parentPort?.unref();
