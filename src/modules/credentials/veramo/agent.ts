import {
  type CredentialPayload,
  createAgent,
  type ICredentialPlugin,
  type IDIDManager,
  type IKey,
  type IKeyManager,
  type IResolver,
  type TAgent,
  type VerifiableCredential,
} from '@veramo/core';
import { CredentialPlugin } from '@veramo/credential-w3c';
import { DIDManager } from '@veramo/did-manager';
import { WebDIDProvider } from '@veramo/did-provider-web';
import { DIDResolverPlugin } from '@veramo/did-resolver';
import { KeyManager } from '@veramo/key-manager';
import { extractIssuer } from '@veramo/utils';
import type { DIDDocument } from 'did-resolver';
import type { Clock } from '../../../platform/clock.ts';
import { type IssuerDirectory, remembering } from '../issuer-directory.ts';
import type { KeyType } from '../keys/key-type.ts';
import type { Vaults } from '../keys/vault/vaults.ts';
import { loadContexts } from './contexts.ts';
import { DataIntegrityProvider } from './data-integrity-provider.ts';
import { didDocument } from './did-document.ts';
import { signerKey } from './signer-key.ts';
import { DirectoryDidStore, DirectoryKeyStore } from './stores.ts';
import { VaultKeyManagement } from './vault-kms.ts';

/** What the rest of the product asks of Veramo: documents in, documents out. */
export interface CredentialAgent {
  /** Makes the first key of an issuer and gives the organisation its DID, unless it has them. */
  ensureIssuer(did: string): Promise<void>;
  /** Adds the issuer's proof. The document is not changed; it must name the issuer's DID. */
  sign(document: object, at: Date): Promise<Record<string, unknown>>;
  /**
   * Adds a base proof (`ecdsa-sd-2023`) with the issuer's P-256 key in use, which is made when the issuer has none. Versions derived from it
   * show at least what the JSON pointers name (RFC 6901).
   */
  signSelectively(
    document: object,
    mandatoryPointers: readonly string[],
    at: Date,
  ): Promise<Record<string, unknown>>;
  /**
   * Signs claims as a compact JWT (RFC 7515, ES256) with the issuer's P-256 key in use; makes that key when the issuer has none. `typ` is
   * what its header says it is, `JWT` when left out. Throws for a DID that is no issuer's.
   */
  signJwt(did: string, claims: object, typ?: string): Promise<string>;
  /** Whether all proofs of a document hold, by a key its issuer uses for assertions; else why not. */
  checkProof(document: object): Promise<{ readonly holds: boolean; readonly reason: string }>;
  /** The document of a DID of ours; null for any other. */
  resolve(did: string): Promise<DIDDocument | null>;
  /** Makes a key that nobody uses yet, in the vault for new keys; answers its `kid`. */
  makeKey(type: KeyType): Promise<string>;
  /** Forgets a key that nobody uses; nothing when somebody does. */
  discardKey(kid: string): Promise<void>;
  /** The same agent for one batch: it asks the database only once for each issuer and key. */
  forBatch(): CredentialAgent;
}

type Veramo = TAgent<IKeyManager & IDIDManager & IResolver & ICredentialPlugin>;

/** One per process: it keeps the keys it opened in memory. Throws if a pinned JSON-LD context is not the installed one. */
export function createCredentialAgent(deps: {
  directory: IssuerDirectory;
  vaults: Vaults;
  clock: Clock;
}): CredentialAgent {
  const provider = new DataIntegrityProvider(loadContexts());
  const over = (directory: IssuerDirectory): CredentialAgent =>
    facade(veramo({ ...deps, directory, provider }), { ...deps, directory }, () =>
      over(remembering(deps.directory)),
    );
  return over(deps.directory);
}

