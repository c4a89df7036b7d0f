import type { KeyType } from '../key-type.ts';

/** Where private keys can lie. A key remembers the one it was made in. */
export const VAULT_NAMES = ['sealed', 'pkcs11'] as const;
export type VaultName = (typeof VAULT_NAMES)[number];

/** What a vault needs to find the private half of a key again. */
export interface VaultKey {
  readonly kid: string;
  readonly type: KeyType;
  /** The sealed private half, where the vault hands it out for keeping; null where it never leaves the device. */
  readonly sealedPrivateKey: string | null;
}

/** The public half of a new key, and what is to be kept with it. */
export interface NewVaultKey {
  /** Ed25519: the 32 bytes of RFC 8032; P-256: the uncompressed point of SEC 1, 65 bytes. */
  readonly publicKey: Uint8Array;
  readonly sealedPrivateKey: string | null;
}

/**
 * The port to whatever keeps private keys: they are made in it, used in it, and never leave it in clear. An adapter throws for a key it
 * does not have, and when it cannot be reached; it never answers a signature of another key.
 */
export interface KeyVault {
  /** Makes a key pair under a name that is used for no other. */
  make(kid: string, type: KeyType): Promise<NewVaultKey>;
  /** Signs bytes, at least one: Ed25519 (RFC 8032), or ECDSA over their SHA-256 as r and s side by side (RFC 7518, section 3.4). Both 64 bytes. */
  sign(key: VaultKey, data: Uint8Array): Promise<Uint8Array>;
  /** Forgets a private key for good; nothing when it has none of that name. */
  destroy(kid: string): Promise<void>;
  /** Lets go of devices and opened keys. Used again afterwards, it opens them again. */
  close(): Promise<void>;
}
