import { Worker } from 'node:worker_threads';
import type { Config } from './config.ts';
import { isWorkWaiting } from './modules/credentials/issuing/batch-runner.ts';
import { systemClock } from './platform/clock.ts';
import type { Graph } from './platform/graph/graph.ts';
import type { Log } from './platform/log.ts';

/** The worker threads of this process that carry out batches of awards. */
export interface IssuingPool {
  /** Looks for work now, not only at the next turn. */
  kick(): void;
  /** Lets the threads finish the few rows they are at, and starts no other. */
  stop(): Promise<void>;
}

/** How often it is looked for batches that other instances left undone. */
const LOOK_EVERY_MS = 3_000;
/** How long threads have to finish the rows they are at; a row is taken again when its while is over. */
const GRACE_MS = 10_000;

/**
 * Keeps an eye on the graph for batches and starts threads while there are any, so that signing never takes the event loop of the API
 * and an idle process keeps no thread. `program` is the compiled worker.
 */
export function startIssuingPool(
  { config, graph, log }: { readonly config: Config; readonly graph: Graph; readonly log: Log },
  program: URL = new URL('./issuing-worker.js', import.meta.url),
  graceMs = GRACE_MS,
): IssuingPool {
  const { onStatement: _, ...plainGraph } = config.graph;
  const workerData = { ...config, graph: plainGraph };
  /** The threads, and the end of each. */
  const workers = new Map<Worker, Promise<void>>();
  let stopped = false;
  let looking: Promise<void> | undefined;

  const start = (): void => {
    const worker = new Worker(program, { workerData });
    worker.on('error', (error) => log.error({ err: error }, 'a worker thread for issuing died'));
    const over = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        workers.delete(worker);
        resolve();
      });
    });
    workers.set(worker, over);
  };
  const look = async (): Promise<void> => {
    if (stopped || workers.size >= config.issuingWorkers) return;
    const waiting = await isWorkWaiting(graph, systemClock()).catch(() => false);
    if (waiting && !stopped) while (workers.size < config.issuingWorkers) start();
  };
  const kick = (): void => {
    looking ??= look().finally(() => {
      looking = undefined;
    });
  };
  const timer = setInterval(kick, LOOK_EVERY_MS).unref();
  kick();
  return {
    kick,
    async stop() {
      stopped = true;
      clearInterval(timer);
      await looking;
      for (const worker of workers.keys()) worker.postMessage('stop');
      const late = setTimeout(() => {
        log.warn('worker threads for issuing did not end in time, and are ended');
        for (const worker of workers.keys()) void worker.terminate();
      }, graceMs);
      await Promise.all(workers.values());
      clearTimeout(late);
    },
  };
}
