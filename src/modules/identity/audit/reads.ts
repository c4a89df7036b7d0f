import type { ApolloServerPlugin } from '@apollo/server';
import type { Clock } from '../../../platform/clock.ts';
import { actorOf, type Viewer } from '../viewer.ts';
import type { AuditEntry } from './chain.ts';
import type { ReadLog } from './read-log.ts';

/** A look at somebody's data: for which organisation and purpose, about whom, and what was shown. */
export type Look = Omit<AuditEntry, 'action' | 'subject'> & {
  readonly purpose: string;
  readonly subject: string;
};

/**
 * What a request shows of other people. Services say so while they answer; it is written before the answer leaves, and when it
 * cannot be written the answer does not leave. Everything shown of one person for one purpose is one event.
 */
export class Reads {
  readonly #looks = new Map<string, { look: Look; objects: Set<string> }>();

  constructor(private readonly deps: { log: Pick<ReadLog, 'write'>; viewer: Viewer; clock: Clock }) {}

  note(look: Look): void {
    const key = JSON.stringify([look.chain, look.purpose, look.subject]);
    const known = this.#looks.get(key) ?? { look, objects: new Set<string>() };
    for (const object of look.objects) known.objects.add(object);
    this.#looks.set(key, known);
  }

  /** Writes what was noted since the last time. */
  async write(): Promise<void> {
    const entries = [...this.#looks.values()].map(({ look, objects }) => ({
      ...look,
      action: 'read',
      objects: [...objects],
    }));
    this.#looks.clear();
    const { log, viewer, clock } = this.deps;
    await log.write(entries, { actor: actorOf(viewer), role: viewer.role, at: clock() });
  }
}

/** Writes the reads of each operation once it has been carried out; a failure replaces the answer. */
export const auditReads = (): ApolloServerPlugin<{ readonly reads: Reads }> => ({
  async requestDidStart() {
    return {
      async executionDidStart({ contextValue }) {
        return { executionDidEnd: () => contextValue.reads.write() };
      },
    };
  },
});
