import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { loadContexts } from '../../../src/modules/credentials/veramo/contexts.ts';
import { canonicalJson } from '../../../src/modules/credentials/verification/jcs.ts';
import {
  keyFromJwk,
  keyFromMultibase,
  multibaseOf,
  type PublicKey,
  sameKey,
} from '../../../src/modules/credentials/verification/keys.ts';
import { type Json, ProofChecker } from '../../../src/modules/credentials/verification/proofs.ts';

const contexts = loadContexts();
const proofs = new ProofChecker(contexts);
const documentLoader = async (url: string) => ({
  contextUrl: null,
  documentUrl: url,
  document: contexts.get(url) ?? {},
});

const credential = {
  '@context': [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'urn:uuid:2', type: ['Profile'], name: 'An academy' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:3',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:4',
      type: ['Achievement'],
      name: 'Graphs',
      description: 'Models domains as graphs.',
      criteria: { narrative: 'Pass the project.' },
    },
  },
};

type Made = { readonly document: Json & { proof: Json }; readonly key: PublicKey };

async function signed(suite: string): Promise<Made> {
  const pair = suite.startsWith('ecdsa')
    ? await EcdsaMultikey.generate({ curve: suite.endsWith('P-384') ? 'P-384' : 'P-256' })
    : await Ed25519Multikey.generate();
  const signer = { ...pair.signer(), id: `did:key:${pair.publicKeyMultibase}#${pair.publicKeyMultibase}` };
  const context =
    suite === 'Ed25519Signature2020'
      ? [...credential['@context'], 'https://w3id.org/security/suites/ed25519-2020/v1']
      : credential['@context'];
  const made = await vc.issue({
    credential: { ...structuredClone(credential), '@context': context },
    suite:
      suite === 'Ed25519Signature2020'
        ? new Ed25519Signature2020({ signer })
        : new DataIntegrityProof({ cryptosuite: suite.startsWith('ecdsa') ? ecdsaRdfc : eddsaRdfc, signer }),
    documentLoader,
  });
  return {
    document: made as Made['document'],
    key: keyFromMultibase(pair.publicKeyMultibase) as PublicKey,
  };
}

describe.each(['eddsa-rdfc-2022', 'ecdsa-rdfc-2019 P-256', 'ecdsa-rdfc-2019 P-384', 'Ed25519Signature2020'])(
  'a proof of the kind %s',
  (suite) => {
    test('that another implementation made holds, and no altered one does', async () => {
      const { document, key } = await signed(suite);
      const check = (altered: Json, by = key) => proofs.check(altered, altered['proof'] as Json, by);
      expect(await check(document)).toMatchObject({ outcome: 'PASS' });
      const { proof, ...rest } = document;
      for (const altered of [
        { ...document, validFrom: '2025-01-01T00:00:00Z' },
        { ...document, name: 'a name nobody signed' },
        { ...document, bonus: 'a word no context defines' },
        { ...rest, proof: { ...proof, created: '2020-01-01T00:00:00Z' } },
        {
          ...rest,
          proof: {
            ...proof,
            proofValue: String(proof['proofValue']).replace(/.$/, (last) => (last === '1' ? '2' : '1')),
          },
        },
        { ...rest, proof: { ...proof, proofValue: 'z' } },
        { ...rest, proof: { ...proof, proofValue: 5 } },
        { ...rest, proof: { ...proof, previousProof: 'urn:uuid:9' } },
      ])
        expect(await check(altered)).toMatchObject({ outcome: 'FAIL' });
      const other = await signed(suite);
      expect(await check(document, other.key)).toMatchObject({ outcome: 'FAIL' });
      const { key: ofOtherKind } = await signed(
        suite.startsWith('ecdsa') ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019',
      );
      expect(await check(document, ofOtherKind)).toMatchObject({ outcome: 'FAIL' });
    });
  },
);

test('a proof of a kind that is not checked could not be checked', async () => {
  const { document, key } = await signed('eddsa-rdfc-2022');
  for (const proof of [
    { ...document.proof, cryptosuite: 'bbs-2023' },
    { ...document.proof, type: 'RsaSignature2018' },
    { ...document.proof, cryptosuite: 'constructor' },
  ])
    expect(await proofs.check(document, proof, key)).toMatchObject({ outcome: 'COULD_NOT_CHECK' });
});

test('a proof over words of a context that is not known could not be checked', async () => {
  const { document, key } = await signed('eddsa-rdfc-2022');
  const context = [...(document['@context'] as string[]), 'https://elsewhere.example/context'];
  const altered = { ...document, '@context': context };
  expect(await proofs.check(altered, document.proof, key)).toMatchObject({
    outcome: 'COULD_NOT_CHECK',
    reason: expect.stringContaining('elsewhere.example'),
  });
});

describe('keys', () => {
  test('are the same in every spelling', async () => {
    for (const curve of ['P-256', 'P-384']) {
      const { publicKeyMultibase } = await EcdsaMultikey.generate({ curve });
      const key = keyFromMultibase(publicKeyMultibase) as PublicKey;
      expect(multibaseOf(key)).toBe(publicKeyMultibase);
      expect(sameKey(keyFromJwk(key.key.export({ format: 'jwk' })) as PublicKey, key)).toBe(true);
    }
  });

  test('of other kinds, weak ones and what is no key at all are not read', () => {
    fc.assert(fc.property(fc.string(), (text) => expect(keyFromMultibase(text)).toBeNull()));
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(keyFromJwk(value)).toBeNull()));
    expect(keyFromJwk({ kty: 'oct', k: 'c2VjcmV0' })).toBeNull();
    expect(keyFromJwk({ kty: 'RSA', n: 'AQAB', e: 'AQAB' })).toBeNull();
  });
});

test('canonical JSON reads back as the same value, in one order whatever order it came in', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
