import { createHash, verify } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { loadContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { selfContainedDid } from '../../src/modules/credentials/verification/did-key.ts';
import { keyOfMethod, type PublicKey } from '../../src/modules/credentials/verification/keys.ts';
import { type Json, ProofChecker, suiteOf } from '../../src/modules/credentials/verification/proofs.ts';
import { type Case, caseOf, type Suite } from './case.ts';
import { EXAMPLES } from './data-model.ts';

const NO_CONTEXT = 'https://w3id.org/citizenship/v4rc1';
const REASON =
  'its context, https://w3id.org/citizenship/v4rc1, is in no package, and none is fetched: the canonical form cannot be made here';

/**
 * The test vectors of the W3C Recommendations for Data Integrity with EdDSA or ECDSA. Of each signed document the canonical forms and
 * digests are made again, and its proofs verified.
 */
export async function vectors(folder: string, which: 'w3c-vc-di-eddsa' | 'w3c-vc-di-ecdsa'): Promise<Suite> {
  const root = join(folder, which, 'TestVectors');
  const contexts = new Map([...loadContexts(), EXAMPLES]);
  const proofs = new ProofChecker(contexts);
  const files = (await readdir(root, { recursive: true }))
    .filter((file) => /^(signed|derivedRevealDocument).*\.json$/.test(basename(file)))
    .sort();
  const cases: Case[] = [];
  for (const file of files) {
    const document: Json = JSON.parse(await readFile(join(root, file), 'utf8'));
    const all = [document['proof']].flat() as Json[];
    const isReadable = ![document['@context']].flat().includes(NO_CONTEXT);
    for (const [position, proof] of all.entries()) {
      const name = `${file}${all.length > 1 ? ` proof ${position + 1}` : ''}`;
      const key = keyOf(proof);
      const differences = isReadable ? {} : { [`${name}: holds`]: REASON };
      const finding = await proofs.check(document, proof, key);
      cases.push(
        caseOf(
          `${name}: holds`,
          'PASS',
          `${finding.outcome} ${finding.reason}`,
          finding.outcome === 'PASS',
          differences,
        ),
      );
    }
    const [only] = all;
    if (all.length === 1 && only && suiteOf(only) !== 'ecdsa-sd-2023')
      cases.push(...(await intermediates(join(root, file), document, only, proofs, isReadable)));
  }
  return { name: which.replace('w3c-vc-', ''), cases };
}

/** The files beside a signed document, in which the steps towards its signature are written down. */
async function intermediates(
  path: string,
  document: Json,
  proof: Json,
  proofs: ProofChecker,
  isReadable: boolean,
): Promise<Case[]> {
  const folder = dirname(path);
  const suffix = basename(path, '.json').replace('signed', '');
  const key = keyOf(proof);
  const read = async (stem: string) => {
    const file = join(folder, `${stem}${suffix}.txt`);
    return existsSync(file) ? readFile(file, 'utf8') : null;
  };
  const [canonDoc, proofCanon, docHash, proofHash, combined, sigHex] = await Promise.all(
    ['canonDoc', 'proofCanon', 'docHash', 'proofHash', 'combinedHash', 'sigHex'].map(read),
  );
  const algorithm = key.kind === 'P-384' ? 'sha384' : 'sha256';
  const digest = (text: string) => createHash(algorithm).update(text, 'utf8').digest('hex');
  const made = isReadable
    ? await proofs.covered(document, proof, key)
    : { document: canonDoc ?? '', options: proofCanon ?? '' };
  const name = path.slice(path.indexOf('TestVectors') + 'TestVectors/'.length);
  const compare = (step: string, wanted: string | null | undefined, found: string): Case[] => {
    if (!wanted) return [];
    const same = wanted.trim() === found.trim();
    return [caseOf(`${name}: ${step}`, wanted.slice(0, 40), found.slice(0, 40), same, {})];
  };
  const [ofDocument, ofOptions] = [digest(made.document), digest(made.options)];
  const holds =
    combined && sigHex
      ? signatureHolds(Buffer.from(combined.trim(), 'hex'), Buffer.from(sigHex.trim(), 'hex'), key)
      : null;
  return [
    ...(isReadable ? compare('canonDoc', canonDoc, made.document) : []),
    ...(isReadable ? compare('proofCanon', proofCanon, made.options) : []),
    ...compare('docHash', docHash, ofDocument),
    ...compare('proofHash', proofHash, ofOptions),
    ...compare('combinedHash', combined, ofOptions + ofDocument),
    ...(holds === null
      ? []
      : [caseOf(`${name}: signature over combinedHash`, 'holds', String(holds), holds)]),
  ];
}

const signatureHolds = (data: Buffer, signature: Buffer, { kind, key }: PublicKey): boolean =>
  kind === 'Ed25519'
    ? verify(null, data, key, signature)
    : verify(kind === 'P-384' ? 'sha384' : 'sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature);

function keyOf({ verificationMethod }: Json): PublicKey {
  const method = selfContainedDid(String(verificationMethod).split('#')[0] ?? '')?.verificationMethod?.[0];
  const key = method && keyOfMethod(method);
  if (!key) throw new Error(`${verificationMethod} is no did:key that is read`);
  return key;
}
