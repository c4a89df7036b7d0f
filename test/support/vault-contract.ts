import { createPublicKey, randomUUID, verify } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KEY_TYPES, type KeyType } from '../../src/modules/credentials/keys/key-type.ts';
import type { KeyVault } from '../../src/modules/credentials/keys/vault/key-vault.ts';

/** A public half as node:crypto takes it. */
function publicKeyOf(type: KeyType, bytes: Uint8Array) {
  const half = (from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('base64url');
  const jwk =
    type === 'Ed25519'
      ? { kty: 'OKP', crv: 'Ed25519', x: half(0, 32) }
      : { kty: 'EC', crv: 'P-256', x: half(1, 33), y: half(33, 65) };
  return createPublicKey({ key: jwk, format: 'jwk' });
}

export const signedBy = (type: KeyType, publicKey: Uint8Array, data: Uint8Array, signature: Uint8Array) =>
  verify(
    type === 'Ed25519' ? null : 'sha256',
    data,
    { key: publicKeyOf(type, publicKey), dsaEncoding: 'ieee-p1363' },
    signature,
  );

/** What every vault must hold to, whatever keeps the keys. `open` opens it again, as another process would. */
export function vaultContract(open: () => KeyVault): void {
  const made = async (vault: KeyVault, type: KeyType) => {
    const kid = randomUUID();
    return { kid, type, ...(await vault.make(kid, type)) };
  };

  describe.each(KEY_TYPES)('a key of type %s', (type) => {
    test('signs any bytes so that its public half verifies them, and no others', async () => {
      const vault = open();
      const key = await made(vault, type);
      expect(key.publicKey).toHaveLength(type === 'Ed25519' ? 32 : 65);
      await fc.assert(
        fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 2_000 }), async (data) => {
          const signature = await vault.sign(key, data);
          expect(signature).toHaveLength(64);
          expect(signedBy(type, key.publicKey, data, signature)).toBe(true);
          expect(signedBy(type, key.publicKey, Buffer.concat([data, Buffer.of(0)]), signature)).toBe(false);
        }),
        { numRuns: 20 },
      );
      await vault.close();
    });

    test('is found again by whoever opens the vault anew', async () => {
      const first = open();
      const key = await made(first, type);
      await first.close();
      const second = open();
      const data = Buffer.from('after a restart');
      expect(signedBy(type, key.publicKey, data, await second.sign(key, data))).toBe(true);
      await second.close();
    });

    test('signs rightly when it is asked many times at once, beside another key', async () => {
      const vault = open();
      const keys = [await made(vault, type), await made(vault, type)];
      const asked = Array.from({ length: 40 }, (_, at) => {
        const key = keys[at % 2] as (typeof keys)[number];
        return { key, data: Buffer.from(`message ${at}`) };
      });
      const signatures = await Promise.all(asked.map(({ key, data }) => vault.sign(key, data)));
      expect(
        asked.map(({ key, data }, at) => signedBy(type, key.publicKey, data, signatures[at] as Uint8Array)),
      ).toEqual(asked.map(() => true));
      await vault.close();
    });
  });

  test('two keys never share a half', async () => {
    const vault = open();
    const halves = await Promise.all([1, 2, 3].map(async () => (await made(vault, 'Ed25519')).publicKey));
    expect(new Set(halves.map((half) => Buffer.from(half).toString('hex'))).size).toBe(3);
    await vault.close();
  });

  test('a key it does not have is an error, after which it goes on signing', async () => {
    const vault = open();
    const key = await made(vault, 'Ed25519');
    await expect(
      vault.sign({ kid: randomUUID(), type: 'Ed25519', sealedPrivateKey: null }, Buffer.from('x')),
    ).rejects.toThrow(/key_not_found/);
    const data = Buffer.from('y');
    expect(signedBy('Ed25519', key.publicKey, data, await vault.sign(key, data))).toBe(true);
    await vault.close();
  });

  test('what it hands out for keeping holds no private half in clear', async () => {
    const vault = open();
    for (const type of KEY_TYPES) {
      const { sealedPrivateKey } = await made(vault, type);
      if (sealedPrivateKey !== null)
        expect(sealedPrivateKey).toMatch(/^v1\.[0-9a-f]{16}\.[\w-]+\.[\w-]+\.[\w-]+$/);
    }
    await vault.close();
  });

  test('destroying a key that is not there is no error', async () => {
    const vault = open();
    await vault.destroy(randomUUID());
    await vault.close();
  });
}
