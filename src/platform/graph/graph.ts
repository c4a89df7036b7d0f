import neo4j, { type Driver, type ManagedTransaction, Neo4jError, type Session } from 'neo4j-driver';
import { tooSlow, translate } from './driver-errors.ts';
import type { GraphConfig } from './graph-config.ts';
import { type Liveness, liveness } from './liveness.ts';
import type { AnyStatement, Run } from './repository.ts';

type TransactionSettings = NonNullable<Parameters<Session['run']>[2]>;

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
  /** How long a transaction may take, in milliseconds; what the database allows when left out. */
  readonly transactionTimeout?: number;
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
  const { onStatement, transactionTimeout } = config;
  const heard: GraphScope = {
    ...(onStatement && { onStatement }),
    ...(transactionTimeout !== undefined && { transactionTimeout }),
  };
  return graphOn(driver, config.database, liveness(config), heard);
}

function graphOn(driver: Driver, database: string | undefined, alive: Liveness, scope: GraphScope): Graph {
  const bookmarkManager = driver.executeQueryBookmarkManager;

  const limit = scope.transactionTimeout === undefined ? {} : { timeout: scope.transactionTimeout };

  async function inSession<T>(
    mode: 'READ' | 'WRITE',
    name: string,
    work: (session: Session, settings: TransactionSettings) => Promise<T>,
  ): Promise<T> {
    const session = driver.session({
      defaultAccessMode: mode,
      bookmarkManager,
      ...(database && { database }),
    });
    const release = closeOnAbort(session, scope.signal);
    try {
      return await alive.watch(work(session, { metadata: { statement: name }, ...limit }));
    } catch (error) {
      return scope.signal?.aborted ? tooSlow(error) : translate(error);
    } finally {
      release();
      // Not awaited: closing waits for an answer, which a database that went away never gives.
      session.close().catch(() => {});
    }
  }

  const runIn =
    (runner: Pick<ManagedTransaction, 'run'>): Run =>
    async (statement, params) => {
      const { records } = await runner.run(statement.text, params);
      scope.onStatement?.(statement.file);
      return records.map((record) => record.toObject());
    };

  /**
   * A read by itself needs no transaction around it: one exchange with the database instead of three. What fails in passing
   * (a connection lost, a deadlock) is tried again in a transaction, as the driver does it.
   */
  const readAlone = async (session: Session, settings: TransactionSettings, ...read: Parameters<Run>) => {
    try {
      return await runIn({ run: (text, params) => session.run(text, params, settings) })(...read);
    } catch (error) {
      if (!(error instanceof Neo4jError && error.retriable) || scope.signal?.aborted) throw error;
      return session.executeRead((transaction) => runIn(transaction)(...read), settings);
    }
  };

  return {
    run: (statement: AnyStatement, params) =>
      inSession(statement.mode, statement.file, (session, settings) =>
        statement.mode === 'READ'
          ? readAlone(session, settings, statement, params)
          : session.executeWrite((transaction) => runIn(transaction)(statement, params), settings),
      ),
    write: (work) =>
      inSession('WRITE', 'write', (session, settings) =>
        session.executeWrite((transaction) => work(runIn(transaction)), settings),
      ),
    ping: () => alive.probe(),
    scoped: (inner) =>
      graphOn(driver, database, alive, {
        ...scope,
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
