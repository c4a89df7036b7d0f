import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { Neo4jGraphQL } from '@neo4j/graphql';
import DataLoader from 'dataloader';
import express from 'express';
import neo4j from 'neo4j-driver';
import { migrate } from '../src/platform/graph/migrate.ts';
import { startApi } from '../test/support/api.ts';
import { makeBadges } from '../test/support/bulk-catalogue.ts';
import { testConfig } from '../test/support/config.ts';
import { percentile, publish } from './support/figures.ts';

/**
 * One list of 50 badges with issuers, outcomes, skills and labels, out of 2 000 badges, over HTTP: this server; the same
 * server with every field asking for itself; and @neo4j/graphql on the same database, asked for the same facts.
 */
const BADGES = { batches: 8, size: 250 };
const ROUNDS = 40;
const WARM_UPS = 5;

const OURS = `query List($first: Int!) {
  badges(first: $first) { edges { node { id name issuer { id name }
    currentVersion { number validMonths
      outcomes(first: 5) { edges { node { id statement
        alignments(first: 5) { edges { node { level relation skill { uri label(language: "en") } } } } } } } } } } }
}`;

const THEIR_TYPES = `
  type Badge @node { id: ID! name: String!
    issuers: [Organization!]! @relationship(type: "ISSUES", direction: IN)
    versions: [BadgeVersion!]! @relationship(type: "HAS_VERSION", direction: OUT) }
  type Organization @node { id: ID! name: String! }
  type BadgeVersion @node { id: ID! number: Int! state: String! validMonths: Int
    outcomes: [Outcome!]! @relationship(type: "CERTIFIES", direction: OUT) }
  type Outcome @node { id: ID! statement: String!
    skills: [Skill!]! @relationship(type: "ALIGNED_TO", direction: OUT, properties: "Alignment") }
  type Alignment @relationshipProperties { level: Int relation: String! }
  type Skill @node { uri: ID! since: Int! until: Int!
    texts: [ConceptText!]! @relationship(type: "HAS_TEXT", direction: OUT) }
  type ConceptText @node { language: String! label: String! since: Int! until: Int! }
`;

const THEIRS = `query List($first: Int!) {
  badges(limit: $first, sort: [{ name: ASC }, { id: ASC }]) { id name issuers { id name }
    versions(where: { state: { eq: "PUBLISHED" } }) { number validMonths
      outcomes(sort: [{ id: ASC }]) { id statement
        skillsConnection(sort: [{ node: { uri: ASC } }]) { edges { properties { level relation } node { uri
          texts(where: { language: { eq: "en" }, since: { lte: 2147483646 }, until: { gt: 2147483646 } }) { label } } } } } } }
}`;

type Json = Record<string, never>;
interface Asked {
  readonly data: Json;
  readonly statements: number;
}

/** A client of one GraphQL endpoint. */
const asker =
  (url: string, query: string) =>
  async (first: number): Promise<Asked> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { first } }),
    });
    const { data, errors } = (await response.json()) as { data: Json; errors?: unknown };
    if (errors) throw new Error(JSON.stringify(errors).slice(0, 500));
    return { data, statements: Number(response.headers.get('x-statements')) };
  };

/** While this holds, every field asks for itself, as a resolver without loaders does: nothing is batched or shared. */
let perItem = false;
const { load } = DataLoader.prototype;
DataLoader.prototype.load = function (this: DataLoader<unknown, unknown>, key: unknown) {
  Object.assign(this, { _maxBatchSize: perItem ? 1 : Number.POSITIVE_INFINITY });
  if (perItem) this.clear(key);
  return load.call(this, key);
};

const config = testConfig();
const api = await startApi({ config: { ...config, graph: { ...config.graph, patience: 60_000 } } });
const { uri, user, password } = api.app.config.graph;
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password));
await migrate(api.app.graph);
for (let batch = 0; batch < BADGES.batches; batch += 1)
  await makeBadges(`Batch ${batch}`, { badges: BADGES.size, issuers: 5, skills: 100 });
