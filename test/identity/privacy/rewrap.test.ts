import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import neo4j, { type Driver } from 'neo4j-driver';
import { rewrapKeys } from '../../../src/modules/identity/privacy/rewrap.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { connect } from '../../../src/platform/graph/graph.ts';
import { assertKeyEncryptionKey } from '../../../src/platform/graph/key-canary.ts';
import { createPersonKey, createSealer, sealContext, unwrap, wrap } from '../../../src/platform/seal.ts';
import { testConfig } from '../../support/config.ts';

jest.setTimeout(300_000);

// Every key of a database is wrapped anew, so these tests need a database of their own.
const PERSONS = 60;
const ISSUERS = 5;
const [before, after, wrong] = [randomBytes(32), randomBytes(32), randomBytes(32)];
const person = new Map<string, Buffer>();
let home: string;
let database: ChildProcess;
let environment: Record<string, string>;
let driver: Driver;

interface Ended {
  readonly code: number | null;
  readonly output: string;
}
/** Runs a program to its end, or kills it with SIGKILL as soon as its output has this. */
function run(args: string[], env: object, killAt?: RegExp): Promise<Ended> {
  const settings = Object.entries({ ...environment, ...env }).map(([name, value]) => `${name}=${value}`);
  const child = spawn('env', [...settings, process.execPath, ...args]);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      output += chunk;
      if (killAt?.test(output)) child.kill('SIGKILL');
    });
  return new Promise((done) => child.on('close', (code) => done({ code, output })));
}
const text = (key: Buffer): string => key.toString('base64');
const keys = (from: Buffer, to: Buffer, batch: number, killAt?: RegExp) =>
  run(
    ['dist/src/cli/keys.js', 'rewrap', '--batch', String(batch)],
    { KEY_ENCRYPTION_KEY: text(to), KEY_ENCRYPTION_KEY_OLD: text(from) },
    killAt,
  );
const serve = (key: Buffer) =>
  run(['dist/src/main.js'], { KEY_ENCRYPTION_KEY: text(key), PORT: '0' }, /"ready"/);
const query = async (cypher: string, params: object = {}) =>
  (await driver.executeQuery(cypher, params)).records.map((record) => record.toObject());
const wrappedBy = async () =>
  Object.fromEntries(
    (await query('MATCH (k:PersonKey) RETURN k.kek AS kek, count(*) AS total')).map(({ kek, total }) => [
      kek,
      total,
    ]),
  );

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'credential-graph-rewrap-'));
  database = spawn(process.execPath, ['scripts/neo4j.mjs', 'start', '--home', home], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  database.stdout?.on('data', (chunk) => {
    said += chunk;
  });
  while (!/^NEO4J_PASSWORD=.+$/m.test(said)) {
    if (database.exitCode !== null) throw new Error(`The database did not start: ${said}`);
    await new Promise((done) => setTimeout(done, 100));
  }
  const settings = [...said.matchAll(/^(NEO4J_\w+)=(.+)$/gm)].map(([, name, value]) => [name, value]);
  environment = {
    ...(Object.fromEntries(settings) as Record<string, string>),
    INDEX_KEY: text(randomBytes(32)),
    KEY_ENCRYPTION_KEY: text(before),
  };
  // builds what is not built, too
  const { code, output } = await run(['scripts/run.mjs', 'migrate'], {});
  if (code !== 0) throw new Error(output);
  const uri = environment['NEO4J_URI'] ?? '';
  const password = environment['NEO4J_PASSWORD'] ?? '';
  driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', password), { disableLosslessIntegers: true });
  const graph = connect({ uri, user: 'neo4j', password, patience: 60_000 });
  const kek = createSealer(before);
  await assertKeyEncryptionKey(graph, kek, new Date());
  await graph.close();
  for (let n = 0; n < PERSONS; n++) person.set(`person-${n}`, createPersonKey());
  await query('UNWIND $keys AS key CREATE (k:PersonKey) SET k = key', {
    keys: [...person].map(([id, key]) => ({ id, wrapped: wrap(kek, key, id), kek: kek.keyId })),
  });
  await query('UNWIND $keys AS key CREATE (k:SigningKey) SET k = key', {
    keys: Array.from({ length: ISSUERS }, (_, n) => ({
      kid: `issuer-${n}`,
      sealedPrivateKey: kek.seal(
        `private ${n}`,
        sealContext('SigningKey', `issuer-${n}`, 'sealedPrivateKey'),
      ),
    })),
  });
});
afterAll(async () => {
  await driver?.close();
  const ended = new Promise((done) => database.on('close', done));
  if (database.exitCode === null) {
    database.kill('SIGTERM');
    await ended;
  }
  await rm(home, { recursive: true, force: true });
});

