import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { describe, expect, test } from '@jest/globals';
import { Pkcs11Vault } from '../../src/modules/credentials/keys/vault/pkcs11-vault.ts';
import { deviceSettings } from '../support/device.ts';
import { signedBy, vaultContract } from '../support/vault-contract.ts';

const settings = deviceSettings();

vaultContract(() => new Pkcs11Vault(settings));

describe('a key in the device', () => {
  test('is gone once it was destroyed', async () => {
    const vault = new Pkcs11Vault(settings);
    const kid = randomUUID();
    const key = { kid, type: 'Secp256r1' as const, ...(await vault.make(kid, 'Secp256r1')) };
    await vault.destroy(kid);
    await expect(vault.sign(key, Buffer.of(1))).rejects.toThrow(/key_not_found/);
    await vault.close();
  });

  test('signs in a worker thread that is handed the settings, while it signs here, too', async () => {
    const vault = new Pkcs11Vault(settings);
    const kid = randomUUID();
    const key = { kid, type: 'Ed25519' as const, ...(await vault.make(kid, 'Ed25519')) };
    const data = Buffer.from('from a worker');
    const worker = new Worker(fileURLToPath(new URL('./sign-in-worker.mjs', import.meta.url)), {
      workerData: { settings, key: { kid, type: key.type, sealedPrivateKey: null }, data },
    });
    const theirs = new Promise<Uint8Array>((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    const ours = await Promise.all(Array.from({ length: 20 }, () => vault.sign(key, data)));
    for (const signature of [...ours, await theirs])
      expect(signedBy('Ed25519', key.publicKey, data, signature)).toBe(true);
    await vault.close();
  });
});

describe('a device', () => {
  test('without that token is an error that says so', async () => {
    const vault = new Pkcs11Vault({ ...settings, token: 'nobody' });
    await expect(vault.destroy('x')).rejects.toThrow(/no token with the label nobody/);
  });

  test('whose binding is not installed is an error that says how to get it', async () => {
    await expect(new Pkcs11Vault({ ...settings, binding: '/nowhere' }).destroy('x')).rejects.toThrow(
      /npm install --prefix <folder> pkcs11js/,
    );
  });
});
