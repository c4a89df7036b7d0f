import { type Run, repository } from '../../../platform/graph/repository.ts';
import { auditStatements } from './audit.repository.ts';
import { type AuditEntry, type AuditEvent, append, EMPTY_CHAIN } from './chain.ts';

/** Who did something, in which role, and when. */
export interface By {
  readonly actor: string;
  readonly role: string | null;
  readonly at: Date;
}

/** What one request did or read. */
export interface Written {
  readonly entries: readonly AuditEntry[];
  readonly by: By;
}

/** Appends to each chain that the entries name, in order. Chains are locked in the order of their names, so that two transactions never wait for each other. */
export async function writeEvents(run: Run, writes: readonly Written[]): Promise<void> {
  const audit = repository(run, auditStatements);
  const chains = new Set(writes.flatMap(({ entries }) => entries.map(({ chain }) => chain)));
  for (const chain of [...chains].sort()) {
    let head = await audit.lockChain({ chain, emptyHash: EMPTY_CHAIN.hash });
    const events = writes.flatMap(({ entries, by }) => {
      const added = append(
        head,
        entries.filter((entry) => entry.chain === chain),
        by,
      );
      head = added.head;
      return added.events;
    });
    await audit.append({ chain, ...head, series: inSeries(events) });
  }
}

type Shared = Pick<AuditEvent, 'actor' | 'role' | 'at' | 'action' | 'purpose' | 'objects'>;

/** Events that follow one another and differ only in whom they are about, as a page of people makes them. */
export interface Series extends Omit<Shared, 'objects'> {
  readonly objects: string[];
  /** The number of the event before the first. */
  readonly after: number;
  readonly subjects: (string | null)[];
  /** The hash of the event before the first, then that of each event. */
  readonly hashes: string[];
}

/** What events share is sent once: a thousand of them, each for itself, cost more to send than to store. */
export function inSeries(events: readonly AuditEvent[]): Series[] {
  const all: Series[] = [];
  for (const event of events) {
    let last = all.at(-1);
    if (!last || !isAlike(last, event)) {
      const { actor, role, at, action, purpose, objects, seq, previous } = event;
      const shared = { actor, role, at, action, purpose, objects: [...objects] };
      last = { ...shared, after: seq - 1, subjects: [], hashes: [previous] };
      all.push(last);
    }
    last.subjects.push(event.subject);
    last.hashes.push(event.hash);
  }
  return all;
}

const isAlike = (one: Shared, other: Shared): boolean =>
  one.actor === other.actor &&
  one.role === other.role &&
  one.at.getTime() === other.at.getTime() &&
  one.action === other.action &&
  one.purpose === other.purpose &&
  one.objects.length === other.objects.length &&
  one.objects.every((object, index) => object === other.objects[index]);
