import { z } from 'zod';
import { SealError, type Sealer, sealContext } from '../seal.ts';
import type { Graph } from './graph.ts';
import { type Run, repository } from './repository.ts';
import { read, write } from './statement.ts';
import { id, instant } from './types.ts';

const canaryRow = { sealedCanary: id, rewrappingTo: z.string().nullable() };

export const keyCanaryStatements = {
  canary: read('platform/key-canary', { params: { id }, row: canaryRow, returns: 'maybe' }),
  writeCanary: write('platform/write-key-canary', {
    params: { id, sealedCanary: id, now: instant },
    row: canaryRow,
    returns: 'one',
  }),
  beginRewrap: write('platform/begin-rewrap', { params: { id, kek: id }, row: {}, returns: 'none' }),
  finishRewrap: write('platform/finish-rewrap', {
    params: { id, sealedCanary: id },
    row: {},
    returns: 'none',
  }),
};

const CANARY = 'key-encryption-key';
const CONTEXT = sealContext('KeyCanary', CANARY, 'sealedCanary');

/** Which key-encryption key a database has: whether this is it, and the id of the one that is replacing it. */
export interface KeyState {
  readonly opens: (sealer: Sealer) => boolean;
  readonly rewrappingTo: string | null;
}

/** What the database remembers of its key-encryption key; null while it is new. */
export async function keyState(run: Run): Promise<KeyState | null> {
  const stored = await repository(run, keyCanaryStatements).canary({ id: CANARY });
  return (
    stored && { opens: (sealer) => opens(sealer, stored.sealedCanary), rewrappingTo: stored.rewrappingTo }
  );
}

/** Notes that the keys are being wrapped anew: until {@link finishRewrap}, no server starts. */
export const beginRewrap = (run: Run, to: Sealer): Promise<undefined> =>
  repository(run, keyCanaryStatements).beginRewrap({ id: CANARY, kek: to.keyId });

/** Makes `to` the key-encryption key of the database. */
export const finishRewrap = (run: Run, to: Sealer): Promise<undefined> =>
  repository(run, keyCanaryStatements).finishRewrap({
    id: CANARY,
    sealedCanary: to.seal(CANARY, CONTEXT),
  });

/**
 * Refuses a key-encryption key that is not the one this database was filled with; a new database remembers the key it is
 * given. Call it before serving: with a wrong key nothing sealed would open, and what is written would be lost to the right one.
 */
export async function assertKeyEncryptionKey(graph: Graph, sealer: Sealer, now: Date): Promise<void> {
  const canaries = repository(graph.run, keyCanaryStatements);
  const stored =
    (await canaries.canary({ id: CANARY })) ??
    (await canaries.writeCanary({ id: CANARY, sealedCanary: sealer.seal(CANARY, CONTEXT), now }));
  if (stored.rewrappingTo !== null)
    throw new Error(
      `The keys of this database are being wrapped anew, by the key ${stored.rewrappingTo}, and that is not finished. ` +
        'Run "npm run keys -- rewrap" to its end, then start again.',
    );
  if (!opens(sealer, stored.sealedCanary))
    throw new Error(
      'KEY_ENCRYPTION_KEY is not the key this database was sealed with. Give the one it was filled with ' +
        '(it is kept with the backup of the database), or start over with an empty database.',
    );
}

function opens(sealer: Sealer, sealedCanary: string): boolean {
  try {
    sealer.open(sealedCanary, CONTEXT);
    return true;
  } catch (error) {
    if (error instanceof SealError) return false;
    throw error;
  }
}