test('a server with a wrong key-encryption key refuses to start and says why', async () => {
  const refused = await serve(wrong);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain('KEY_ENCRYPTION_KEY is not the key this database was sealed with');
  expect((await serve(before)).output).toContain('"ready"');
});

test('re-wrapping refuses keys that do not fit, and changes nothing', async () => {
  const { code, output } = await keys(wrong, after, 10);
  expect(code).toBe(1);
  expect(output).toContain('KEY_ENCRYPTION_KEY_OLD is not the key');
  expect(await wrappedBy()).toEqual({ [createSealer(before).keyId]: PERSONS });
  expect((await run(['dist/src/cli/keys.js', 'rewrap'], {})).code).toBe(2);
});

test('re-wrapping killed at any batch goes on where it was, loses nothing, and does nothing when done', async () => {
  const [old, next] = [createSealer(before), createSealer(after)];
  for (const round of [1, 2, 3]) {
    const { code, output } = await keys(before, after, 5, /wrapped 5 of/);
    expect(code).toBeNull();
    const now = await wrappedBy();
    expect(now[next.keyId]).toBeGreaterThanOrEqual(round * 5);
    expect(now[old.keyId]).toBeGreaterThan(0);
    expect(now[next.keyId] + now[old.keyId]).toBe(PERSONS);
    expect(output).not.toContain('all are wrapped');
    for (const key of [before, after]) {
      const refused = await serve(key);
      expect(refused.code).toBe(1);
      expect(refused.output).toContain('npm run keys -- rewrap');
    }
  }
  const other = await keys(before, wrong, 5);
  expect(other.code).toBe(1);
  expect(other.output).toContain('finish that first');

  expect((await keys(before, after, 20)).code).toBe(0);
  expect(await wrappedBy()).toEqual({ [next.keyId]: PERSONS });
  const persons = await query('MATCH (k:PersonKey) RETURN k.id AS id, k.wrapped AS wrapped');
  for (const { id, wrapped } of persons) expect(unwrap(next, wrapped, id)).toEqual(person.get(id));
  const issuers = await query(
    'MATCH (k:SigningKey) RETURN k.kid AS kid, k.sealedPrivateKey AS sealed ORDER BY kid',
  );
  expect(
    issuers.map(({ kid, sealed }) =>
      next.open(sealed, sealContext('SigningKey', kid, 'sealedPrivateKey')).toString(),
    ),
  ).toEqual(Array.from({ length: ISSUERS }, (_, n) => `private ${n}`));

  const envelopes = () => query('MATCH (k:PersonKey) RETURN k.wrapped AS wrapped ORDER BY k.id');
  const unchanged = await envelopes();
  const again = await keys(before, after, 20);
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining('0 keys were wrapped anew') });
  expect(await envelopes()).toEqual(unchanged);
  expect((await serve(after)).output).toContain('"ready"');
  expect((await serve(before)).output).toContain('is not the key');
});

test('re-wrapping in one go reaches every key', async () => {
  const last = createSealer(randomBytes(32));
  const { uri, password } = {
    uri: environment['NEO4J_URI'] ?? '',
    password: environment['NEO4J_PASSWORD'] ?? '',
  };
  const graph = connect({ ...testConfig().graph, uri, password, patience: 60_000 });
  try {
    const wrapped = await rewrapKeys(graph, {
      from: createSealer(after),
      to: last,
      clock: systemClock,
      batch: 1_000,
      onProgress: () => {},
    });
    expect(wrapped).toBe(PERSONS + ISSUERS);
    expect(await wrappedBy()).toEqual({ [last.keyId]: PERSONS });
  } finally {
    await graph.close();
  }
});
