import { createRemoteJWKSet, customFetch, errors, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { z } from 'zod';
import type { OidcConfig } from '../../../config.ts';
import type { Clock } from '../../../platform/clock.ts';
import { DomainError, unauthenticated } from '../../../platform/errors.ts';
import { fetchSmall, isEncryptedOrLocal } from '../../../platform/http/transport.ts';
import type { Log } from '../../../platform/log.ts';
import { ALGORITHMS, CLOCK_TOLERANCE_S, claimedIssuer } from './token.ts';

/** Whom a token proves its bearer to be. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
}

/** An unknown key id makes us look for new keys, but not more often than this. */
const COOLDOWN_MS = 5_000;
/** A key that the provider withdrew is forgotten after this long at the latest. */
const KEYS_HOLD_MS = 600_000;
/** A provider that did not answer is not asked again for so long. */
const RETRY_MS = 1_000;

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url().refine(isEncryptedOrLocal) });

/** The OpenID providers whose tokens are taken: their keys, found by discovery, kept, and fetched again when they rotate. */
export class OidcIssuers {
  readonly #keys = new Map<string, { readonly keys: Promise<JWTVerifyGetKey>; readonly at: number }>();

  constructor(
    private readonly config: OidcConfig | null,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Whom the token proves its bearer to be. UNAUTHENTICATED (`TOKEN_EXPIRED`, `TOKEN_INVALID`) when it proves nothing here;
   * UNAVAILABLE when the keys of its provider cannot be had.
   */
  async verify(token: string): Promise<Identity> {
    const issuer = claimedIssuer(token);
    if (!this.config || !issuer || !this.config.issuers.includes(issuer)) throw invalid();
    try {
      const { payload } = await jwtVerify(token, await this.#keysOf(issuer), {
        issuer,
        audience: this.config.audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['exp', 'sub'],
        currentDate: this.clock(),
      });
      if (!payload.sub || payload.sub.length > 255) throw invalid();
      return { issuer, subject: payload.sub };
    } catch (error) {
      throw this.#explain(issuer, error);
    }
  }

  #keysOf(issuer: string): Promise<JWTVerifyGetKey> {
    const known = this.#keys.get(issuer);
    if (known && (known.at === Number.POSITIVE_INFINITY || Date.now() - known.at < RETRY_MS))
      return known.keys;
    const keys = discoverKeys(issuer);
    this.#keys.set(issuer, { keys, at: Number.POSITIVE_INFINITY });
    keys.catch(() => this.#keys.set(issuer, { keys, at: Date.now() }));
    return keys;
  }

  #explain(issuer: string, error: unknown): unknown {
    if (error instanceof DomainError) return error;
    if (error instanceof errors.JWTExpired)
      return unauthenticated('The token has expired: sign in again, or refresh it.', {
        reason: 'TOKEN_EXPIRED',
      });
    if (error instanceof errors.JOSEError && !(OF_THE_PROVIDER as readonly string[]).includes(error.code))
      return invalid();
    this.log.warn({ issuer, err: error }, 'the keys of a sign-in provider cannot be fetched');
    return new DomainError(
      'UNAVAILABLE',
      `The keys of ${issuer} cannot be fetched just now, so its tokens cannot be checked. Try again in a few seconds.`,
      { reason: 'SIGN_IN_PROVIDER_AWAY' },
      { cause: error },
    );
  }
}

/** Codes of jose for a key set that did not come, or that is none. */
const OF_THE_PROVIDER = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'] as const;

async function discoverKeys(issuer: string): Promise<JWTVerifyGetKey> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = discovery.parse(await (await fetchSmall(address, { accept: 'application/json' })).json());
  if (found.issuer !== issuer) throw new Error(`${address} speaks for ${found.issuer}.`);
  return createRemoteJWKSet(new URL(found.jwks_uri), {
    timeoutDuration: 2_000,
    cooldownDuration: COOLDOWN_MS,
    cacheMaxAge: KEYS_HOLD_MS,
    [customFetch]: (url, { headers }) => fetchSmall(url, headers),
  });
}

const invalid = () =>
  unauthenticated('The token is not valid here: sign in with a provider this API knows, for this API.', {
    reason: 'TOKEN_INVALID',
  });
