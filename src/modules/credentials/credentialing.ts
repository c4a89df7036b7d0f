import type { Clock } from '../../platform/clock.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { createSealer, type Sealer } from '../../platform/seal.ts';
import { graphDirectory } from './graph-directory.ts';
import { openVaults, type VaultSettings, type Vaults } from './keys/vault/vaults.ts';
import { type PublicUrls, publicUrls } from './public-urls.ts';
import { type CredentialAgent, createCredentialAgent } from './veramo/agent.ts';
import { loadContexts } from './veramo/contexts.ts';
import { GuardedWeb } from './verification/guarded-web.ts';
import { ProofChecker } from './verification/proofs.ts';
import type { TrustRegistry } from './verification/trust.ts';
import { readTrustRegistries } from './verification/trust-file.ts';
import type { Web } from './verification/web.ts';

/** What issuing and verifying need for as long as the process lives: the agent with its keys, and our addresses. */
export interface Credentialing {
  readonly agent: CredentialAgent;
  readonly urls: PublicUrls;
  readonly publicUrl: string;
  /** The key-encryption key, which seals signing keys and wraps the keys of persons. */
  readonly kek: Sealer;
  /** Where the private halves of signing keys lie. */
  readonly vaults: Vaults;
  /** Keys the blind indexes by which somebody who is no learner yet is found again. */
  readonly indexKey: Uint8Array;
  readonly clock: Clock;
  readonly proofs: ProofChecker;
  /** The world outside, which verifying foreign credentials has to ask. */
  readonly web: Web;
  /** Who else vouches for issuers, besides this service for its own. */
  readonly registries: readonly TrustRegistry[];
}

/** One per process, or per worker thread: the configuration is plain values. Throws if an installed JSON-LD context is not the pinned one, or the file of trust registries is not usable. */
export function createCredentialing(
  config: VaultSettings & {
    readonly publicUrl: string;
    readonly indexKey: Uint8Array;
    readonly trustRegistries?: string | null;
  },
  graph: Graph,
  clock: Clock,
  web: Web = new GuardedWeb({ clock }),
): Credentialing {
  const kek = createSealer(config.keyEncryptionKey);
  const vaults = openVaults(config);
  const directory = graphDirectory(graph, config.publicUrl);
  return {
    agent: createCredentialAgent({ directory, vaults, clock }),
    urls: publicUrls(config.publicUrl),
    publicUrl: config.publicUrl,
    kek,
    vaults,
    indexKey: config.indexKey,
    clock,
    proofs: new ProofChecker(loadContexts()),
    web,
    registries: config.trustRegistries ? readTrustRegistries(config.trustRegistries, web, clock) : [],
  };
}
