import type { IKey, ManagedKeyInfo, TKeyType } from '@veramo/core-types';
import { AbstractKeyManagementSystem } from '@veramo/key-manager';
import type { Clock } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import type { IssuerDirectory, SigningKey } from '../issuer-directory.ts';
import { keyFrozen, stateOf } from '../keys/key-state.ts';
import { algorithmOf, isKeyType, type KeyType } from '../keys/key-type.ts';
import type { KeyVault, VaultName } from '../keys/vault/key-vault.ts';
import { fragmentOf } from './key-types.ts';

/** What Veramo is told about a stored key. */
export const managed = (key: SigningKey): ManagedKeyInfo & { kms: string } => ({
  kid: key.kid,
  kms: key.vault,
  type: key.type as TKeyType,
  publicKeyHex: key.publicKeyHex,
  meta: { algorithms: [algorithmOf(key.type)], fragment: key.fragment, state: stateOf(key) },
});

/** Veramo's view of a vault. It never signs with a key that is frozen or compromised, whoever asks. */
export class VaultKeyManagement extends AbstractKeyManagementSystem {
  constructor(
    private readonly name: VaultName,
    private readonly vault: KeyVault,
    private readonly directory: IssuerDirectory,
    private readonly clock: Clock,
  ) {
    super();
  }

  async createKey({ type }: { type: TKeyType }): Promise<ManagedKeyInfo> {
    if (!isKeyType(type)) throw new Error(`not_supported: keys of type ${type}`);
    const createdAt = this.clock();
    const kid = newId(createdAt);
    const { publicKey, sealedPrivateKey } = await this.vault.make(kid, type);
    const key = {
      kid,
      type,
      vault: this.name,
      publicKeyHex: Buffer.from(publicKey).toString('hex'),
      fragment: fragmentOf(type, publicKey, createdAt),
      createdAt,
    };
    await this.directory.saveKey({ ...key, sealedPrivateKey });
    return managed({ ...key, retiredAt: null, frozenAt: null, compromisedAt: null, compromisedSince: null });
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
    const key = await this.directory.keyById(keyRef.kid);
    if (!key) throw new Error(`key_not_found: ${keyRef.kid}`);
    const made = algorithmOf(key.type);
    if (algorithm && algorithm !== made)
      throw new Error(`not_supported: ${algorithm} with a key for ${made}`);
    if (key.frozenAt !== null || key.compromisedAt !== null) throw keyFrozen(key.fragment);
    const signature = await this.vault.sign({ ...key, type: key.type as KeyType }, data);
    return Buffer.from(signature).toString('base64url');
  }

  async deleteKey({ kid }: { kid: string }): Promise<boolean> {
    if (!(await this.directory.removeKey(kid))) return false;
    await this.vault.destroy(kid);
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
}
