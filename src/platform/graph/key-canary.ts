import { z } from 'zod';
import { SealError, type Sealer, sealContext } from '../seal.ts';
import type { Graph } from './graph.ts';
import { repository } from './repository.ts';
import { read, write } from './statement.ts';
import { id, instant } from './types.ts';

export const keyCanaryStatements = {
  canary: read('platform/key-canary', { params: { id }, row: { sealedCanary: id }, returns: 'maybe' }),
  writeCanary: write('platform/write-key-canary', {
    params: { id, sealedCanary: id, now: instant },
    row: { sealedCanary: z.string() },
    returns: 'one',
  }),
};

const CANARY = 'key-encryption-key';

/**
 * Refuses a key-encryption key that is not the one this database was filled with; a new database remembers the key it is
 * given. Call it before serving: with a wrong key nothing sealed would open, and what is written would be lost to the right one.
 */
export async function assertKeyEncryptionKey(graph: Graph, sealer: Sealer, now: Date): Promise<void> {
  const canaries = repository(graph.run, keyCanaryStatements);
  const context = sealContext('KeyCanary', CANARY, 'sealedCanary');
  const stored =
    (await canaries.canary({ id: CANARY })) ??
    (await canaries.writeCanary({ id: CANARY, sealedCanary: sealer.seal(CANARY, context), now }));
  try {
    sealer.open(stored.sealedCanary, context);
  } catch (error) {
    if (!(error instanceof SealError)) throw error;
    throw new Error(
      'KEY_ENCRYPTION_KEY is not the key this database was sealed with. Give the one it was filled with ' +
        '(it is kept with the backup of the database), or start over with an empty database.',
      { cause: error },
    );
  }
}
