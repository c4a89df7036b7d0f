import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createCredentialing } from '../../src/modules/credentials/credentialing.ts';
import { graphDirectory } from '../../src/modules/credentials/graph-directory.ts';
import { issuerDid } from '../../src/modules/credentials/issuer-directory.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { assertKeyEncryptionKey } from '../../src/platform/graph/key-canary.ts';
import { createSealer, SealError, sealContext } from '../../src/platform/seal.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../support/credential-world.ts';

const config = testConfig();
let api: TestApi;
let world: CredentialWorld;
beforeAll(async () => {
  api = await startApi();
  world = await credentialWorld(config);
});
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
});

describe('the key-encryption key', () => {
  test('is remembered by a new database and recognised afterwards; another one is refused with the way out', async () => {
    const right = createSealer(config.keyEncryptionKey);
    // whether another test started the API on this database before must not matter
    await world.query('MATCH (canary:KeyCanary) DELETE canary');
    await assertKeyEncryptionKey(api.app.graph, right, new Date());
    await assertKeyEncryptionKey(api.app.graph, right, new Date());
    await expect(
      assertKeyEncryptionKey(api.app.graph, createSealer(Buffer.alloc(32, 9)), new Date()),
    ).rejects.toThrow(/KEY_ENCRYPTION_KEY is not the key this database was sealed with/);
  });

  test('that is wrong cannot sign: the private key does not open', async () => {
    const did = issuerDid(config.publicUrl, world.organizationId);
    await api.app.credentialing.agent.ensureIssuer(did);
    const wrong = createCredentialing(
      { ...config, keyEncryptionKey: Buffer.alloc(32, 9) },
      api.app.graph,
      systemClock,
    );
    const document = {
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiableCredential'],
      issuer: did,
      credentialSubject: { id: 'urn:x:1' },
    };
    await expect(wrong.agent.sign(document, new Date())).rejects.toThrow(SealError);
  });
});

describe('an issuer', () => {
  test('gets one key, even when it is asked for many times at once', async () => {
    const fresh = await credentialWorld(config);
    const did = issuerDid(config.publicUrl, fresh.organizationId);
    await Promise.all(Array.from({ length: 4 }, () => api.app.credentialing.agent.ensureIssuer(did)));
    const keys = await fresh.query(
      'MATCH (:Organization {id: $organizationId})-[:SIGNS_WITH]->(k) RETURN k.kid AS kid',
      { organizationId: fresh.organizationId },
    );
    expect(keys).toHaveLength(1);
    const document = await api.app.credentialing.agent.resolve(did);
    expect(document?.verificationMethod).toHaveLength(1);
    await fresh.close();
  });

  test('that does not exist gets none', async () => {
    const did = issuerDid(config.publicUrl, 'nobody');
    await expect(api.app.credentialing.agent.ensureIssuer(did)).rejects.toThrow(/belongs to no organisation/);
    expect(await api.app.credentialing.agent.resolve(did)).toBeNull();
  });
});

describe('the database', () => {
  test('holds no private key, no name, no address and no signed document in clear', async () => {
    const { learnerId, resultId } = await world.learner({ email: 'canary@example.org' });
    const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
    const { data } = await staff(
      'mutation ($input: IssueCredentialInput!, $key: String!) { issueCredential(input: $input, idempotencyKey: $key) { id digest } }',
      { key: 'keys-test-1', input: { resultId } },
    );
    const directory = graphDirectory(api.app.graph, config.publicUrl);
    const issuer = await directory.byDid(issuerDid(config.publicUrl, world.organizationId));
    const key = await directory.keyById(issuer?.keys[0]?.kid ?? '');
    const pkcs8 = createSealer(config.keyEncryptionKey).open(
      key?.sealedPrivateKey ?? '',
      sealContext('SigningKey', key?.kid ?? '', 'sealedPrivateKey'),
    );
    const seed = pkcs8.subarray(-32);
    const forms = [seed, pkcs8].flatMap((bytes) =>
      (['hex', 'base64', 'base64url', 'latin1'] as const).map((form) => bytes.toString(form)),
    );
    const secrets = [
      ...forms,
      'canary@example.org',
      'Ada Lovelace',
      'I modelled a library',
      '"OpenBadgeCredential"',
    ];
    const leaks = await world.query(
      `CALL () {
         MATCH (n) RETURN properties(n) AS found, labels(n)[0] AS what
         UNION ALL MATCH ()-[r]->() RETURN properties(r) AS found, type(r) AS what
       }
       UNWIND keys(found) AS name
       WITH what, name, toString(CASE WHEN found[name] IS :: LIST<ANY> THEN reduce(t = '', x IN found[name] | t + toString(x)) ELSE found[name] END) AS value
       WHERE any(secret IN $secrets WHERE value CONTAINS secret)
       RETURN DISTINCT what, name`,
      { secrets },
    );
    expect(data.issueCredential.id).toBeTruthy();
    expect(learnerId).toBeTruthy();
    expect(leaks).toEqual([]);
  });
});
