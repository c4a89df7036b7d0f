import { createSealer } from '../../../../platform/seal.ts';
import type { KeyVault, VaultName } from './key-vault.ts';
import { type Pkcs11Settings, Pkcs11Vault } from './pkcs11-vault.ts';
import { SealedVault } from './sealed-vault.ts';

/** Which vaults there are. Plain values: a worker thread that is handed them opens the same keys. */
export interface VaultSettings {
  readonly keyEncryptionKey: Uint8Array;
  /** Where new keys are made; `sealed` when left out. */
  readonly signingKeysIn?: VaultName;
  /** Null or left out: there is no such device. */
  readonly pkcs11?: Pkcs11Settings | null;
}

/** The vaults of this process. */
export interface Vaults {
  /** Where new keys are made. */
  readonly preferred: VaultName;
  readonly names: readonly VaultName[];
  /** Throws for a vault that is not configured. */
  vault(name: string): KeyVault;
  close(): Promise<void>;
}

/** Opens nothing yet: a device is asked when a key in it is first used. */
export function openVaults({ keyEncryptionKey, signingKeysIn, pkcs11 }: VaultSettings): Vaults {
  const vaults = new Map<string, KeyVault>([['sealed', new SealedVault(createSealer(keyEncryptionKey))]]);
  if (pkcs11) vaults.set('pkcs11', new Pkcs11Vault(pkcs11));
  const vault = (name: string): KeyVault => {
    const found = vaults.get(name);
    if (!found) throw new Error(`A signing key lies in the vault ${name}, which is not configured.`);
    return found;
  };
  return {
    preferred: signingKeysIn ?? 'sealed',
    names: [...vaults.keys()] as VaultName[],
    vault,
    async close() {
      await Promise.all([...vaults.values()].map((each) => each.close()));
    },
  };
}
