import type { IIdentifier, IKey, ManagedKeyInfo } from '@veramo/core-types';
import { AbstractDIDStore } from '@veramo/did-manager';
import { AbstractKeyStore } from '@veramo/key-manager';
import type { IssuerDirectory } from '../issuer-directory.ts';
import { managed } from './vault-kms.ts';

/** Veramo's view of our keys. The key management system has stored a key by the time Veramo hands it over. */
export class DirectoryKeyStore extends AbstractKeyStore {
  constructor(private readonly directory: IssuerDirectory) {
    super();
  }

  async importKey({ kid }: Partial<IKey>): Promise<boolean> {
    if (!kid || !(await this.directory.keyById(kid)))
      throw new Error('not_supported: this key was not made here');
    return true;
  }

  async getKey({ kid }: { kid: string }): Promise<IKey> {
    const key = await this.directory.keyById(kid);
    if (!key) throw new Error(`key_not_found: ${kid}`);
    return managed(key);
  }

  /** The key management system has forgotten it by then. */
  async deleteKey(): Promise<boolean> {
    return true;
  }

  async listKeys(): Promise<ManagedKeyInfo[]> {
    throw new Error('not_supported: keys are listed by issuer');
  }
}

/** Veramo's view of our issuers: an organisation with a DID is an identifier. */
export class DirectoryDidStore extends AbstractDIDStore {
  constructor(
    private readonly directory: IssuerDirectory,
    /** Forgets a key that was made for nothing. */
    private readonly discard: (kid: string) => Promise<void>,
  ) {
    super();
  }

  /** Throws if the organisation is unknown or got its DID from somebody else meanwhile. */
  async importDID({ did, controllerKeyId }: IIdentifier): Promise<boolean> {
    if (controllerKeyId && (await this.directory.adopt(did, controllerKeyId))) return true;
    if (controllerKeyId) await this.discard(controllerKeyId);
    throw new Error(`illegal_argument: ${did} is taken or belongs to no organisation`);
  }

  async getDID(by: { did?: string; alias?: string }): Promise<IIdentifier> {
    const did = by.did ?? `did:web:${by.alias}`;
    const issuer = await this.directory.byDid(did);
    if (!issuer) throw new Error(`not_found: no issuer with the DID ${did}`);
    return {
      did,
      alias: did.slice('did:web:'.length),
      provider: 'did:web',
      keys: issuer.keys.map(managed),
      services: [],
    };
  }

  async deleteDID(): Promise<boolean> {
    throw new Error('not_supported: an issuer keeps its DID');
  }

  async listDIDs(): Promise<IIdentifier[]> {
    throw new Error('not_supported: issuers are listed by the catalogue');
  }
}
