import { type Run, repository } from '../../../platform/graph/repository.ts';
import { auditStatements } from './audit.repository.ts';
import { type AuditEntry, append, EMPTY_CHAIN } from './chain.ts';

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
    await audit.append({
      chain,
      ...head,
      events: events.map(({ chain: _, objects, ...event }) => ({ ...event, objects: [...objects] })),
    });
  }
}
