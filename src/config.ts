import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { VAULT_NAMES, type VaultName } from './modules/credentials/keys/vault/key-vault.ts';
import type { Pkcs11Settings } from './modules/credentials/keys/vault/pkcs11-vault.ts';
import type { GraphConfig } from './platform/graph/graph-config.ts';
import { isEncryptedOrLocal } from './platform/http/transport.ts';

const secret = z.base64().refine((value) => Buffer.from(value, 'base64').length === 32, {
  error: 'must be 32 random bytes in base64; make one with: openssl rand -base64 32',
});

/** A variable that is set to nothing is not set. */
const unlessEmpty = <T extends z.ZodType>(rules: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), rules.optional());

const issuers = z
  .string()
  .transform((list) => list.split(',').map((issuer) => issuer.trim()))
  .pipe(
    z.array(
      z.url({ protocol: /^https?$/ }).refine(isEncryptedOrLocal, {
        error: 'must be https addresses (http only on this machine), with commas between them',
      }),
    ),
  );

const Variables = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  NEO4J_URI: z.url({ protocol: /^(bolt|neo4j)(\+s(sc)?)?$/ }),
  NEO4J_USER: z.string().min(1).default('neo4j'),
  NEO4J_PASSWORD: z.string().min(1),
  NEO4J_DATABASE: z.string().min(1).optional(),
  KEY_ENCRYPTION_KEY: secret,
  KEY_ENCRYPTION_KEY_OLD: unlessEmpty(secret),
  INDEX_KEY: secret,
  OIDC_ISSUER: unlessEmpty(issuers),
  OIDC_AUDIENCE: unlessEmpty(z.string()),
  TRUST_REGISTRIES: unlessEmpty(z.string()),
  SIGNING_KEYS_IN: unlessEmpty(z.enum(VAULT_NAMES)),
  PKCS11_MODULE: unlessEmpty(z.string()),
  PKCS11_TOKEN: unlessEmpty(z.string()),
  PKCS11_PIN: unlessEmpty(z.string()),
  PKCS11_BINDING: unlessEmpty(z.string()),
  VERIFICATIONS_PER_MINUTE: z.coerce.number().int().min(1).max(1_000_000).default(120),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  ISSUING_WORKERS: z.coerce
    .number()
    .int()
    .min(0)
    .max(64)
    .default(Math.max(1, availableParallelism() - 1)),
  REQUEST_DEADLINE: z.coerce.number().int().min(1).max(120).default(10),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

const Environment = Variables.refine(
  (given) => (given.OIDC_ISSUER === undefined) === (given.OIDC_AUDIENCE === undefined),
  {
    path: ['OIDC_AUDIENCE'],
    error: 'OIDC_ISSUER and OIDC_AUDIENCE go together: a token must be made by the one and for the other',
  },
)
  .refine(
    ({ PKCS11_MODULE, PKCS11_TOKEN, PKCS11_PIN }) =>
      new Set([PKCS11_MODULE, PKCS11_TOKEN, PKCS11_PIN].map((value) => value === undefined)).size === 1,
    { path: ['PKCS11_MODULE'], error: 'PKCS11_MODULE, PKCS11_TOKEN and PKCS11_PIN go together' },
  )
  .refine((given) => given.SIGNING_KEYS_IN !== 'pkcs11' || given.PKCS11_MODULE !== undefined, {
    path: ['SIGNING_KEYS_IN'],
    error: 'pkcs11 needs PKCS11_MODULE, PKCS11_TOKEN and PKCS11_PIN',
  });

export interface OidcConfig {
  /** Exactly as the provider spells itself, in tokens and in its discovery document. */
  readonly issuers: readonly string[];
  /** What tokens must be made for: the identifier of this API with the provider. */
  readonly audience: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** The address the outside world uses; issuer DIDs, credential ids and status lists are made from it. No trailing slash. */
  readonly publicUrl: string;
  readonly graph: GraphConfig;
  /** Wraps the keys of persons and seals signing keys. 32 bytes. */
  readonly keyEncryptionKey: Buffer;
  /** What wrapped the keys before, for `npm run keys -- rewrap`; nothing else looks at it. */
  readonly oldKeyEncryptionKey: Buffer | null;
  /** Keys the blind indexes and pseudonyms. 32 bytes; changing it loses both. */
  readonly indexKey: Buffer;
  /** Whose tokens people may sign in with; null when only API keys are taken. */
  readonly oidc: OidcConfig | null;
  /** The file that names the trust registries to ask about issuers elsewhere; null when none is asked. */
  readonly trustRegistries: string | null;
  /** Where new signing keys are made. */
  readonly signingKeysIn: VaultName;
  /** The device that holds signing keys; null when there is none. */
  readonly pkcs11: Pkcs11Settings | null;
  /** How many credentials are verified a minute for one network without a key; ten times as many for each who has one. */
  readonly verificationsPerMinute: number;
  /** How many proxies stand in front: who asks, is read from `X-Forwarded-For` that many entries from its end. 0: the connection says it. */
  readonly trustedProxies: number;
  /** Worker threads that carry out batches of awards; 0: this instance leaves them to others. One less than there are processors, when not set. */
  readonly issuingWorkers: number;
  /** The longest any request may keep the graph busy, in milliseconds. The database has a limit of its own (`db.transaction.timeout`). */
  readonly requestDeadlineMs: number;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug';
}

/** Reads and checks the whole environment at once; every other file takes a Config. Throws with all mistakes listed. */
export function loadConfig(source: Record<string, string | undefined> = process.env): Config {
  const { data, error } = Environment.safeParse(source);
  if (error) throw new Error(`The configuration is not usable:\n${z.prettifyError(error)}`);
  return {
    port: data.PORT,
    host: data.HOST,
    publicUrl: (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ''),
    graph: {
      uri: data.NEO4J_URI,
      user: data.NEO4J_USER,
      password: data.NEO4J_PASSWORD,
      ...(data.NEO4J_DATABASE && { database: data.NEO4J_DATABASE }),
    },
    keyEncryptionKey: Buffer.from(data.KEY_ENCRYPTION_KEY, 'base64'),
    oldKeyEncryptionKey: data.KEY_ENCRYPTION_KEY_OLD
      ? Buffer.from(data.KEY_ENCRYPTION_KEY_OLD, 'base64')
      : null,
    indexKey: Buffer.from(data.INDEX_KEY, 'base64'),
    oidc:
      data.OIDC_ISSUER && data.OIDC_AUDIENCE
        ? { issuers: data.OIDC_ISSUER, audience: data.OIDC_AUDIENCE }
        : null,
    trustRegistries: data.TRUST_REGISTRIES ?? null,
    signingKeysIn: data.SIGNING_KEYS_IN ?? 'sealed',
    pkcs11:
      data.PKCS11_MODULE && data.PKCS11_TOKEN && data.PKCS11_PIN
        ? {
            module: data.PKCS11_MODULE,
            token: data.PKCS11_TOKEN,
            pin: data.PKCS11_PIN,
            binding: data.PKCS11_BINDING ?? null,
          }
        : null,
    verificationsPerMinute: data.VERIFICATIONS_PER_MINUTE,
    trustedProxies: data.TRUSTED_PROXIES,
    issuingWorkers: data.ISSUING_WORKERS,
    requestDeadlineMs: data.REQUEST_DEADLINE * 1_000,
    logLevel: data.LOG_LEVEL,
  };
}
