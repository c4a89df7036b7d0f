import type { Config } from '../../../config.ts';
import type { Clock } from '../../../platform/clock.ts';
import { DomainError, unauthenticated } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import type { Log } from '../../../platform/log.ts';
import { type ApiKeySecret, parseApiKey, proves } from '../api-key.ts';
import { ANONYMOUS, type Viewer } from '../viewer.ts';
import { actAs, checkChoice } from './acting.ts';
import { Attempts } from './attempts.ts';
import { LastUsed } from './last-used.ts';
import { OidcIssuers } from './oidc-issuers.ts';
import { signInStatements } from './sign-in.repository.ts';
import { accountOf } from './token.ts';

/** What a request says of who sends it. */
export interface Credentials {
  /** The `Authorization` header. */
  readonly authorization?: string | undefined;
  /** The `X-Organization` header. */
  readonly organization?: string | undefined;
  /** The address it came from. */
  readonly source: string;
}

/** Finds out who is calling. Lives as long as the process: it keeps the keys of providers and counts failed tries. */
export class SignIn {
  readonly attempts = new Attempts();
  readonly #issuers: OidcIssuers;
  readonly #lastUsed: LastUsed;

  constructor(private readonly deps: { config: Config; graph: Graph; clock: Clock; log: Log }) {
    this.#issuers = new OidcIssuers(deps.config.oidc, deps.clock, deps.log);
    this.#lastUsed = new LastUsed(deps.graph, deps.log);
  }

  /**
   * Who sent this request. No `Authorization` is the anonymous viewer. What is malformed, unknown, wrong, expired or revoked is
   * UNAUTHENTICATED, for keys always with the same words; after too many of those RATE_LIMITED.
   */
  async viewer(graph: Graph, sent: Credentials): Promise<Viewer> {
    if (!sent.authorization) return ANONYMOUS;
    const bearer = /^Bearer (\S+)$/i.exec(sent.authorization)?.[1] ?? '';
    const chosen = sent.organization?.trim() || undefined;
    // a JWT is three parts with points between; a key has none
    if (bearer.split('.').length === 3) return this.#byToken(graph, bearer, chosen, sent.source);
    const key = parseApiKey(bearer);
    if (!key) return this.#refuse(sent.source);
    const viewer = await this.#byKey(graph, key, sent.source);
    checkChoice(viewer, chosen);
    return viewer;
  }

  /** Resolves when nothing is being written beside requests any more. */
  settled(): Promise<void> {
    return this.#lastUsed.settled();
  }

  async #byKey(graph: Graph, { id, secret }: ApiKeySecret, source: string): Promise<Viewer> {
    await this.attempts.admit(source, id);
    const now = this.deps.clock();
    const key = await repository(graph.run, signInStatements).apiKey({ id });
    if (!key || !proves(secret, key.digest)) return this.#refuse(source, id);
    if (key.revokedAt || (key.expiresAt && key.expiresAt <= now)) return this.#refuse(source, id);
    this.#lastUsed.note(id, now);
    const { role, organizationId, learnerId, scopes } = key;
    return { role, organizationId, learnerId, keyId: id, ...(scopes && scopes.length > 0 && { scopes }) };
  }

  async #byToken(graph: Graph, token: string, chosen: string | undefined, source: string): Promise<Viewer> {
    const { issuer, subject } = await this.#issuers.verify(token).catch(async (error: unknown) => {
      // a token that was good once, or that cannot be checked just now, is no try at guessing
      if (error instanceof DomainError && error.details['reason'] === 'TOKEN_INVALID')
        await this.attempts.failed(source);
      throw error;
    });
    const account = accountOf(this.deps.config.indexKey, issuer, subject);
    const known = await repository(graph.run, signInStatements).personByAccount({ account });
    return actAs({ ...(known ?? { id: null, learnerId: null, memberships: [] }), account, issuer }, chosen);
  }

  async #refuse(source: string, keyId?: string): Promise<never> {
    await this.attempts.failed(source, keyId);
    throw unauthenticated(
      'The API key is not valid: check it, or ask for a new one. Send it as "Authorization: Bearer cg_…".',
    );
  }
}
