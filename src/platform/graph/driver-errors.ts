import { Neo4jError } from 'neo4j-driver';
import { DomainError } from '../errors.ts';

const unavailable = new Set([
  'ServiceUnavailable',
  'SessionExpired',
  'Neo.TransientError.General.DatabaseUnavailable',
  'Neo.ClientError.Security.AuthorizationExpired',
]);

/** Turns what the driver throws into what a client may act on; anything it does not know goes on unchanged. */
export function translate(error: unknown): never {
  if (!(error instanceof Neo4jError)) throw error;
  if (error.code === 'Neo.ClientError.Schema.ConstraintValidationFailed')
    throw new DomainError('CONFLICT', 'This already exists.', { reason: 'ALREADY_EXISTS' }, { cause: error });
  if (isAway(error)) throw databaseAway(error);
  if (error.code.includes('TransactionTimedOut')) tooSlow(error);
  if (error.retriable || error.code.startsWith('Neo.TransientError'))
    throw new DomainError(
      'UNAVAILABLE',
      'The graph is busy. Try again.',
      { reason: 'BUSY' },
      { cause: error },
    );
  throw error;
}

/** A query that ran into its deadline, ours or the database's. */
export function tooSlow(cause: unknown): never {
  throw new DomainError(
    'UNAVAILABLE',
    'The graph took too long to answer. Ask for less, or try again.',
    { reason: 'TOO_SLOW' },
    { cause },
  );
}

const isAway = (error: Neo4jError): boolean =>
  unavailable.has(error.code) ||
  /acquisition timed out|Connection acquisition|Could not perform discovery|Failed to connect/.test(
    error.message,
  );

/** The database does not answer. */
export const databaseAway = (cause?: unknown) =>
  new DomainError(
    'UNAVAILABLE',
    'The graph cannot be reached just now. Try again in a few seconds.',
    { reason: 'DATABASE_AWAY' },
    { cause },
  );
