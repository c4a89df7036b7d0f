import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { issuerStatements } from './credentials.repository.ts';
import { type IssuerDirectory, logDid, organizationOf } from './issuer-directory.ts';

/** The issuers and keys in the graph. */
export function graphDirectory(graph: Graph, publicUrl: string): IssuerDirectory {
  const issuers = repository(graph.run, issuerStatements);
  return {
    byDid: (did) => issuers.issuerByDid({ did }),
    keyById: (kid) => issuers.signingKey({ kid }),
    saveKey: (key) => issuers.saveSigningKey(key),
    removeKey: async (kid) => (await issuers.removeSigningKey({ kid })) !== null,
    addKey: async (did, kid) => (await issuers.addSigningKey({ did, kid })) !== null,
    async adopt(did, kid) {
      if (did === logDid(publicUrl)) return (await issuers.adoptLogKey({ did, kid })) !== null;
      const organizationId = organizationOf(publicUrl, did);
      return (
        organizationId !== null && (await issuers.adoptSigningKey({ organizationId, did, kid })) !== null
      );
    },
  };
}
