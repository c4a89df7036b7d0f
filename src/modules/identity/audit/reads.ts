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
  readonly #begun: Promise<void>[] = [];

  constructor(private readonly deps: { log: Pick<ReadLog, 'write'>; viewer: Viewer; clock: Clock }) {}

  note(look: Look): void {
    const key = JSON.stringify([look.chain, look.purpose, look.subject]);
    const known = this.#looks.get(key) ?? { look, objects: new Set<string>() };
    for (const object of look.objects) known.objects.add(object);
    this.#looks.set(key, known);
  }

  /** Begins to write what was noted so far while the rest of the answer is worked out: worth it for a page of people. */
  begin(): void {
    if (this.#looks.size === 0) return;
    const entries = [...this.#looks.values()].map(({ look, objects }) => ({
      ...look,
      action: 'read',
      objects: [...objects],
    }));
    this.#looks.clear();
    const { log, viewer, clock } = this.deps;
    const written = log.write(entries, { actor: actorOf(viewer), role: viewer.role, at: clock() });
    // who waits in `write` hears of a failure; until then it is not unheard of
    written.catch(() => {});
    this.#begun.push(written);
  }

  /** Resolves once all that was noted is written. */
  async write(): Promise<void> {
    this.begin();
    await Promise.all(this.#begun);
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
