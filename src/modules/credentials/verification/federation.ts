import type { Clock } from '../../../platform/clock.ts';
import { type EntityStatement, type Jwks, readStatement, within } from './entity-statement.ts';
import { didWebAddress } from './foreign-issuers.ts';
import { known, notKnown, type RegistryFacts, type TrustRegistry } from './trust.ts';
import type { Web } from './web.ts';

/** What a federation may make us do for one issuer, at most. */
export const FEDERATION_LIMITS = {
  /** Entities from the issuer to the trust anchor, both counted. */
  depth: 6,
  /** Superiors an entity names that are looked at. */
  hints: 5,
  /** Statements fetched. */
  statements: 24,
} as const;

/** Where a federation begins: an entity identifier and its keys, which the operator was given by other means. */
export interface TrustAnchor {
  readonly id: string;
  readonly jwks: Jwks;
}

export interface FederationOptions extends RegistryFacts {
  readonly anchors: readonly TrustAnchor[];
}

/**
 * The members of an OpenID Federation (1.0, section 4) as a registry: an issuer is known when a chain of signed statements leads from it to
 * one of the trust anchors. An issuer's entity identifier is its https address: that of a `did:web` without `did.json`; other DIDs have none.
 */
export const federationRegistry = (
  { anchors, ...facts }: FederationOptions,
  web: Web,
  clock: Clock,
): TrustRegistry => ({
  name: facts.name,
  async lookup(did) {
    const entity = entityOf(did);
    if (entity === null) return notKnown('UNKNOWN', facts);
    const chain = await new Climb(anchors, web, clock()).from(entity);
    return chain.status === 'KNOWN' ? known(facts, chain.name) : notKnown(chain.status, facts);
  },
});

/** The entity identifier of an issuer; null when it has none. */
export function entityOf(issuer: string): string | null {
  const address = issuer.startsWith('did:web:') ? didWebAddress(issuer) : issuer;
  if (!address?.startsWith('https://') || !URL.canParse(address)) return null;
  return address.replace(/(\/\.well-known)?\/did\.json$/, '').replace(/\/+$/, '');
}

type Chain = { readonly status: 'KNOWN'; readonly name: unknown } | { readonly status: Missing };
type Missing = 'UNKNOWN' | 'UNREACHABLE';

/** One search for a chain (OpenID Federation 1.0, section 10). */
class Climb {
  #left: number = FEDERATION_LIMITS.statements;

  constructor(
    private readonly anchors: readonly TrustAnchor[],
    private readonly web: Web,
    private readonly now: Date,
  ) {}

  async from(entity: string): Promise<Chain> {
    const own = await this.#configuration(entity);
    if ('status' in own) return own;
    const found = await this.#climb(own, [entity]);
    if (found.status !== 'KNOWN') return found;
    return { status: 'KNOWN', name: found.name ?? organizationName(own) };
  }

  /** From an entity whose own statement was read up to an anchor. `path` begins with the issuer. */
  async #climb(subject: EntityStatement, path: readonly string[]): Promise<Chain> {
    const anchor = this.#anchor(subject.sub);
    // an anchor is believed by the keys that were configured, which its own statement was read with
    if (anchor) return { status: 'KNOWN', name: null };
    if (path.length >= FEDERATION_LIMITS.depth) return { status: 'UNKNOWN' };
    let missing: Missing = 'UNKNOWN';
    for (const superior of subject.authorityHints.slice(0, FEDERATION_LIMITS.hints)) {
      if (path.includes(superior)) continue;
      const found = await this.#through(superior, subject, path);
      if (found.status === 'KNOWN') return found;
      if (found.status === 'UNREACHABLE') missing = 'UNREACHABLE';
    }
    return { status: missing };
  }

  async #through(superior: string, subject: EntityStatement, path: readonly string[]): Promise<Chain> {
    const above = await this.#configuration(superior);
    if ('status' in above) return above;
    const endpoint = above.metadata['federation_entity']?.['federation_fetch_endpoint'];
    if (typeof endpoint !== 'string' || !URL.canParse(endpoint)) return { status: 'UNKNOWN' };
    const url = new URL(endpoint);
    url.searchParams.set('sub', subject.sub);
    const about = await this.#statement(url.href, superior, subject.sub, above.jwks);
    if ('status' in about) return about;
    // the superior vouches for keys: the subject's own statement has to be signed with one of those
    if (!(await subject.signedBy(about.jwks))) return { status: 'UNKNOWN' };
    if (!within(about.constraints, path)) return { status: 'UNKNOWN' };
    const found = await this.#climb(above, [...path, superior]);
    if (found.status !== 'KNOWN' || path.length > 1) return found;
    return { status: 'KNOWN', name: organizationName(about) };
  }

  /** What an entity says of itself, by the keys it names, or by those that were configured for an anchor. */
  async #configuration(entity: string): Promise<EntityStatement | { readonly status: Missing }> {
    const url = `${entity.replace(/\/+$/, '')}/.well-known/openid-federation`;
    return this.#statement(url, entity, entity, this.#anchor(entity)?.jwks ?? null);
  }

  async #statement(
    url: string,
    iss: string,
    sub: string,
    jwks: Jwks | null,
  ): Promise<EntityStatement | { readonly status: Missing }> {
    if (this.#left <= 0) return { status: 'UNREACHABLE' };
    this.#left -= 1;
    const answer = await this.web.get(url);
    if ('problem' in answer) return { status: answer.gone ? 'UNKNOWN' : 'UNREACHABLE' };
    const statement = await readStatement(answer.body.toString('utf8').trim(), this.now, { iss, sub, jwks });
    return statement ?? { status: 'UNKNOWN' };
  }

  #anchor(entity: string): TrustAnchor | undefined {
    return this.anchors.find(({ id }) => id === entity);
  }
}

const organizationName = ({ metadata }: EntityStatement): unknown =>
  metadata['federation_entity']?.['organization_name'] ?? null;
