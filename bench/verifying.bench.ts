import { createHash, generateKeyPairSync } from 'node:crypto';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import * as EcdsaMultikey from '@digitalbazaar/ecdsa-multikey';
import { cryptosuite as ecdsaRdfc } from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite';
import { createSignCryptosuite, createVerifyCryptosuite } from '@digitalbazaar/ecdsa-sd-2023-cryptosuite';
import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import { cryptosuite as eddsaRdfc } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import * as vc from '@digitalbazaar/vc';
import { CompactSign, compactVerify } from 'jose';
import { clrCredential } from '../src/modules/credentials/encodings/clr.ts';
import { alwaysShown, disclose } from '../src/modules/credentials/encodings/disclose.ts';
import type { JsonObject } from '../src/modules/credentials/open-badge.ts';
import { loadContexts } from '../src/modules/credentials/veramo/contexts.ts';
import { selfContainedDid } from '../src/modules/credentials/verification/did-key.ts';
import { verifyDocument } from '../src/modules/credentials/verification/verify.ts';
import { foreignSources } from '../test/support/foreign-sources.ts';
import { foreignBadge } from '../test/support/signer.ts';
import { percentile, publish, sample } from './support/figures.ts';

/**
 * One Open Badges credential in each encoding, verified in all its steps here, and its signature alone by the library that others verify
 * with. Everything is at hand, nothing is fetched.
 */
const ROUNDS = 200;

const contexts = loadContexts();
const sources = foreignSources();
const now = new Date('2026-06-01T00:00:00Z');
const figures: Record<string, number> = {};
const rows: Record<string, string | number>[] = [];

async function documentLoader(url: string) {
  const document = contexts.get(url) ?? didPart(url);
  if (!document) throw new Error(`${url} is not at hand`);
  return { contextUrl: null, documentUrl: url, document };
}

function didPart(url: string): object | undefined {
  const [did = '', fragment] = url.split('#');
  const found = selfContainedDid(did);
  if (!found) return undefined;
  const context = 'https://w3id.org/security/multikey/v1';
  return fragment ? { '@context': context, ...found.verificationMethod?.[0] } : found;
}

async function measure(name: string, text: string, bare: () => Promise<boolean>): Promise<void> {
  const { steps } = await verifyDocument(text, sources, now);
  const open = steps.filter(({ outcome }) => outcome !== 'PASS');
  if (open.some((step) => step.name !== 'TRUST') || !(await bare()))
    throw new Error(`${name} does not verify: ${JSON.stringify(open)}`);
  const ours = await sample(ROUNDS, () => verifyDocument(text, sources, now));
  const theirs = await sample(ROUNDS, bare);
  const [p50, bareP50] = [percentile(ours, 0.5), percentile(theirs, 0.5)];
  rows.push({
    encoding: name,
    'all steps, p50 ms': p50,
    'p95 ms': percentile(ours, 0.95),
    'bare library, p50 ms': bareP50,
    times: p50 / bareP50,
  });
  figures[`verify_p50_ms_${name}`] = p50;
  figures[`verify_overhead_${name}`] = p50 / bareP50;
}

async function embedded(name: string): Promise<void> {
  const pair = name.startsWith('ecdsa')
    ? await EcdsaMultikey.generate({ curve: 'P-256' })
    : await Ed25519Multikey.generate();
  const did = `did:key:${pair.publicKeyMultibase}`;
  const signer = { ...pair.signer(), id: `${did}#${pair.publicKeyMultibase}` };
  const older = name === 'Ed25519Signature2020';
  const suite = () =>
    older
      ? new Ed25519Signature2020({ signer })
      : new DataIntegrityProof({ cryptosuite: name.startsWith('ecdsa') ? ecdsaRdfc : eddsaRdfc, signer });
  const badge = foreignBadge(did);
  const context = [
    badge['@context'],
    older ? ['https://w3id.org/security/suites/ed25519-2020/v1'] : [],
  ].flat();
  const signed = await vc.issue({
    credential: { ...badge, '@context': context },
    suite: suite(),
    documentLoader,
  });
  const checked = older ? new Ed25519Signature2020() : suite();
  await measure(name, JSON.stringify(signed), async () => {
    const credential = structuredClone(signed);
    return (await vc.verifyCredential({ credential, suite: checked, documentLoader, now })).verified;
  });
}

