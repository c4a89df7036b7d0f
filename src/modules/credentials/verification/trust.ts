import type { ClaimedAlignment, TrustAnswer } from './report.ts';
import { bestOf, coversAll, narrowed, type VouchedScope } from './vouching.ts';
import { jsonAt, type Web } from './web.ts';

/** A list of issuers that somebody vouches for. */
export interface TrustRegistry {
  readonly name: string;
  /** What it says of an issuer, in its own name also where it does not know it or could not be asked. */
  lookup(did: string): Promise<TrustAnswer>;
}

/** What a registry is, whoever is asked about. */
export interface RegistryFacts extends VouchedScope {
  readonly name: string;
  readonly scope: string | null;
  readonly governanceUrl: string | null;
}

/** What is said where nobody was asked. */
export const UNKNOWN: TrustAnswer = {
  status: 'UNKNOWN',
  registry: null,
  scope: null,
  governanceUrl: null,
  name: null,
};

/** The answer of a registry that does not know an issuer, or could not be asked. */
export const notKnown = (
  status: 'UNKNOWN' | 'UNREACHABLE',
  { name, scope, governanceUrl }: RegistryFacts,
): TrustAnswer => ({ ...UNKNOWN, status, registry: name, scope, governanceUrl });

/** The answer of a registry that knows an issuer, whom it may vouch for in less than in others. */
export const known = (registry: RegistryFacts, name: unknown, limits: VouchedScope = {}): TrustAnswer => {
  const { frameworks, levels } = narrowed(registry, limits);
  return {
    status: 'KNOWN',
    registry: registry.name,
    scope: registry.scope,
    governanceUrl: registry.governanceUrl,
    name: typeof name === 'string' ? name.slice(0, 200) : null,
    ...(frameworks && { frameworks }),
    ...(levels && { levels }),
  };
};

/**
 * Asks one registry after the other until one vouches for the issuer in all that a credential shows, and answers what it says; else what the first says that
 * knows the issuer. Not known by all is only known when all could be asked.
 */
export async function lookupIn(
  registries: readonly TrustRegistry[],
  did: string,
  alignments: readonly ClaimedAlignment[] = [],
): Promise<TrustAnswer> {
  const away: string[] = [];
  const answers: TrustAnswer[] = [];
  for (const registry of registries) {
    const answer = await registry.lookup(did);
    if (answer.status === 'KNOWN' && coversAll(answer, alignments)) return answer;
    answers.push(answer);
    if (answer.status === 'UNREACHABLE') away.push(registry.name);
  }
  const found = bestOf(answers, alignments);
  if (found) return found;
  return away.length > 0 ? { ...UNKNOWN, status: 'UNREACHABLE', registry: away.join(', ') } : UNKNOWN;
}

/** The issuers of this service, for what they issue here. */
export function ownRegistry(
  publicUrl: string,
  nameOf: (did: string) => Promise<string | null>,
): TrustRegistry {
  const facts: RegistryFacts = {
    name: 'Issuers of this service',
    scope: 'Badges published here',
    governanceUrl: publicUrl,
  };
  return {
    name: facts.name,
    async lookup(did) {
      const name = await nameOf(did);
      return name === null ? notKnown('UNKNOWN', facts) : known(facts, name);
    },
  };
}

export interface DccRegistryOptions extends RegistryFacts {
  /** The list itself, where it lies with the operator; null when it is fetched from `url`. */
  readonly list: unknown;
  readonly url: string | null;
}

/**
 * A list of issuers in the JSON of the Digital Credentials Consortium: `{"registry": {"<did>": {"name": …}}}`. An entry may limit what its
 * issuer is vouched for by `frameworks` and `levels`; limits that cannot be read vouch for nothing.
 */
export const dccRegistry = ({ list, url, ...facts }: DccRegistryOptions, web: Web): TrustRegistry => ({
  name: facts.name,
  async lookup(did) {
    const found = url === null ? { json: list } : await jsonAt(web, url);
    const entries = 'json' in found ? entriesOf(found.json) : null;
    if (entries === null) return notKnown('UNREACHABLE', facts);
    const entry = Object.hasOwn(entries, did) ? entries[did] : undefined;
    if (entry === undefined) return notKnown('UNKNOWN', facts);
    const { name, frameworks, levels } = (entry ?? {}) as Record<string, unknown>;
    return known(facts, name, {
      frameworks: limitOf(frameworks, (value): value is string => typeof value === 'string'),
      levels: limitOf(levels, (value): value is number => Number.isInteger(value)),
    });
  },
});

function limitOf<T>(given: unknown, is: (value: unknown) => value is T): readonly T[] | null {
  if (given === undefined || given === null) return null;
  return Array.isArray(given) ? given.filter(is) : [];
}

function entriesOf(json: unknown): Readonly<Record<string, unknown>> | null {
  const { registry } = (json ?? {}) as { registry?: unknown };
  return registry !== null && typeof registry === 'object' ? (registry as Record<string, unknown>) : null;
}
