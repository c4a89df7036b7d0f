import type { ErrorRequestHandler } from 'express';
import { DomainError, type ErrorCode } from '../../../../platform/errors.ts';

/** The words that the Open Badges 3.0 API has for what went wrong (`imsx_codeMinorFieldValue`). */
type Minor =
  | 'unauthorizedrequest'
  | 'forbidden'
  | 'not_found'
  | 'invalid_data'
  | 'invalid_query_parameter'
  | 'not_allowed'
  | 'server_busy'
  | 'internal_server_error';

/** A refusal of the Open Badges 3.0 API. */
export class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';

  constructor(
    readonly status: number,
    readonly minor: Minor,
    message: string,
    /** `WWW-Authenticate` (RFC 6750). */
    readonly challenge?: string,
  ) {
    super(message);
  }
}

const MINOR: Readonly<Record<ErrorCode, readonly [number, Minor]>> = {
  UNAUTHENTICATED: [401, 'unauthorizedrequest'],
  FORBIDDEN: [403, 'forbidden'],
  NOT_FOUND: [404, 'not_found'],
  INVALID_INPUT: [400, 'invalid_data'],
  CONFLICT: [400, 'invalid_data'],
  RATE_LIMITED: [429, 'server_busy'],
  UNAVAILABLE: [503, 'server_busy'],
};

/** A status as `Imsx_StatusInfo` of Open Badges 3.0. */
export const statusInfo = (minor: Minor, description: string) => ({
  imsx_codeMajor: 'failure',
  imsx_severity: 'error',
  imsx_description: description,
  imsx_codeMinor: {
    imsx_codeMinorField: [{ imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: minor }],
  },
});

/** Answers whatever failed in the words of the API; what is unexpected is logged and masked further on, unless somebody says what to do. */
export const answerInImsx: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const told = toldOf(error);
  if (!told) return next(error);
  const [status, minor, description] = told;
  if (error instanceof ApiRefusal && error.challenge) response.set('www-authenticate', error.challenge);
  response.status(status).json(statusInfo(minor, description));
};

function toldOf(error: unknown): readonly [number, Minor, string] | null {
  if (error instanceof ApiRefusal) return [error.status, error.minor, error.message];
  if (error instanceof DomainError) return [...MINOR[error.code], error.message];
  const { status } = (error ?? {}) as { status?: unknown };
  return typeof status === 'number' && status >= 400 && status < 500
    ? [status, 'invalid_data', 'The body cannot be read.']
    : null;
}
