import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compactVerify, importJWK, type JWK } from 'jose';
import { contentDigest, leafOf } from '../../../src/modules/credentials/issuance-log/log-entry.ts';
import { logMissing } from '../../../src/modules/credentials/issuance-log/log-missing.ts';
import { holdsConsistency, holdsInclusion } from '../../../src/modules/credentials/issuance-log/merkle.ts';
import { recordIssuances } from '../../../src/modules/credentials/issuance-log/record-issuances.ts';
import { issuerDid } from '../../../src/modules/credentials/issuer-directory.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';

const config = testConfig();
let api: TestApi;
let world: CredentialWorld;
let staff: Caller;
beforeAll(async () => {
  api = await startApi();
  world = await credentialWorld(config);
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
});
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
});

const STATE = 'issuer size root signedRoot';
const LOG = `query ($organizationId: ID!) { log: issuanceLog(organizationId: $organizationId) { ${STATE} } }`;
const PROOF = `query ($credential: String!) { proof: issuanceProof(credential: $credential) {
  entry { index issuer credential content key at } log { ${STATE} } path } }`;
const CONSISTENCY = `query ($organizationId: ID!, $size: Int!) {
  answer: issuanceLogConsistency(organizationId: $organizationId, size: $size) { log { ${STATE} } path } }`;

async function issued(of = world, by = staff) {
  const { learnerId, resultId } = await of.learner();
  const { data, errors } = await by(
    'mutation ($input: IssueCredentialInput!, $key: String!) { made: issueCredential(input: $input, idempotencyKey: $key) { id url } }',
    { key: randomUUID(), input: { resultId, badgeVersionId: of.badgeVersionId } },
  );
  expect(errors).toEqual([]);
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const held = await learner('query ($id: ID!) { credential(id: $id) { document jwt } }', data.made);
  return { ...data.made, learnerId, ...held.data.credential } as {
    id: string;
    url: string;
    learnerId: string;
    document: string;
    jwt: string;
  };
}

async function logStep(document: string) {
  const { data } = await api.anonymous(
    'query ($document: String!) { verifyCredential(document: $document) { verdict steps { name outcome reason } } }',
    { document },
  );
  const { verdict, steps } = data.verifyCredential;
  return { verdict, ...steps.find(({ name }: { name: string }) => name === 'LOG') };
}

const bytes = (hash: string) => Buffer.from(hash, 'base64url');
const get = async (path: string) => {
  const response = await fetch(`${api.url}${path}`);
  // biome-ignore lint/suspicious/noExplicitAny: what the server says is what is under test
  return { status: response.status, body: (await response.json()) as any };
};

async function signedRoot(token: string) {
  const { body } = await get('/log/did.json');
  const method = body.verificationMethod.find(({ type }: { type: string }) => type === 'JsonWebKey');
  const { payload, protectedHeader } = await compactVerify(
    token,
    await importJWK(method.publicKeyJwk as JWK, 'ES256'),
  );
  return { claims: JSON.parse(Buffer.from(payload).toString()), kid: protectedHeader.kid, did: body.id };
}

describe('what is issued', () => {
  test('stands in the log, which anybody can check from its document alone', async () => {
    const { url, document, jwt } = await issued();
    const { proof } = (await api.anonymous(PROOF, { credential: url })).data;
    const { entry, log, path } = proof;
    expect(entry).toMatchObject({ credential: url, content: contentDigest(JSON.parse(document)) });
    const leaf = leafOf({ ...entry, at: new Date(entry.at) });
    const place = { index: entry.index, size: log.size };
    expect(holdsInclusion(leaf, place, path.map(bytes), bytes(log.root))).toBe(true);
    const { claims, kid, did } = await signedRoot(log.signedRoot);
    expect(claims).toMatchObject({ iss: did, sub: log.issuer, size: log.size, root: log.root });
    expect(kid?.startsWith('did:web:credentials.example:log#es256-')).toBe(true);
    for (const shown of [document, jwt])
      expect(await logStep(shown)).toMatchObject({ verdict: 'VERIFIED', outcome: 'PASS' });
  });

  test('makes the log grow by one, and what it was stays its beginning', async () => {
    await issued();
    const before = (await api.anonymous(LOG, ids())).data.log;
    await Promise.all([issued(), issued(), issued()]);
    const { answer } = (await api.anonymous(CONSISTENCY, { ...ids(), size: before.size })).data;
    expect(answer.log.size).toBe(before.size + 3);
    const states = [before, answer.log].map(({ size, root }) => ({ size, root: bytes(root) }));
    const [older, newer] = states as [(typeof states)[0], (typeof states)[0]];
    expect(holdsConsistency(older, newer, answer.path.map(bytes))).toBe(true);
    const refused = await api.anonymous(CONSISTENCY, { ...ids(), size: answer.log.size + 1 });
    expect(refused.errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument: 'size' });
  });

  test('is proven across full tiles', async () => {
    const fresh = await credentialWorld(config);
    const by = await api.as({ role: 'ISSUER_STAFF', organizationId: fresh.organizationId });
    const { url } = await issued(fresh, by);
    // as if 255 more had been issued: entries of which only the hashes count
    const did = issuerDid(config.publicUrl, fresh.organizationId);
    const more = Array.from({ length: 300 }, () => ({
      organizationId: fresh.organizationId,
      credential: `urn:uuid:${randomUUID()}`,
      content: 'x',
      key: `${did}#key`,
    }));
    await api.app.graph.write((run) => recordIssuances(run, new Date(), more));
    for (const credential of [url, more[0]?.credential, more[254]?.credential, more[299]?.credential]) {
      const { entry, log, path } = (await api.anonymous(PROOF, { credential })).data.proof;
      const place = { index: entry.index, size: log.size };
      const leaf = leafOf({ ...entry, at: new Date(entry.at) });
      expect(holdsInclusion(leaf, place, path.map(bytes), bytes(log.root))).toBe(true);
    }
    await fresh.close();
  });

  test('is read by route, too', async () => {
    const { url } = await issued();
    const log = await get(`/orgs/${world.organizationId}/log`);
    expect(log.body).toMatchObject({ issuer: issuerDid(config.publicUrl, world.organizationId) });
    const last = log.body.size - 1;
    const { body } = await get(`/orgs/${world.organizationId}/log/entries?from=${last}&limit=5`);
    expect(body.entries).toMatchObject([{ index: last, credential: url }]);
    expect((await get(`/orgs/${world.organizationId}/log/entries`)).body.entries).toHaveLength(log.body.size);
    const proof = await get(`/log/proof?credential=${encodeURIComponent(url)}`);
    expect(proof.body.entry).toMatchObject({ index: last, credential: url });
    const grown = await get(`/orgs/${world.organizationId}/log/consistency?size=1`);
    expect(grown.body.log.size).toBe(log.body.size);
    for (const path of [
      '/orgs/nobody/log',
      '/log/proof?credential=urn:x',
      '/orgs/nobody/log/consistency?size=1',
    ])
      expect((await get(path)).status).toBe(404);
    for (const query of ['entries?from=-1', 'entries?limit=0', 'consistency?size=0', 'consistency'])
      expect((await get(`/orgs/${world.organizationId}/log/${query}`)).status).toBe(400);
  });
});

