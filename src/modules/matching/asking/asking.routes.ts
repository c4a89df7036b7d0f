import express, { type RequestHandler, type Response, Router } from 'express';
import { invalidInput } from '../../../platform/errors.ts';
import type { AskingService } from './asking.service.ts';
import { BADGES } from './dcql.ts';

/**
 * OpenID4VP 1.0, for wallets: `GET /oid4vp/requests/:secret` is the signed request object, `POST /oid4vp/responses/:secret` takes the answer
 * (`direct_post`: a form with `vp_token`).
 */
export function asking(
  enter: RequestHandler,
  serviceOf: (response: Response) => Pick<AskingService, 'requestObject' | 'answer'>,
): Router {
  const router = Router();
  router.use('/oid4vp', (_, response, next) => {
    response.set('cache-control', 'no-store').set('access-control-allow-origin', '*');
    next();
  });
  router.get('/oid4vp/requests/:secret', enter, async (request, response) => {
    const object = await serviceOf(response).requestObject(String(request.params['secret']));
    response.setHeader('content-type', 'application/oauth-authz-req+jwt').end(object);
  });
  const form = express.urlencoded({ extended: false, limit: '512kb' });
  router.post('/oid4vp/responses/:secret', form, enter, async (request, response) => {
    const { vp_token: token } = (request.body ?? {}) as { vp_token?: unknown };
    await serviceOf(response).answer(String(request.params['secret']), presentationsIn(token));
    response.json({});
  });
  return router;
}

/** `vp_token`: an object that gives for each credential query the presentations that answer it (OpenID4VP 1.0, section 8.1). */
function presentationsIn(token: unknown): string[] {
  try {
    const read = JSON.parse(String(token)) as Readonly<Record<string, unknown>> | null;
    const given = read?.[BADGES];
    if (Array.isArray(given) && given.every((each) => typeof each === 'string')) return given;
  } catch {
    // told below
  }
  throw invalidInput('vp_token', `must be a JSON object with a list of SD-JWTs as "${BADGES}".`);
}
