import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditStatements } from '../../src/modules/identity/audit/audit.repository.ts';
import { findFault } from '../../src/modules/identity/audit/chain.ts';
import { type Change, Mutations } from '../../src/modules/identity/mutations.ts';
import type { Viewer } from '../../src/modules/identity/viewer.ts';
import { connect, type Graph } from '../../src/platform/graph/graph.ts';
import { repository } from '../../src/platform/graph/repository.ts';
import { testConfig } from '../support/config.ts';
import { type DatabaseProxy, startProxy } from '../support/proxy.ts';

const viewer: Viewer = { role: 'ISSUER_STAFF', organizationId: 'org', learnerId: null, keyId: 'tester' };
let graph: Graph;
beforeAll(() => {
  graph = connect(testConfig().graph);
});
afterAll(() => graph.close());

const mutations = (on: Graph) => new Mutations(on, viewer, () => new Date());
/** An effect that can be counted: one audit event more in a chain. */
const note = (chain: string) => async (change: Change) => {
  change.audit({ chain, action: 'test', purpose: null, subject: null, objects: [] });
  return { at: change.now.toISOString(), id: randomUUID() };
};
const eventsOf = (chain: string) =>
  repository(graph.run, auditStatements).events({ chain, after: 0, limit: 10_000 });
const headOf = async (chain: string) => {
  const head = (await repository(graph.run, auditStatements).chains({})).find((row) => row.chain === chain);
  return head ?? { seq: 0, hash: '' };
};

describe('a mutation', () => {
  test('asked for twice under one key happens once and answers the same', async () => {
    const chain = randomUUID();
    const request = { name: 'test', input: { a: 1 }, idempotencyKey: randomUUID() };
    const first = await mutations(graph).perform(request, note(chain));
    const second = await mutations(graph).perform(request, note(chain));
    expect(second).toEqual(first);
    expect(await eventsOf(chain)).toHaveLength(1);
  });

  test('with other input under a used key is a CONFLICT', async () => {
    const idempotencyKey = randomUUID();
    await mutations(graph).perform({ name: 'test', input: 1, idempotencyKey }, note(randomUUID()));
    await expect(
      mutations(graph).perform({ name: 'test', input: 2, idempotencyKey }, note(randomUUID())),
    ).rejects.toMatchObject({ code: 'CONFLICT', details: { reason: 'KEY_REUSED' } });
  });

  test.each(['short', 'has a space', 'x'.repeat(129)])('refuses "%s" as a key', async (idempotencyKey) => {
    await expect(
      mutations(graph).perform({ name: 'test', input: 1, idempotencyKey }, note('x')),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('that fails leaves no trace, and its key may be used again', async () => {
    const chain = randomUUID();
    const request = { name: 'test', input: 1, idempotencyKey: randomUUID() };
    const failing = async (change: Change) => {
      await note(chain)(change);
      throw new Error('halfway');
    };
    await expect(mutations(graph).perform(request, failing)).rejects.toThrow('halfway');
    await mutations(graph).perform(request, note(chain));
    expect(await eventsOf(chain)).toHaveLength(1);
  });

  test('that writes no audit event is rolled back', async () => {
    await expect(mutations(graph).perform({ name: 'test', input: 1 }, async () => 'done')).rejects.toThrow(
      'wrote no audit event',
    );
  });

  test('happens once in each of 20 parallel requests under one key, and chains stay whole under 40 others', async () => {
    const chain = randomUUID();
    const request = { name: 'test', input: 1, idempotencyKey: randomUUID() };
    const results = await Promise.all(
      Array.from({ length: 20 }, () => mutations(graph).perform(request, note(chain))),
    );
    expect(new Set(results.map(({ id }) => id)).size).toBe(1);
    await Promise.all(
      Array.from({ length: 40 }, (_, n) => mutations(graph).perform({ name: 'test', input: n }, note(chain))),
    );
    const events = await eventsOf(chain);
    expect(events).toHaveLength(41);
    expect(findFault(chain, events, await headOf(chain))).toBeNull();
  });
});

describe('a lost acknowledgement', () => {
  let proxy: DatabaseProxy;
  let through: Graph;
  beforeAll(async () => {
    const { graph: config } = testConfig();
    proxy = await startProxy(new URL(config.uri));
    through = connect({ ...config, uri: `bolt://127.0.0.1:${proxy.port}` });
  });
  afterAll(async () => {
    await through.close();
    await proxy.close();
  });

  test.each([true, false])('never doubles an effect (client key: %s)', async (withKey) => {
    const chain = randomUUID();
    const times = 8;
    for (let n = 0; n < times; n++) {
      proxy.cutCommits(1);
      const request = { name: 'test', input: n, ...(withKey && { idempotencyKey: randomUUID() }) };
      await mutations(through).perform(request, note(chain));
      expect(proxy.commitsToCut).toBe(0);
    }
    const events = await eventsOf(chain);
    expect(events).toHaveLength(times);
    expect(findFault(chain, events, await headOf(chain))).toBeNull();
  });
});
