import type { AddressInfo } from 'node:net';
import type { GraphQLSchema } from 'graphql';
import type { Config } from '../../src/config.ts';
import type { App } from '../../src/context.ts';
import { createCredentialing } from '../../src/modules/credentials/credentialing.ts';
import { ReadLog } from '../../src/modules/identity/audit/read-log.ts';
import { type ApiKeyGrant, createApiKey } from '../../src/modules/identity/identity.service.ts';
import { planHere } from '../../src/modules/pathways/planner.ts';
import { createLexicons } from '../../src/modules/taxonomy/lexicons.ts';
import { type Clock, systemClock } from '../../src/platform/clock.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { createLog } from '../../src/platform/log.ts';
import { createServer } from '../../src/server.ts';
import { testConfig } from './config.ts';

export interface Answer<D> {
  readonly status: number;
  readonly headers: Headers;
  readonly data: D;
  readonly errors: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** A caller of the API over HTTP; with a key, in the role the key gives. */
// biome-ignore lint/suspicious/noExplicitAny: a test knows the shape of its own query
export type Caller = <D = any>(query: string, variables?: Record<string, unknown>) => Promise<Answer<D>>;

export interface TestApi {
  readonly app: App;
  readonly url: string;
  readonly anonymous: Caller;
  /** A caller with an API key or a token; `organization` is what the header X-Organization says. */
  withKey(key: string, organization?: string): Caller;
  /** A caller with a new key. */
  as(grant: Omit<ApiKeyGrant, 'name'>): Promise<Caller>;
  close(): Promise<void>;
}

/** The whole server on a free port, over the database of the test command. Close it in afterAll. */
export async function startApi(
  options: { config?: Config; clock?: Clock; app?: Partial<App>; schema?: GraphQLSchema } = {},
): Promise<TestApi> {
  const config = options.config ?? testConfig();
  const graph = connect(config.graph);
  const clock = options.clock ?? systemClock;
  const app: App = {
    config,
    graph,
    log: createLog(config.logLevel),
    clock,
    credentialing: createCredentialing(config, graph, clock),
    lexicons: createLexicons(clock),
    readLog: new ReadLog(options.app?.graph ?? graph),
    planner: planHere(),
    ...options.app,
  };
  const server = await createServer(app, options.schema);
  await new Promise<void>((resolve) => server.http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.http.address() as AddressInfo).port}`;
  const caller =
    (key?: string, organization?: string): Caller =>
    async (query, variables = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(key && { authorization: `Bearer ${key}` }),
          ...(organization && { 'x-organization': organization }),
        },
        body: JSON.stringify({ query, variables }),
      });
      // biome-ignore lint/suspicious/noExplicitAny: what the server says is what is under test
      const body: any = await response.json();
      return {
        status: response.status,
        headers: response.headers,
        data: body.data,
        errors: body.errors ?? [],
      };
    };
  return {
    app,
    url,
    anonymous: caller(),
    withKey: caller,
    as: async (grant) => caller(await createApiKey(graph, { name: 'test', ...grant }, app.clock())),
    async close() {
      await server.stop();
      await graph.close();
    },
  };
}
