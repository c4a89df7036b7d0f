import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';

jest.setTimeout(300_000);

let api: TestApi;
let world: CredentialWorld;
let staff: Caller;
const processes: ChildProcess[] = [];
beforeAll(async () => {
  // threads run what was compiled
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc']);
  api = await startApi();
  world = await credentialWorld(testConfig());
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
});
afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  await Promise.all([api.close(), world.close()]);
});

/** An instance of the service with one worker thread; answers once it is ready. */
async function instance(): Promise<ChildProcess> {
  const { graph, keyEncryptionKey, indexKey, publicUrl } = testConfig();
  const environment = {
    NEO4J_URI: graph.uri,
    NEO4J_USER: graph.user,
    NEO4J_PASSWORD: graph.password,
    PORT: '0',
    PUBLIC_URL: publicUrl,
    KEY_ENCRYPTION_KEY: keyEncryptionKey.toString('base64'),
    INDEX_KEY: indexKey.toString('base64'),
    ISSUING_WORKERS: '1',
    LOG_LEVEL: 'info',
  };
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const child = spawn('env', [...settings, process.execPath, 'dist/src/main.js'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  processes.push(child);
  let said = '';
  for await (const chunk of child.stdout ?? []) {
    said += chunk;
    if (said.includes('"ready"')) break;
  }
  return child;
}

const shown = async (id: string) =>
  (
    await staff('query ($id: ID!) { batch: issuingBatch(id: $id) { state total issued existed failed } }', {
      id,
    })
  ).data.batch;

test('a killed instance loses nothing and doubles nothing: another one goes on', async () => {
  const rows = Array.from({ length: 120 }, () => ({ email: `${randomUUID()}@example.org` }));
  const { data, errors } = await staff(
    'mutation ($input: IssueCredentialsInput!, $key: String!) { made: issueCredentials(input: $input, idempotencyKey: $key) { id } }',
    { key: randomUUID(), input: { badgeVersionId: world.badgeVersionId, rows } },
  );
  expect(errors).toEqual([]);
  const first = await instance();
  while ((await shown(data.made.id)).issued === 0) await sleep(50);
  first.kill('SIGKILL');
  await once(first, 'exit');
  const after = await shown(data.made.id);
  expect(after).toMatchObject({ state: 'RUNNING', failed: 0 });

  const second = await instance();
  while ((await shown(data.made.id)).state === 'RUNNING') await sleep(200);
  expect(await shown(data.made.id)).toEqual({
    state: 'FINISHED',
    total: 120,
    issued: 120,
    existed: 0,
    failed: 0,
  });
  const [made] = await world.query(
    `MATCH (:IssuingBatch {id: $id})-[:HAS_ROW]->(r:IssuingRow)
     MATCH (:Organization {id: $organizationId})-[:REGISTERED]->(l:Learner)-[:HOLDS]->(c:Credential)
     RETURN count(DISTINCT r.credentialId) AS rows, count(DISTINCT c) AS credentials, count(DISTINCT l) AS recipients`,
    { id: data.made.id, organizationId: world.organizationId },
  );
  expect(made).toEqual({ rows: 120, credentials: 120, recipients: 120 });
  second.kill('SIGTERM');
  const [code] = await once(second, 'exit');
  expect(code).toBe(0);
});
