import type { Clock } from '../../../platform/clock.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { issuerStatements, statusListStatements } from '../credentials.repository.ts';
import { issuanceLogStatements } from '../issuance-log/issuance-log.repository.ts';
import { issuerDid, organizationOf } from '../issuer-directory.ts';
import type { PublicUrls } from '../public-urls.ts';
import { statusStatements } from '../status/status.repository.ts';
import { statusEntryKey } from '../status-list.ts';
import { StatusLists } from '../status-lists.ts';
import type { CredentialAgent } from '../veramo/agent.ts';
import { knownContexts } from '../veramo/contexts.ts';
import { resolveForeign } from './foreign-issuers.ts';
import type { ProofChecker } from './proofs.ts';
import { lookupIn, ownRegistry, type TrustRegistry } from './trust.ts';
import type { VerificationSources } from './verification-sources.ts';
import type { Web } from './web.ts';

/** Verification over what this service itself knows (its issuers, badges and status lists) and, behind the guard, over the rest of the world. */
export function graphSources(deps: {
  readonly graph: Graph;
  readonly agent: CredentialAgent;
  readonly urls: PublicUrls;
  readonly publicUrl: string;
  readonly proofs: ProofChecker;
  readonly web: Web;
  readonly registries: readonly TrustRegistry[];
  readonly clock: Clock;
}): VerificationSources {
  const issuers = repository(deps.graph.run, issuerStatements);
  const lists = repository(deps.graph.run, statusListStatements);
  const logs = repository(deps.graph.run, issuanceLogStatements);
  const statuses = repository(deps.graph.run, statusStatements);
  const published = new StatusLists(deps.graph, deps.agent, deps.urls, deps.clock);
  const isOurs = (did: string) => organizationOf(deps.publicUrl, did) !== null;
  const registries = trustRegistries(deps);
  return {
    contexts: knownContexts,
    web: deps.web,
    isOurs,
    async resolve(id) {
      if (!isOurs(id)) return resolveForeign(id, deps.web);
      const document = await deps.agent.resolve(id);
      return document ? { document } : { problem: `${id} is of this service, but no issuer has it.` };
    },
    checkProof: (document, proof, key) => deps.proofs.check(document, proof, key),
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
      return (
        list && {
          ...list,
          issuer: list.issuerDid,
          reasonOf: async (index) =>
            (await statuses.publicStatusReason({ entry: statusEntryKey({ listId: id, index }) }))?.reason ??
            null,
        }
      );
    },
    async tokenStatusList(url) {
      const id = deps.urls.idIn('tokenLists', url);
      return id === null ? undefined : ((await published.token(id))?.document ?? null);
    },
    async revocation(url, credentialUrl) {
      const organizationId = deps.urls.idIn('revocations', url);
      if (organizationId === null) return undefined;
      const endorsementId = deps.urls.idIn('endorsements', credentialUrl);
      const credentialId = deps.urls.idIn('credentials', credentialUrl) ?? '';
      const found =
        endorsementId === null
          ? await statuses.standingAtIssuer({ organizationId, credentialId })
          : await statuses.endorsementStanding({ organizationId, endorsementId });
      const [taken] = found?.taken ?? [];
      return (
        found && {
          issuer: found.issuerDid,
          revoked: taken !== undefined,
          reason: taken?.reason ?? null,
        }
      );
    },
    async logged(issuer, credential) {
      if (!isOurs(issuer)) return undefined;
      const [entry] =
        credential === null ? [] : await logs.logEntriesOfCredentials({ credentials: [credential] });
      return entry ?? null;
    },
    trust: (did, alignments) => lookupIn(registries, did, alignments),
  };
}

/** Every registry that is asked: this service for its own issuers, then those the operator named. */
export function trustRegistries(deps: {
  readonly agent: CredentialAgent;
  readonly publicUrl: string;
  readonly registries: readonly TrustRegistry[];
}): TrustRegistry[] {
  const own = ownRegistry(deps.publicUrl, async (did) =>
    organizationOf(deps.publicUrl, did) !== null && (await deps.agent.resolve(did)) ? did : null,
  );
  return [own, ...deps.registries];
}

/** The same sources, asking for each issuer, list and badge only once. For the length of one batch, not longer. */
export function rememberingSources(sources: VerificationSources): VerificationSources {
  const issuers = new Map<string, ReturnType<VerificationSources['achievementIssuer']>>();
  const lists = new Map<string, ReturnType<VerificationSources['statusList']>>();
  const keys = new Map<string, ReturnType<VerificationSources['resolve']>>();
  const trust = new Map<string, ReturnType<VerificationSources['trust']>>();
  const once = <V>(known: Map<string, V>, key: string, ask: () => V): V => {
    const answer = known.get(key) ?? ask();
    known.set(key, answer);
    return answer;
  };
  return {
    ...sources,
    resolve: (id) => once(keys, id, () => sources.resolve(id)),
    achievementIssuer: (url) => once(issuers, url, () => sources.achievementIssuer(url)),
    statusList: (url) => once(lists, url, () => sources.statusList(url)),
    trust: (did, alignments = []) => {
      const asked = [did, ...alignments.map(({ targetUrl }) => targetUrl)].join(' ');
      return once(trust, asked, () => sources.trust(did, alignments));
    },
  };
}
