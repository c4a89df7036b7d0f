import { createHash, generateKeyPairSync } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CompactSign } from 'jose';
import { emptyStatusList, withEntries } from '../../../src/modules/credentials/status-list.ts';
import { GuardedWeb } from '../../../src/modules/credentials/verification/guarded-web.ts';
import type { Json } from '../../../src/modules/credentials/verification/proofs.ts';
import { dccRegistry, lookupIn } from '../../../src/modules/credentials/verification/trust.ts';
import { verifyDocument } from '../../../src/modules/credentials/verification/verify.ts';
import { foreignSources } from '../../support/foreign-sources.ts';
import { foreignBadge, proven, type TestSigner, testSigner } from '../../support/signer.ts';
import { startTlsServer, TEST_CA, type TlsServer } from '../../support/tls-server.ts';

const NOW = new Date('2026-06-01T00:00:00Z');
const SECONDS = NOW.getTime() / 1000;

let server: TlsServer;
let issuer: TestSigner;
let stranger: TestSigner;
let served: Record<string, unknown> = {};

beforeAll(async () => {
  server = await startTlsServer((request, response) => {
    const found = served[request.url ?? ''];
    if (found === undefined) response.writeHead(404).end();
    else response.end(typeof found === 'string' ? found : JSON.stringify(found));
  });
  issuer = testSigner(`did:web:${server.didHost}:academy`);
  stranger = testSigner();
});
afterAll(() => server.close());
beforeEach(() => {
  served = { '/academy/did.json': didDocument() };
});

const didDocument = (change: Json = {}): Json => ({
  id: issuer.did,
  verificationMethod: [
    { id: issuer.method, type: 'Multikey', controller: issuer.did, publicKeyMultibase: issuer.multibase },
  ],
  assertionMethod: [issuer.method],
  ...change,
});

const LIST = {
  name: 'A list of academies',
  scope: 'Short courses',
  governanceUrl: 'https://list.example/rules',
  url: null,
};

async function verify(text: string) {
  const web = new GuardedWeb({ clock: () => NOW, allowed: ['127.0.0.1'], ca: TEST_CA });
  const list = { registry: { [issuer.did]: { name: 'Academy' } } };
  const sources = {
    ...foreignSources(web),
    trust: (did: string) => lookupIn([dccRegistry({ ...LIST, list }, web)], did),
  };
  const report = await verifyDocument(text, sources, NOW);
  const found = (outcome: string) =>
    report.steps.filter((step) => step.outcome === outcome).map(({ name }) => name);
  return { ...report, failed: found('FAIL'), open: found('COULD_NOT_CHECK') };
}
const verifyJson = (document: Json) => verify(JSON.stringify(document));

