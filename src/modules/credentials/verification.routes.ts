import express, { Router } from 'express';
import type { Graph } from '../../platform/graph/graph.ts';
import type { WorkLimit } from '../identity/sign-in/work-limit.ts';
import { ANONYMOUS } from '../identity/viewer.ts';
import type { Credentialing } from './credentialing.ts';
import { PRESENTED_LIMIT, readBytes } from './verification/presented.ts';
import { graphSources } from './verification/sources.ts';
import { verifyPresented } from './verification/verify.ts';

/**
 * `POST /verify`, for anybody: the bytes of a file (JSON, JWT, SD-JWT, PNG or SVG, at most 512 KB) are answered with the report that
 * `verifyCredential` gives. For images, which are too large for GraphQL. RATE_LIMITED (429) before a byte is read, by the limit of `verifyCredential`.
 */
export function verification(graph: Graph, credentialing: Credentialing, limit: WorkLimit): Router {
  const sources = graphSources({ ...credentialing, graph });
  const router = Router();
  router.post(
    '/verify',
    async (request, _response, next) => {
      await limit.spend(ANONYMOUS, request.ip ?? '');
      next();
    },
    express.raw({ type: () => true, limit: PRESENTED_LIMIT }),
    async (request, response) => {
      const started = performance.now();
      const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const presented = readBytes(bytes, 'as uploaded');
      const took = performance.now() - started;
      const report = await verifyPresented(presented, sources, credentialing.clock(), took);
      response.set({ 'cache-control': 'no-store', 'access-control-allow-origin': '*' }).json(report);
    },
  );
  return router;
}
