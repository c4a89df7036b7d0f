import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from 'base58-universal';
import { loadContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { multibaseOf } from '../../src/modules/credentials/verification/keys.ts';
import { ProofChecker } from '../../src/modules/credentials/verification/proofs.ts';
import {
  checkCredentialModel,
  checkPresentationModel,
} from '../../src/modules/credentials/verification/vcdm.ts';
import { type Case, caseOf, type Suite } from './case.ts';

type Json = Record<string, unknown>;

/** The context of the examples in W3C documents; its whole content is this. */
export const EXAMPLES: readonly [string, object] = [
  'https://www.w3.org/ns/credentials/examples/v2',
  { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } },
];

/** What the suite's runner writes in the place of its placeholders. */
const PAST = '2020-01-01T00:00:00Z';
const FUTURE = '2120-01-01T00:00:00Z';

/**
 * The inputs of the W3C test suite for the Verifiable Credentials Data Model 2.0: `…-ok` has to be signed and verified again, `…-fail`
 * refused somewhere on that way. Inputs without an issuer get one, as the suite's own runner does.
 */
export async function dataModel(folder: string): Promise<Suite> {
  const root = join(folder, 'w3c-vc-data-model-2.0-test-suite', 'tests', 'input');
  const proofs = new ProofChecker(new Map([...loadContexts(), EXAMPLES]));
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = { kind: 'Ed25519', key: publicKey } as const;
  const multibase = multibaseOf(key);
  const issuer = `did:key:${multibase}`;
  const cases: Case[] = [];
  const files = (await readdir(root, { recursive: true })).filter((file) => file.endsWith('.json')).sort();
  for (const file of files) {
    const text = await readFile(join(root, file), 'utf8');
    const input: Json = JSON.parse(text.replace('PAST DATE', PAST).replace('FUTURE DATE', FUTURE));
    const isCredential = /(^|\/)(credential|issuer)-/.test(file);
    const document = isCredential ? withIssuer(input, file, issuer) : input;
    const problem =
      (isCredential ? checkCredentialModel(document) : checkPresentationModel(document)) ??
      (await roundTrip(document, proofs, { issuer, multibase, key, privateKey }));
    const isGood = /-ok\.json$/.test(file);
    if (!isGood && !/-fail(-or-inject)?\.json$/.test(file)) continue;
    cases.push(
      caseOf(
        file,
        isGood ? 'accepted' : 'refused',
        problem === null ? 'accepted' : `refused: ${problem}`,
        isGood === (problem === null),
      ),
    );
  }
  return { name: 'vcdm-2.0', cases };
}

interface Signer {
  readonly issuer: string;
  readonly multibase: string;
  readonly key: { readonly kind: 'Ed25519'; readonly key: KeyObject };
  readonly privateKey: KeyObject;
}

/** Signs and verifies again; what is wrong, or null. */
async function roundTrip(document: Json, proofs: ProofChecker, signer: Signer): Promise<string | null> {
  const { proof: _, ...bare } = document;
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-01-01T00:00:00Z',
    verificationMethod: `${signer.issuer}#${signer.multibase}`,
    proofPurpose: 'assertionMethod',
  };
  try {
    const { documentHash, optionsHash } = await proofs.covered(bare, options, signer.key);
    const signature = sign(null, Buffer.concat([optionsHash, documentHash]), signer.privateKey);
    const proof = { ...options, proofValue: `z${encode(signature)}` };
    const { outcome, reason } = await proofs.check({ ...bare, proof }, proof, signer.key);
    return outcome === 'PASS' ? null : reason;
  } catch (error) {
    return (error as Error).message;
  }
}

/** The runner of the suite puts the issuer under test where an input names none, and its identifier into one that is described. */
function withIssuer(input: Json, file: string, issuer: string): Json {
  const given = input['issuer'];
  if (given === undefined) return file.includes('no-issuer') ? input : { ...input, issuer };
  const described = given !== null && typeof given === 'object' && !('id' in given);
  return described ? { ...input, issuer: { ...given, id: issuer } } : input;
}
