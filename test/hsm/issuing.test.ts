import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { issuerDid } from '../../src/modules/credentials/issuer-directory.ts';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../support/credential-world.ts';

const ISSUE = `mutation ($input: IssueCredentialInput!, $key: String!) {
  made: issueCredential(input: $input, idempotencyKey: $key) { id } }`;
const HELD = 'query ($id: ID!) { credential(id: $id) { document jwt } }';
const VERIFY = `query ($document: String!) {
  verifyCredential(document: $document) { verdict steps { name outcome reason } } }`;

const config = testConfig({ SIGNING_KEYS_IN: 'pkcs11' });
let api: TestApi;
let world: CredentialWorld;
let staff: Caller;
beforeAll(async () => {
  api = await startApi({ config });
  world = await credentialWorld(config);
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
});
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
  await api.app.credentialing.vaults.close();
});

const keys = () =>
  world.query(
    `MATCH (:Organization {id: $organizationId})-[:SIGNS_WITH]->(k:SigningKey)
     RETURN k.type AS type, k.vault AS vault, k.sealedPrivateKey AS sealed ORDER BY type`,
    { organizationId: world.organizationId },
  );

test('credentials are issued with keys of the device, of which nothing private lies in the database', async () => {
  const { learnerId, resultId } = await world.learner();
  const { data, errors } = await staff(ISSUE, { key: randomUUID(), input: { resultId } });
  expect(errors).toEqual([]);
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const { document, jwt } = (await learner(HELD, { id: data.made.id })).data.credential;
  for (const shown of [document, jwt]) {
    const report = (await api.anonymous(VERIFY, { document: shown })).data.verifyCredential;
    expect(report.steps.filter(({ outcome }: { outcome: string }) => outcome !== 'PASS')).toEqual([]);
  }
  expect(await keys()).toEqual([
    { type: 'Ed25519', vault: 'pkcs11', sealed: null },
    { type: 'Secp256r1', vault: 'pkcs11', sealed: null },
  ]);
});

test('an issuer whose keys were sealed here goes on signing with them beside a device', async () => {
  const before = await startApi({ config: testConfig() });
  const fresh = await credentialWorld(config);
  const did = issuerDid(config.publicUrl, fresh.organizationId);
  await before.app.credentialing.agent.ensureIssuer(did);
  const token = await api.app.credentialing.agent.signJwt(did, { iss: did });
  await api.app.credentialing.agent.ensureIssuer(did);
  const found = await fresh.query(
    'MATCH (:Organization {id: $organizationId})-[:SIGNS_WITH]->(k) RETURN k.vault AS vault ORDER BY vault',
    { organizationId: fresh.organizationId },
  );
  expect(token.split('.')).toHaveLength(3);
  expect(found).toEqual([{ vault: 'pkcs11' }, { vault: 'sealed' }]);
  await Promise.all([before.close(), fresh.close()]);
});
