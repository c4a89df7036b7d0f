import { generateKeyPairSync } from 'node:crypto';
import { errors, interactionPolicy, Provider } from 'oidc-provider';
import type { Clock } from '../../../../platform/clock.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { repository } from '../../../../platform/graph/repository.ts';
import { isEncryptedOrLocal } from '../../../../platform/http/transport.ts';
import { keyFor } from '../wallets/wallet-offer.ts';
import { errorPage, pageHeaders } from './consent-page.ts';
import { hostStatements } from './hosts.repository.ts';
import { oauthRecords } from './oauth-records.ts';
import { OAUTH_PATH, SCOPES } from './scopes.ts';

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** How long a host is let in without asking again. */
export const GRANT_DAYS = 90;

/**
 * The authorisation server of the Open Badges API: OAuth 2.0 code flow with PKCE (S256), dynamic registration (RFC 7591), refresh and
 * revocation (RFC 7009). It issues opaque tokens and no ID tokens.
 */
export function authorizationServer(deps: {
  readonly publicUrl: string;
  readonly indexKey: Uint8Array;
  readonly graph: Graph;
  readonly clock: Clock;
}): Provider {
  const { publicUrl, indexKey, graph, clock } = deps;
  const hosts = repository(graph.run, hostStatements);
  const provider = new Provider(`${publicUrl}${OAUTH_PATH}`, {
    adapter: oauthRecords(graph, indexKey, clock),
    jwks: { keys: [unusedKey()] },
    enabledJWA: { idTokenSigningAlgValues: ['ES256'] },
    clientDefaults: {
      id_token_signed_response_alg: 'ES256',
      token_endpoint_auth_method: 'client_secret_basic',
    },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    responseTypes: ['code'],
    scopes: [...Object.values(SCOPES), 'offline_access'],
    cookies: { keys: [keyFor(indexKey, 'cookies of the authorisation server').toString('base64url')] },
    findAccount: async (_ctx, learnerId) =>
      (await hosts.learner({ learnerId }))
        ? { accountId: learnerId, claims: () => ({ sub: learnerId }) }
        : undefined,
    interactions: { url: (_ctx, { uid }) => `${OAUTH_PATH}/consent/${uid}`, policy: askEachTime() },
    // never what the session in the browser remembers: somebody else may sit there by now
    loadExistingGrant: async ({ oidc }) => {
      const grantId = oidc.result?.consent?.grantId;
      return grantId ? oidc.provider.Grant.find(grantId) : undefined;
    },
    // hosts ask for offline_access without prompt=consent; a learner consents every time all the same
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    // what a learner lets in stays in when they close the browser: the library would void every token with its session
    expiresWithSession: async () => false,
    rotateRefreshToken: true,
    pkce: { required: () => true },
    ttl: {
      AccessToken: HOUR,
      AuthorizationCode: 60,
      Grant: GRANT_DAYS * DAY,
      Interaction: 600,
      RefreshToken: GRANT_DAYS * DAY,
      Session: 600,
    },
    extraClientMetadata: {
      properties: ['software_id', 'software_version'],
      validator: (_ctx, _name, value, metadata) => {
        if (value !== undefined && (typeof value !== 'string' || value.length > 255))
          throw new errors.InvalidClientMetadata('software_id and software_version are short texts');
        checkAddresses(metadata);
      },
    },
    features: {
      devInteractions: { enabled: false },
      registration: { enabled: true },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    renderError: async (ctx, { error, error_description }) => {
      ctx.type = 'html';
      ctx.set(pageHeaders());
      ctx.body = errorPage(error, error_description);
    },
  });
  // addresses are made from the header that the routes set to our own, never from what the caller says
  provider.proxy = true;
  return provider;
}

/** Whoever asks, the learner says who they are, even where the browser still has a session. */
function askEachTime() {
  const policy = interactionPolicy.base();
  const isAnswered = new interactionPolicy.Check(
    'each_time',
    'The learner is asked each time.',
    ({ oidc }) =>
      oidc.result?.login ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT,
  );
  policy.get('login')?.checks.add(isAnswered);
  return policy;
}

/** The library insists on a key for ID tokens, which are never issued here. */
const unusedKey = () => ({
  ...generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey.export({ format: 'jwk' }),
  kty: 'EC',
  alg: 'ES256',
  use: 'sig',
});

/** Open Badges 3.0, section 7.2.1: a host registers https addresses of one host name only, so that what a learner is shown is where they are sent. */
function checkAddresses(metadata: Readonly<Record<string, unknown>>): void {
  if (typeof metadata['client_name'] !== 'string' || metadata['client_name'].trim() === '')
    throw new errors.InvalidClientMetadata('client_name is needed: a learner is shown it');
  const redirects = [metadata['redirect_uris'] ?? []].flat();
  const others = ['client_uri', 'logo_uri', 'tos_uri', 'policy_uri'].flatMap((name) => metadata[name] ?? []);
  for (const fetched of ['sector_identifier_uri', 'jwks_uri'])
    if (metadata[fetched] !== undefined)
      throw new errors.InvalidClientMetadata(`${fetched} is not taken: nothing is fetched for a host`);
  const addresses = [...redirects, ...others].map(String);
  if (!addresses.every(isEncryptedOrLocal))
    throw new errors.InvalidClientMetadata('every address must be https (http only on this machine)');
  if (new Set(addresses.map((address) => new URL(address).hostname)).size > 1)
    throw new errors.InvalidClientMetadata('every address must have the same host name');
}
