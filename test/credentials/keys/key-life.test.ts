import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { statusListStatements } from '../../../src/modules/credentials/credentials.repository.ts';
import { recordIssuances } from '../../../src/modules/credentials/issuance-log/record-issuances.ts';
import { issuerDid } from '../../../src/modules/credentials/issuer-directory.ts';
import { incidentStatements } from '../../../src/modules/credentials/keys/keys.repository.ts';
import { Reissuing } from '../../../src/modules/credentials/keys/reissuing.ts';
import { repository } from '../../../src/platform/graph/repository.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';

const config = testConfig();
const KEY = 'id type state createdAt retiredAt frozenAt compromisedAt compromisedSince publicKeyHex';
const HISTORY = `query ($organizationId: ID!, $first: Int, $after: String) {
  signingKeys(organizationId: $organizationId, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { ${KEY} } } } }`;
const ROTATE = `mutation ($type: SigningKeyType!, $key: String!) {
  made: rotateSigningKey(type: $type, idempotencyKey: $key) { ${KEY} } }`;
const change = (action: string) =>
  `mutation ($id: ID!, $key: String!) { made: ${action}SigningKey(key: $id, idempotencyKey: $key) { ${KEY} } }`;
const INCIDENT = 'id key since reason audience leftToRevoke leftToReissue';
const REPORT = `mutation ($input: KeyCompromiseInput!, $key: String!) {
  made: reportKeyCompromise(input: $input, idempotencyKey: $key) { ${INCIDENT} } }`;
const SETTLE = `mutation ($id: ID!, $limit: Int, $key: String!) {
  made: settleKeyIncident(id: $id, limit: $limit, idempotencyKey: $key) { revoked reissued failed leftToRevoke leftToReissue } }`;
const INCIDENTS = `{ keyIncidents(first: 5) { totalCount edges { node { ${INCIDENT} } } } }`;
const ISSUE = `mutation ($input: IssueCredentialInput!, $key: String!) {
  made: issueCredential(input: $input, idempotencyKey: $key) { id } }`;
const SHOW = `query ($id: ID!) { credential(id: $id) {
  id status statusReason url document jwt replacedBy { id status document } } }`;

let api: TestApi;
let world: CredentialWorld;
let admin: Caller;
let did: string;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  world = await credentialWorld(config);
  admin = await api.as({ role: 'ISSUER_ADMIN', organizationId: world.organizationId });
  did = issuerDid(config.publicUrl, world.organizationId);
});
afterEach(() => world.close());

async function made(query: string, variables: object, by = admin) {
  const { data, errors } = await by(query, { key: randomUUID(), ...variables });
  expect(errors).toEqual([]);
  return data.made;
}
async function refused(query: string, variables: object, by = admin) {
  const { errors } = await by(query, { key: randomUUID(), ...variables });
  return errors.map(({ extensions }) => [extensions['code'], extensions['reason']]);
}
async function issued() {
  const { learnerId, resultId } = await world.learner();
  const { id } = await made(ISSUE, { input: { resultId, badgeVersionId: world.badgeVersionId } });
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const show = async (of = id) => (await learner(SHOW, { id: of })).data.credential;
  return { id: id as string, learnerId, show, ...(await show()) };
}
async function verified(document: string) {
  const { data } = await api.anonymous(
    'query ($document: String!) { verifyCredential(document: $document) { verdict steps { name outcome } } }',
    { document },
  );
  const { verdict, steps } = data.verifyCredential;
  const failed = steps.flatMap((step: { name: string; outcome: string }) =>
    step.outcome === 'PASS' ? [] : [step.name],
  );
  return { verdict, failed };
}
const history = async (variables = {}) =>
  (await api.anonymous(HISTORY, { organizationId: world.organizationId, ...variables })).data.signingKeys;
const states = async () =>
  (await history()).edges.map(({ node }: { node: { type: string; state: string } }) => [
    node.type,
    node.state,
  ]);
const methods = async () => {
  const response = await fetch(`${api.url}/orgs/${world.organizationId}/did.json`);
  return ((await response.json()) as { assertionMethod: string[] }).assertionMethod;
};
const signedWith = (document: string) => JSON.parse(document).proof[0].verificationMethod as string;

