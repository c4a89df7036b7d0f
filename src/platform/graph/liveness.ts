import neo4j, { type Driver } from 'neo4j-driver';
import { z } from 'zod';
import { databaseAway } from './driver-errors.ts';
import type { GraphConfig } from './graph-config.ts';
import { read } from './statement.ts';

export const livenessStatements = {
  ping: read('platform/ping', { params: {}, row: { answers: z.boolean() }, returns: 'one' }),
};

const PATIENCE_MS = 2_000;
const PROBE_MS = 1_500;

/**
 * Tells a slow database from a dead one. A connection that was cut in silence (a lost route, a stopped machine) gives no
 * error of its own for minutes, so whatever takes longer than two seconds is accompanied by probes on a connection of
 * their own: as long as those answer, the work may go on; when one does not, the work is given up as UNAVAILABLE.
 */
export interface Liveness {
  /** Resolves when the database answers a probe; rejects with UNAVAILABLE when it does not within 1.5 s, or the configured patience. */
  probe(): Promise<void>;
  /** The result of the work, or UNAVAILABLE as soon as the database stops answering probes. */
  watch<T>(work: Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export function liveness(config: GraphConfig): Liveness {
  const deadline = config.patience ?? PROBE_MS;
  const driver: Driver = neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password), {
    maxConnectionPoolSize: 1,
    connectionTimeout: deadline,
    connectionAcquisitionTimeout: deadline,
    maxTransactionRetryTime: 0,
    telemetryDisabled: true,
  });
  const { ping } = livenessStatements;
  let running: Promise<void> | null = null;

  const probe = () => {
    running ??= withDeadline(
      driver.executeQuery(ping.text, {}, config.database ? { database: config.database } : {}),
      deadline,
    ).finally(() => {
      running = null;
    });
    return running;
  };

  return {
    probe: () => probe().then(() => config.onStatement?.(ping.file)),
    watch: (work) =>
      new Promise((resolve, reject) => {
        const check = () => {
          timer = setTimeout(() => void probe().then(check, reject), PATIENCE_MS);
        };
        let timer: NodeJS.Timeout;
        check();
        work.then(resolve, reject).finally(() => clearTimeout(timer));
      }),
    close: () => driver.close(),
  };
}

const withDeadline = (answer: Promise<unknown>, deadline: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const away = (cause?: unknown) => reject(databaseAway(cause));
    const timer = setTimeout(away, deadline);
    answer.then(() => resolve(), away).finally(() => clearTimeout(timer));
  });