function veramo({
  directory,
  vaults,
  clock,
  provider,
}: {
  directory: IssuerDirectory;
  vaults: Vaults;
  clock: Clock;
  provider: DataIntegrityProvider;
}): Veramo {
  const kms = Object.fromEntries(
    vaults.names.map((name) => [name, new VaultKeyManagement(name, vaults.vault(name), directory, clock)]),
  );
  const discard = async (kid: string) => {
    const key = await directory.keyById(kid);
    if (key) await kms[key.vault]?.deleteKey({ kid });
  };
  return createAgent<IKeyManager & IDIDManager & IResolver & ICredentialPlugin>({
    plugins: [
      new KeyManager({ store: new DirectoryKeyStore(directory), kms }),
      new DIDManager({
        store: new DirectoryDidStore(directory, discard),
        defaultProvider: 'did:web',
        providers: { 'did:web': new WebDIDProvider({ defaultKms: vaults.preferred }) },
      }),
      new DIDResolverPlugin({
        web: async (did: string) => {
          const issuer = await directory.byDid(did);
          return {
            didDocument: issuer && didDocument(issuer),
            didDocumentMetadata: {},
            didResolutionMetadata: issuer ? {} : { error: 'notFound' },
          };
        },
      }),
      new CredentialPlugin([provider]),
    ],
  });
}

/** The newest P-256 key of an issuer in use, made now when there is none. */
async function tokenKey(
  agent: Veramo,
  { directory, vaults }: { directory: IssuerDirectory; vaults: Vaults },
  did: string,
): Promise<IKey> {
  const inUse = async () => signerKey(did, (await agent.didManagerGet({ did })).keys, 'Secp256r1');
  const known = await inUse();
  if (known) return known;
  const made = await agent.keyManagerCreate({ kms: vaults.preferred, type: 'Secp256r1' });
  if (!(await directory.addKey(did, made.kid))) await agent.keyManagerDelete({ kid: made.kid });
  const key = await inUse();
  if (!key) throw new Error(`key_not_found: ${did} has no P-256 key in use`);
  return key;
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function facade(
  agent: Veramo,
  deps: { directory: IssuerDirectory; vaults: Vaults },
  forBatch: () => CredentialAgent,
): CredentialAgent {
  return {
    async ensureIssuer(did) {
      const isKnown = async () => (await agent.resolveDid({ didUrl: did })).didDocument !== null;
      if (await isKnown()) return;
      try {
        await agent.didManagerCreate({
          alias: did.slice('did:web:'.length),
          options: { keyType: 'Ed25519' },
        });
      } catch (error) {
        if (!(await isKnown())) throw error;
      }
    },
    sign: async (document, at) =>
      agent.createVerifiableCredential({
        credential: structuredClone(document) as CredentialPayload,
        proofFormat: 'eddsa-rdfc-2022',
        now: at,
      }),
    async signSelectively(document, mandatoryPointers, at) {
      const credential = structuredClone(document) as CredentialPayload;
      await tokenKey(agent, deps, extractIssuer(credential));
      return agent.createVerifiableCredential({
        credential,
        proofFormat: 'ecdsa-sd-2023',
        now: at,
        mandatoryPointers,
      });
    },
    async signJwt(did, claims, typ = 'JWT') {
      const key = await tokenKey(agent, deps, did);
      const header = { alg: 'ES256', typ, kid: `${did}#${key.meta?.['fragment']}` };
      const data = `${encoded(header)}.${encoded(claims)}`;
      const signature = await agent.keyManagerSign({
        keyRef: key.kid,
        algorithm: 'ES256',
        data,
        encoding: 'utf-8',
      });
      return `${data}.${signature}`;
    },
    async checkProof(document) {
      const { verified, error } = await agent.verifyCredential({
        credential: document as VerifiableCredential,
        policies: { credentialStatus: false },
      });
      return {
        holds: verified,
        reason: verified ? 'Every proof holds.' : (error?.message ?? 'A proof does not hold.'),
      };
    },
    resolve: async (did) => (await agent.resolveDid({ didUrl: did })).didDocument,
    makeKey: async (type) => (await agent.keyManagerCreate({ kms: deps.vaults.preferred, type })).kid,
    async discardKey(kid) {
      await agent.keyManagerDelete({ kid });
    },
    forBatch,
  };
}