describe('a credential of an issuer elsewhere', () => {
  test('is verified by the keys its did:web publishes, and known when a registry lists it', async () => {
    const report = await verifyJson(await proven(foreignBadge(issuer.did), issuer));
    expect(report).toMatchObject({ verdict: 'VERIFIED', format: 'JSON', issuer: issuer.did });
    expect(report.trust).toEqual({
      status: 'KNOWN',
      registry: LIST.name,
      scope: LIST.scope,
      governanceUrl: LIST.governanceUrl,
      name: 'Academy',
    });
    expect(report.steps.every(({ milliseconds }) => milliseconds >= 0)).toBe(true);
  });

  test('whom no registry knows is undetermined, however well it is signed', async () => {
    const report = await verifyJson(await proven(foreignBadge(stranger.did), stranger));
    expect(report).toMatchObject({ verdict: 'UNDETERMINED', failed: [], open: ['TRUST'] });
    expect(report.trust).toMatchObject({ status: 'UNKNOWN', registry: null });
  });

  test('fails by a key the issuer does not list, does not control, does not issue with, or has revoked', async () => {
    const document = await proven(foreignBadge(issuer.did), issuer);
    const [method] = didDocument()['verificationMethod'] as [Json];
    for (const change of [
      { verificationMethod: [] },
      { assertionMethod: [] },
      { verificationMethod: [{ ...method, controller: stranger.did }] },
      { verificationMethod: [{ ...method, revoked: '2026-02-01T00:00:00Z' }] },
      { id: stranger.did },
    ]) {
      served['/academy/did.json'] = didDocument(change);
      expect(await verifyJson(document)).toMatchObject({ verdict: 'FAILED', failed: ['ISSUER'] });
    }
    served['/academy/did.json'] = didDocument({
      verificationMethod: [{ ...method, publicKeyMultibase: stranger.multibase }],
    });
    expect(await verifyJson(document)).toMatchObject({ verdict: 'FAILED', failed: ['PROOF'] });
  });

  test('whose keys cannot be had could not be checked', async () => {
    const document = await proven(foreignBadge(issuer.did), issuer);
    served = {};
    expect(await verifyJson(document)).toMatchObject({
      verdict: 'UNDETERMINED',
      failed: [],
      open: ['ISSUER', 'PROOF'],
    });
  });

  test('tells what its issuer says it shows, once the signature holds', async () => {
    const about = foreignBadge(issuer.did)['credentialSubject'] as Json;
    const alignment = [
      {
        type: ['Alignment'],
        targetName: 'model graphs',
        targetUrl: 'urn:skill:1',
        targetFramework: 'Skills',
      },
      { type: ['Alignment'], targetName: 'draw', targetUrl: 'urn:skill:2', targetCode: 'D2' },
    ];
    const achievement = { ...(about['achievement'] as Json), alignment };
    const document = await proven(
      foreignBadge(issuer.did, { credentialSubject: { ...about, achievement } }),
      issuer,
    );
    expect((await verifyJson(document)).alignments).toEqual([
      {
        targetName: 'model graphs',
        targetUrl: 'urn:skill:1',
        targetFramework: 'Skills',
        targetCode: null,
        vouched: true,
      },
      {
        targetName: 'draw',
        targetUrl: 'urn:skill:2',
        targetFramework: null,
        targetCode: 'D2',
        vouched: true,
      },
    ]);
    expect((await verifyJson({ ...document, validFrom: '2025-01-01T00:00:00Z' })).alignments).toEqual([]);
    served = {};
    expect((await verifyJson(document)).alignments).toEqual([]);
  });

  test('is read at its address, too', async () => {
    served['/badge'] = await proven(foreignBadge(issuer.did), issuer);
    expect(await verify(`${server.url}/badge`)).toMatchObject({ verdict: 'VERIFIED' });
    expect(await verify(`${server.url}/nothing`)).toMatchObject({ verdict: 'UNDETERMINED', failed: [] });
  });

  test('with an endorsement fails when the endorsement was altered, not when it has run out', async () => {
    const endorsement = (more: Json = {}) => ({
      ...foreignBadge(stranger.did, more),
      id: 'urn:uuid:9',
      type: ['VerifiableCredential', 'EndorsementCredential'],
      credentialSubject: { id: 'urn:uuid:1', type: ['EndorsementSubject'], endorsementComment: 'Well done.' },
    });
    const endorsed = async (endorsing: Json) => {
      const document = await proven(foreignBadge(issuer.did, { endorsement: [endorsing] }), issuer);
      return verifyJson(document);
    };
    const good = await proven(endorsement(), stranger);
    expect(await endorsed(good)).toMatchObject({ verdict: 'VERIFIED' });
    expect(await endorsed({ ...good, validFrom: '2025-01-01T00:00:00Z' })).toMatchObject({
      failed: ['ENDORSEMENTS'],
    });
    // members named like those of what was read already say nothing about it
    for (const posing of [{ format: 'JWT' }, { problem: 'Out of reach.', away: true }]) {
      const badge = foreignBadge(issuer.did, { endorsement: [{ ...endorsement(), ...posing }] });
      const document = await proven(badge, issuer, { cryptosuite: 'eddsa-jcs-2022' });
      expect(await verifyJson(document)).toMatchObject({ failed: ['ENDORSEMENTS'], open: [] });
    }
    const over = await proven(endorsement({ validUntil: '2026-02-01T00:00:00Z' }), stranger);
    expect(await endorsed(over)).toMatchObject({ verdict: 'VERIFIED' });
  });
});