describe('rotation', () => {
  test('signs with a new key; what the old one signed goes on verifying, JWTs too', async () => {
    const before = await issued();
    const old = signedWith(before.document);
    const ed = await made(ROTATE, { type: 'Ed25519' });
    const p256 = await made(ROTATE, { type: 'Secp256r1' });
    const after = await issued();
    expect(signedWith(after.document)).toBe(ed.id);
    expect(ed.id).not.toBe(old);
    for (const document of [before.document, before.jwt, after.document, after.jwt])
      expect(await verified(document)).toEqual({ verdict: 'VERIFIED', failed: [] });
    expect(await methods()).toEqual(expect.arrayContaining([old, ed.id, p256.id]));
    expect(await states()).toEqual([
      ['Secp256r1', 'ACTIVE'],
      ['Ed25519', 'ACTIVE'],
      ['Secp256r1', 'RETIRED'],
      ['Ed25519', 'RETIRED'],
    ]);
  });

  test('sent again, answers the same key and leaves none behind', async () => {
    await issued();
    const key = randomUUID();
    const first = await made(ROTATE, { type: 'Ed25519', key });
    expect(await made(ROTATE, { type: 'Ed25519', key })).toEqual(first);
    expect((await history({ first: 1 })).totalCount).toBe(3);
    const orphans = await world.query(
      'MATCH (k:SigningKey) WHERE NOT EXISTS { ()-[:SIGNS_WITH]->(k) } AND k.createdAt >= datetime($since) RETURN k.kid AS kid',
      { since: first.createdAt },
    );
    expect(orphans).toEqual([]);
  });

  test('many at once leave one key in use', async () => {
    await issued();
    await Promise.all([1, 2, 3, 4].map(() => made(ROTATE, { type: 'Ed25519' })));
    const inUse = (await states()).filter(
      ([type, state]: string[]) => type === 'Ed25519' && state === 'ACTIVE',
    );
    expect(inUse).toHaveLength(1);
    expect((await verified((await issued()).document)).verdict).toBe('VERIFIED');
  });

  test('is for admins of an issuer that signed, and its history for anybody, page by page', async () => {
    expect(await refused(ROTATE, { type: 'Ed25519' })).toEqual([['CONFLICT', 'NO_KEYS']]);
    await issued();
    const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
    expect(await refused(ROTATE, { type: 'Ed25519' }, staff)).toEqual([['FORBIDDEN', undefined]]);
    const first = await history({ first: 1 });
    const second = await history({ first: 1, after: first.pageInfo.endCursor });
    expect([first, second].map(({ edges }) => edges[0].node.id).sort()).toEqual(
      [...(await methods())].sort(),
    );
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});

describe('a key', () => {
  test('that is frozen signs nothing, with an error of its own, until it is released', async () => {
    const before = await issued();
    const id = signedWith(before.document);
    expect((await made(change('freeze'), { id })).state).toBe('FROZEN');
    const { resultId, learnerId } = await world.learner();
    expect(await refused(ISSUE, { input: { resultId } })).toEqual([['CONFLICT', 'KEY_FROZEN']]);
    expect(
      await world.query('MATCH (:Learner {id: $learnerId})-[:HOLDS]->(c) RETURN c.id AS id', { learnerId }),
    ).toEqual([]);
    expect((await verified(before.document)).verdict).toBe('VERIFIED');
    expect((await made(change('release'), { id })).state).toBe('ACTIVE');
    await made(ISSUE, { input: { resultId } });
  });

  test('that is frozen after something was signed with it keeps that from being stored', async () => {
    const before = await issued();
    const id = signedWith(before.document);
    await made(change('freeze'), { id });
    const late = {
      organizationId: world.organizationId,
      credential: `urn:uuid:${randomUUID()}`,
      content: 'x',
      key: id,
    };
    await expect(
      api.app.graph.write((run) => recordIssuances(run, new Date(), [late])),
    ).rejects.toMatchObject({ details: { reason: 'KEY_FROZEN' } });
  });

  test('in use is rotated, not retired; one that is over is neither frozen nor released; one of others is not there', async () => {
    const { document } = await issued();
    const id = signedWith(document);
    expect(await refused(change('retire'), { id })).toEqual([['CONFLICT', 'IN_USE']]);
    await made(ROTATE, { type: 'Ed25519' });
    expect((await made(change('retire'), { id })).state).toBe('RETIRED');
    for (const action of ['freeze', 'release'])
      expect(await refused(change(action), { id })).toEqual([['CONFLICT', 'NOT_IN_USE']]);
    const other = await api.as({
      role: 'ISSUER_ADMIN',
      organizationId: (await credentialWorld(config)).organizationId,
    });
    expect(await refused(change('freeze'), { id }, other)).toEqual([['CONFLICT', 'NO_KEYS']]);
    expect(await refused(change('freeze'), { id: `${did}#nothing` })).toEqual([['NOT_FOUND', undefined]]);
  });
});

describe('a key that others may have', () => {
  test('leaves the DID document; what it signed is revoked, then issued anew, and only that verifies', async () => {
    const early = await issued();
    await new Promise((done) => setTimeout(done, 5));
    const since = new Date().toISOString();
    const late = await issued();
    const another = await issued();
    const id = signedWith(early.document);
    const incident = await made(REPORT, {
      input: { key: id, since, reason: 'A copy was found', audience: 'EVERYBODY' },
    });
    expect(incident).toMatchObject({ key: id, leftToRevoke: 2, leftToReissue: 1, audience: 'EVERYBODY' });
    expect(await methods()).not.toContain(id);
    expect((await verified(early.document)).failed).toEqual(expect.arrayContaining(['ISSUER']));
    expect(await refused(REPORT, { input: { key: id, since, reason: 'Again' } })).toEqual([
      ['CONFLICT', 'KNOWN'],
    ]);
    const step = (limit: number) => made(SETTLE, { id: incident.id, limit });
    expect(await step(1)).toEqual({ revoked: 1, reissued: 0, failed: [], leftToRevoke: 1, leftToReissue: 2 });
    expect(await step(50)).toEqual({
      revoked: 1,
      reissued: 0,
      failed: [],
      leftToRevoke: 0,
      leftToReissue: 3,
    });
    expect(await late.show()).toMatchObject({ status: 'REVOKED', statusReason: 'A copy was found' });
    expect(await step(2)).toEqual({ revoked: 0, reissued: 2, failed: [], leftToRevoke: 0, leftToReissue: 1 });
    expect(await step(50)).toEqual({
      revoked: 0,
      reissued: 1,
      failed: [],
      leftToRevoke: 0,
      leftToReissue: 0,
    });
    expect(await step(50)).toMatchObject({ revoked: 0, reissued: 0 });
    for (const one of [early, late, another]) {
      const { status, replacedBy } = await one.show();
      expect(status).toBe('REVOKED');
      expect(replacedBy.status).toBe('ACTIVE');
      expect(await verified(replacedBy.document)).toEqual({ verdict: 'VERIFIED', failed: [] });
      const [before, after] = [JSON.parse(one.document), JSON.parse(replacedBy.document)];
      for (const said of ['validFrom', 'validUntil', 'credentialSubject', 'evidence', 'issuer'])
        expect(after[said]).toEqual(before[said]);
      expect(signedWith(replacedBy.document)).not.toBe(id);
      const skills = await world.query(
        'MATCH (:Learner {id: $learnerId})-[h:HAS_SKILL]->() RETURN h.credentialId AS id',
        { learnerId: one.learnerId },
      );
      expect(skills).toEqual([{ id: replacedBy.id }]);
    }
    const { data } = await admin(INCIDENTS);
    expect(data.keyIncidents).toMatchObject({
      totalCount: 1,
      edges: [{ node: { id: incident.id, leftToRevoke: 0, leftToReissue: 0 } }],
    });
    expect((await history()).edges.map(({ node }: { node: { state: string } }) => node.state).sort()).toEqual(
      ['ACTIVE', 'ACTIVE', 'COMPROMISED'],
    );
  });

  test('signs status lists no more: they are signed anew at once', async () => {
    const { document } = await issued();
    const url = JSON.parse(document).credentialStatus.statusListCredential as string;
    const list = async () => {
      const response = await fetch(`${api.url}${new URL(url).pathname}`);
      return signedWith(await response.text());
    };
    const id = signedWith(document);
    expect(await list()).toBe(id);
    await made(REPORT, { input: { key: id, since: new Date().toISOString(), reason: 'Lost' } });
    expect(await list()).not.toBe(id);
  });

  test('is settled past what cannot be read', async () => {
    const broken = await issued();
    const whole = await issued();
    await world.query("MATCH (c:Credential {id: $id}) SET c.sealedDocument = 'nothing'", { id: broken.id });
    const { id } = await made(REPORT, {
      input: { key: signedWith(whole.document), since: new Date().toISOString(), reason: 'Lost' },
    });
    const progress = { revoked: 0, failed: [broken.id], leftToRevoke: 0, leftToReissue: 1 };
    expect(await made(SETTLE, { id, limit: 1 })).toEqual({ ...progress, reissued: 1 });
    expect(await made(SETTLE, { id, limit: 1 })).toEqual({ ...progress, reissued: 0 });
    expect((await whole.show()).replacedBy.status).toBe('ACTIVE');
  });

  test('has not undone what was revoked for cause while it was signed anew', async () => {
    const one = await issued();
    const { id: incidentId } = await made(REPORT, {
      input: { key: signedWith(one.document), since: new Date().toISOString(), reason: 'Lost' },
    });
    const { graph, credentialing } = api.app;
    const { organizationId } = world;
    const reissuing = new Reissuing({ ...credentialing, graph }, organizationId);
    const rows = await repository(graph.run, incidentStatements).credentialsToReissue({
      organizationId,
      incidentId,
      afterId: '',
      limit: 5,
    });
    const { signed } = await reissuing.sign(rows, new Date());
    expect(signed).toHaveLength(1);
    await world.query("MATCH (c:Credential {id: $id}) SET c.status = 'REVOKED'", { id: one.id });
    const written = await graph.write((run) =>
      reissuing.write(incidentId, signed, { run, now: new Date(), audit: () => undefined }),
    );
    expect(written).toEqual({ kept: [], reissued: 0 });
    expect((await one.show()).replacedBy).toBeNull();
  });

  test('signs no status list that is stored after it', async () => {
    const { document } = await issued();
    const url = JSON.parse(document).credentialStatus.statusListCredential as string;
    const lists = repository(api.app.graph.run, statusListStatements);
    const id = url.split('/').at(-1) as string;
    const before = await lists.statusList({ id });
    await made(REPORT, {
      input: { key: signedWith(document), since: new Date().toISOString(), reason: 'Lost' },
    });
    const { encoded, updatedAt } = before as NonNullable<typeof before>;
    await lists.storeSignedStatusList({ id, encoded, updatedAt, document: 'old', signedAt: new Date() });
    expect((await lists.statusList({ id }))?.document).toBeNull();
  });

  test('may be one that was retired long ago, and is no key of the future', async () => {
    const before = await issued();
    const id = signedWith(before.document);
    const current = await made(ROTATE, { type: 'Ed25519' });
    const soon = new Date(Date.now() + 60_000).toISOString();
    expect(await refused(REPORT, { input: { key: id, since: soon, reason: 'Lost' } })).toEqual([
      ['INVALID_INPUT', undefined],
    ]);
    const incident = await made(REPORT, {
      input: { key: id, since: new Date().toISOString(), reason: 'Lost' },
    });
    expect(incident).toMatchObject({ leftToRevoke: 0, leftToReissue: 1 });
    expect(signedWith((await issued()).document)).toBe(current.id);
    await made(SETTLE, { id: incident.id });
    expect(await verified((await before.show()).replacedBy.document)).toEqual({
      verdict: 'VERIFIED',
      failed: [],
    });
  });

  test('of another organisation is not there, nor is its incident', async () => {
    const { document } = await issued();
    const incident = await made(REPORT, {
      input: { key: signedWith(document), since: new Date().toISOString(), reason: 'Lost' },
    });
    const elsewhere = await credentialWorld(config);
    const other = await api.as({ role: 'ISSUER_ADMIN', organizationId: elsewhere.organizationId });
    expect(await refused(SETTLE, { id: incident.id }, other)).toEqual([['NOT_FOUND', undefined]]);
    const report = { key: signedWith(document), since: new Date().toISOString(), reason: 'Lost' };
    expect(await refused(REPORT, { input: report }, other)).toEqual([['NOT_FOUND', undefined]]);
    await elsewhere.close();
  });
});
