import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { encode } from 'base58-universal';
import { loadContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { keyFromJwk, multibaseOf, type PublicKey } from '../../src/modules/credentials/verification/keys.ts';
import { type Json, ProofChecker } from '../../src/modules/credentials/verification/proofs.ts';

/** Somebody with an Ed25519 key, as issuer or holder. */
export interface TestSigner {
  readonly did: string;
  /** The id of the verification method. */
  readonly method: string;
  readonly multibase: string;
  readonly key: PublicKey;
  readonly privateKey: KeyObject;
}

/** A signer under this DID, or under a did:key of its own. */
export function testSigner(did?: string): TestSigner {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const key = keyFromJwk(publicKey.export({ format: 'jwk' })) as PublicKey;
  const multibase = multibaseOf(key);
  const id = did ?? `did:key:${multibase}`;
  return { did: id, method: `${id}#${multibase}`, multibase, key, privateKey };
}

/** The document with an `eddsa-rdfc-2022` proof; `more` goes into the proof, too. */
export async function proven(
  document: Json,
  { method, key, privateKey }: TestSigner,
  more: Json = {},
): Promise<Json> {
  const options = {
    type: 'DataIntegrityProof',
    cryptosuite: 'eddsa-rdfc-2022',
    created: '2026-01-01T00:00:00Z',
    verificationMethod: method,
    proofPurpose: 'assertionMethod',
    ...more,
  };
  const { documentHash, optionsHash } = await new ProofChecker(loadContexts()).covered(
    document,
    options,
    key,
  );
  const value = sign(null, Buffer.concat([optionsHash, documentHash]), privateKey);
  return { ...document, proof: [{ ...options, proofValue: `z${encode(value)}` }] };
}

/** A small but whole Open Badges 3.0 credential without proof. */
export const foreignBadge = (issuer: string, more: Json = {}): Json => ({
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer, type: ['Profile'], name: 'An academy elsewhere' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:3',
    type: ['AchievementSubject'],
    achievement: {
      id: 'https://elsewhere.example/badge',
      type: ['Achievement'],
      name: 'Graphs',
      description: 'Models domains as graphs.',
      criteria: { narrative: 'Pass the project.' },
    },
  },
  ...more,
});
