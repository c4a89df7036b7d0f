import { z } from 'zod';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { checkingStatements } from './audit.repository.ts';
import { ChainCheck, type ChainFault, type ChainHead } from './chain.ts';
import { exportable, readEvent, readHead } from './stored-event.ts';

/** Heads of chains that were noted down earlier, by the names of the chains. */
export type Anchors = Readonly<Record<string, ChainHead>>;

export const anchorFile = z.record(
  z.string(),
  z.strictObject({ seq: z.number().int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
);

export interface AuditReport {
  /** The first fault of each chain that has one. */
  readonly faults: readonly ChainFault[];
  /** The heads of the chains that are whole. */
  readonly heads: Anchors;
  readonly events: number;
}

type Store = Repository<typeof checkingStatements>;

const PAGE = 1_000;
const START = Number.MIN_SAFE_INTEGER;

/** Checks one chain, or all, against themselves and against the anchors. Events that are added meanwhile do not disturb it. */
export async function checkAudit(
  graph: Graph,
  { chain, anchors = {} }: { readonly chain?: string | undefined; readonly anchors?: Anchors } = {},
): Promise<AuditReport> {
  const store = repository(graph.run, checkingStatements);
  const faults: ChainFault[] = [];
  const heads: Record<string, ChainHead> = {};
  let events = 0;
  for (const name of chain === undefined ? await chainNames(store, anchors) : [chain]) {
    const check = new ChainCheck(name, anchors[name] ?? null);
    const fault = await firstFault(store, name, check);
    if (fault) faults.push(fault);
    else heads[name] = check.last;
    events += check.last.seq;
  }
  return { faults, heads, events };
}

/** Writes every event of one chain, or of all, as it is stored, and after those of a chain its head, as lines of JSON for another checker. */
export async function exportAudit(
  graph: Graph,
  write: (line: string) => void | Promise<void>,
  only?: string,
): Promise<number> {
  const store = repository(graph.run, checkingStatements);
  let events = 0;
  for (const chain of only === undefined ? await chainNames(store, {}) : [only]) {
    for await (const event of storedEvents(store, chain)) {
      events += 1;
      await write(`${JSON.stringify({ event: exportable(event) })}\n`);
    }
    const head = await store.chainHead({ chain });
    await write(`${JSON.stringify({ head: { chain, seq: head?.seq ?? null, hash: head?.hash ?? null } })}\n`);
  }
  return events;
}

async function firstFault(store: Store, chain: string, check: ChainCheck): Promise<ChainFault | null> {
  for (;;) {
    const before = check.last.seq;
    for await (const event of storedEvents(store, chain, before === 0 ? START : before)) {
      const fault = check.next(readEvent(event));
      if (fault) return fault;
    }
    const head = readHead(await store.chainHead({ chain }));
    // a head further on may be that of events that were written after we looked
    const more = head !== null && head.seq > check.last.seq && check.last.seq > before;
    if (!more) return check.end(head);
  }
}

async function* storedEvents(
  store: Store,
  chain: string,
  start = START,
): AsyncGenerator<Record<string, unknown>> {
  for (let after = start; ; ) {
    const page = await store.storedEvents({ chain, after, limit: PAGE });
    for (const { event } of page) yield event;
    if (page.length < PAGE) return;
    after = Number(page.at(-1)?.event['seq']);
  }
}

async function chainNames(store: Store, anchors: Anchors): Promise<string[]> {
  const stored = (await store.chainNames({})).map(({ chain }) => String(chain));
  return [...new Set([...stored, ...Object.keys(anchors)])].sort();
}
