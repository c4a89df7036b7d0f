import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditStatements } from '../../src/modules/identity/audit/audit.repository.ts';
import { EMPTY_CHAIN } from '../../src/modules/identity/audit/chain.ts';
import { connect, type Graph } from '../../src/platform/graph/graph.ts';
import { readOnly } from '../../src/platform/graph/read-only.ts';
import { repository } from '../../src/platform/graph/repository.ts';
import { testConfig } from '../support/config.ts';

let graph: Graph;
beforeAll(() => {
  graph = connect(testConfig().graph);
});
afterAll(() => graph.close());

test('what a request holds of the graph answers, and refuses to be changed', async () => {
  const chain = randomUUID();
  for (const held of [readOnly(graph), readOnly(graph).scoped({})]) {
    const audit = repository(held.run, auditStatements);
    await expect(audit.lockChain({ chain, emptyHash: EMPTY_CHAIN.hash })).rejects.toThrow(
      'identity/audit/lock-chain would change the graph outside Mutations.perform',
    );
    await expect(held.write((run) => run(auditStatements.lockChain, { chain }))).rejects.toThrow(
      /outside Mutations.perform/,
    );
    expect((await audit.chains({})).some((row) => row.chain === chain)).toBe(false);
  }
});
