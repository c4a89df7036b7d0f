import { createPrivateKey, type KeyObject, sign } from 'node:crypto';
import type { IKey, ManagedKeyInfo, TKeyType } from '@veramo/core-types';
import { AbstractKeyManagementSystem } from '@veramo/key-manager';
import type { Clock } from '../../../platform/clock.ts';
import { newId } from '../../../platform/ids.ts';
import { type Sealer, sealContext } from '../../../platform/seal.ts';
import type { IssuerDirectory, SigningKey } from '../issuer-directory.ts';
import { algorithmOf, isKeyType, makeKeyPair } from './key-types.ts';

/** The name under which keys remember this key management system. */
export const KMS = 'sealed';

/** What Veramo is told about a stored key. */
export const managed = (key: SigningKey): ManagedKeyInfo & { kms: string } => ({
  kid: key.kid,
  kms: KMS,
  type: key.type as TKeyType,
  publicKeyHex: key.publicKeyHex,
  meta: { algorithms: [algorithmOf(key.type)], fragment: key.fragment, retired: key.retiredAt !== null },
});

/**
 * Ed25519 and P-256 keys made and used by node:crypto; the private half is stored only as PKCS#8 sealed by the key-encryption key
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
    if (!isKeyType(type)) throw new Error(`not_supported: keys of type ${type}`);
    const createdAt = this.clock();
    const kid = newId(createdAt);
    const { publicKeyHex, fragment, pkcs8 } = makeKeyPair(type, createdAt);
    const key = { kid, type, publicKeyHex, fragment, createdAt, retiredAt: null };
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
    const key = await this.#open(keyRef.kid);
    const made = key.asymmetricKeyType === 'ed25519' ? 'EdDSA' : 'ES256';
    if (algorithm && algorithm !== made)
      throw new Error(`not_supported: ${algorithm} with a key for ${made}`);
    // JWS (RFC 7518) wants both halves of an ECDSA signature side by side, not in ASN.1
    return sign(made === 'EdDSA' ? null : 'sha256', data, { key, dsaEncoding: 'ieee-p1363' }).toString(
      'base64url',
    );
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
