import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import { errors, type Provider } from 'oidc-provider';
import { DomainError } from '../../../../platform/errors.ts';
import { objectIn } from '../http-answers.ts';
import { GRANT_DAYS } from './authorization-server.ts';
import { type Asking, consentHeaders, consentPage, errorPage, pageHeaders } from './consent-page.ts';
import type { HostsService } from './hosts.service.ts';
import { recordDigest } from './oauth-records.ts';
import { OAUTH_PATH, SCOPE_WORDS } from './scopes.ts';

interface Dependencies {
  readonly provider: Provider;
  readonly begin: RequestHandler;
  /** The hosts of whoever a key or token proves to be; refusals as when signing in. */
  signedIn(request: Request, response: Response, secret: string): Promise<HostsService>;
}

/**
 * The page on which a learner lets a host in. They say who they are each time, so that nobody who finds a browser open, and no page that
 * sends the form in their name, can do it for them.
 */
export function consent({ provider, begin, signedIn }: Dependencies): Router {
  const router = Router();
  router.get(`${OAUTH_PATH}/consent/:uid`, async (request, response) => {
    show(response, await askingOf(provider, request, response), null);
  });
  router.post(
    `${OAUTH_PATH}/consent/:uid`,
    express.urlencoded({ extended: false, limit: '16kb' }),
    begin,
    async (request, response) => {
      const asking = await askingOf(provider, request, response);
      const { key, decision } = objectIn(request);
      if (decision !== 'allow')
        return provider.interactionFinished(request, response, {
          error: 'access_denied',
          error_description: 'The learner does not let this host in.',
        });
      const grant = new provider.Grant({ clientId: asking.clientId });
      const jti = await grant.save();
      try {
        const hosts = await signedIn(request, response, String(key ?? '').trim());
        grant.accountId = await hosts.connect({
          id: recordDigest(jti),
          clientDigest: recordDigest(asking.clientId),
          name: asking.name.slice(0, 200),
          address: asking.address,
          scopes: asking.scopes.filter((scope) => SCOPE_WORDS[scope]),
        });
      } catch (error) {
        await grant.destroy();
        if (!(error instanceof DomainError) || error.code === 'UNAVAILABLE') throw error;
        return show(response.status(error.code === 'RATE_LIMITED' ? 429 : 403), asking, error.message);
      }
      grant.addOIDCScope(asking.scopes.join(' '));
      await grant.save();
      await provider.interactionFinished(request, response, {
        login: { accountId: grant.accountId, remember: false },
        consent: { grantId: jti },
      });
    },
  );
  router.use(`${OAUTH_PATH}/consent`, answerOnPage);
  return router;
}

/** Says on a page what is wrong with a question that is over, or was asked in another browser; the rest goes on. */
const answerOnPage: ErrorRequestHandler = (error, _request, response, next) => {
  if (!(error instanceof errors.OIDCProviderError)) return next(error);
  response
    .status(error.status)
    .set(pageHeaders())
    .type('html')
    .send(
      errorPage(error.error, 'This question is over, or was asked in another browser. Start again there.'),
    );
};

interface Asked extends Asking {
  readonly clientId: string;
  readonly redirectUri: string;
}

async function askingOf(provider: Provider, request: Request, response: Response): Promise<Asked> {
  const { params } = await provider.interactionDetails(request, response);
  const clientId = String(params['client_id']);
  const redirectUri = String(params['redirect_uri']);
  const client = await provider.Client.find(clientId);
  return {
    clientId,
    redirectUri,
    name: String(client?.clientName ?? ''),
    address: new URL(redirectUri).host,
    scopes: String(params['scope'] ?? '').split(' '),
    days: GRANT_DAYS,
  };
}

function show(response: Response, asking: Asked, problem: string | null): void {
  response.set(consentHeaders(asking.redirectUri)).type('html').send(consentPage(asking, problem));
}
