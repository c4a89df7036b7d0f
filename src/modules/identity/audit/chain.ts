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
 * compute it again; `docs/security/audit.md` gives the recipe.
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

/** The first thing wrong with a chain. */
export interface ChainFault {
  readonly chain: string;
  /** The number of the event that was altered, removed or moved. */
  readonly seq: number;
  readonly fault: 'ALTERED' | 'MISSING' | 'REORDERED' | 'CUT_OFF' | 'REWRITTEN';
}

/** Walks the events of one chain in the order of their numbers and names the first that was altered, removed or moved. */
export class ChainCheck {
  #last = EMPTY_CHAIN;

  /** `anchor` is a head of this chain that was noted down earlier, where nobody could change it. */
  constructor(
    private readonly chain: string,
    private readonly anchor: ChainHead | null = null,
  ) {}

  /** The last event that was sound. */
  get last(): ChainHead {
    return this.#last;
  }

  /** Looks at the next event; null where one is stored that is no event at all. */
  next(event: AuditEvent | null): ChainFault | null {
    const expected = this.#last.seq + 1;
    if (event === null) return this.#fault(expected, 'ALTERED');
    if (event.seq > expected) return this.#fault(expected, 'MISSING');
    if (event.seq < expected) return this.#fault(event.seq, 'REORDERED');
    if (event.chain !== this.chain || event.hash !== hashOf(event)) return this.#fault(expected, 'ALTERED');
    if (event.previous !== this.#last.hash) return this.#fault(expected, 'REORDERED');
    if (this.anchor?.seq === expected && this.anchor.hash !== event.hash)
      return this.#fault(expected, 'REWRITTEN');
    this.#last = { seq: expected, hash: event.hash };
    return null;
  }

  /** Looks whether the chain ends where its head, and the anchor, say. */
  end(head: ChainHead | null): ChainFault | null {
    const { seq, hash } = this.#last;
    const whole = head?.seq === seq && head.hash === hash && seq >= (this.anchor?.seq ?? 0);
    return whole ? null : this.#fault(seq + 1, 'CUT_OFF');
  }

  #fault(seq: number, fault: ChainFault['fault']): ChainFault {
    return { chain: this.chain, seq, fault };
  }
}

/** The first fault of a chain that is at hand as a whole, or null. */
export function findFault(chain: string, events: readonly AuditEvent[], head: ChainHead): ChainFault | null {
  const check = new ChainCheck(chain);
  for (const event of events) {
    const fault = check.next(event);
    if (fault) return fault;
  }
  return check.end(head);
}