await driver.executeQuery('CALL db.awaitIndexes(60)');

/** Set up as this server is: neither looks up cache hints or reports usage. */
const apollo = new ApolloServer({
  plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginUsageReportingDisabled()],
  schema: await new Neo4jGraphQL({ typeDefs: THEIR_TYPES, driver }).getSchema(),
});
await apollo.start();
const server = createServer(express().use('/graphql', express.json(), expressMiddleware(apollo)));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const theirUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;

const ours = asker(`${api.url}/graphql`, OURS);
const theirs = asker(theirUrl, THEIRS);
const runs = {
  'this server': () => ours(50),
  'the same, each field for itself': async () => {
    perItem = true;
    return ours(50).finally(() => {
      perItem = false;
    });
  },
  '@neo4j/graphql 7.6': () => theirs(50),
};

/** A cold database plans each statement for the first time, which may take longer than a request may. */
for (const run of Object.values(runs)) await run().catch(() => run());

const same = JSON.stringify(factsOfOurs(await ours(50))) === JSON.stringify(factsOfTheirs(await theirs(50)));
if (!same) throw new Error('The two servers do not answer the same facts.');

const samples = new Map<string, number[]>(Object.keys(runs).map((name) => [name, []]));
const statements = new Map<string, number>();
for (let round = -WARM_UPS; round < ROUNDS; round += 1)
  for (const [name, run] of Object.entries(runs)) {
    const started = performance.now();
    const asked = await run();
    if (round >= 0) samples.get(name)?.push(performance.now() - started);
    statements.set(name, asked.statements);
  }
const few = (await ours(5)).statements;

const p50 = (name: keyof typeof runs) => percentile(samples.get(name) ?? [], 0.5);
publish(
  [...samples].map(([name, times]) => ({
    'list of 50 badges': name,
    'Cypher statements': statements.get(name) || 1,
    'p50 ms': percentile(times, 0.5),
    'p95 ms': percentile(times, 0.95),
  })),
  {
    statements: statements.get('this server') ?? 0,
    statements_for_5: few,
    p50_ms: p50('this server'),
    speedup_vs_per_item: p50('the same, each field for itself') / p50('this server'),
    speedup_vs_neo4j_graphql: p50('@neo4j/graphql 7.6') / p50('this server'),
  },
);

await new Promise((resolve) => server.close(resolve));
await apollo.stop();
await driver.close();
await api.close();

function factsOfOurs({ data }: Asked) {
  const nodes = <T>(list: { edges: { node: T }[] }): T[] => list.edges.map(({ node }) => node);
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query above
  return nodes<any>((data as any).badges).map(({ id, name, issuer, currentVersion: version }) => ({
    id,
    name,
    issuer,
    number: version.number,
    validMonths: version.validMonths,
    // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query above
    outcomes: nodes<any>(version.outcomes).map((outcome) => ({
      id: outcome.id,
      statement: outcome.statement,
      // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query above
      skills: nodes<any>(outcome.alignments).map(({ level, relation, skill }) => ({
        level,
        relation,
        ...skill,
      })),
    })),
  }));
}

function factsOfTheirs({ data }: Asked) {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query above
  return (data as any).badges.map(({ id, name, issuers, versions: [version] }: any) => ({
    id,
    name,
    issuer: issuers[0],
    number: version.number,
    validMonths: version.validMonths,
    // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query above
    outcomes: version.outcomes.map((outcome: any) => ({
      id: outcome.id,
      statement: outcome.statement,
      // biome-ignore lint/suspicious/noExplicitAny: the shape is that of the query above
      skills: outcome.skillsConnection.edges.map(({ properties, node }: any) => ({
        ...properties,
        uri: node.uri,
        label: node.texts[0].label,
      })),
    })),
  }));
}
