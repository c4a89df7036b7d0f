import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runKeys } from '../../../src/cli/keys-command.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';

let api: TestApi;
let world: CredentialWorld;
let staff: Caller;
beforeAll(async () => {
  api = await startApi();
  world = await credentialWorld(testConfig());
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
});
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
});

async function command(...args: string[]) {
  let [out, err] = ['', ''];
  const code = await runKeys(
    args,
    (work) => work({ graph: api.app.graph, credentialing: api.app.credentialing }),
    { write: (text: string) => (out += text) },
    { write: (text: string) => (err += text) },
  );
  return { code, out, err };
}
const own = (...args: string[]) => command(...args, '--organization', world.organizationId);

async function issue() {
  const { learnerId, resultId } = await world.learner();
  await staff(
    'mutation ($input: IssueCredentialInput!, $key: String!) { issueCredential(input: $input, idempotencyKey: $key) { id } }',
    { key: randomUUID(), input: { resultId } },
  );
  return learnerId;
}
const held = (learnerId: string) =>
  world.query(
    'MATCH (:Learner {id: $learnerId})-[:HOLDS]->(c) RETURN c.status AS status, c.signedWith AS key ORDER BY status',
    { learnerId },
  );

test('keys are rotated, frozen, released and given up on the command line, with all that follows', async () => {
  const learner = await issue();
  const rotated = await own('rotate', '--type', 'Ed25519');
  expect(rotated).toMatchObject({ code: 0, err: '' });
  const key = /^(did:web:\S+#\S+) is signed with from now on/.exec(rotated.out)?.[1] ?? '';
  expect(await own('freeze', key)).toMatchObject({ code: 0, out: `${key} is FROZEN.\n` });
  expect(await own('release', key)).toMatchObject({ code: 0, out: `${key} is ACTIVE.\n` });
  expect(await own('retire', key)).toMatchObject({ code: 1, err: expect.stringContaining('rotate it') });
  const other = await issue();
  const lost = await own(
    'compromise',
    key,
    '--since',
    '2026-01-01T00:00:00Z',
    '--reason',
    'A copy was found',
  );
  expect(lost).toMatchObject({ code: 0, err: '' });
  expect(lost.out).toContain('revoked 1, issued anew 0; left: 0 to revoke, 1 to issue anew');
  expect(lost.out).toContain('Nothing is left to do about it.');
  const [again, before] = await held(other);
  expect([again?.['status'], before?.['status'], before?.['key']]).toEqual(['ACTIVE', 'REVOKED', key]);
  expect(again?.['key']).not.toBe(key);
  expect(await held(learner)).toMatchObject([{ status: 'ACTIVE' }]);
  const incident = /Incident (\S+)\./.exec(lost.out)?.[1] ?? '';
  expect(await own('settle', incident)).toMatchObject({ code: 0, out: 'Nothing is left to do about it.\n' });
  const { out } = await own('history');
  expect(out.split('\n').map((line) => line.split(' ')[0])).toEqual(['ACTIVE', 'COMPROMISED', 'RETIRED', '']);
});

test('logs are complete', async () => {
  expect(await command('log-missing')).toMatchObject({
    code: 0,
    out: expect.stringContaining('none is missing'),
  });
});

test.each([
  ['nothing', []],
  ['no organisation', ['history']],
  ['no key', ['freeze', '--organization', 'x']],
  ['a type that is none', ['rotate', '--organization', 'x', '--type', 'RSA']],
  ['no instant', ['compromise', 'k', '--organization', 'x', '--since', 'soon', '--reason', 'y']],
  ['too much', ['history', 'a', 'b', '--organization', 'x']],
  ['an option that is none', ['history', '--colour', 'red']],
])('a call with %s is answered with the help', async (_, args) => {
  const { code, err } = await command(...args);
  expect(code).toBe(2);
  expect(err).toContain('npm run keys -- rotate');
});

test('asked for, help is no error', async () => {
  expect(await command('help')).toMatchObject({ code: 0, err: '' });
});
