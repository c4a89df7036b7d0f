import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { RewrapError, rewrapKeys } from '../modules/identity/privacy/rewrap.ts';
import { systemClock } from '../platform/clock.ts';
import { connect } from '../platform/graph/graph.ts';
import { createSealer } from '../platform/seal.ts';

// npm run keys -- rewrap [--batch N]: from KEY_ENCRYPTION_KEY_OLD to KEY_ENCRYPTION_KEY; see docs/security/personal-data.md.
const PATIENCE = 60_000;
const BATCH = /^[1-9]\d{0,3}$/;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { batch: { type: 'string', default: '500' } },
});
const { graph: where, keyEncryptionKey, oldKeyEncryptionKey } = loadConfig();

async function rewrap(old: Uint8Array): Promise<number> {
  const graph = connect({ ...where, patience: PATIENCE });
  try {
    const wrapped = await rewrapKeys(graph, {
      from: createSealer(old),
      to: createSealer(keyEncryptionKey),
      clock: systemClock,
      batch: Number(values.batch),
      onProgress: (done, total) => process.stdout.write(`wrapped ${done} of ${total} keys\n`),
    });
    process.stdout.write(
      `${wrapped} keys were wrapped anew; all are wrapped by KEY_ENCRYPTION_KEY now. Forget the old one when no backup needs it.\n`,
    );
    return 0;
  } catch (error) {
    if (!(error instanceof RewrapError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  } finally {
    await graph.close();
  }
}

if (positionals.join() !== 'rewrap' || !BATCH.test(values.batch)) {
  process.stderr.write('Usage: npm run keys -- rewrap [--batch N], N from 1 to 9999 keys a transaction.\n');
  process.exitCode = 2;
} else if (!oldKeyEncryptionKey) {
  process.stderr.write('Set KEY_ENCRYPTION_KEY_OLD to the key that wraps the keys now.\n');
  process.exitCode = 2;
} else {
  process.exitCode = await rewrap(oldKeyEncryptionKey);
}
