import type { DocumentLoader } from '@digitalbazaar/vc';
import type { DIDDocument } from 'did-resolver';

/** Answers the document of a DID, null if there is none. */
export type ResolveDid = (did: string) => Promise<DIDDocument | null>;

/**
 * The only loader JSON-LD processing gets here: pinned contexts, and DIDs through the resolver. It opens no connection,
 * so a document cannot make us fetch anything.
 */
export const closedLoader =
  (contexts: ReadonlyMap<string, object>, resolve: ResolveDid): DocumentLoader =>
  async (url) => {
    const context = contexts.get(url);
    // pinned, so what was made of it once is kept: the processor need not copy it for every document
    if (context) return { ...loaded(url, context), tag: 'static' };
    if (!url.startsWith('did:')) throw new Error(`${url} is not a document this service knows.`);
    const [did = url, fragment] = url.split('#');
    const document = await resolve(did);
    if (!document) throw new Error(`${did} cannot be resolved.`);
    if (fragment === undefined) return loaded(url, document);
    const method = document.verificationMethod?.find(({ id }) => id === url);
    if (!method) throw new Error(`${did} has no verification method #${fragment}.`);
    return loaded(url, { '@context': 'https://w3id.org/security/multikey/v1', ...method });
  };

const loaded = (documentUrl: string, document: object) => ({ contextUrl: null, documentUrl, document });
