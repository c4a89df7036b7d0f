import type { RequestHandler, Response } from 'express';
import {
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/express';
import type { Context } from './context.ts';
import { checkScopes } from './modules/identity/sign-in/scope-plugin.ts';
import { DomainError, invalidInput } from './platform/errors.ts';
import { checkLimits, LIMITS } from './platform/graphql/limits.ts';

/**
 * Subscriptions at `/graphql/stream`, as server-sent events (the GraphQL over SSE protocol, distinct connections): an operation a request,
 * held to the same limits, scopes and words for errors as any other.
 */
export function streams(
  schema: GraphQLSchema,
  contextOf: (response: Response) => Context,
  present: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError,
): RequestHandler {
  const refusal = (error: GraphQLError): GraphQLError => {
    const { message, extensions } = present(error.toJSON(), error);
    return new GraphQLError(message, { extensions: extensions ?? {} });
  };
  const handler = createHandler<Context & Record<PropertyKey, unknown>>({
    schema,
    // only a request's own answer is streamed: no state is kept between requests
    authenticate: () => null,
    onSubscribe(request, { query, operationName, variables }) {
      const contextValue = contextOf(request.raw.res as Response) as Context & Record<PropertyKey, unknown>;
      try {
        const document = parse(query, { maxTokens: LIMITS.tokens });
        const [fault] = validate(schema, document, [...specifiedRules, NoSchemaIntrospectionCustomRule]);
        if (fault) throw invalidInput('query', fault.message, { reason: 'GRAPHQL_VALIDATION_FAILED' });
        const operation = getOperationAST(document, operationName);
        if (operation?.operation !== 'subscription')
          throw invalidInput('query', 'must be one subscription; send anything else to /graphql.', {
            reason: 'NOT_A_SUBSCRIPTION',
          });
        checkLimits({ schema, document, operation, variables: variables ?? {}, operationName });
        checkScopes(contextValue.viewer, document, operation);
        return { schema, document, operationName, variableValues: variables, contextValue };
      } catch (error) {
        const known =
          error instanceof DomainError || (error instanceof GraphQLError && error.extensions['code']);
        const told = known
          ? error
          : invalidInput('query', (error as Error).message, { reason: 'GRAPHQL_PARSE_FAILED' });
        return (async function* () {
          yield {
            errors: [
              told instanceof GraphQLError ? told : new GraphQLError('', { originalError: told as Error }),
            ],
          };
        })();
      }
    },
    onNext: (_context, _request, result) =>
      result.errors ? { ...result, errors: result.errors.map(refusal) } : undefined,
  });
  return (request, response) => handler(request, response);
}
