import type { Graph } from '../../../platform/graph/graph.ts';
import type { AuditEntry } from './chain.ts';
import { type By, type Written, writeEvents } from './write-events.ts';

/** At most so many requests share a transaction: some thousand events, well within the memory a transaction may use. */
const MOST_AT_ONCE = 64;

interface Waiting extends Written {
  readonly done: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Writes who looked at whose data. Requests that wait for the lock of one chain would queue behind each other's transactions;
 * here those that came while one is written are written together in the next (group commit). Lives as long as the process.
 */
export class ReadLog {
  readonly #waiting = new Map<string, Waiting[]>();
  readonly #graph: Pick<Graph, 'write'>;

  constructor(graph: Pick<Graph, 'write'>) {
    this.#graph = graph;
  }

  /** Resolves once all entries are stored; rejects when any is not, and then nobody may see what was looked at. */
  async write(entries: readonly AuditEntry[], by: By): Promise<void> {
    const chains = [...new Set(entries.map(({ chain }) => chain))];
    await Promise.all(
      chains.map((chain) =>
        this.#enqueue(
          chain,
          entries.filter((entry) => entry.chain === chain),
          by,
        ),
      ),
    );
  }

  #enqueue(chain: string, entries: readonly AuditEntry[], by: By): Promise<void> {
    return new Promise((done, failed) => {
      const queue = this.#waiting.get(chain);
      const waiting = { entries, by, done, failed };
      if (queue) queue.push(waiting);
      else {
        this.#waiting.set(chain, [waiting]);
        void this.#drain(chain);
      }
    });
  }

  async #drain(chain: string): Promise<void> {
    for (let queue = this.#waiting.get(chain); queue?.length; ) {
      const batch = queue.splice(0, MOST_AT_ONCE);
      try {
        await this.#graph.write((run) => writeEvents(run, batch));
        for (const { done } of batch) done();
      } catch (error) {
        for (const { failed } of batch) failed(error);
      }
    }
    this.#waiting.delete(chain);
  }
}
