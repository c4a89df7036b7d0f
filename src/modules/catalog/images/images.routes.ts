import express, { type Request, type RequestHandler, type Response, Router } from 'express';
import { notFound } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { MAX_IMAGE_BYTES, tooLarge } from './image.rules.ts';
import { findImage, type ImagesService } from './images.service.ts';

/**
 * `GET /images/<digest>` gives an uploaded image to anybody; it never changes, so it may be kept for ever. `POST /images` takes the
 * bytes of one as they are, with the same `Authorization` as GraphQL and perhaps an `Idempotency-Key`, and answers its digest. Nothing of the
 * body is read before it is known that the caller may upload.
 */
export function images(
  graph: Graph,
  signIn: RequestHandler,
  serviceOf: (response: Response) => ImagesService,
): Router {
  const router = Router();
  router.get('/images/:digest', async (request, response) => {
    const digest = String(request.params['digest']);
    const image = await findImage(graph, digest);
    if (!image) throw notFound('image', digest);
    response
      .set('content-type', image.mediaType)
      .set('x-content-type-options', 'nosniff')
      .set('content-security-policy', "default-src 'none'; sandbox")
      .set('cross-origin-resource-policy', 'cross-origin')
      .set('access-control-allow-origin', '*')
      .set('cache-control', 'public, max-age=31536000, immutable')
      .set('etag', `"${digest.toLowerCase()}"`)
      .send(image.bytes);
  });
  router.post(
    '/images',
    signIn,
    (_request, response, next) => {
      serviceOf(response).author();
      next();
    },
    takeBytes,
    async (request: Request, response: Response) => {
      const file = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const image = await serviceOf(response).upload(file, request.get('idempotency-key'));
      response.status(201).location(image.url).json(image);
    },
  );
  return router;
}

const bytes = express.raw({ limit: MAX_IMAGE_BYTES, type: () => true });

const takeBytes: RequestHandler = (request, response, next) =>
  bytes(request, response, (error?: unknown) => {
    const { type } = (error ?? {}) as { type?: string };
    next(type === 'entity.too.large' ? tooLarge() : error);
  });
