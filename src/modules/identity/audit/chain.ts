import { createHash } from 'node:crypto';

/** What happened, as an audit event says it: ids and words of the product only, never personal data in clear. */
export interface AuditEntry {
  /** The chain it belongs to: the organisation's id, or `platform`. */
  readonly chain: string;
  /** What was done, in the words of the API: a mutation's name, or `read` for a look at somebody's data. */
  readonly action: string;
  /** Why somebody else's data was read: a consent purpose; null for a change. */
  readonly purpose: string | null;
  /** The learner it is about; null when it is about nobody in particular. */
  readonly subject: string | null;
  /** The ids of what was changed or shown, in order. */
  readonly objects: readonly string[];
}

export interface AuditEvent extends AuditEntry {
  /** 1, 2, 3 … without a gap in each chain. */
  readonly seq: number;
  readonly at: Date;
  /** Who did it: `key:<id>`, `person:<id>` or `anonymous`. */
  readonly actor: string;
  readonly role: string | null;
  /** Hash of the event before; 64 zeros for the first. */
  readonly previous: string;
  readonly hash: string;
}

export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export const EMPTY_CHAIN: ChainHead = { seq: 0, hash: '0'.repeat(64) };

/** Appends entries to a chain: numbers them and seals each with the hash of its content and of the event before. */
export function append(
  head: ChainHead,
  entries: readonly AuditEntry[],
  by: { readonly actor: string; readonly role: string | null; readonly at: Date },
): { readonly events: AuditEvent[]; readonly head: ChainHead } {
  const events: AuditEvent[] = [];
  let last = head;
  for (const entry of entries) {
    const open = { ...entry, ...by, seq: last.seq + 1, previous: last.hash };
    const event = { ...open, hash: hashOf(open) };
    events.push(event);
    last = { seq: event.seq, hash: event.hash };
  }
  return { events, head: last };
}

/**
 * SHA-256 over the event's fields as a JSON array in fixed order, UTF-8, without white space. A page of any language can
 * compute it again; `docs/audit.md` gives the recipe.
 */
export const hashOf = (event: Omit<AuditEvent, 'hash'>): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        event.chain,
        event.seq,
        event.at.toISOString(),
        event.actor,
        event.role,
        event.action,
        event.purpose,
        event.subject,
        event.objects,
        event.previous,
      ]),
      'utf8',
    )
    .digest('hex');

/** The first thing wrong with a chain, or null. */
export interface ChainFault {
  readonly chain: string;
  readonly seq: number;
  readonly fault: 'ALTERED' | 'MISSING' | 'REORDERED' | 'CUT_OFF';
}

/** Walks the events of one chain in the order of their numbers and names the first that was altered, removed or moved. */
export function findFault(chain: string, events: readonly AuditEvent[], head: ChainHead): ChainFault | null {
  let last = EMPTY_CHAIN;
  for (const event of events) {
    const expected = last.seq + 1;
    if (event.seq > expected) return { chain, seq: expected, fault: 'MISSING' };
    if (event.seq < expected) return { chain, seq: event.seq, fault: 'REORDERED' };
    if (event.hash !== hashOf(event)) return { chain, seq: event.seq, fault: 'ALTERED' };
    if (event.previous !== last.hash) return { chain, seq: event.seq, fault: 'REORDERED' };
    last = { seq: event.seq, hash: event.hash };
  }
  if (last.seq !== head.seq || last.hash !== head.hash) return { chain, seq: last.seq + 1, fault: 'CUT_OFF' };
  return null;
}
