import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { createCredentialing } from '../modules/credentials/credentialing.ts';
import { RewrapError, rewrapKeys } from '../modules/identity/privacy/rewrap.ts';
import { systemClock } from '../platform/clock.ts';
import { connect } from '../platform/graph/graph.ts';
import { assertKeyEncryptionKey } from '../platform/graph/key-canary.ts';
import { createSealer } from '../platform/seal.ts';
import { runKeys } from './keys-command.ts';

const PATIENCE = 60_000;
const BATCH = /^[1-9]\d{0,3}$/;

const args = process.argv.slice(2);
process.exitCode =
  args[0] === 'rewrap'
    ? await rewrap(args)
    : await runKeys(
        args,
        async (work) => {
          const config = loadConfig();
          const graph = connect({ ...config.graph, patience: PATIENCE });
          const credentialing = createCredentialing(config, graph, systemClock);
          try {
            await assertKeyEncryptionKey(graph, credentialing.kek, systemClock());
            return await work({ graph, credentialing });
          } finally {
            await credentialing.vaults.close();
            await graph.close();
          }
        },
        process.stdout,
        process.stderr,
      );

/** From KEY_ENCRYPTION_KEY_OLD to KEY_ENCRYPTION_KEY; see docs/security/personal-data.md. */
async function rewrap(given: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args: given,
    allowPositionals: true,
    options: { batch: { type: 'string', default: '500' } },
  });
  if (positionals.join() !== 'rewrap' || !BATCH.test(values.batch)) {
    process.stderr.write('Usage: npm run keys -- rewrap [--batch N], N from 1 to 9999 keys a transaction.\n');
    return 2;
  }
  const { graph: where, keyEncryptionKey, oldKeyEncryptionKey } = loadConfig();
  if (!oldKeyEncryptionKey) {
    process.stderr.write('Set KEY_ENCRYPTION_KEY_OLD to the key that wraps the keys now.\n');
    return 2;
  }
  const graph = connect({ ...where, patience: PATIENCE });
  try {
    const wrapped = await rewrapKeys(graph, {
      from: createSealer(oldKeyEncryptionKey),
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
