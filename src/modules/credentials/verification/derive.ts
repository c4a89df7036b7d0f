import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createDiscloseCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import jsigs from 'jsonld-signatures';
import { canonicalJson } from './jcs.ts';

type Json = Readonly<Record<string, unknown>>;

/** A document with a base proof `ecdsa-sd-2023`, cut down to what JSON pointers and the proof itself ask for, with a proof derived from that. Takes no key. */
export async function derive(
  document: object,
  pointers: readonly string[],
  documentLoader: (url: string) => Promise<object>,
): Promise<Json> {
  const derived = await jsigs.derive(structuredClone(document), {
    suite: new DataIntegrityProof({
      cryptosuite: createDiscloseCryptosuite({ selectivePointers: pointers }),
    }),
    purpose: new jsigs.purposes.ProofPurpose({ term: 'assertionMethod' }),
    documentLoader,
  });
  return derived as Json;
}

/** Whether a proof `ecdsa-sd-2023` is the one its holder derives others from: in base64url, behind the bytes d9 5d 00. */
export const isBaseProof = ({ proofValue }: Json): boolean =>
  typeof proofValue === 'string' && proofValue.startsWith('u2V0A');

/**
 * The version of a document with a base proof that shows everything, whose proof holds exactly when the base proof does: the suite has no
 * check of base proofs of its own that can be relied upon. Throws when something in the document cannot be shown.
 */
export async function deriveAll(
  document: Json,
  documentLoader: (url: string) => Promise<object>,
): Promise<Json> {
  const { '@context': _, proof: __, ...members } = document;
  const pointers = Object.keys(members).map((name) => `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`);
  const derived = await derive(document, pointers, documentLoader);
  const same = canonicalJson({ ...derived, proof: 0 }) === canonicalJson({ ...document, proof: 0 });
  if (!same) throw new Error('not everything in it can be shown');
  return derived;
}
