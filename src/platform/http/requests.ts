import { setMaxListeners } from 'node:events';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { DomainError, type ErrorCode } from '../errors.ts';
import type { Graph } from '../graph/graph.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';

const STATUS: Record<ErrorCode, number> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  INVALID_INPUT: 400,
  CONFLICT: 409,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};

/** Gives each request an id (the caller's `X-Request-Id` when it is a plain one) and logs one line when it has been answered. */
export const logRequests =
  (log: Log): RequestHandler =>
  (request, response, next) => {
    const sent = request.get('x-request-id');
    const requestId = sent && /^[\w-]{8,64}$/.test(sent) ? sent : newId();
    const started = performance.now();
    response.locals['requestId'] = requestId;
    response.set('x-request-id', requestId);
    response.on('close', () => {
      log.info(
        {
          requestId,
          method: request.method,
          path: withoutSecrets(request.originalUrl),
          status: response.statusCode,
          ms: Math.round(performance.now() - started),
          statements: response.locals['statements'] ?? 0,
        },
        'request',
      );
    });
    next();
  };

/** The path as it may be logged: what comes after `/exchanges/` opens a credential. */
const withoutSecrets = (url: string): string =>
  (url.split('?')[0] ?? '').replace(/^(\/exchanges\/)[^/]+/, '$1…');

/** The graph for one request: its queries end when the caller hangs up or the deadline passes, and they are counted in `X-Statements`. */
export function requestScope(graph: Graph, deadlineMs: number, response: Response) {
  const hungUp = new AbortController();
  response.on('close', () => hungUp.abort());
  const signal = AbortSignal.any([hungUp.signal, AbortSignal.timeout(deadlineMs)]);
  // Every open query listens; Node takes more than ten listeners for a leak and warns.
  setMaxListeners(0, signal);
  let statements = 0;
  return {
    requestId: String(response.locals['requestId']),
    graph: graph.scoped({
      signal,
      onStatement: () => {
        statements += 1;
        response.locals['statements'] = statements;
        if (!response.headersSent) response.set('x-statements', String(statements));
      },
    }),
  };
}

/** Answers what failed outside of GraphQL in GraphQL's own shape, so that a client has one way to read errors. */
export const answerErrors =
  (log: Log): ErrorRequestHandler =>
  (error, _request, response, _next) => {
    if (response.headersSent) return void response.destroy();
    const answer = describe(error);
    if (answer.code === 'INTERNAL') log.error({ errorId: answer.id, err: error }, 'unexpected error');
    const { status, message, ...extensions } = answer;
    // RFC 6750 section 3, RFC 9110 section 10.2.3
    if (status === 401) response.set('www-authenticate', 'Bearer');
    if ('retryAfter' in extensions) response.set('retry-after', String(extensions.retryAfter));
    response.status(status).json({ errors: [{ message, extensions }] });
  };

function describe(error: unknown) {
  if (error instanceof DomainError)
    return { status: STATUS[error.code], message: error.message, code: error.code, ...error.details };
  const {
    status,
    type,
    limit = 65_536,
  } = (error ?? {}) as { status?: number; type?: string; limit?: number };
  if (status && status >= 400 && status < 500)
    return {
      status,
      code: 'INVALID_INPUT',
      reason: type ?? 'BAD_REQUEST',
      message:
        type === 'entity.too.large'
          ? `The request body is too large: at most ${limit / 1024} KB.`
          : 'The request body is not JSON as GraphQL over HTTP asks for.',
    };
  const id = newId();
  return {
    status: 500,
    code: 'INTERNAL',
    id,
    message: `Something went wrong on our side. Quote the id ${id} when you report it.`,
  };
}
