import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { issuerStatements, statusListStatements } from '../credentials.repository.ts';
import { issuerDid, organizationOf } from '../issuer-directory.ts';
import type { PublicUrls } from '../public-urls.ts';
import type { CredentialAgent } from '../veramo/agent.ts';
import { knownContexts } from '../veramo/contexts.ts';
import type { VerificationSources } from './verify.ts';

/** Verification over what this service itself knows: its issuers, badges and status lists. */
export function graphSources(deps: {
  readonly graph: Graph;
  readonly agent: CredentialAgent;
  readonly urls: PublicUrls;
  readonly publicUrl: string;
}): VerificationSources {
  const issuers = repository(deps.graph.run, issuerStatements);
  const lists = repository(deps.graph.run, statusListStatements);
  return {
    contexts: knownContexts,
    isOurs: (did) => organizationOf(deps.publicUrl, did) !== null,
    resolve: (did) => (did.startsWith('did:web:') ? deps.agent.resolve(did) : Promise.resolve(null)),
    checkProof: (document) => deps.agent.checkProof(document),
    async achievementIssuer(url) {
      const id = deps.urls.idIn('achievements', url);
      if (id === null) return undefined;
      const owner = await issuers.achievementIssuer({ id });
      return owner && (owner.did ?? issuerDid(deps.publicUrl, owner.organizationId));
    },
    async statusList(url) {
      const id = deps.urls.idIn('status', url);
      if (id === null) return undefined;
      const list = await lists.statusList({ id });
      return list && { ...list, issuer: list.issuerDid };
    },
  };
}

/** The same sources, asking for each list and badge only once. For the length of one batch, not longer. */
export function rememberingSources(sources: VerificationSources): VerificationSources {
  const issuers = new Map<string, ReturnType<VerificationSources['achievementIssuer']>>();
  const lists = new Map<string, ReturnType<VerificationSources['statusList']>>();
  const once = <V>(known: Map<string, V>, key: string, ask: () => V): V => {
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    return answer;
  };
  return {
    ...sources,
    achievementIssuer: (url) => once(issuers, url, () => sources.achievementIssuer(url)),
    statusList: (url) => once(lists, url, () => sources.statusList(url)),
  };
}
