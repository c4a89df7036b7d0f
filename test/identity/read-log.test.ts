import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditStatements } from '../../src/modules/identity/audit/audit.repository.ts';
import { findFault } from '../../src/modules/identity/audit/chain.ts';
import { ReadLog } from '../../src/modules/identity/audit/read-log.ts';
import { connect, type Graph } from '../../src/platform/graph/graph.ts';
import { repository } from '../../src/platform/graph/repository.ts';
import { testConfig } from '../support/config.ts';

let graph: Graph;
const statements: string[] = [];
beforeAll(() => {
  graph = connect({ ...testConfig().graph, onStatement: (file) => void statements.push(file) });
});
afterAll(() => graph.close());

const by = (actor: string) => ({ actor, role: 'EMPLOYER', at: new Date() });
const look = (chain: string, subject: string) => ({
  chain,
  action: 'read',
  purpose: 'MATCHING',
  subject,
  objects: ['role'],
});
const eventsOf = (chain: string) =>
  repository(graph.run, auditStatements).events({ chain, after: 0, limit: 10_000 });

describe('the log of who looked at whom', () => {
  test('writes what waits for one chain together, each event once and by whoever looked', async () => {
    const [chain, other] = [randomUUID(), randomUUID()];
    const log = new ReadLog(graph);
    statements.length = 0;
    await Promise.all(
      Array.from({ length: 100 }, (_, request) =>
        log.write([look(chain, `a-${request}`), look(other, `b-${request}`), look(chain, `c-${request}`)], {
          ...by(`key:${request}`),
        }),
      ),
    );
    // one alone, then 64 together, then the rest; the same for the other chain
    expect(statements.filter((file) => file === 'identity/audit/append')).toHaveLength(6);
    const [here, there] = [await eventsOf(chain), await eventsOf(other)];
    expect(here.map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
    expect(findFault(chain, here, here.at(-1) ?? { seq: 0, hash: '' })).toBeNull();
    expect(there).toHaveLength(100);
    for (const { actor, subject } of here) expect(subject?.slice(2)).toBe(actor.slice('key:'.length));
    expect(new Set(here.map(({ subject }) => subject)).size).toBe(200);
  });

  test('tells everybody who waited when it could not write, and goes on with those who come later', async () => {
    const chain = randomUUID();
    const log = new ReadLog(graph);
    const noActor = { ...by(''), at: new Date() };
    const results = await Promise.allSettled([
      log.write([look(chain, 'first')], by('key:1')),
      log.write([look(chain, 'second')], noActor),
      log.write([look(chain, 'third')], by('key:3')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
    await log.write([look(chain, 'fourth')], by('key:4'));
    expect((await eventsOf(chain)).map(({ subject }) => subject)).toEqual(['first', 'fourth']);
  });

  test('has nothing to write when nobody was looked at', async () => {
    statements.length = 0;
    await new ReadLog(graph).write([], by('key:1'));
    expect(statements).toEqual([]);
  });
});
