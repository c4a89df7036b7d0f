import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { credentialWorld } from '../../support/credential-world.ts';
import { foreignBadge, proven, testSigner } from '../../support/signer.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** A picture of this many bytes with a credential in it. */
function bakedPng(text: string, size: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    checksum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, checksum]);
  };
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IDAT', Buffer.alloc(size)),
    chunk('iTXt', Buffer.from(`openbadgecredential\0\0\0\0\0${text}`)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const post = async (body: Buffer | string, type: string) => {
  const response = await fetch(`${api.url}/verify`, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
  });
  return { status: response.status, report: (await response.json()) as Record<string, unknown> };
};

describe('a file', () => {
  test('is verified by anybody, an image larger than a request to GraphQL, too', async () => {
    const signer = testSigner();
    const credential = JSON.stringify(await proven(foreignBadge(signer.did), signer));
    for (const [body, type] of [
      [credential, 'application/json'],
      [bakedPng(credential, 200_000), 'image/png'],
    ] as const) {
      const { status, report } = await post(body, type);
      expect(status).toBe(200);
      expect(report).toMatchObject({ verdict: 'UNDETERMINED', issuer: signer.did, format: 'JSON' });
      expect(
        (report['steps'] as { outcome: string }[]).filter(({ outcome }) => outcome !== 'PASS'),
      ).toMatchObject([{ name: 'TRUST', outcome: 'COULD_NOT_CHECK' }]);
    }
  });

  test('that is none gets a report as well, one that is too large an error', async () => {
    expect((await post('', 'text/plain')).report).toMatchObject({ verdict: 'FAILED' });
    const { status, report } = await post(Buffer.alloc(600_000), 'image/png');
    expect(status).toBe(413);
    expect(report).toMatchObject({ errors: [{ extensions: { reason: 'entity.too.large' } }] });
  });
});

test('what a foreign credential says it shows is matched with the skills known here', async () => {
  const world = await credentialWorld(testConfig());
  const signer = testSigner();
  const badge = foreignBadge(signer.did);
  const about = badge['credentialSubject'] as { achievement: object };
  const alignment = [world.skillUri, 'urn:skill:of-nobody'].map((targetUrl) => ({
    type: ['Alignment'],
    targetName: 'modelling',
    targetUrl,
  }));
  const document = await proven(
    { ...badge, credentialSubject: { ...about, achievement: { ...about.achievement, alignment } } },
    signer,
  );
  const { data, errors } = await api.anonymous(
    `query ($document: String!) { verifyCredential(document: $document) {
       verdict format trust { status registry } alignments { targetName targetFramework skill { uri label(language: "de") } } } }`,
    { document: JSON.stringify(document) },
  );
  expect(errors).toEqual([]);
  expect(data.verifyCredential).toEqual({
    verdict: 'UNDETERMINED',
    format: 'JSON',
    trust: { status: 'UNKNOWN', registry: null },
    alignments: [
      {
        targetName: 'modelling',
        targetFramework: null,
        skill: { uri: world.skillUri, label: 'Graphen modellieren' },
      },
      { targetName: 'modelling', targetFramework: null, skill: null },
    ],
  });
  await world.close();
});

test('what registries say of an issuer is for anybody to ask', async () => {
  const world = await credentialWorld(testConfig());
  const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const { resultId } = await world.learner();
  const issued = await staff(
    `mutation ($input: IssueCredentialInput!, $key: String!) {
       issueCredential(input: $input, idempotencyKey: $key) { id } }`,
    { input: { resultId, badgeVersionId: world.badgeVersionId }, key: `trust-${resultId}` },
  );
  expect(issued.errors).toEqual([]);
  const TRUST =
    'query ($issuer: String!) { issuerTrust(issuer: $issuer) { status registry scope governanceUrl frameworks levels } }';
  const own = `did:web:credentials.example:orgs:${encodeURIComponent(world.organizationId)}`;
  const registry = {
    registry: 'Issuers of this service',
    scope: 'Badges published here',
    governanceUrl: 'https://credentials.example',
    frameworks: null,
    levels: null,
  };
  const said = async (issuer: string) => (await api.anonymous(TRUST, { issuer })).data.issuerTrust;
  expect(await said(own)).toEqual([{ status: 'KNOWN', ...registry }]);
  expect(await said('did:web:elsewhere.example')).toEqual([{ status: 'UNKNOWN', ...registry }]);
  await world.close();
});

test('verifying is rationed for each source, over all ways to ask for it', async () => {
  const rationed = await startApi({
    config: testConfig({ VERIFICATIONS_PER_MINUTE: '3', TRUSTED_PROXIES: '1' }),
  });
  const upload = (from: string) =>
    fetch(`${rationed.url}/verify`, { method: 'POST', body: '{}', headers: { 'x-forwarded-for': from } });
  const VERIFY = '{ verifyCredential(document: "{}") { verdict } }';
  const asked = (from: string, more: Record<string, string> = {}) =>
    fetch(`${rationed.url}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query: VERIFY }),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': from, ...more },
    });
  try {
    expect((await upload('192.0.2.1')).status).toBe(200);
    expect((await upload('192.0.2.1')).status).toBe(200);
    expect(await (await asked('192.0.2.1')).json()).toMatchObject({
      data: { verifyCredential: { verdict: 'FAILED' } },
    });
    const refused = await upload('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
    expect(await (await asked('192.0.2.1')).json()).toMatchObject({
      errors: [{ extensions: { code: 'RATE_LIMITED' } }],
    });
    expect((await upload('192.0.2.2')).status).toBe(200);
    // what a caller writes into the header itself does not count, only what the proxy added
    expect((await upload('192.0.2.9, 192.0.2.1')).status).toBe(429);
  } finally {
    await rationed.close();
  }
});
