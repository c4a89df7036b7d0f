import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { type Sealer, sealContext } from '../../../../platform/seal.ts';
import type { KeyType } from '../key-type.ts';
import type { KeyVault, NewVaultKey, VaultKey } from './key-vault.ts';

/**
 * Keys made and used by node:crypto. The private half leaves it only as PKCS#8 sealed by the key-encryption key and bound to its place;
 * one that does not open (wrong key-encryption key, altered envelope) throws a SealError.
 */
export class SealedVault implements KeyVault {
  readonly #opened = new Map<string, { readonly sealed: string; readonly key: KeyObject }>();

  constructor(private readonly sealer: Sealer) {}

  async make(kid: string, type: KeyType): Promise<NewVaultKey> {
    const { publicKey, privateKey } =
      type === 'Ed25519'
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const bytes = [x, y].map((half) => Buffer.from(half, 'base64url'));
    return {
      publicKey: Buffer.concat(type === 'Ed25519' ? bytes : [Buffer.of(4), ...bytes]),
      sealedPrivateKey: this.sealer.seal(privateKey.export({ type: 'pkcs8', format: 'der' }), placeOf(kid)),
    };
  }

  async sign(key: VaultKey, data: Uint8Array): Promise<Uint8Array> {
    return sign(key.type === 'Ed25519' ? null : 'sha256', data, {
      key: this.#open(key),
      dsaEncoding: 'ieee-p1363',
    });
  }

  async destroy(kid: string): Promise<void> {
    this.#opened.delete(kid);
  }

  async close(): Promise<void> {
    this.#opened.clear();
  }

  #open({ kid, sealedPrivateKey }: VaultKey): KeyObject {
    if (sealedPrivateKey === null) throw new Error(`key_not_found: ${kid} has no sealed private half`);
    const known = this.#opened.get(kid);
    if (known?.sealed === sealedPrivateKey) return known.key;
    const key = createPrivateKey({
      key: this.sealer.open(sealedPrivateKey, placeOf(kid)),
      format: 'der',
      type: 'pkcs8',
    });
    this.#opened.set(kid, { sealed: sealedPrivateKey, key });
    return key;
  }
}

const placeOf = (kid: string): string => sealContext('SigningKey', kid, 'sealedPrivateKey');
