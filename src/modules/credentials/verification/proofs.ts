import { createHash, verify } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import { decode } from 'base58-universal';
import jsonld from 'jsonld';
import jsigs from 'jsonld-signatures';
import { canonize } from 'rdf-canonize';
import { deriveAll, isBaseProof } from './derive.ts';
import { canonicalJson } from './jcs.ts';
import { type KeyKind, multibaseOf, type PublicKey } from './keys.ts';
import { couldNot, type Finding, fail, pass } from './report.ts';

export type Json = Readonly<Record<string, unknown>>;

interface Suite {
  readonly form: 'RDF' | 'JCS' | 'DERIVED';
  readonly keys: readonly KeyKind[];
}

/**
 * The proofs that are checked, and the keys each may be made with: the W3C Recommendations for Data Integrity, and what wallets and older
 * badges carry (`Ed25519Signature2020`; `eddsa-2022`, the name of `eddsa-rdfc-2022` in drafts). Nothing else is tried.
 */
const SUITES: Readonly<Record<string, Suite>> = {
  'eddsa-rdfc-2022': { form: 'RDF', keys: ['Ed25519'] },
  'eddsa-2022': { form: 'RDF', keys: ['Ed25519'] },
  Ed25519Signature2020: { form: 'RDF', keys: ['Ed25519'] },
  'ecdsa-rdfc-2019': { form: 'RDF', keys: ['P-256', 'P-384'] },
  'eddsa-jcs-2022': { form: 'JCS', keys: ['Ed25519'] },
  'ecdsa-jcs-2019': { form: 'JCS', keys: ['P-256', 'P-384'] },
  'ecdsa-sd-2023': { form: 'DERIVED', keys: ['P-256'] },
};

/** The name of the suite of a proof: its cryptosuite where it has the type `DataIntegrityProof`, else its type. */
export const suiteOf = ({ type, cryptosuite }: Json): string =>
  String(type === 'DataIntegrityProof' ? cryptosuite : type);

export const isKnownSuite = (suite: string): boolean => Object.hasOwn(SUITES, suite);

class UnknownContext extends Error {}

/** The JSON-LD processor wraps what its loader throws. */
function unknownContextIn(error: unknown): UnknownContext | null {
  if (error instanceof UnknownContext) return error;
  const { details, cause } = (error ?? {}) as { details?: { cause?: unknown }; cause?: unknown };
  const inner = details?.cause ?? cause;
  return inner ? unknownContextIn(inner) : null;
}

/** What a proof covers, as its suite writes and digests it; for comparing with test vectors step by step. */
export interface Covered {
  readonly document: string;
  readonly options: string;
  readonly documentHash: Buffer;
  readonly optionsHash: Buffer;
}

/** Checks embedded proofs by a key that was found before; who may use the key is not its concern. */
export class ProofChecker {
  readonly #load;

