import type { Request, Response } from 'express';
import { invalidInput } from '../../../platform/errors.ts';

/** The secret of the link that somebody came by; null when they have none. */
export const secretOf = (request: Request): string | null => {
  const secret = request.query['share'];
  return typeof secret === 'string' ? secret : null;
};

/** The media type to answer with. INVALID_INPUT (`Accept`) when none of those offered is taken. */
export function wanted(request: Request, offered: readonly string[]): string {
  const type = request.accepts([...offered]);
  if (type === false)
    throw invalidInput('Accept', `must allow one of ${offered.join(', ')}.`, {
      reason: 'NOT_ACCEPTABLE',
      allowed: offered,
    });
  return type;
}

/** What somebody was shown by a secret or a key of theirs is in no cache, and its address goes nowhere. */
export const unkept = (response: Response): Response =>
  response
    .set('cache-control', 'private, no-store')
    .set('referrer-policy', 'no-referrer')
    .set('x-content-type-options', 'nosniff')
    .set('x-robots-tag', 'noindex');
