import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import type { Award } from '../../src/modules/credentials/award.ts';
import { clrCredential } from '../../src/modules/credentials/encodings/clr.ts';
import { type JsonObject, openBadgeCredential } from '../../src/modules/credentials/open-badge.ts';
import { publicUrls } from '../../src/modules/credentials/public-urls.ts';
import { knownContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { checkUnsigned } from '../../src/modules/credentials/verification/structure.ts';
import { award } from '../../test/support/awards.ts';
import { type Case, caseOf, type Suite } from './case.ts';

const VCDM = 'vc-data-model/v2_0/curated/verifiable-credential.schema.json';
const SCHEMAS = [
  {
    name: 'Open Badges 3.0',
    file: 'open-badges/v3_0/ob_v3p0_achievementcredential_schema.json',
    of: 'award',
  },
  { name: 'VCDM 2.0', file: VCDM, of: 'award' },
  { name: 'CLR 2.0', file: 'clr/v2_0/clr_v2p0_clrcredential_schema.json', of: 'record' },
  { name: 'VCDM 2.0', file: VCDM, of: 'record' },
] as const;

const SAMPLES = 100;
const urls = publicUrls('https://credentials.example');

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
  const awards = fc.sample(award, { numRuns: SAMPLES, seed: 1 });
  const badges = awards.map((facts) => ({ ...openBadgeCredential(facts, urls), proof: [proof] }));
  const documents = { award: badges, record: awards.map((facts, i) => record(facts, i, badges)) };
  const cases: Case[] = [];
  for (const { name, file, of } of SCHEMAS) {
    const ajv = new Ajv2019({ strict: false, allErrors: false, validateFormats: true });
    addFormats.default(ajv);
    const schema = JSON.parse(await readFile(join(folder, 'conform-ed', 'vendor', file), 'utf8'));
    const validate = ajv.compile(schema);
    for (const [position, document] of documents[of].entries()) {
      const isValid = validate(document) && checkUnsigned(document, knownContexts) === null;
      const problem = ajv.errorsText(validate.errors);
      cases.push(caseOf(`${name}: ${of} ${position + 1}`, 'valid', isValid ? 'valid' : problem, isValid));
    }
  }
  return { name: 'json-schemas', cases };
}

/** A record of one to three of these badges, as whoever was awarded the first of them could choose. */
function record(facts: Award, position: number, badges: readonly JsonObject[]): JsonObject {
  const credentials = Array.from(
    { length: 1 + (position % 3) },
    (_, more) => badges[(position + more) % badges.length],
  );
  return {
    ...clrCredential({
      id: `urn:uuid:${facts.credentialId}`,
      name: facts.badge.name,
      description: position % 2 ? facts.badge.description : null,
      publisher: {
        did: position % 4 ? 'did:web:credentials.example:orgs:platform' : facts.issuerDid,
        name: 'credentials.example',
        url: 'https://credentials.example',
      },
      recipient: facts.recipient,
      credentials: credentials as JsonObject[],
      associations: credentials.slice(1).map((part) => ({
        type: 'isParentOf' as const,
        sourceId: urls.achievement(facts.badge.versionId),
        targetId: String(part?.['id']),
      })),
      partial: true,
      at: facts.awardedAt,
    }),
    proof: [proof],
  };
}
