import type { Graph } from './graph.ts';

/** The same graph, which refuses to be changed: whoever holds only this cannot write around the one way to do so. */
export const readOnly = (graph: Graph): Graph => ({
  ...graph,
  run: (statement, params) =>
    statement.mode === 'READ' ? graph.run(statement, params) : Promise.reject(refusal(statement.file)),
  write: () => Promise.reject(refusal('a transaction')),
  scoped: (scope) => readOnly(graph.scoped(scope)),
});

const refusal = (what: string) =>
  new Error(`${what} would change the graph outside Mutations.perform, without audit and idempotency`);
