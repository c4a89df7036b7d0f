import { loadContexts } from '../../src/modules/credentials/veramo/contexts.ts';
import { resolveForeign } from '../../src/modules/credentials/verification/foreign-issuers.ts';
import { ProofChecker } from '../../src/modules/credentials/verification/proofs.ts';
import type { VerificationSources } from '../../src/modules/credentials/verification/verification-sources.ts';
import { noWeb, type Web } from '../../src/modules/credentials/verification/web.ts';

/** Our verifier as somebody elsewhere has it: nothing is of this service, and no registry knows anybody. */
export function foreignSources(
  web: Web = noWeb,
  contexts: ReadonlyMap<string, object> = loadContexts(),
): VerificationSources {
  const proofs = new ProofChecker(contexts);
  return {
    contexts: new Set(contexts.keys()),
    web,
    isOurs: () => false,
    resolve: (id) => resolveForeign(id, web),
    checkProof: (document, proof, key) => proofs.check(document, proof, key),
    achievementIssuer: async () => undefined,
    statusList: async () => undefined,
    tokenStatusList: async () => undefined,
    revocation: async () => undefined,
    logged: async () => undefined,
    trust: async () => ({
      status: 'UNKNOWN',
      registry: null,
      scope: null,
      governanceUrl: null,
      name: null,
    }),
  };
}
