import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Clock } from '../../../platform/clock.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { Mutations } from '../../identity/mutations.ts';
import { ANONYMOUS } from '../../identity/viewer.ts';
import type { Credentialing } from '../credentialing.ts';
import type { Encoder } from '../encodings/encoding.ts';
import { graphSources } from '../verification/sources.ts';
import { openid4vci } from './oid4vci/library.ts';
import { oid4vci } from './oid4vci/oid4vci.routes.ts';
import { Oid4vciService } from './oid4vci/oid4vci.service.ts';
import { OpenBadgesApiService, type OwnRecord } from './open-badges-api/api.service.ts';
import { authorizationServer } from './open-badges-api/authorization-server.ts';
import { consent } from './open-badges-api/consent.routes.ts';
import type { HostsService } from './open-badges-api/hosts.service.ts';
import { openBadgesApi } from './open-badges-api/open-badges-api.routes.ts';
import { vcApi } from './vc-api/vc-api.routes.ts';
import { VcApiService } from './vc-api/vc-api.service.ts';
import { ClaimingService } from './wallets/claiming.service.ts';

export type OwnServices = OwnRecord & { readonly encodings: Encoder; readonly hosts: HostsService };

/** What the exchange protocols ask of the server around them. */
export interface ExchangeHost {
  readonly config: { readonly publicUrl: string; readonly indexKey: Uint8Array };
  readonly clock: Clock;
  readonly credentialing: Credentialing;
  /** Begins a request in which nobody is signed in: these protocols bring secrets of their own. */
  readonly begin: RequestHandler;
  /** The graph for the request. */
  graphOf(response: Response): Graph;
  /** What a learner may do who let somebody in. */
  asLearner(response: Response, learnerId: string): OwnServices;
  /** What whoever a key or token proves to be may do; refusals as when signing in. */
  signedIn(request: Request, response: Response, secret: string): Promise<OwnServices>;
  /** The graph of the process, for what outlives a request. */
  readonly graph: Graph;
}

/** The protocols in which credentials move to wallets and to other hosts. */
export function exchange(host: ExchangeHost): Router {
  const { config, clock, credentialing, begin, graphOf, asLearner } = host;
  const { publicUrl, indexKey } = config;
  const library = openid4vci(publicUrl);
  const scopeOf = (response: Response) => {
    const graph = graphOf(response);
    const mutations = new Mutations(graph, ANONYMOUS, clock);
    const claiming = new ClaimingService({ graph, clock, mutations, indexKey });
    const sources = graphSources({ ...credentialing, graph });
    return {
      claiming,
      oid4vci: new Oid4vciService({ clock, mutations, indexKey, claiming, library }),
      vcApi: new VcApiService({ clock, publicUrl, claiming, sources }),
    };
  };
  const encoderFor = (response: Response, learnerId: string) => asLearner(response, learnerId).encodings;
  const router = Router();
  router.use(oid4vci({ publicUrl, library, enter: begin, scopeOf, encoderFor }));
  router.use(
    vcApi({ publicUrl, enter: begin, serviceOf: (response) => scopeOf(response).vcApi, encoderFor }),
  );
  const provider = authorizationServer({ publicUrl, indexKey, graph: host.graph, clock });
  router.use(
    consent({
      provider,
      begin,
      signedIn: async (request, response, secret) => (await host.signedIn(request, response, secret)).hosts,
    }),
  );
  router.use(
    openBadgesApi({
      publicUrl,
      provider,
      begin,
      asLearner,
      serviceOf: (response, learnerId, from, own) =>
        new OpenBadgesApiService({
          graph: graphOf(response),
          urls: credentialing.urls,
          learnerId,
          host: from,
          own,
        }),
    }),
  );
  return router;
}