describe('a badge that somebody with the key of the issuer made', () => {
  const forge = async (change: (document: Record<string, unknown>) => object) => {
    const { document } = await issued();
    const { proof: _, ...unsigned } = JSON.parse(document);
    const signed = await api.app.credentialing.agent.sign(change(unsigned), new Date('2026-01-01T00:00:00Z'));
    return JSON.stringify(signed);
  };

  test('and dated back is in no log, though its signature holds', async () => {
    const url = api.app.credentialing.urls.credential(randomUUID());
    const forged = await forge((document) => ({ ...document, id: url, validFrom: '2026-01-01T00:00:00Z' }));
    expect(await logStep(forged)).toMatchObject({
      verdict: 'FAILED',
      outcome: 'FAIL',
      reason: 'It is not in the issuance log of its issuer: it was not issued here.',
    });
    expect((await api.anonymous(PROOF, { credential: url })).data.proof).toBeNull();
  });

  test('under the id of one that is says something else than the log', async () => {
    const forged = await forge((document) => ({ ...document, name: 'Doctor of Everything' }));
    expect(await logStep(forged)).toMatchObject({
      outcome: 'FAIL',
      reason: 'The issuance log of its issuer has something else under this id.',
    });
  });

  test('is looked up by whatever name it goes', async () => {
    const id = api.app.credentialing.urls.credential(randomUUID());
    for (const change of [
      { type: ['VerifiableCredential', 'EndorsementCredential'] },
      { type: ['VerifiableCredential'] },
    ]) {
      const forged = await forge(({ credentialSubject, ...document }) => ({
        ...document,
        ...change,
        id,
        credentialSubject: [{ id: 'urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341' }, credentialSubject],
      }));
      expect((await logStep(forged)).verdict).toBe('FAILED');
    }
  });

  test('as a JWT is compared, whatever proof it pretends to have', async () => {
    const { document } = await issued();
    const { proof: _, ...said } = JSON.parse(document);
    const claims = {
      ...said,
      name: 'Doctor of Everything',
      proof: { type: 'DataIntegrityProof', cryptosuite: 'ecdsa-sd-2023' },
      iss: said.issuer.id,
      jti: said.id,
      sub: said.credentialSubject.id,
      nbf: Math.floor(Date.parse(said.validFrom) / 1000),
    };
    const forged = await api.app.credentialing.agent.signJwt(said.issuer.id, claims);
    expect(await logStep(forged)).toMatchObject({
      verdict: 'FAILED',
      reason: 'The issuance log of its issuer has something else under this id.',
    });
  });

  test('is in no log that is empty, whose root is that of RFC 9162', async () => {
    const other = await credentialWorld(config);
    await issued(other, await api.as({ role: 'ISSUER_STAFF', organizationId: other.organizationId }));
    await other.query(
      "MATCH (:Organization {id: $id})-[:KEEPS]->(log) SET log.size = 0, log.edge = '[]' REMOVE log.root, log.signedRoot, log.signedSize",
      { id: other.organizationId },
    );
    const { data } = await api.anonymous(LOG, { organizationId: other.organizationId });
    expect(bytes(data.log.root).toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    await other.close();
  });
});

test('credentials of before there were logs are entered once, also those of a key that is frozen', async () => {
  const { id, url, document } = await issued();
  const frozen = (query: string) =>
    world.query(`MATCH (:Organization {id: $id})-[:SIGNS_WITH]->(key:SigningKey) ${query}`, {
      id: world.organizationId,
    });
  await frozen('SET key.frozenAt = datetime()');
  await world.query(
    `MATCH (c:Credential {id: $id}) REMOVE c.content
     WITH c MATCH (e:LogEntry {credential: $url}) SET e.credential = 'urn:forgotten:' + $id`,
    { id, url },
  );
  expect((await logStep(document)).outcome).toBe('FAIL');
  expect(await logMissing(api.app.graph, api.app.credentialing)).toBeGreaterThanOrEqual(1);
  expect(await logMissing(api.app.graph, api.app.credentialing)).toBe(0);
  await frozen('REMOVE key.frozenAt');
  expect((await logStep(document)).outcome).toBe('PASS');
});

const ids = () => ({ organizationId: world.organizationId });