  constructor(contexts: ReadonlyMap<string, object>) {
    this.#load = async (url: string) => {
      const document = contexts.get(url);
      if (!document) throw new UnknownContext(`${url} is not a context this service knows.`);
      return { contextUrl: null, documentUrl: url, document, tag: 'static' };
    };
  }

  /** Whether one of the proofs of the document holds by this key. A proof that names an earlier one covers it, too. */
  async check(document: Json, proof: Json, key: PublicKey): Promise<Finding> {
    const name = suiteOf(proof);
    const suite = Object.hasOwn(SUITES, name) ? SUITES[name] : undefined;
    if (!suite) return couldNot(`Proofs of the kind ${name.slice(0, 80)} are not checked.`);
    if (!suite.keys.includes(key.kind))
      return fail(`A proof of the kind ${name} is not made with a ${key.kind} key.`);
    try {
      const holds =
        suite.form === 'DERIVED'
          ? await this.#derivedHolds(document, proof, key)
          : await this.#holds(document, proof, key);
      return holds ? pass(`The proof holds (${name}).`) : fail(`The proof (${name}) does not hold.`);
    } catch (error) {
      const unknown = unknownContextIn(error);
      return unknown
        ? couldNot(`The proof (${name}) cannot be checked: ${unknown.message}`)
        : fail(`The proof (${name}) does not hold: ${reasonOf(error)}`);
    }
  }

  /** What a proof covers. Throws where the document has words that none of its contexts defines. */
  async covered(document: Json, proof: Json, key: PublicKey): Promise<Covered> {
    const suite = suiteOf(proof);
    const { proof: others, ...bare } = document;
    const earlier = earlierProofs(others, proof['previousProof']);
    const whole = earlier.length > 0 ? { ...bare, proof: earlier } : bare;
    const { proofValue: _, ...options } = proof;
    const write = SUITES[suite]?.form === 'JCS' ? jcsForm : this.#rdfForm.bind(this);
    const [text, optionsText] = await write(whole, options, suite !== 'Ed25519Signature2020');
    const digest = (data: string) =>
      createHash(key.kind === 'P-384' ? 'sha384' : 'sha256')
        .update(data, 'utf8')
        .digest();
    return {
      document: text,
      options: optionsText,
      documentHash: digest(text),
      optionsHash: digest(optionsText),
    };
  }

  async #holds(document: Json, proof: Json, key: PublicKey): Promise<boolean> {
    const signature = signatureOf(proof);
    if (!signature) throw new Error('its value is not a signature in base58btc');
    const { documentHash, optionsHash } = await this.covered(document, proof, key);
    const data = Buffer.concat([optionsHash, documentHash]);
    return key.kind === 'Ed25519'
      ? verify(null, data, key.key, signature)
      : verify(
          key.kind === 'P-384' ? 'sha384' : 'sha256',
          data,
          { key: key.key, dsaEncoding: 'ieee-p1363' },
          signature,
        );
  }

  async #rdfForm(document: object, options: object, withDirections: boolean): Promise<[string, string]> {
    const context = (document as Json)['@context'];
    return Promise.all([
      this.#canonical(document, withDirections),
      this.#canonical({ ...options, '@context': context }, withDirections),
    ]);
  }

  /** In safe mode: a word that no context defines would be left out of what is signed, so it is refused. */
  async #canonical(document: object, withDirections: boolean): Promise<string> {
    const dataset = await jsonld.toRDF(document, {
      base: null,
      safe: true,
      documentLoader: this.#load,
      produceGeneralizedRdf: false,
      ...(withDirections && { rdfDirection: 'i18n-datatype' }),
    });
    return canonize(dataset, { algorithm: 'RDFC-1.0', format: 'application/n-quads' });
  }

  async #derivedHolds(document: Json, proof: Json, key: PublicKey): Promise<boolean> {
    const id = String(proof['verificationMethod']);
    const controller = 'urn:controller-of-the-key';
    const method = { id, type: 'Multikey', controller, publicKeyMultibase: multibaseOf(key) };
    const keys: Readonly<Record<string, object>> = {
      [id]: { '@context': 'https://w3id.org/security/multikey/v1', ...method },
      [controller]: { '@context': 'https://w3id.org/security/v2', id: controller, assertionMethod: [id] },
    };
    const value = String(proof['proofValue']).slice(1);
    if (Buffer.from(value, 'base64url').toString('base64url') !== value)
      throw new Error('its value is not in canonical base64url');
    const given = { ...structuredClone(document), proof };
    const { verified, error } = await jsigs.verify(
      isBaseProof(proof) ? await deriveAll(given, this.#load) : given,
      {
        suite: new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() }),
        purpose: new KeyAlreadyJudged(),
        documentLoader: async (url: string) => {
          const found = keys[url];
          return found ? { contextUrl: null, documentUrl: url, document: found } : this.#load(url);
        },
      },
    );
    if (!verified && error) throw error.errors?.[0] ?? error;
    return verified;
  }
}

/** Whose key it is was checked before, with the documents of the issuer at hand. */
class KeyAlreadyJudged extends jsigs.purposes.ProofPurpose {
  constructor() {
    super({ term: 'assertionMethod' });
  }
}

async function jcsForm(document: object, options: object): Promise<[string, string]> {
  const { '@context': signed } = options as Json;
  const given = (document as Json)['@context'];
  if (signed === undefined) return [canonicalJson(document), canonicalJson(options)];
  const [start, all] = [[signed].flat(), [given].flat()];
  if (start.some((context, i) => canonicalJson(context) !== canonicalJson(all[i] ?? null)))
    throw new Error('the contexts of the document do not begin with those of the proof');
  return [canonicalJson({ ...document, '@context': signed }), canonicalJson(options)];
}

function earlierProofs(proofs: unknown, previous: unknown): Json[] {
  if (previous === undefined) return [];
  return [previous].flat().map((id) => {
    const found = ([proofs].flat() as Json[]).find((proof) => proof['id'] === id);
    if (!found) throw new Error(`it follows the proof ${id}, which is not there`);
    return found;
  });
}

function signatureOf({ proofValue }: Json): Uint8Array | null {
  if (typeof proofValue !== 'string' || !/^z[1-9A-HJ-NP-Za-km-z]{64,140}$/.test(proofValue)) return null;
  return decode(proofValue.slice(1));
}

const reasonOf = (error: unknown): string => {
  const { message = '', details } = (error ?? {}) as {
    message?: string;
    details?: { event?: { message?: string } };
  };
  return `${details?.event?.message ?? message}`.slice(0, 300) || 'it cannot be read';
};
