import { createHash, createHmac } from 'node:crypto';
import type { Clock } from '../../platform/clock.ts';
import { conflict, invalidInput } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { type Run, repository } from '../../platform/graph/repository.ts';
import { newId } from '../../platform/ids.ts';
import type { AuditEntry } from './audit/chain.ts';
import { writeEvents } from './audit/write-events.ts';
import { mutationStatements } from './mutations.repository.ts';
import { actorOf, type Viewer } from './viewer.ts';

/** What a mutation is given: the transaction it runs in, the instant it happens, and the audit it must write to. */
export interface Change {
  readonly run: Run;
  readonly now: Date;
  /** Notes what happened; it is stored in the same transaction. A change that notes nothing is rolled back. */
  audit(entry: AuditEntry): void;
}

export interface MutationRequest {
  /** The mutation's name in the API. */
  readonly name: string;
  /** What was asked, to tell a repeated request from a new one under a used key. */
  readonly input: unknown;
  /** The client's key, 8 to 128 printable characters; the same key and input gives the stored result. */
  readonly idempotencyKey?: string | null | undefined;
}

/** A mutation's result as it is stored: ids and plain values, never personal data. */
export type Stored =
  | string
  | number
  | boolean
  | null
  | readonly Stored[]
  | { readonly [name: string]: Stored };

/**
 * The one way to change the graph for somebody. The change, its audit events and the memory of the request are one
 * transaction, so that none exists without the others; and because the memory is looked up first, neither a client that
 * asks again nor a driver that lost the acknowledgement of a COMMIT can double an effect.
 */
export class Mutations {
  constructor(
    private readonly graph: Graph,
    private readonly viewer: Viewer,
    private readonly clock: Clock,
  ) {}

  /** The same for somebody else: a person who only now became known. */
  as(viewer: Viewer): Mutations {
    return new Mutations(this.graph, viewer, this.clock);
  }

  /** Does `work` as `perform` would, then takes all of it back: whatever would go wrong goes wrong here, and nothing is written. */
  async rehearse<T>(work: (change: Change) => Promise<T>): Promise<T> {
    const takenBack = new Error('taken back');
    const results: T[] = [];
    try {
      await this.graph.write(async (run) => {
        results.push(await work({ run, now: this.clock(), audit: () => {} }));
        throw takenBack;
      });
    } catch (error) {
      if (error !== takenBack) throw error;
    }
    return results.at(-1) as T;
  }

  /** Carries out `work` once. CONFLICT when the key was used with other input; INVALID_INPUT for a key that is no key. */
  async perform<T extends Stored>(
    request: MutationRequest,
    work: (change: Change) => Promise<T>,
  ): Promise<T> {
    const actor = actorOf(this.viewer);
    const secret = checkedKey(request.idempotencyKey);
    const key = sha256(`${actor} ${secret}`);
    const input = inputDigest(secret, request);
    const now = this.clock();
    return this.graph.write(async (run) => {
      const memory = repository(run, mutationStatements);
      const known = await memory.claim({ key, input, now });
      if (known.input !== input)
        throw conflict(
          'This idempotency key was used for another request. Use a new key for a new request.',
          {
            argument: 'idempotencyKey',
            reason: 'KEY_REUSED',
          },
        );
      if (known.result !== null) return JSON.parse(known.result) as T;
      const entries: AuditEntry[] = [];
      const result = await work({ run, now, audit: (entry) => void entries.push(entry) });
      if (entries.length === 0) throw new Error(`${request.name} wrote no audit event`);
      await writeEvents(run, [{ entries, by: { actor, role: this.viewer.role, at: now } }]);
      await memory.remember({ key, result: JSON.stringify(result) });
      return result;
    });
  }
}

function checkedKey(key: string | null | undefined): string {
  if (key === null || key === undefined) return newId();
  if (!/^[\x21-\x7e]{8,128}$/.test(key))
    throw invalidInput(
      'idempotencyKey',
      'must be 8 to 128 printable characters without spaces; a UUID does well.',
    );
  return key;
}

/** Keyed with what only the client knows, because input can be personal: whoever reads the graph cannot try names and addresses against it. */
const inputDigest = (secret: string, { name, input }: MutationRequest): string =>
  createHmac('sha256', secret)
    .update(JSON.stringify([name, input]))
    .digest('hex');

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
