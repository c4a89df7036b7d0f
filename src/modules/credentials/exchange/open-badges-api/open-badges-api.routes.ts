import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type Provider from 'oidc-provider';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { networkOf } from '../../../identity/sign-in/attempts.ts';
import { PRESENTED_LIMIT } from '../../verification/presented.ts';
import { bearerOf, fromAnywhere } from '../http-answers.ts';
import type { OpenBadgesApiService, OwnRecord } from './api.service.ts';
import { serviceDescription } from './discovery.ts';
import type { ConnectedHost, HostsService } from './hosts.service.ts';
import { ApiRefusal, answerInImsx } from './imsx.ts';
import { recordDigest } from './oauth-records.ts';
import { linksOf, readPart } from './page.ts';
import { API_PATH, OAUTH_PATH, SCOPES } from './scopes.ts';

/** Hosts that one source may register: 30 in an hour. Registering needs no key, and each one stays. */
const REGISTRATIONS = { points: 30, duration: 3_600 };

/** A credential is taken as it was signed, byte for byte. */
const takeText = express.text({ type: () => true, limit: PRESENTED_LIMIT });

interface Dependencies {
  readonly publicUrl: string;
  readonly provider: Provider;
  readonly begin: RequestHandler;
  asLearner(response: Response, learnerId: string): OwnRecord & { readonly hosts: HostsService };
  serviceOf(response: Response, learnerId: string, host: ConnectedHost, own: OwnRecord): OpenBadgesApiService;
}

/** The Open Badges 3.0 API (1EdTech) under `/ims/ob/v3p0`, with its authorisation server under `oauth`. */
export function openBadgesApi(deps: Dependencies): Router {
  const { publicUrl, provider, begin } = deps;
  const router = Router();
  const registrations = new RateLimiterMemory(REGISTRATIONS);
  router.post(`${OAUTH_PATH}/reg`, async (request, _response, next) => {
    try {
      await registrations.consume(networkOf(request.ip ?? ''));
    } catch {
      return next(new ApiRefusal(429, 'server_busy', 'Too many hosts were registered from here. Try later.'));
    }
    next();
  });
  const { protocol, host } = new URL(publicUrl);
  const serve = provider.callback();
  router.use(OAUTH_PATH, (request, response) => {
    request.headers['x-forwarded-proto'] = protocol.slice(0, -1);
    request.headers['x-forwarded-host'] = host;
    void serve(request, response);
  });
  router.use(API_PATH, fromAnywhere);
  router.get(`${API_PATH}/discovery`, (_request, response) => {
    response.set('cache-control', 'public, max-age=300').json(serviceDescription(publicUrl));
  });
  router.get(`${API_PATH}/credentials`, begin, async (request, response) => {
    const service = await enter(deps, request, response, SCOPES.READ);
    const part = readPart(request.query);
    const { total, ...found } = await service.credentials(part);
    response
      .set('x-total-count', String(total))
      .set('link', linksOf(`${publicUrl}${API_PATH}/credentials`, part, total))
      .set('access-control-expose-headers', 'link, x-total-count')
      .json(found);
  });
  router.post(`${API_PATH}/credentials`, takeText, begin, async (request, response) => {
    const service = await enter(deps, request, response, SCOPES.UPSERT);
    const text = typeof request.body === 'string' ? request.body.trim() : '';
    const done = await service.upsert(text);
    if (done === 'UNCHANGED') return void response.status(304).end();
    response
      .status(done === 'CREATED' ? 201 : 200)
      .type(text.startsWith('{') ? 'application/json' : 'text/plain')
      .send(text);
  });
  router.get(`${API_PATH}/profile`, begin, async (request, response) => {
    const service = await enter(deps, request, response, SCOPES.PROFILE);
    response.json(await service.profile(`${publicUrl}${API_PATH}/profile`));
  });
  router.use(API_PATH, (request) => {
    throw new ApiRefusal(
      ['/credentials', '/profile', '/discovery'].includes(request.path) ? 405 : 404,
      'not_allowed',
      `${request.method} ${request.path} is not offered here; /discovery says what is.`,
    );
  });
  router.use(API_PATH, answerInImsx);
  return router;
}

/** Lets a host in that has a token for this scope, given by a learner who still lets it in. */
async function enter(
  { provider, asLearner, serviceOf }: Dependencies,
  request: Request,
  response: Response,
  scope: string,
): Promise<OpenBadgesApiService> {
  const token = await provider.AccessToken.find(bearerOf(request));
  const { accountId, grantId } = token ?? {};
  const own = accountId ? asLearner(response, accountId) : null;
  const id = recordDigest(grantId ?? '');
  const host = own && (await own.hosts.connected()).find((each) => each.id === id);
  if (!token || !accountId || !own || !host)
    throw new ApiRefusal(
      401,
      'unauthorizedrequest',
      'The access token is missing or over, or the learner lets this host in no longer.',
      'Bearer error="invalid_token"',
    );
  if (!token.scopes.has(scope))
    throw new ApiRefusal(
      403,
      'forbidden',
      `This needs the scope ${scope}.`,
      `Bearer error="insufficient_scope", scope="${scope}"`,
    );
  return serviceOf(response, accountId, host, own);
}
