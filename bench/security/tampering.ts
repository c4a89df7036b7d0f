import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j, { type Driver } from 'neo4j-driver';
import { type AuditEvent, hashOf } from '../../src/modules/identity/audit/chain.ts';
import { checkAudit, exportAudit } from '../../src/modules/identity/audit/checker.ts';
import { readEvent } from '../../src/modules/identity/audit/stored-event.ts';
import { Mutations } from '../../src/modules/identity/mutations.ts';
import type { Viewer } from '../../src/modules/identity/viewer.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { independentPython, testConfig } from '../../test/support/config.ts';
import { type Random, randomOf } from '../support/random.ts';

const EVENTS = 30;
const viewer: Viewer = { role: 'ISSUER_STAFF', organizationId: 'org', learnerId: null, keyId: 'bench' };

/** A change in the database, and the number of the event that a checker must name. */
interface Tampering {
  readonly what: string;
  readonly cypher: string;
  readonly params: Record<string, unknown>;
  readonly seq: number;
}

const EVENT = 'MATCH (e:AuditEvent {chain: $chain, seq: $seq}) ';
const ALTERATIONS = [
  'SET e.action = e.action + "!"',
  'SET e.actor = "key:other"',
  'SET e.role = "PLATFORM_ADMIN"',
  'SET e.purpose = "MATCHING"',
  'SET e.subject = "somebody"',
  'SET e.objects = e.objects + "one more"',
  'SET e.at = e.at + duration({milliseconds: 1})',
  'SET e.at = e.at + duration({nanoseconds: 1})',
  'SET e.hash = e.previous',
  'SET e.previous = e.hash',
  'SET e.id = e.id + "x"',
  'SET e.note = "a property more"',
  'REMOVE e.actor',
];

/**
 * Alters, removes or exchanges events of a chain in the database, so many times at random, each time mended again. Answers how many both checkers found,
 * ours and the page of Python, with the number of the right event; the misses are described.
 */
export async function run({ times = 200, seed = 1 } = {}): Promise<{
  readonly tamperings: number;
  readonly tamperings_found: number;
  readonly missed: readonly string[];
}> {
  const { graph: config } = testConfig();
  const graph = connect(config);
  const driver = neo4j.driver(config.uri, neo4j.auth.basic(config.user, config.password));
  const folder = mkdtempSync(join(tmpdir(), 'credential-graph-tampering-'));
  const chain = `org-tampering-${randomUUID()}`;
  const random = randomOf(seed);
  const missed: string[] = [];
  try {
    const mutations = new Mutations(graph, viewer, () => new Date());
    for (let n = 0; n < EVENTS; n += 1)
      await mutations.perform({ name: 'bench', input: n }, async ({ audit }) => {
        audit({ chain, action: 'bench', purpose: null, subject: `learner-${n}`, objects: [`object-${n}`] });
        return n;
      });
    const saved = await save(driver, chain);
    const events = saved.events.map((properties) => readEvent(properties) as AuditEvent);
    for (let n = 0; n < times; n += 1) {
      const tampering = pick(random, events);
      await driver.executeQuery(tampering.cypher, { chain, ...tampering.params });
      const [ours] = (await checkAudit(graph, { chain })).faults;
      const file = join(folder, 'export.jsonl');
      const lines: string[] = [];
      await exportAudit(graph, (line) => void lines.push(line), chain);
      writeFileSync(file, lines.join(''));
      const theirs = spawnSync(independentPython(), ['test/independent/check_audit.py', file], {
        encoding: 'utf8',
      });
      const named = theirs.status === 1 && theirs.stdout.startsWith(`${chain}: event ${tampering.seq} `);
      if (ours?.seq !== tampering.seq || !named)
        missed.push(
          `${tampering.what} at ${tampering.seq}: ours ${ours?.seq ?? 'nothing'}, Python ${theirs.stdout}`,
        );
      await restore(driver, chain, saved);
    }
    if ((await checkAudit(graph, { chain })).faults.length > 0) missed.push('the mended chain is not whole');
    return { tamperings: times, tamperings_found: times - missed.length, missed };
  } finally {
    await restore(driver, chain, { events: [], head: null });
    await Promise.all([graph.close(), driver.close()]);
    rmSync(folder, { recursive: true });
  }
}

function pick(random: Random, events: readonly AuditEvent[]): Tampering {
  const below = (limit: number) => Math.floor(random() * limit);
  const seq = 1 + below(events.length);
  const kind = below(4);
  if (kind === 0)
    return { what: 'removed', cypher: `${EVENT} DETACH DELETE e`, params: { seq: neo4j.int(seq) }, seq };
  if (kind === 1) {
    const other = 1 + ((seq - 1 + 1 + below(events.length - 1)) % events.length);
    const cypher = `MATCH (a:AuditEvent {chain: $chain, seq: $a}), (b:AuditEvent {chain: $chain, seq: $b})
      SET a.seq = -1 SET b.seq = $a SET a.seq = $b SET a.id = $chain + '/' + toString($b), b.id = $chain + '/' + toString($a)`;
    return {
      what: 'exchanged',
      cypher,
      params: { a: neo4j.int(seq), b: neo4j.int(other) },
      seq: Math.min(seq, other),
    };
  }
  if (kind === 2) {
    // somebody who knows the recipe seals what they forged; the next event, or the head, gives it away
    const forged = { ...(events[seq - 1] as AuditEvent), subject: 'somebody else' };
    return {
      what: 'forged and sealed',
      cypher: `${EVENT} SET e.subject = $subject, e.hash = $hash`,
      params: { seq: neo4j.int(seq), subject: forged.subject, hash: hashOf(forged) },
      seq: seq + 1,
    };
  }
  const alteration = ALTERATIONS[below(ALTERATIONS.length)] as string;
  return { what: alteration, cypher: EVENT + alteration, params: { seq: neo4j.int(seq) }, seq };
}

interface Saved {
  readonly events: readonly Record<string, unknown>[];
  readonly head: unknown;
}

async function save(driver: Driver, chain: string): Promise<Saved> {
  const session = driver.session();
  try {
    const events = await session.run(
      'MATCH (e:AuditEvent {chain: $chain}) RETURN properties(e) AS event ORDER BY e.seq',
      { chain },
    );
    const head = await session.run('MATCH (c:AuditChain {id: $chain}) RETURN properties(c) AS head', {
      chain,
    });
    const stored = events.records.map((record) => record.get('event') as Record<string, unknown>);
    return { events: stored.map(withNumbers), head: head.records[0]?.get('head') };
  } finally {
    await session.close();
  }
}

/** The driver's integers as numbers, as the rest of the code has them. */
const withNumbers = (event: Record<string, unknown>): Record<string, unknown> => ({
  ...event,
  seq: Number(event['seq']),
});

async function restore(driver: Driver, chain: string, { events, head }: Saved): Promise<void> {
  await driver.executeQuery('MATCH (e:AuditEvent {chain: $chain}) DETACH DELETE e', { chain });
  if (head === null) {
    await driver.executeQuery('MATCH (c:AuditChain {id: $chain}) DETACH DELETE c', { chain });
    return;
  }
  await driver.executeQuery(
    `MATCH (c:AuditChain {id: $chain}) SET c = $head
     WITH c UNWIND $events AS event CREATE (e:AuditEvent) SET e = event`,
    { chain, head, events: events.map((event) => ({ ...event, seq: neo4j.int(Number(event['seq'])) })) },
  );
}
