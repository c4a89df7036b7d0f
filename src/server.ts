import { createServer as createHttpServer, type Server } from 'node:http';
import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import { BODY_LIMITS, readBody } from './bodies.ts';
import { type App, type Context, createContext } from './context.ts';
import { images } from './modules/catalog/images/images.routes.ts';
import { credentialPages } from './modules/credentials/encodings/credential-pages.routes.ts';
import { exchange } from './modules/credentials/exchange/exchange.routes.ts';
import { issuanceLogs } from './modules/credentials/issuance-log/issuance-log.routes.ts';
import { IssuanceLogService } from './modules/credentials/issuance-log/issuance-log.service.ts';
import { portfolioPages } from './modules/credentials/portfolio/portfolio.routes.ts';
import { publicDocuments } from './modules/credentials/public-documents.routes.ts';
import { PublicDocumentsService } from './modules/credentials/public-documents.service.ts';
import { verification } from './modules/credentials/verification.routes.ts';
import { auditReads } from './modules/identity/audit/reads.ts';
import { MYSELF } from './modules/identity/sign-in/acting.ts';
import { keepToScopes } from './modules/identity/sign-in/scope-plugin.ts';
import { SignIn } from './modules/identity/sign-in/sign-in.service.ts';
import { WorkLimit } from './modules/identity/sign-in/work-limit.ts';
import { learnerViewer, ORGANIZATION_HEADER, type Viewer } from './modules/identity/viewer.ts';
import { asking } from './modules/matching/asking/asking.routes.ts';
import { presentError } from './platform/graphql/errors.ts';
import { LIMITS, limits } from './platform/graphql/limits.ts';
import { readExamples } from './platform/http/examples.ts';
import { graphiql } from './platform/http/graphiql.ts';
import { health } from './platform/http/health.ts';
import { answerErrors, logRequests, requestScope } from './platform/http/requests.ts';
import { createSchema } from './schema.ts';
import { streams } from './streams.ts';

export interface ApiServer {
  readonly http: Server;
  readonly express: Express;
  /** Stops taking requests, lets running ones finish, then ends. The graph is the caller's to close. */
  stop(): Promise<void>;
}

/** How long a subscription lasts at most; whoever wants more subscribes again, and is asked again who they are. */
const STREAM_MS = 15 * 60_000;

/** Builds the HTTP app and Apollo without listening. Only benchmarks give another schema. */
export async function createServer(app: App, schema = createSchema()): Promise<ApiServer> {
  const server = express();
  const signIn = new SignIn(app);
  const verifying = new WorkLimit(app.config.verificationsPerMinute);
  // longer than callers and load balancers keep an idle connection, so that none is closed under a request on its way
  const http = createHttpServer({ keepAliveTimeout: 65_000 }, server);
  const apollo = new ApolloServer<Context>({
    schema,
    formatError: presentError(app.log),
    plugins: [
      limits(),
      keepToScopes(),
      auditReads(),
      ApolloServerPluginLandingPageDisabled(),
      // Both look at every field of every answer, for headers and reports that nobody asked for.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginDrainHttpServer({ httpServer: http }),
    ],
    parseOptions: { maxTokens: LIMITS.tokens },
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: app.log,
  });
  await apollo.start();

  const contextFor = (request: Request, scope: ReturnType<typeof requestScope>, viewer: Viewer) =>
    createContext(app, {
      ...scope,
      viewer,
      attempts: signIn.attempts,
      verifying: () => verifying.spend(viewer, request.ip ?? ''),
    });
  const enterFor =
    (deadlineMs: number): RequestHandler =>
    async (request, response, next) => {
      const scope = requestScope(app.graph, deadlineMs, response);
      const viewer = await signIn.viewer(scope.graph, {
        authorization: request.headers.authorization,
        organization: request.header(ORGANIZATION_HEADER),
        source: request.ip ?? '',
      });
      response.locals['context'] = contextFor(request, scope, viewer);
      next();
    };
  const enter = enterFor(app.config.requestDeadlineMs);
  const contextOf = (response: Response) => response.locals['context'] as Context;
  const begin: RequestHandler = (_request, response, next) => {
    response.locals['scope'] = requestScope(app.graph, app.config.requestDeadlineMs, response);
    next();
  };
  const scopeOf = (response: Response) => response.locals['scope'] as ReturnType<typeof requestScope>;

  server.disable('x-powered-by');
  server.set('trust proxy', app.config.trustedProxies);
  server.use(logRequests(app.log));
  server.use('/health', health(app.graph));
  server.use(graphiql(readExamples()));
  server.use(publicDocuments(new PublicDocumentsService(app.graph, app.credentialing)));
  server.use(issuanceLogs(new IssuanceLogService({ ...app.credentialing, graph: app.graph })));
  server.use(credentialPages(enter, contextOf));
  server.use(asking(enter, (response) => contextOf(response).asking));
  server.use(portfolioPages(enter, contextOf));
  server.use(
    exchange({
      ...app,
      begin,
      graphOf: (response) => scopeOf(response).graph,
      asLearner: (response, learnerId) =>
        contextFor(response.req, scopeOf(response), learnerViewer(learnerId)),
      signedIn: async (request, response, secret) =>
        contextFor(
          request,
          scopeOf(response),
          await signIn.viewer(scopeOf(response).graph, {
            authorization: `Bearer ${secret}`,
            // who also belongs to an organisation acts for themselves here
            organization: secret.split('.').length === 3 ? MYSELF : undefined,
            source: request.ip ?? '',
          }),
        ),
    }),
  );
  server.use(verification(app.graph, app.credentialing, verifying));
  server.use(images(app.graph, enter, (response) => contextOf(response).images));
  server.use(
    '/graphql/stream',
    express.json({ limit: BODY_LIMITS.any }),
    enterFor(STREAM_MS),
    streams(schema, contextOf, presentError(app.log)),
  );
  server.use(
    '/graphql',
    readBody(enter, contextOf),
    expressMiddleware(apollo, { context: async ({ res }) => contextOf(res) }),
  );
  server.use(answerErrors(app.log));

  return {
    http,
    express: server,
    async stop() {
      await apollo.stop();
      await signIn.settled();
    },
  };
}
