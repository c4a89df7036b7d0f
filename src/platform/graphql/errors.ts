import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { DomainError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { Log } from '../log.ts';

/** Codes of GraphQL and Apollo that say the request itself was wrong. */
const ofTheRequest = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
]);

/**
 * Errors we meant keep their words and code, mistakes in the request become INVALID_INPUT, and everything else becomes an
 * opaque INTERNAL whose `id` stands beside the full error in the log.
 */
export const presentError =
  (log: Log) =>
  (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause =
      error instanceof GraphQLError && error.originalError instanceof DomainError
        ? error.originalError
        : unwrapResolverError(error);
    if (cause instanceof DomainError)
      return { ...formatted, message: cause.message, extensions: { code: cause.code, ...cause.details } };
    const code = formatted.extensions?.['code'];
    if (code === 'INVALID_INPUT') return { ...formatted, extensions: { ...formatted.extensions } };
    if (typeof code === 'string' && ofTheRequest.has(code))
      return { ...formatted, extensions: { code: 'INVALID_INPUT', reason: code } };
    const id = newId();
    log.error({ errorId: id, path: formatted.path, err: loggable(cause) }, 'unexpected error');
    return {
      message: `Something went wrong on our side. Quote the id ${id} when you report it.`,
      ...(formatted.path && { path: formatted.path }),
      extensions: { code: 'INTERNAL', id },
    };
  };

/** Zod prints the values it refuses; those may be personal, so only where and what are logged. */
const loggable = (error: unknown): unknown =>
  error instanceof z.ZodError
    ? new Error(error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join('; '))
    : error;
