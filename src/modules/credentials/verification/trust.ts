import type { TrustAnswer } from './report.ts';
import { jsonAt, type Web } from './web.ts';

/** A list of issuers that somebody vouches for. */
export interface TrustRegistry {
  readonly name: string;
  lookup(did: string): Promise<TrustAnswer>;
}

const UNKNOWN: TrustAnswer = {
  status: 'UNKNOWN',
  registry: null,
  scope: null,
  governanceUrl: null,
  name: null,
};

/** Asks one registry after the other; the first that knows the issuer answers. Not known by all is only known when all could be asked. */
export async function lookupIn(registries: readonly TrustRegistry[], did: string): Promise<TrustAnswer> {
  const away: string[] = [];
  for (const registry of registries) {
    const answer = await registry.lookup(did);
    if (answer.status === 'KNOWN') return answer;
    if (answer.status === 'UNREACHABLE') away.push(registry.name);
  }
  return away.length > 0 ? { ...UNKNOWN, status: 'UNREACHABLE', registry: away.join(', ') } : UNKNOWN;
}

/** The issuers of this service, for what they issue here. */
export const ownRegistry = (
  publicUrl: string,
  nameOf: (did: string) => Promise<string | null>,
): TrustRegistry => ({
  name: 'Issuers of this service',
  async lookup(did) {
    const name = await nameOf(did);
    if (name === null) return UNKNOWN;
    return {
      status: 'KNOWN',
      registry: 'Issuers of this service',
      scope: 'Badges published here',
      governanceUrl: publicUrl,
      name,
    };
  },
});

export interface DccRegistryOptions {
  readonly name: string;
  readonly scope: string | null;
  readonly governanceUrl: string | null;
  /** The list itself, where it lies with the operator; null when it is fetched from `url`. */
  readonly list: unknown;
  readonly url: string | null;
}

/** A list of issuers in the JSON of the Digital Credentials Consortium: `{"registry": {"<did>": {"name": …}}}`. */
export const dccRegistry = (
  { name, scope, governanceUrl, list, url }: DccRegistryOptions,
  web: Web,
): TrustRegistry => ({
  name,
  async lookup(did) {
    const found = url === null ? { json: list } : await jsonAt(web, url);
    const entries = 'json' in found ? entriesOf(found.json) : null;
    if (entries === null) return { ...UNKNOWN, status: 'UNREACHABLE', registry: name };
    const entry = Object.hasOwn(entries, did) ? entries[did] : undefined;
    if (entry === undefined) return UNKNOWN;
    const { name: issuer } = (entry ?? {}) as { name?: unknown };
    return {
      status: 'KNOWN',
      registry: name,
      scope,
      governanceUrl,
      name: typeof issuer === 'string' ? issuer.slice(0, 200) : null,
    };
  },
});

function entriesOf(json: unknown): Readonly<Record<string, unknown>> | null {
  const { registry } = (json ?? {}) as { registry?: unknown };
  return registry !== null && typeof registry === 'object' ? (registry as Record<string, unknown>) : null;
}
