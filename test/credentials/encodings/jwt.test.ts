import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeProtectedHeader, importJWK, jwtVerify } from 'jose';
import { startIssuer, type TestIssuer } from '../../support/issuer.ts';

let issuer: TestIssuer;
let api: TestIssuer['api'];
let world: TestIssuer['world'];
let staff: TestIssuer['staff'];
beforeAll(async () => {
  issuer = await startIssuer();
  ({ api, world, staff } = issuer);
});
afterAll(() => issuer.close());

const SHOW = 'query ($id: ID!) { credential(id: $id) { id document jwt } }';
const VERIFY = `query ($document: String!) {
  verifyCredential(document: $document) { verdict format credentialId steps { name outcome } } }`;

const didDocument = async () =>
  (await (await fetch(`${api.url}/orgs/${world.organizationId}/did.json`)).json()) as {
    id: string;
    '@context': string[];
    assertionMethod: string[];
    verificationMethod: { id: string; type: string; controller: string; publicKeyJwk: object }[];
  };

describe('a credential as a JWT', () => {
  test('is signed by a P-256 key of its issuer, made once, that anybody finds in the DID document', async () => {
    const { id, learner } = await issuer.held();
    const answers = await Promise.all(Array.from({ length: 5 }, () => learner(SHOW, { id })));
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    const { document, jwt } = answers[0]?.data.credential ?? {};

    const did = await didDocument();
    expect(did.verificationMethod.map(({ type }) => type).sort()).toEqual(['JsonWebKey', 'Multikey']);
    const method = did.verificationMethod.find(({ type }) => type === 'JsonWebKey');
    expect(method).toMatchObject({ controller: did.id, publicKeyJwk: { kty: 'EC', crv: 'P-256' } });
    expect(method?.id).toMatch(/^did:web:.+#es256-\d{4}-\d\d-\d\d-[\w-]{16}$/);
    expect(method?.publicKeyJwk).not.toHaveProperty('d');
    expect(did.assertionMethod).toContain(method?.id);
    expect(did['@context']).toContain('https://w3id.org/security/jwk/v1');

    expect(decodeProtectedHeader(jwt)).toEqual({ alg: 'ES256', typ: 'JWT', kid: method?.id });
    const key = await importJWK(method?.publicKeyJwk ?? {}, 'ES256');
    for (const { data } of answers) {
      const { payload } = await jwtVerify(data.credential.jwt, key, {
        algorithms: ['ES256'],
        issuer: did.id,
      });
      const { proof: _, ...credential } = JSON.parse(document);
      expect(payload).toEqual({
        ...credential,
        iss: did.id,
        jti: credential.id,
        nbf: Date.parse(credential.validFrom) / 1000,
        exp: Date.parse(credential.validUntil) / 1000,
      });
    }
  });

  test('verifies here, until a byte of it changes', async () => {
    const { id, learner } = await issuer.held({ email: '' });
    const { data } = await learner(SHOW, { id });
    const { jwt } = data.credential;
    const { data: good } = await api.anonymous(VERIFY, { document: jwt });
    expect(good.verifyCredential).toMatchObject({ verdict: 'VERIFIED', format: 'JWT' });
    expect(good.verifyCredential.credentialId).toContain(id);
    const [head, body, signature] = jwt.split('.');
    const payload = JSON.parse(Buffer.from(body, 'base64url').toString());
    const other = Buffer.from(JSON.stringify({ ...payload, name: 'Another badge' })).toString('base64url');
    const { data: bad } = await api.anonymous(VERIFY, { document: `${head}.${other}.${signature}` });
    expect(bad.verifyCredential.verdict).toBe('FAILED');
  });

  test('is still made for a credential that was withdrawn, and says so', async () => {
    const { id, learner } = await issuer.held();
    await issuer.revoke(id);
    const { data } = await learner(SHOW, { id });
    const { data: seen } = await api.anonymous(VERIFY, { document: data.credential.jwt });
    expect(seen.verifyCredential.steps).toContainEqual({ name: 'STATUS', outcome: 'FAIL' });
  });

  test('is null to the issuer, and there for nobody else', async () => {
    const { id } = await issuer.held();
    expect((await staff(SHOW, { id })).data.credential).toEqual({ id, document: null, jwt: null });
    const other = await issuer.held();
    for (const caller of [api.anonymous, other.learner])
      expect((await caller(SHOW, { id })).data.credential).toBeNull();
  });
});
