import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { SealedVault } from '../../../src/modules/credentials/keys/vault/sealed-vault.ts';
import { openVaults } from '../../../src/modules/credentials/keys/vault/vaults.ts';
import { createSealer, SealError } from '../../../src/platform/seal.ts';
import { vaultContract } from '../../support/vault-contract.ts';

const open = (byte = 1) => new SealedVault(createSealer(Buffer.alloc(32, byte)));

vaultContract(() => open());

test('a private half opens for no other key and by no other key-encryption key', async () => {
  const vault = open();
  const [kid, other] = [randomUUID(), randomUUID()];
  const key = { kid, type: 'Ed25519' as const, ...(await vault.make(kid, 'Ed25519')) };
  await expect(vault.sign({ ...key, kid: other }, Buffer.of(1))).rejects.toThrow(SealError);
  await expect(open(2).sign(key, Buffer.of(1))).rejects.toThrow(SealError);
});

test('a vault that is not configured is named', () => {
  const vaults = openVaults({ keyEncryptionKey: Buffer.alloc(32, 1) });
  expect(vaults.names).toEqual(['sealed']);
  expect(vaults.preferred).toBe('sealed');
  expect(() => vaults.vault('pkcs11')).toThrow(/the vault pkcs11, which is not configured/);
});
