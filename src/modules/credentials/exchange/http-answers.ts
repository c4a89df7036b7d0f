import { Oauth2ServerErrorResponseError } from '@openid4vc/oauth2';
import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { DomainError } from '../../../platform/errors.ts';

/**
 * Lets pages anywhere ask (wallets may be web pages), and answers what browsers ask first. No cookie counts at these addresses: whoever asks
 * brings a secret of their own.
 */
export const fromAnywhere: RequestHandler = (request, response, next) => {
  response.set({
    'access-control-allow-origin': '*',
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-methods': 'GET, POST',
    'cache-control': 'no-store',
  });
  if (request.method === 'OPTIONS') response.status(204).end();
  else next();
};

/** Answers refusals in the words of OAuth 2.0 (RFC 6749 section 5.2, RFC 6750 section 3); the rest goes on. */
export const answerInOAuth: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof Oauth2ServerErrorResponseError) {
    if (error.status === 401) response.set('www-authenticate', `Bearer error="${error.errorResponse.error}"`);
    return void response.status(error.status).json(error.errorResponse);
  }
  if (error instanceof DomainError || typeof (error as { status?: unknown }).status !== 'number')
    return next(error);
  // what could not be read at all
  response
    .status((error as { status: number }).status)
    .json({ error: 'invalid_request', error_description: 'The body cannot be read.' });
};

/** The token of `Authorization: Bearer …`; empty when there is none. */
export const bearerOf = (request: Request): string =>
  /^(?:Bearer|DPoP) (\S+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';

/** A body that was parsed, if it is an object. */
export const objectIn = (request: Request): Record<string, unknown> => {
  const body: unknown = request.body;
  return body !== null && typeof body === 'object' && !Array.isArray(body)
    ? (body as Record<string, unknown>)
    : {};
};
