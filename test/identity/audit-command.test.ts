import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { runAudit } from '../../src/cli/audit-command.ts';
import { Mutations } from '../../src/modules/identity/mutations.ts';
import type { Viewer } from '../../src/modules/identity/viewer.ts';
import { connect, type Graph } from '../../src/platform/graph/graph.ts';
import { testConfig } from '../support/config.ts';
import { cypher } from '../support/data.ts';

const viewer: Viewer = { role: 'ISSUER_STAFF', organizationId: 'org', learnerId: null, keyId: 'tester' };
const folder = mkdtempSync(join(tmpdir(), 'credential-graph-audit-'));
const chain = `org-${randomUUID()}`;
let graph: Graph;

beforeAll(async () => {
  graph = connect(testConfig().graph);
  const mutations = new Mutations(graph, viewer, () => new Date());
  for (let n = 1; n <= 6; n++)
    await mutations.perform({ name: 'test', input: n }, async ({ audit }) => {
      audit({
        chain,
        action: 'test',
        purpose: null,
        subject: `learner-${n}`,
        objects: ['ä "quoted" \u0001'],
      });
      return n;
    });
});
afterAll(async () => {
  await cypher(
    'MATCH (e:AuditEvent {chain: $chain}) DETACH DELETE e WITH count(*) AS gone MATCH (c:AuditChain {id: $chain}) DETACH DELETE c',
    { chain },
  );
  await graph.close();
  rmSync(folder, { recursive: true });
});

async function audit(...args: string[]) {
  let out = '';
  const terminal = { write: (text: string) => (out += text) };
  const code = await runAudit(args, (work) => work(graph), terminal, terminal);
  return { code, out };
}

/** Changes the stored chain, looks at what the check says of it, and puts it back as it was. */
async function tampered(change: string, args: string[] = []) {
  const events = await cypher('MATCH (e:AuditEvent {chain: $chain}) RETURN properties(e) AS event', {
    chain,
  });
  const [head] = await cypher('MATCH (c:AuditChain {id: $chain}) RETURN properties(c) AS head', { chain });
  await cypher(change, { chain });
  const found = await audit('verify', '--chain', chain, ...args);
  await cypher(
    `MATCH (e:AuditEvent) WHERE e.chain = $chain OR e.chain = $chain + 'x' DETACH DELETE e
     WITH count(*) AS gone MERGE (c:AuditChain {id: $chain}) SET c = $head
     WITH c UNWIND $events AS event CREATE (e:AuditEvent) SET e = event`,
    { chain, head: head?.['head'], events: events.map(({ event }) => event) },
  );
  expect((await audit('verify', '--chain', chain)).code).toBe(0);
  return found;
}
const at = (seq: number) => `MATCH (e:AuditEvent {chain: $chain, seq: ${seq}}) `;

test.each([
  ['an altered word', `${at(3)} SET e.action = 'other'`, 'event 3 was altered'],
  ['another learner', `${at(2)} SET e.subject = 'somebody'`, 'event 2 was altered'],
  ['a moment later', `${at(5)} SET e.at = e.at + duration({nanoseconds: 1})`, 'event 5 was altered'],
  ['a property more', `${at(4)} SET e.note = 'x'`, 'event 4 was altered'],
  ['another id', `${at(4)} SET e.id = 'x'`, 'event 4 was altered'],
  ['a value of another kind', `${at(4)} SET e.objects = 'x'`, 'event 4 was altered'],
  ['the first removed', `${at(1)} DETACH DELETE e`, 'event 1 is missing'],
  ['one in the middle removed', `${at(3)} DETACH DELETE e`, 'event 3 is missing'],
  ['the last removed', `${at(6)} DETACH DELETE e`, 'event 6 is missing'],
  ['one moved to another chain', `${at(4)} SET e.chain = $chain + 'x'`, 'event 4 is missing'],
  [
    'two exchanged',
    'MATCH (a:AuditEvent {chain: $chain, seq: 2}), (b:AuditEvent {chain: $chain, seq: 5}) SET a.seq = -1 SET b.seq = 2 SET a.seq = 5',
    'event 2 was altered',
  ],
  ['another head', "MATCH (c:AuditChain {id: $chain}) SET c.hash = 'x'", 'event 7 is missing'],
  ['no head', 'MATCH (c:AuditChain {id: $chain}) DETACH DELETE c', 'event 7 is missing'],
])('finds %s', async (_, change, words) => {
  const { code, out } = await tampered(change);
  expect(out).toContain(`${chain}: ${words}`);
  expect(code).toBe(1);
});

test('finds an end that was cut off, with the head made to fit, by what was noted down before', async () => {
  const file = join(folder, 'anchor.json');
  expect((await audit('verify', '--chain', chain, '--anchor', file)).code).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))[chain]).toMatchObject({ seq: 6 });
  const cut = `${at(6)} DETACH DELETE e WITH count(*) AS gone
    MATCH (last:AuditEvent {chain: $chain, seq: 5}), (c:AuditChain {id: $chain}) SET c.seq = 5, c.hash = last.hash`;
  expect((await tampered(cut)).code).toBe(0);
  const found = await tampered(cut, ['--anchor', file]);
  expect(found).toMatchObject({ code: 1, out: expect.stringContaining('event 6 is missing') });
  expect(JSON.parse(readFileSync(file, 'utf8'))[chain]).toMatchObject({ seq: 6 });
});

test('exports each event and head as a line of JSON', async () => {
  const file = join(folder, 'export.jsonl');
  expect((await audit('export', file)).code).toBe(0);
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const own = lines.filter(({ event, head }) => (event ?? head).chain === chain);
  expect(own).toHaveLength(7);
  expect(own[0].event).toMatchObject({ id: `${chain}/1`, seq: 1, purpose: null, subject: 'learner-1' });
  expect(own[0].event.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  expect(own[6].head).toMatchObject({ seq: 6, hash: own[5].event.hash });
});

test('says what to do when it is called in another way', async () => {
  expect(await audit()).toMatchObject({ code: 2, out: expect.stringContaining('Say what to do') });
  expect(await audit('verify', '--odd')).toMatchObject({ code: 2 });
  expect(await audit('--help')).toMatchObject({ code: 0, out: expect.stringContaining('--anchor FILE') });
  const file = join(folder, 'no-anchor.json');
  writeFileSync(file, '{"x": 1}');
  expect(await audit('verify', '--anchor', file)).toMatchObject({
    code: 2,
    out: expect.stringContaining('no anchor file'),
  });
});
