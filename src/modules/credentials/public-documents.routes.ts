import { type Request, type Response, Router } from 'express';
import { notFound } from '../../platform/errors.ts';
import type { PublicDocumentsService } from './public-documents.service.ts';
import { LIST_MAX_AGE_SECONDS } from './status-list.ts';

/**
 * `/orgs/:id/did.json` (did:web), `/status/:id` (W3C Bitstring Status List), `/status/:id/token` (IETF Token Status List),
 * `/orgs/:id/revocations` (1EdTech revocation list), `/achievements/:id`, `/orgs/:id/profile` and `/endorsements/:id` (Open Badges 3.0) and
 * `/credential-types/:id` (SD-JWT VC Type Metadata), for anybody and from any web page. Cacheable for five minutes, so that nobody can tell who is verifying whom.
 */
export function publicDocuments(documents: PublicDocumentsService): Router {
  const router = Router();
  router.get('/orgs/:id/did.json', async (request, response) => {
    answer(request, response, 'issuer', await documents.didDocument(idOf(request)));
  });
  router.get('/achievements/:id', async (request, response) => {
    answer(request, response, 'badge version', await documents.achievement(idOf(request)));
  });
  router.get('/credential-types/:id', (request, response) => {
    answer(request, response, 'credential type', documents.credentialType(idOf(request)));
  });
  router.get('/orgs/:id/profile', async (request, response) => {
    answer(request, response, 'issuer', await documents.profile(idOf(request)));
  });
  router.get('/endorsements/:id', async (request, response) => {
    answer(request, response, 'endorsement', await documents.endorsement(idOf(request)));
  });
  router.get('/status/:id', async (request, response) => {
    const list = await documents.statusList(idOf(request));
    if (list) response.set('etag', list.etag);
    answer(request, response, 'status list', list?.document ?? null);
  });
  router.get('/status/:id/token', async (request, response) => {
    const list = await documents.tokenStatusList(idOf(request));
    if (list) response.set('etag', list.etag);
    answer(request, response, 'status list', list?.document ?? null, 'application/statuslist+jwt');
  });
  router.get('/orgs/:id/revocations', async (request, response) => {
    answer(request, response, 'issuer', await documents.revocationList(idOf(request)));
  });
  return router;
}

const idOf = (request: Request): string => String(request.params['id']);

/** Sends the bytes as they are when they are signed (a string), else as JSON; Express compares the ETag. */
function answer(
  request: Request,
  response: Response,
  what: string,
  document: object | string | null,
  type = 'application/json',
): void {
  if (document === null) throw notFound(what, idOf(request));
  response
    .set('cache-control', `public, max-age=${LIST_MAX_AGE_SECONDS}`)
    .set('access-control-allow-origin', '*')
    .type(type)
    .send(typeof document === 'string' ? document : JSON.stringify(document));
}
