import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createContext } from '../../../src/context.ts';
import { startIssuingPool } from '../../../src/issuing-pool.ts';
import { BatchRunner, isWorkWaiting } from '../../../src/modules/credentials/issuing/batch-runner.ts';
import { createApiKey } from '../../../src/modules/identity/identity.service.ts';
import { Attempts } from '../../../src/modules/identity/sign-in/attempts.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';
import { extensionsOf } from '../../support/errors.ts';

let api: TestApi;
let world: CredentialWorld;
let other: CredentialWorld;
let staff: Caller;
beforeAll(async () => {
  api = await startApi();
  [world, other] = await Promise.all([credentialWorld(testConfig()), credentialWorld(testConfig())]);
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
});
afterAll(() => Promise.all([api.close(), world.close(), other.close()]));

const BATCH = 'id state total issued existed failed finishedAt';
const START = `mutation ($input: IssueCredentialsInput!, $key: String!) { made: issueCredentials(input: $input, idempotencyKey: $key) { ${BATCH} } }`;
const STOP = `mutation ($id: ID!, $key: String!) { stopped: stopIssuingBatch(id: $id, idempotencyKey: $key) { ${BATCH} } }`;
const SHOW = `query ($id: ID!, $state: IssuingRowState, $after: String) { batch: issuingBatch(id: $id) { ${BATCH}
  rows(first: 100, state: $state, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { position state credentialId credential { id via learnerId } error { code reason argument message } } } } } }`;

const start = (input: Record<string, unknown>, key: string = randomUUID(), caller = staff) =>
  caller(START, { key, input: { badgeVersionId: world.badgeVersionId, ...input } });
const show = async (id: string, more: Record<string, unknown> = {}, caller = staff) =>
  (await caller(SHOW, { id, ...more })).data.batch;
const rowsOf = (batch: { rows: { edges: { node: Record<string, unknown> }[] } }) =>
  batch.rows.edges.map(({ node }) => node);

/** Carries out batches here, as a worker thread does. */
function runner(options: { claimMs?: number; chunk?: number; fail?: () => void } = {}) {
  const attempts = new Attempts();
  return new BatchRunner({
    graph: api.app.graph,
    clock: api.app.clock,
    kek: api.app.credentialing.kek,
    issueAs: (viewer) => {
      const { graph } = api.app;
      const scope = { viewer, graph, requestId: 'test', attempts, verifying: async () => {} };
      const { credentials } = createContext(api.app, scope);
      return (rows) => {
        options.fail?.();
        return credentials.issueEach(rows);
      };
    },
    onError: () => {},
    ...options,
  });
}
async function carryOut(id: string, one = runner()) {
  while ((await show(id)).state === 'RUNNING') await one.step();
  return show(id);
}
const apiKey = (organizationId: string) =>
  createApiKey(api.app.graph, { name: 'test', role: 'ISSUER_STAFF', organizationId }, api.app.clock());
const fresh = () => `${randomUUID()}@example.org`;

