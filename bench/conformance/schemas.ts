import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { openBadgeCredential } from '../../src/modules/credentials/open-badge.ts';
import { publicUrls } from '../../src/modules/credentials/public-urls.ts';
import { knownContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { checkUnsigned } from '../../src/modules/credentials/verification/structure.ts';
import { award } from '../../test/support/awards.ts';
import { type Case, caseOf, type Suite } from './case.ts';

const SCHEMAS = {
  'Open Badges 3.0': 'open-badges/v3_0/ob_v3p0_achievementcredential_schema.json',
  'VCDM 2.0': 'vc-data-model/v2_0/curated/verifiable-credential.schema.json',
};

const SAMPLES = 100;

const proof = {
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-rdfc-2022',
  created: '2026-01-01T00:00:00Z',
  verificationMethod: 'did:web:credentials.example:orgs:1#key',
  proofPurpose: 'assertionMethod',
  proofValue: 'z58DAdFfa9SkqZMVPxAQpic7ndSayn1PzZs6ZjWp1CktyGesjuTSwRdoWhAfGFCF5bppETSTojQCrfFPP2oumHKtz',
};

/** What is issued here, from whatever could be awarded, held against the published JSON Schemas; our own structure check has to agree. */
export async function schemas(folder: string): Promise<Suite> {
  const urls = publicUrls('https://credentials.example');
  const documents = fc
    .sample(award, { numRuns: SAMPLES, seed: 1 })
    .map((facts) => ({ ...openBadgeCredential(facts, urls), proof: [proof] }));
  const cases: Case[] = [];
  for (const [name, file] of Object.entries(SCHEMAS)) {
    const ajv = new Ajv2019({ strict: false, allErrors: false, validateFormats: true });
    addFormats.default(ajv);
    const schema = JSON.parse(await readFile(join(folder, 'conform-ed', 'vendor', file), 'utf8'));
    const validate = ajv.compile(schema);
    for (const [position, document] of documents.entries()) {
      const isValid = validate(document) && checkUnsigned(document, knownContexts) === null;
      const problem = ajv.errorsText(validate.errors);
      cases.push(caseOf(`${name}: award ${position + 1}`, 'valid', isValid ? 'valid' : problem, isValid));
    }
  }
  return { name: 'json-schemas', cases };
}
