import { Router } from 'express';
import type { Graph } from '../graph/graph.ts';

/** `/live`: the process answers. `/ready`: the graph answers, too; 503 while it does not. For probes and load balancers. */
export function health(graph: Graph): Router {
  const router = Router();
  router.get('/live', (_request, response) => {
    response.json({ status: 'ok' });
  });
  router.get('/ready', async (_request, response) => {
    const away = await graph.ping().then(
      () => null,
      (error: unknown) => error,
    );
    response
      .status(away ? 503 : 200)
      .json({ status: away ? 'unavailable' : 'ok', graph: away ? 'away' : 'ok' });
  });
  return router;
}