describe('the status of a foreign credential', () => {
  const entry = () => ({
    id: `${server.url}/list#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: `${server.url}/list`,
  });
  const list = async (indices: number[], by: TestSigner, more: Json = {}) =>
    proven(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        id: `${server.url}/list`,
        type: ['VerifiableCredential', 'BitstringStatusListCredential'],
        issuer: by.did,
        validFrom: '2026-01-01T00:00:00Z',
        credentialSubject: {
          id: `${server.url}/list#list`,
          type: 'BitstringStatusList',
          statusPurpose: 'revocation',
          encodedList: await withEntries(await emptyStatusList(), indices, true),
        },
        ...more,
      },
      by,
    );
  const withStatus = async () =>
    verifyJson(await proven(foreignBadge(issuer.did, { credentialStatus: entry() }), issuer));

  test('is what the signed list of its issuer says', async () => {
    served['/list'] = await list([6, 8], issuer);
    expect(await withStatus()).toMatchObject({ verdict: 'VERIFIED' });
    served['/list'] = await list([7], issuer);
    expect(await withStatus()).toMatchObject({ verdict: 'FAILED', failed: ['STATUS'] });
  });

  test('is not proven by a list of somebody else, an altered or an old one, and not known without one', async () => {
    served['/list'] = await list([], stranger);
    expect(await withStatus()).toMatchObject({ failed: ['STATUS'] });
    served['/list'] = { ...(await list([], issuer)), validFrom: '2025-01-01T00:00:00Z' };
    expect(await withStatus()).toMatchObject({ failed: [], open: ['STATUS'] });
    served['/list'] = await list([], issuer, { validUntil: '2026-02-01T00:00:00Z' });
    expect(await withStatus()).toMatchObject({ failed: [], open: ['STATUS'] });
    delete served['/list'];
    expect(await withStatus()).toMatchObject({ failed: [], open: ['STATUS'] });
  });

  test('stands on a 1EdTech revocation list, or does not', async () => {
    const document = await proven(
      {
        ...foreignBadge(issuer.did, {
          credentialStatus: { id: `${server.url}/revoked`, type: '1EdTechRevocationList' },
        }),
        '@context': [
          'https://www.w3.org/ns/credentials/v2',
          'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
          'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
        ],
      },
      issuer,
    );
    served['/revoked'] = { issuer: issuer.did, revokedCredential: [{ id: 'urn:uuid:2', revoked: true }] };
    expect(await verifyJson(document)).toMatchObject({ verdict: 'VERIFIED' });
    served['/revoked'] = {
      issuer: issuer.did,
      revokedCredential: [{ id: 'urn:uuid:1', revocationReason: 'Error' }],
    };
    expect(await verifyJson(document)).toMatchObject({ failed: ['STATUS'] });
  });
});

describe('tokens of an issuer elsewhere', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = pair.publicKey.export({ format: 'jwk' });
  const token = (payload: Json, header: Json) =>
    new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', ...header })
      .sign(pair.privateKey);
  const publish = () => {
    const id = `${issuer.did}#es256`;
    served['/academy/did.json'] = didDocument({
      verificationMethod: [{ id, type: 'JsonWebKey', controller: issuer.did, publicKeyJwk: jwk }],
      assertionMethod: [id],
    });
    return id;
  };

  test('a JWT is verified by kid, or by the key it brings along if the issuer lists that', async () => {
    const kid = publish();
    const payload = {
      ...foreignBadge(issuer.did),
      iss: issuer.did,
      jti: 'urn:uuid:1',
      nbf: Date.parse('2026-01-01') / 1000,
    };
    expect(await verify(await token(payload, { kid }))).toMatchObject({ verdict: 'VERIFIED', format: 'JWT' });
    expect(await verify(await token(payload, { jwk }))).toMatchObject({ verdict: 'VERIFIED' });
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const forged = await new CompactSign(Buffer.from(JSON.stringify(payload)))
      .setProtectedHeader({ alg: 'ES256', jwk: other.publicKey.export({ format: 'jwk' }) })
      .sign(other.privateKey);
    expect(await verify(forged)).toMatchObject({ verdict: 'FAILED', failed: ['ISSUER'] });
    expect(await verify(await token({ ...payload, exp: 1 }, { kid }))).toMatchObject({ failed: ['DATES'] });
  });

  test('an SD-JWT is verified with what it discloses, and its token status list', async () => {
    const kid = publish();
    const grade = Buffer.from('["salt","grade","A"]').toString('base64url');
    const uri = `${server.url}/token-list`;
    const claims = {
      iss: issuer.did,
      vct: 'https://elsewhere.example/type',
      exp: SECONDS + 60,
      status: { status_list: { idx: 9, uri } },
      _sd: [createHash('sha256').update(grade).digest('base64url')],
    };
    const shown = `${await token(claims, { kid, typ: 'dc+sd-jwt' })}~${grade}~`;
    const publishList = async (byte: number) => {
      const lst = deflateSync(Buffer.from([0, byte, 0])).toString('base64url');
      served['/token-list'] = await token(
        { sub: uri, iat: SECONDS, status_list: { bits: 1, lst } },
        { kid, typ: 'statuslist+jwt' },
      );
    };
    await publishList(0b101);
    expect(await verify(shown)).toMatchObject({ verdict: 'VERIFIED', format: 'SD_JWT', issuer: issuer.did });
    await publishList(0b010);
    expect(await verify(shown)).toMatchObject({ failed: ['STATUS'] });
    const late = await token({ ...claims, exp: SECONDS - 1 }, { kid, typ: 'dc+sd-jwt' });
    expect((await verify(`${late}~`)).failed).toContain('DATES');
  });
});
