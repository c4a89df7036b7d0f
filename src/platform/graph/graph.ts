import neo4j, { type Driver, type ManagedTransaction, type Session } from 'neo4j-driver';
import { tooSlow, translate } from './driver-errors.ts';
import type { GraphConfig } from './graph-config.ts';
import { type Liveness, liveness } from './liveness.ts';
import type { AnyStatement, Run } from './repository.ts';

/** Limits that make a dead database an error within seconds instead of a hang (the driver's defaults wait over 45 s). */
const limits = {
  connectionTimeout: 1_500,
  connectionAcquisitionTimeout: 2_000,
  maxTransactionRetryTime: 2_000,
  maxConnectionPoolSize: 50,
  disableLosslessIntegers: true,
  telemetryDisabled: true,
} as const;

/** The one way to the database. All reads and writes of a process share bookmarks, so a cluster stays read-your-writes. */
export interface Graph {
  /** Runs one statement in a transaction of its own. */
  readonly run: Run;
  /**
   * Runs several statements in one write transaction: all of it or nothing is stored. The work may run again when the
   * database asks for a retry, so it must have no effect outside the transaction.
   */
  write<T>(work: (run: Run) => Promise<T>): Promise<T>;
  /** Resolves when the database answers, rejects with UNAVAILABLE when it does not. */
  ping(): Promise<void>;
  /** The same graph, whose open sessions end (cancelling their queries) when the signal aborts; `onStatement` sees each. */
  scoped(scope: GraphScope): Graph;
  close(): Promise<void>;
}

export interface GraphScope {
  readonly signal?: AbortSignal;
  readonly onStatement?: (file: string) => void;
}

/** Opens the driver. Connects lazily: the first statement, or `ping`, says whether the database is there. */
export function connect(config: GraphConfig): Graph {
  const { patience } = config;
  const driver = neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password), {
    ...limits,
    ...(patience !== undefined && {
      connectionTimeout: patience,
      connectionAcquisitionTimeout: patience,
      maxTransactionRetryTime: patience,
    }),
  });
  const heard: GraphScope = config.onStatement ? { onStatement: config.onStatement } : {};
  return graphOn(driver, config.database, liveness(config), heard);
}

function graphOn(driver: Driver, database: string | undefined, alive: Liveness, scope: GraphScope): Graph {
  const bookmarkManager = driver.executeQueryBookmarkManager;

  async function inSession<T>(
    mode: 'READ' | 'WRITE',
    name: string,
    work: (transaction: ManagedTransaction) => Promise<T>,
  ): Promise<T> {
    const session = driver.session({
      defaultAccessMode: mode,
      bookmarkManager,
      ...(database && { database }),
    });
    const settings = { metadata: { statement: name } };
    const release = closeOnAbort(session, scope.signal);
    try {
      const result =
        mode === 'READ' ? session.executeRead(work, settings) : session.executeWrite(work, settings);
      return await alive.watch(result);
    } catch (error) {
      return scope.signal?.aborted ? tooSlow(error) : translate(error);
    } finally {
      release();
      // Not awaited: closing waits for an answer, which a database that went away never gives.
      session.close().catch(() => {});
    }
  }

  const runIn =
    (transaction: ManagedTransaction): Run =>
    async (statement, params) => {
      const { records } = await transaction.run(statement.text, params);
      scope.onStatement?.(statement.file);
      return records.map((record) => record.toObject());
    };

  return {
    run: (statement: AnyStatement, params) =>
      inSession(statement.mode, statement.file, (transaction) => runIn(transaction)(statement, params)),
    write: (work) => inSession('WRITE', 'write', (transaction) => work(runIn(transaction))),
    ping: () => alive.probe(),
    scoped: (inner) =>
      graphOn(driver, database, alive, {
        ...inner,
        onStatement(file) {
          scope.onStatement?.(file);
          inner.onStatement?.(file);
        },
      }),
    async close() {
      await Promise.all([driver.close(), alive.close()]);
    },
  };
}

function closeOnAbort(session: Session, signal: AbortSignal | undefined): () => void {
  if (!signal) return () => {};
  const close = () => void session.close().catch(() => {});
  if (signal.aborted) close();
  else signal.addEventListener('abort', close, { once: true });
  return () => signal.removeEventListener('abort', close);
}
