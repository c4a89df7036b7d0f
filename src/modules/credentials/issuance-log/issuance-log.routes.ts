import { type Request, type Response, Router } from 'express';
import { notFound } from '../../../platform/errors.ts';
import type { IssuanceLogService } from './issuance-log.service.ts';

/** Entries never change; a root does with the next badge. */
const MAX_AGE_SECONDS = 10;

/**
 * The issuance logs, for anybody and from any web page: `/orgs/:id/log` (the signed root), `/orgs/:id/log/entries?from&limit`,
 * `/orgs/:id/log/consistency?size`, `/log/proof?credential`, and `/log/did.json` (did:web of whoever signs the roots).
 */
export function issuanceLogs(logs: IssuanceLogService): Router {
  const router = Router();
  router.get('/orgs/:id/log', async (request, response) => {
    answer(response, await logs.state(idOf(request)), () => notFound('issuance log', idOf(request)));
  });
  router.get('/orgs/:id/log/entries', async (request, response) => {
    const { from, limit } = request.query;
    const entries = await logs.entries(idOf(request), {
      ...(from !== undefined && { from: Number(from) }),
      ...(limit !== undefined && { limit: Number(limit) }),
    });
    answer(response, { entries: entries.map(({ organizationId: _, ...entry }) => entry) });
  });
  router.get('/orgs/:id/log/consistency', async (request, response) => {
    const proof = await logs.consistency(idOf(request), Number(request.query['size']));
    answer(response, proof, () => notFound('issuance log', idOf(request)));
  });
  router.get('/log/proof', async (request, response) => {
    const credential = String(request.query['credential'] ?? '');
    answer(response, await logs.proof(credential), () =>
      notFound('credential in an issuance log', credential),
    );
  });
  router.get('/log/did.json', async (_, response) => {
    answer(response, await logs.signer());
  });
  return router;
}

const idOf = (request: Request): string => String(request.params['id']);

function answer(response: Response, document: object | null, missing?: () => Error): void {
  if (document === null && missing) throw missing();
  response
    .set('cache-control', `public, max-age=${MAX_AGE_SECONDS}`)
    .set('access-control-allow-origin', '*')
    .json(document);
}
