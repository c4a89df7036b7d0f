import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { z } from 'zod';

/** Keys as JSON Web Keys (RFC 7517), each with a `kid`. */
export interface Jwks {
  readonly keys: readonly Readonly<Record<string, unknown>>[];
}

/** What one entity of a federation says of another, or of itself, once its signature and dates were checked. */
export interface EntityStatement {
  readonly sub: string;
  readonly jwks: Jwks;
  readonly authorityHints: readonly string[];
  readonly metadata: Readonly<Record<string, Readonly<Record<string, unknown>> | undefined>>;
  readonly constraints: Constraints;
  /** Whether one of these keys made the statement's signature as well. */
  signedBy(jwks: Jwks): Promise<boolean>;
}

/** Signatures that are taken; never `none`, never a symmetric one. */
const ALGORITHMS = ['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519', 'PS256', 'RS256'];
/** By how many seconds clocks may differ. */
const SKEW = 60;
const LIMIT = 64 * 1024;

const constraints = z.looseObject({
  max_path_length: z.int().min(0).optional(),
  naming_constraints: z
    .looseObject({
      permitted: z.array(z.string()).optional(),
      excluded: z.array(z.string()).optional(),
    })
    .optional(),
});
export type Constraints = z.output<typeof constraints>;

const claims = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  iat: z.number(),
  exp: z.number(),
  jwks: z.looseObject({
    keys: z
      .array(z.looseObject({ kid: z.string() }))
      .min(1)
      .max(50),
  }),
  authority_hints: z.array(z.string()).optional(),
  metadata: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  constraints: constraints.optional(),
  // what has to be understood is not: nothing beyond the standard is
  crit: z.never().optional(),
  metadata_policy_crit: z.never().optional(),
});

/**
 * Reads an entity statement (OpenID Federation 1.0, section 3): a JWT of the type `entity-statement+jwt` from `iss` about `sub`, within its dates, signed by one of `jwks`,
 * or, when null, by one of the keys in it. Null when it is anything else.
 */
export async function readStatement(
  token: string,
  now: Date,
  { iss, sub, jwks }: { readonly iss: string; readonly sub: string; readonly jwks: Jwks | null },
): Promise<EntityStatement | null> {
  if (token.length > LIMIT) return null;
  try {
    if (decodeProtectedHeader(token).typ !== 'entity-statement+jwt') return null;
    const { data } = claims.safeParse(decodeJwt(token));
    const seconds = now.getTime() / 1000;
    if (!data || data.iss !== iss || data.sub !== sub) return null;
    if (data.iat > seconds + SKEW || data.exp <= seconds) return null;
    if (!(await isSignedBy(token, jwks ?? data.jwks))) return null;
    return {
      sub,
      jwks: data.jwks,
      authorityHints: data.authority_hints ?? [],
      metadata: data.metadata ?? {},
      constraints: data.constraints ?? {},
      signedBy: (keys) => isSignedBy(token, keys),
    };
  } catch {
    return null;
  }
}

async function isSignedBy(token: string, { keys }: Jwks): Promise<boolean> {
  const { kid } = decodeProtectedHeader(token);
  const key = keys.find((one) => typeof kid === 'string' && one['kid'] === kid);
  if (!key) return false;
  try {
    await compactVerify(token, await importJWK(key as JWK, decodeProtectedHeader(token).alg), {
      algorithms: ALGORITHMS,
    });
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether what a superior allows (section 6.2) holds for everybody below it: `path` are the entity identifiers from the issuer to the superior's immediate
 * subordinate.
 */
export function within(
  { max_path_length: most, naming_constraints: names }: Constraints,
  path: readonly string[],
): boolean {
  // the issuer itself is no intermediate
  if (most !== undefined && path.length - 1 > most) return false;
  return path.every((entity) => {
    const host = new URL(entity).hostname;
    if (names?.excluded?.some((name) => isNamed(host, name))) return false;
    return !names?.permitted || names.permitted.some((name) => isNamed(host, name));
  });
}

/** RFC 5280, section 4.2.1.10, for URIs: a name that begins with a dot stands for every host below it, any other for that host. */
const isNamed = (host: string, name: string): boolean =>
  name.startsWith('.') ? host.endsWith(name.toLowerCase()) : host === name.toLowerCase();
