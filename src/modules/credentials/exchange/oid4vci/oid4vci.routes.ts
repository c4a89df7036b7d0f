import { Oauth2ErrorCodes, Oauth2ServerErrorResponseError } from '@openid4vc/oauth2';
import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Encoder } from '../../encodings/encoding.ts';
import { answerInOAuth, bearerOf, fromAnywhere, objectIn } from '../http-answers.ts';
import type { ClaimingService, OpenedOffer } from '../wallets/claiming.service.ts';
import type { Library } from './library.ts';
import type { Oid4vciService } from './oid4vci.service.ts';

/** What the routes ask of a request. */
export interface WalletScope {
  readonly claiming: ClaimingService;
  readonly oid4vci: Oid4vciService;
}

interface Dependencies {
  readonly publicUrl: string;
  readonly library: Library;
  /** Makes what belongs to a request, for nobody in particular. */
  readonly enter: RequestHandler;
  scopeOf(response: Response): WalletScope;
  /** What the learner whose offer was opened may have encoded. */
  encoderFor(response: Response, learnerId: string): Encoder;
}

/** OpenID4VCI 1.0: the two metadata documents and, under `/oid4vci`, token, nonce, credential and notification. */
export function oid4vci({ publicUrl, library, enter, scopeOf, encoderFor }: Dependencies): Router {
  const router = Router();
  const path = new URL(publicUrl).pathname.replace(/\/$/, '');
  const described: RequestHandler = (_request, response, next) => {
    response.set('cache-control', 'public, max-age=300');
    next();
  };
  router.get(
    `/.well-known/openid-credential-issuer${path}`,
    fromAnywhere,
    described,
    (_request, response) => void response.json(library.issuerMetadata.credentialIssuer),
  );
  router.get(
    `/.well-known/oauth-authorization-server${path}`,
    fromAnywhere,
    described,
    (_request, response) => void response.json(library.authorizationServerMetadata),
  );
  router.use('/oid4vci', fromAnywhere);
  router.post('/oid4vci/nonce', enter, (_request, response) => {
    response.json(scopeOf(response).oid4vci.nonce());
  });
  router.post(
    '/oid4vci/token',
    express.urlencoded({ extended: false, limit: '16kb' }),
    enter,
    async (request, response) => {
      const asked = {
        method: 'POST' as const,
        url: `${publicUrl}/oid4vci/token`,
        headers: headersOf(request),
      };
      response.json(await scopeOf(response).oid4vci.token(objectIn(request), asked));
    },
  );
  router.post('/oid4vci/credential', express.json({ limit: '64kb' }), enter, async (request, response) => {
    const scope = scopeOf(response);
    const offer = await opened(request, scope);
    const encoder = encoderFor(response, offer.learnerId);
    response.json(await scope.oid4vci.credential(offer, objectIn(request), encoder));
  });
  router.post('/oid4vci/notification', express.json({ limit: '16kb' }), enter, async (request, response) => {
    const scope = scopeOf(response);
    const offer = await opened(request, scope);
    await scope.oid4vci.notification(offer, objectIn(request));
    response.status(204).end();
  });
  router.use(answerInOAuth);
  return router;
}

async function opened(request: Request, { claiming }: WalletScope): Promise<OpenedOffer> {
  const token = bearerOf(request);
  const offer = token === '' ? null : await claiming.byAccess(token);
  if (!offer)
    throw new Oauth2ServerErrorResponseError(
      { error: Oauth2ErrorCodes.InvalidToken, error_description: 'The access token is missing or over.' },
      { status: 401 },
    );
  return offer;
}

function headersOf(request: Request): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers))
    for (const one of [value ?? []].flat()) headers.append(name, one);
  return headers;
}
