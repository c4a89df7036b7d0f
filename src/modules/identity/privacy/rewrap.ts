import type { Clock } from '../../../platform/clock.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { beginRewrap, finishRewrap, keyState } from '../../../platform/graph/key-canary.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { type Sealer, sealContext } from '../../../platform/seal.ts';
import { Mutations } from '../mutations.ts';
import { ANONYMOUS } from '../viewer.ts';
import { rewrapStatements } from './rewrap.repository.ts';

export interface RewrapOptions {
  readonly from: Sealer;
  readonly to: Sealer;
  readonly clock: Clock;
  /** How many keys are wrapped in one transaction. */
  readonly batch: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** The operator gave keys with which this cannot go on; nothing was changed. */
export class RewrapError extends Error {
  override readonly name = 'RewrapError';
}

/**
 * Wraps every key of a person and every signing key by another key-encryption key; what these keys seal stays as it is. Each batch is a
 * transaction, each envelope names the key that wraps it, and the database remembers that it is between two keys: so it can be killed at
 * any moment and run again, and does nothing when it is done. Answers how many keys this run wrapped.
 */
export async function rewrapKeys(graph: Graph, options: RewrapOptions): Promise<number> {
  const { from, to, clock } = options;
  const state = await keyState(graph.run);
  if (!state) throw new RewrapError('This database holds no keys yet: start the server with the new key.');
  const done = state.opens(to) && state.rewrappingTo === null;
  if (!done && !state.opens(from))
    throw new RewrapError('KEY_ENCRYPTION_KEY_OLD is not the key this database is sealed with.');
  if (state.rewrappingTo !== null && state.rewrappingTo !== to.keyId)
    throw new RewrapError(
      `The keys are being wrapped by the key ${state.rewrappingTo}, not by ${to.keyId}: finish that first.`,
    );
  const store = repository(graph.run, rewrapStatements);
  const counts = await store.keysByKek({});
  const foreign = counts.filter(({ kek }) => kek !== from.keyId && kek !== to.keyId);
  if (foreign.length > 0)
    throw new RewrapError(
      `${foreign.reduce((sum, { total }) => sum + total, 0)} keys are wrapped by yet another key (${foreign.map(({ kek }) => kek).join(', ')}): re-wrap from that one first.`,
    );
  const total = counts.find(({ kek }) => kek === from.keyId)?.total ?? 0;
  if (done && total === 0) return 0;
  await beginRewrap(graph.run, to);
  const wrapped = await inBatches(store, total, options);
  await new Mutations(graph, ANONYMOUS, clock).perform(
    { name: 'rewrapKeys', input: { from: from.keyId, to: to.keyId } },
    async ({ run, audit }) => {
      await finishRewrap(run, to);
      audit({
        chain: 'platform',
        action: 'rewrapKeys',
        purpose: null,
        subject: null,
        objects: [from.keyId, to.keyId],
      });
      return wrapped;
    },
  );
  return wrapped;
}

async function inBatches(
  store: ReturnType<typeof repository<typeof rewrapStatements>>,
  total: number,
  { from, to, batch, onProgress }: RewrapOptions,
): Promise<number> {
  const again = (label: string, property: string) => (row: { id: string; wrapped: string }) => {
    const context = sealContext(label, row.id, property);
    return { id: row.id, before: row.wrapped, after: to.seal(from.open(row.wrapped, context), context) };
  };
  const page = { kek: from.keyId, limit: batch };
  let done = 0;
  for (;;) {
    const rows = await store.personKeys(page);
    if (rows.length === 0) break;
    const keys = rows.map(again('PersonKey', 'wrapped'));
    done += (await store.rewrapPersonKeys({ kek: to.keyId, keys })).total;
    onProgress?.(done, total);
  }
  for (;;) {
    const rows = await store.signingKeys(page);
    if (rows.length === 0) return done;
    const keys = rows.map(again('SigningKey', 'sealedPrivateKey'));
    done += (await store.rewrapSigningKeys({ keys })).total;
    onProgress?.(done, total);
  }
}
