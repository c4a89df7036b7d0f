import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { IKey, ManagedKeyInfo, TKeyType } from '@veramo/core-types';
import { AbstractKeyManagementSystem } from '@veramo/key-manager';
import { bytesToMultibase } from '@veramo/utils';
import type { Clock } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { type Sealer, sealContext } from '../../../platform/seal.ts';
import type { IssuerDirectory, SigningKey } from '../issuer-directory.ts';

/** The name under which keys remember this key management system. */
export const KMS = 'sealed';

/** What Veramo is told about a stored key. */
export const managed = (key: SigningKey): ManagedKeyInfo & { kms: string } => ({
  kid: key.kid,
  kms: KMS,
  type: key.type,
  publicKeyHex: key.publicKeyHex,
  meta: { algorithms: ['EdDSA'], fragment: key.fragment, retired: key.retiredAt !== null },
});

/**
 * Ed25519 keys made and used by node:crypto; the private half is stored only as PKCS#8 sealed by the key-encryption key
 * and never leaves this class. A key that does not open (wrong key-encryption key, altered envelope) throws.
 */
export class SealedKeyManagement extends AbstractKeyManagementSystem {
  readonly #opened = new Map<string, KeyObject>();

  constructor(
    private readonly directory: IssuerDirectory,
    private readonly sealer: Sealer,
    private readonly clock: Clock,
  ) {
    super();
  }

  async createKey({ type }: { type: TKeyType }): Promise<ManagedKeyInfo> {
    if (type !== 'Ed25519') throw new Error(`not_supported: keys of type ${type}`);
    const kid = newId(this.clock());
    const pair = generateKeyPairSync('ed25519');
    const publicKey = Buffer.from(pair.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const key = {
      kid,
      type,
      publicKeyHex: publicKey.toString('hex'),
      fragment: bytesToMultibase(publicKey, 'base58btc', 'ed25519-pub'),
      createdAt: this.clock(),
      retiredAt: null,
    };
    const pkcs8 = pair.privateKey.export({ type: 'pkcs8', format: 'der' });
    await this.directory.saveKey({ ...key, sealedPrivateKey: this.sealer.seal(pkcs8, placeOf(kid)) });
    return managed(key);
  }

  async sign({
    keyRef,
    algorithm,
    data,
  }: {
    keyRef: Pick<IKey, 'kid'>;
    algorithm?: string;
    data: Uint8Array;
  }) {
    if (algorithm && algorithm !== 'EdDSA')
      throw new Error(`not_supported: ${algorithm} with an Ed25519 key`);
    return sign(null, data, await this.#open(keyRef.kid)).toString('base64url');
  }

  async deleteKey({ kid }: { kid: string }): Promise<boolean> {
    this.#opened.delete(kid);
    await this.directory.removeKey(kid);
    return true;
  }

  async listKeys(): Promise<ManagedKeyInfo[]> {
    throw new Error('not_supported: keys are listed by issuer');
  }

  async importKey(): Promise<ManagedKeyInfo> {
    throw new Error('not_supported: private keys are made here and nowhere else');
  }

  async sharedSecret(): Promise<string> {
    throw new Error('not_supported: issuer keys sign only');
  }

  async #open(kid: string): Promise<KeyObject> {
    const opened = this.#opened.get(kid);
    if (opened) return opened;
    const stored = await this.directory.keyById(kid);
    if (!stored) throw new Error(`key_not_found: ${kid}`);
    const key = createPrivateKey({
      key: this.sealer.open(stored.sealedPrivateKey, placeOf(kid)),
      format: 'der',
      type: 'pkcs8',
    });
    this.#opened.set(kid, key);
    return key;
  }
}

const placeOf = (kid: string): string => sealContext('SigningKey', kid, 'sealedPrivateKey');