describe('a batch of awards', () => {
  test('issues what can be issued, and answers each row by itself', async () => {
    const { learnerId, resultId } = await world.learner();
    const draft = await world.badge({ state: 'DRAFT' });
    const proof = await world.badge({});
    await world.query("MATCH (v:BadgeVersion {id: $proof}) SET v.identityProofing = 'LOW'", { proof });
    const [twice, foreign] = [fresh(), await other.learner()];
    const rows = [
      { email: twice, narrative: 'Did it well.' },
      { resultId },
      { learnerId },
      { email: 'nobody' },
      { email: fresh(), badgeVersionId: draft },
      { email: fresh(), badgeVersionId: proof },
      { learnerId: foreign.learnerId },
      { email: twice },
      { email: fresh(), did: 'did:key:z6Mk' },
    ];
    const { data, errors } = await start({ rows });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({ state: 'RUNNING', total: 9, issued: 0, failed: 0 });
    expect(await isWorkWaiting(api.app.graph, new Date())).toBe(true);
    const batch = await carryOut(data.made.id);
    expect(batch).toMatchObject({ state: 'FINISHED', total: 9, issued: 4, existed: 0, failed: 5 });
    expect(batch.finishedAt).not.toBeNull();
    const answered = rowsOf(batch);
    expect(answered.map(({ state }) => state)).toEqual([
      'ISSUED',
      'ISSUED',
      'ISSUED',
      'FAILED',
      'FAILED',
      'FAILED',
      'FAILED',
      'ISSUED',
      'FAILED',
    ]);
    expect(answered[0]?.['credentialId']).toBe(answered[7]?.['credentialId']);
    expect(answered[1]).toMatchObject({ credential: { via: 'ASSESSED', learnerId }, error: null });
    expect(answered[2]).toMatchObject({ credential: { via: 'DIRECT', learnerId } });
    expect(
      answered
        .slice(3, 7)
        .concat(answered.slice(8))
        .map(({ error }) => error),
    ).toMatchObject([
      { code: 'INVALID_INPUT', argument: 'row.email' },
      { code: 'INVALID_INPUT', reason: 'BADGE_NOT_PUBLISHED' },
      { code: 'INVALID_INPUT', reason: 'IDENTITY_NOT_PROVEN' },
      { code: 'NOT_FOUND' },
      { code: 'INVALID_INPUT', reason: 'RECIPIENT' },
    ]);
    const kept = await world.query(
      'MATCH (b:IssuingBatch {id: $id})-[:HAS_ROW]->(r) RETURN collect(r {.*}) AS rows, count { (b)-[:PROTECTED_BY]->() } AS keys',
      { id: data.made.id },
    );
    expect(kept[0]?.['keys']).toBe(0);
    expect(JSON.stringify(kept)).not.toContain('sealedRow');
    expect(JSON.stringify(kept)).not.toContain(twice);
    const failed = await show(data.made.id, { state: 'FAILED' });
    expect(failed.rows.totalCount).toBe(5);
  });

  test('is taken as CSV; sent again it is the same batch, and the same awards are known', async () => {
    const [one, two] = [fresh(), fresh()];
    const csv = `email;awardedAt;reference\n${one};2026-01-05;A 1\n\n${two};2026-02-05T10:00:00Z;A 2\n`;
    const key = randomUUID();
    const first = (await start({ csv }, key)).data.made;
    expect((await start({ csv }, key)).data.made.id).toBe(first.id);
    expect(await carryOut(first.id)).toMatchObject({ total: 2, issued: 2 });
    // an award of another batch has been there before this one began
    const second = (await start({ csv: csv.replace('A 2', 'A 3') })).data.made;
    expect(await carryOut(second.id)).toMatchObject({ issued: 1, existed: 1, failed: 0 });
    const { data } = await staff(
      '{ issuingBatches(first: 2) { totalCount edges { node { id } } pageInfo { hasNextPage } } }',
    );
    expect(data.issuingBatches.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual([
      second.id,
      first.id,
    ]);
  });

  test('goes on where a runner died, issues nothing twice, and gives up a row that always breaks', async () => {
    const rows = Array.from({ length: 7 }, () => ({ email: fresh() }));
    const { id } = (await start({ rows })).data.made;
    await expect(
      runner({
        chunk: 3,
        claimMs: 200,
        fail: () => {
          throw new Error('died');
        },
      }).step(),
    ).resolves.toBe(true);
    expect(await show(id)).toMatchObject({ state: 'RUNNING', issued: 0 });
    const others = [runner({ chunk: 3 }), runner({ chunk: 2 })];
    while ((await show(id)).state === 'RUNNING') await Promise.all(others.map((one) => one.step()));
    expect(await show(id)).toMatchObject({ issued: 7, failed: 0 });
    const [{ count } = { count: 0 }] = await world.query(
      `MATCH (b:IssuingBatch {id: $id})-[:HAS_ROW]->(r:IssuingRow) MATCH (c:Credential {id: r.credentialId})<-[:HOLDS]-(l:Learner)
       RETURN count(DISTINCT l.id + ' ' + c.id) AS count`,
      { id },
    );
    expect(count).toBe(7);

    const broken = (await start({ rows: [{ email: fresh() }] })).data.made;
    const breaking = runner({
      claimMs: 0,
      fail: () => {
        throw new Error('always');
      },
    });
    const [row] = rowsOf(await carryOut(broken.id, breaking));
    expect(row).toMatchObject({ state: 'FAILED', error: { code: 'INTERNAL', reason: 'NOT_ISSUED' } });
  });

  test('that cannot be read holds up no other, and each has its turn', async () => {
    const broken = (await start({ rows: [{ email: fresh() }] })).data.made;
    await world.query(
      "MATCH (:IssuingBatch {id: $id})-[:PROTECTED_BY]->(k:PersonKey) SET k.wrapped = 'v1.spoilt'",
      {
        id: broken.id,
      },
    );
    const two = [
      (await start({ rows: [{ email: fresh() }, { email: fresh() }] })).data.made,
      (await start({ rows: [{ email: fresh() }, { email: fresh() }] })).data.made,
    ];
    const one = runner({ chunk: 1 });
    const issued = async () => Promise.all(two.map(async ({ id }) => (await show(id)).issued));
    const seen = [];
    while ((await issued()).some((count) => count < 2)) {
      await one.step();
      seen.push((await issued()).join());
    }
    expect(seen).toContain('1,1');
    expect(await show(broken.id)).toMatchObject({ state: 'RUNNING', issued: 0 });
    expect((await staff(STOP, { id: broken.id, key: randomUUID() })).errors).toEqual([]);
  });

  test('ends when whoever started it may not issue any more', async () => {
    const key = await apiKey(world.organizationId);
    const rows = [{ email: fresh() }, { email: fresh() }];
    const [mine, persons] = [
      (await start({ rows }, randomUUID(), api.withKey(key))).data.made,
      (await start({ rows })).data.made,
    ];
    const one = runner({ chunk: 1 });
    while ((await show(mine.id)).issued === 0) await one.step();
    await world.query(
      `MATCH (b:IssuingBatch {id: $id}) MATCH (k:ApiKey {id: substring(b.by, 4)}) SET k.revokedAt = datetime() - duration('PT1S')`,
      { id: mine.id },
    );
    // a person who is no member any more
    await world.query('MATCH (b:IssuingBatch {id: $id}) SET b.by = $by', {
      id: persons.id,
      by: `person:${randomUUID()}`,
    });
    expect(await carryOut(mine.id, one)).toMatchObject({ issued: 1, failed: 1 });
    const left = await carryOut(persons.id);
    expect(left).toMatchObject({ failed: 2 });
    expect(rowsOf(left).map(({ error }) => error)).toMatchObject([
      { code: 'FORBIDDEN', reason: 'RIGHT_LOST' },
      { code: 'FORBIDDEN', reason: 'RIGHT_LOST' },
    ]);
  });

  test('goes on for a member', async () => {
    const { id } = (await start({ rows: [{ email: fresh() }] })).data.made;
    await world.query(
      `MATCH (o:Organization {id: $organizationId}) MATCH (b:IssuingBatch {id: $id})
       CREATE (p:Person {id: $person, account: $person, issuer: 'test', createdAt: datetime()})-[:MEMBER_OF {since: datetime(), roles: ['ISSUER_STAFF']}]->(o)
       SET b.by = 'person:' + $person`,
      { id, organizationId: world.organizationId, person: randomUUID() },
    );
    expect(await carryOut(id)).toMatchObject({ issued: 1 });
  });

  test('is left to others by an instance whose threads hang, which ends in time', async () => {
    const { id } = (await start({ rows: [{ email: fresh() }] })).data.made;
    const hanging = new URL('data:text/javascript,setInterval(()=>{},1000)');
    const { config, graph, log } = api.app;
    const pool = startIssuingPool({ config: { ...config, issuingWorkers: 1 }, graph, log }, hanging, 50);
    await pool.stop();
    expect(await carryOut(id)).toMatchObject({ issued: 1 });
  });

  test('can be stopped; what was not done stays undone and forgotten', async () => {
    const { id } = (await start({ rows: [{ email: fresh() }, { email: fresh() }] })).data.made;
    const stop = (caller = staff) => caller(STOP, { id, key: randomUUID() });
    const elsewhere = await api.as({ role: 'ISSUER_STAFF', organizationId: other.organizationId });
    expect(extensionsOf(await stop(elsewhere))).toMatchObject({ code: 'NOT_FOUND' });
    await runner().step();
    expect((await stop()).data.stopped).toMatchObject({ state: 'STOPPED', issued: 0 });
    expect(extensionsOf(await stop())).toMatchObject({ code: 'CONFLICT', reason: 'BATCH_OVER' });
    await runner().step();
    expect(rowsOf(await show(id)).map(({ state }) => state)).toEqual(['PENDING', 'PENDING']);
    expect(await show(id, {}, elsewhere)).toBeNull();
  });

  test.each([
    ['nothing in it', { rows: [] }, 'ROWS'],
    ['a list and a table', { rows: [{ email: 'a@b.org' }], csv: 'email\na@b.org' }, 'ROWS'],
    ['a table nobody can read', { csv: 'phone\n1' }, 'UNREADABLE_CSV'],
  ])('is refused with %s', async (_, input, reason) => {
    expect(extensionsOf(await start(input))).toMatchObject({ code: 'INVALID_INPUT', reason });
  });

  test('may hold megabytes, but only from staff, and nothing else may', async () => {
    const csv = `email\n${Array.from({ length: 10_000 }, (_, n) => `nobody-${n}`).join('\n')}`;
    const { data, errors } = await start({ csv });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({ state: 'RUNNING', total: 10_000 });
    await runner().step();
    await runner().step();
    expect(await show(data.made.id)).toMatchObject({ failed: 25 });
    await staff(STOP, { id: data.made.id, key: randomUUID() });
    const tooMany = await start({ csv: `${csv}\nnobody` });
    expect(extensionsOf(tooMany)).toMatchObject({ reason: 'ROWS', max: 10_000 });
    const padded = `{ viewer { role } } #${'x'.repeat(100_000)}`;
    expect((await staff(padded)).status).toBe(413);
    const employer = await api.as({ role: 'EMPLOYER', organizationId: world.organizationId });
    expect((await start({ csv }, randomUUID(), employer)).status).toBe(413);
  });
});

describe('progress of a batch', () => {
  const watch = (
    id: string,
    key: string,
    query = 'subscription ($id: ID!) { issuingProgress(id: $id) { state total issued failed } }',
  ) =>
    fetch(`${api.url}/graphql/stream`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        authorization: `Bearer ${key}`,
      },
      body: JSON.stringify({ query, variables: { id } }),
    });
  const told = (text: string) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('data: {'))
      .map((line) => JSON.parse(line.slice(6)));

  test('is streamed until it is over', async () => {
    const rows = Array.from({ length: 4 }, () => ({ email: fresh() }));
    const { id } = (await start({ rows })).data.made;
    const key = await apiKey(world.organizationId);
    const [response] = await Promise.all([watch(id, key), carryOut(id, runner({ chunk: 1 }))]);
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const events = told(await response.text()).map(({ data }) => data.issuingProgress);
    expect(events.at(-1)).toEqual({ state: 'FINISHED', total: 4, issued: 4, failed: 0 });
    const counts = events.map(({ issued }) => issued);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
  });

  test('is told to nobody else, and nothing but subscriptions are', async () => {
    const { id } = (await start({ rows: [{ email: fresh() }] })).data.made;
    const strange = await apiKey(other.organizationId);
    const errorOf = async (response: Response) => told(await response.text())[0]?.errors?.[0]?.extensions;
    expect(await errorOf(await watch(id, strange))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await errorOf(await watch(id, strange, '{ viewer { role } }'))).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'NOT_A_SUBSCRIPTION',
    });
    expect(await errorOf(await watch(id, strange, 'subscription {'))).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect((await watch(id, 'cg_nobody_nothing')).status).toBe(401);
    await carryOut(id);
  });
});
