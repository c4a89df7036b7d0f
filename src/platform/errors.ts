/** Every way a request can fail that a client may act on. Anything else is a bug and is masked as INTERNAL. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'INVALID_INPUT'
  | 'CONFLICT'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE';

/** A failure a client may act on. `details` become `extensions`; `reason` among them refines the code. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** An id that does not exist, or that the viewer may not see: the two read the same. `argument` is its path where it is one of many. */
export const notFound = (what: string, id: string, argument?: string) =>
  new DomainError(
    'NOT_FOUND',
    `${argument ? `${argument}: there` : 'There'} is no ${what} with the id "${id}".`,
    { what, id, ...(argument && { argument }) },
  );

/** An argument that cannot be used. `argument` is its path (`input.outcomes[1].level`); the message says what is allowed. */
export const invalidInput = (argument: string, message: string, details: Record<string, unknown> = {}) =>
  new DomainError('INVALID_INPUT', `${argument}: ${message}`, { argument, ...details });

export const conflict = (message: string, details: Record<string, unknown> = {}) =>
  new DomainError('CONFLICT', message, details);

export const unauthenticated = (
  message = 'Sign in first: send "Authorization: Bearer …" with an API key or a token.',
  details: Record<string, unknown> = {},
) => new DomainError('UNAUTHENTICATED', message, details);

export const forbidden = (message: string, details: Record<string, unknown> = {}) =>
  new DomainError('FORBIDDEN', message, details);

/** Too many tries. `seconds` until the next one is looked at; a client finds them in `Retry-After`, too. */
export const rateLimited = (message: string, seconds: number) =>
  new DomainError('RATE_LIMITED', message, { retryAfter: seconds });

/** What was thrown, as an error. */
export const asError = (thrown: unknown): Error =>
  thrown instanceof Error ? thrown : new Error(String(thrown));
