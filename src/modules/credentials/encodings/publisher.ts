import { repository } from '../../../platform/graph/repository.ts';
import { PLATFORM } from '../../identity/audit/audit.service.ts';
import { issuerDid } from '../issuer-directory.ts';
import type { IssuingDeps } from '../issuing/issuing-options.ts';
import { encodingStatements } from './encodings.repository.ts';

/** This service itself as somebody who signs: what learners put together, and what organisations without keys ask for. */
export interface Publisher {
  readonly did: string;
  readonly name: string;
  readonly url: string;
}

/** The publisher, with its first key; made when it is needed first. */
export async function publisherOf(
  deps: Pick<IssuingDeps, 'graph' | 'agent' | 'publicUrl'>,
): Promise<Publisher> {
  const { publicUrl: url, graph, agent } = deps;
  const { name } = await repository(graph.run, encodingStatements).publisher({
    id: PLATFORM,
    name: new URL(url).host,
    url,
  });
  const did = issuerDid(url, PLATFORM);
  await agent.ensureIssuer(did);
  return { did, name, url };
}
