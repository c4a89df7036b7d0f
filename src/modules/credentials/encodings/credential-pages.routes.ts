import { type Request, type RequestHandler, type Response, Router } from 'express';
import { notFound } from '../../../platform/errors.ts';
import type { Reads } from '../../identity/audit/reads.ts';
import { PAGE_HEADERS } from './credential-page.ts';
import type { Encoding } from './encoding.ts';
import type { EncodingsService } from './encodings.service.ts';
import { secretOf, unkept, wanted } from './shown-by-link.ts';

/** What the pages need of a request's context. */
interface Shown {
  readonly reads: Reads;
  readonly encodings: EncodingsService;
  readonly sharing: { shown(id: string, secret: string | null): Promise<string | null> };
}

/** In the order of preference where a reader takes several alike. */
const DOCUMENTS = ['application/vc', 'application/ld+json', 'application/json'] as const;
const TOKENS = ['application/vc+jwt', 'application/jwt'] as const;
const SD_JWT = 'application/dc+sd-jwt';

/**
 * `GET /credentials/<id>`, for the learner (with the same `Authorization` as GraphQL), for whoever has a link (`?share=`) and for everybody where it is
 * public: by `Accept` the signed document byte for byte, a JWT, an SD-JWT bound to no key, or a page for people. `GET /credentials/<id>/image` is the badge with
 * the credential baked in. To anybody else all of it is NOT_FOUND, as an unknown id is.
 */
export function credentialPages(signIn: RequestHandler, contextOf: (response: Response) => Shown): Router {
  const router = Router();
  router.get('/credentials/:id', signIn, async (request, response) => {
    const { encodings, document } = await open(request, contextOf(response));
    const type = wanted(request, [...DOCUMENTS, ...TOKENS, SD_JWT, 'text/html']);
    unkept(response).vary('accept');
    if (type === 'text/html') {
      const page = await encodings.page(document, imageUrl(request));
      return void response.set(PAGE_HEADERS).type('html').send(page);
    }
    response
      .set('access-control-allow-origin', '*')
      .setHeader('content-type', type)
      .end(await encodings.encodeDocument(document, encodingOf(type)));
  });
  router.get('/credentials/:id/image', signIn, async (request, response) => {
    const { encodings, document } = await open(request, contextOf(response));
    const { png, svg } = await encodings.images(document);
    const type = wanted(request, png ? ['image/png', 'image/svg+xml'] : ['image/svg+xml']);
    unkept(response)
      .vary('accept')
      .set('content-type', type)
      .set('content-security-policy', "default-src 'none'; sandbox")
      .set('content-disposition', `inline; filename="badge.${type === 'image/png' ? 'png' : 'svg'}"`)
      .end(type === 'image/png' ? png : svg);
  });
  return router;
}

/** What is shown to whoever asks, once it is written down that they looked. */
async function open(request: Request, { sharing, encodings, reads }: Shown) {
  const id = String(request.params['id']);
  const document = await sharing.shown(id, secretOf(request));
  if (document === null) throw notFound('credential', id);
  await reads.write();
  return { encodings, document };
}

const encodingOf = (type: string): Encoding =>
  type === SD_JWT ? 'SD_JWT' : TOKENS.some((one) => one === type) ? 'JWT' : 'EMBEDDED';

function imageUrl(request: Request): string {
  const secret = secretOf(request);
  const path = `${encodeURIComponent(String(request.params['id']))}/image`;
  return secret === null ? path : `${path}?share=${encodeURIComponent(secret)}`;
}