async function tokens(): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const did = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`;
  const sign = (payload: object, typ: string) =>
    new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', kid: `${did}#0`, typ })
      .sign(privateKey);
  const bare = (text: string) => async () => (await compactVerify(text, publicKey)).payload.length > 0;
  const jwt = await sign({ ...foreignBadge(did), iss: did }, 'JWT');
  await measure('jwt-es256', jwt, bare(jwt));
  const disclosure = Buffer.from('["salt","name","Graphs"]').toString('base64url');
  const claims = {
    iss: did,
    vct: 'https://elsewhere.example/type',
    _sd: [createHash('sha256').update(disclosure).digest('base64url')],
  };
  const issued = await sign(claims, 'dc+sd-jwt');
  await measure('sd-jwt-es256', `${issued}~${disclosure}~`, bare(issued));
}

/** Of the version that shows one alignment more than it must; the library is the one it was derived with. */
async function derived(): Promise<void> {
  const pair = await EcdsaMultikey.generate({ curve: 'P-256' });
  const did = `did:key:${pair.publicKeyMultibase}`;
  const signer = { ...pair.signer(), id: `${did}#${pair.publicKeyMultibase}` };
  const badge = foreignBadge(did);
  const cryptosuite = createSignCryptosuite({ mandatoryPointers: alwaysShown(badge) });
  const credential = { ...badge, name: 'Graphs', awardedDate: '2026-01-01T00:00:00Z' };
  const suite = new DataIntegrityProof({ cryptosuite, signer });
  const base = JSON.stringify(await vc.issue({ credential, suite, documentLoader }));
  const text = await disclose(base, ['/awardedDate'], contexts);
  const checked = new DataIntegrityProof({ cryptosuite: createVerifyCryptosuite() });
  await measure(
    'ecdsa-sd-2023',
    text,
    async () =>
      (await vc.verifyCredential({ credential: JSON.parse(text), suite: checked, documentLoader, now }))
        .verified,
  );
}

/** A record (CLR 2.0) of three badges: four proofs. The library checks each, as a verifier built on it would. */
async function records(): Promise<void> {
  const pair = await Ed25519Multikey.generate();
  const did = `did:key:${pair.publicKeyMultibase}`;
  const signer = { ...pair.signer(), id: `${did}#${pair.publicKeyMultibase}` };
  const issue = async (credential: object): Promise<JsonObject> => {
    const suite = new DataIntegrityProof({ cryptosuite: eddsaRdfc, signer });
    return (await vc.issue({ credential, suite, documentLoader })) as JsonObject;
  };
  const credentials: JsonObject[] = [];
  for (const id of ['urn:uuid:1', 'urn:uuid:2', 'urn:uuid:4'])
    credentials.push(await issue({ ...foreignBadge(did), id }));
  const record = await issue(
    clrCredential({
      id: 'urn:uuid:5',
      name: 'Record',
      description: null,
      publisher: { did, name: 'An academy elsewhere', url: null },
      recipient: { kind: 'PSEUDONYM', uri: 'urn:uuid:6' },
      credentials,
      associations: [],
      partial: true,
      at: new Date('2026-01-01T00:00:00Z'),
    }),
  );
  await measure('clr-eddsa-rdfc-2022', JSON.stringify(record), async () => {
    for (const credential of [record, ...credentials].map((each) => structuredClone(each))) {
      const suite = new DataIntegrityProof({ cryptosuite: eddsaRdfc });
      if (!(await vc.verifyCredential({ credential, suite, documentLoader, now })).verified) return false;
    }
    return true;
  });
}

for (const name of ['eddsa-rdfc-2022', 'ecdsa-rdfc-2019', 'Ed25519Signature2020']) await embedded(name);
await tokens();
await derived();
await records();
publish(rows, figures);
