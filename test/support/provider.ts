import { createHash, generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK } from 'jose';
import { type Adapter, type AdapterPayload, type JWKS, Provider } from 'oidc-provider';

/** A real OpenID provider on loopback, and people who sign in with it. */
export interface TestProvider {
  readonly issuer: string;
  /** Signs somebody in by the authorization code flow with PKCE and answers an access token for the audience. */
  accessToken(person: string, audience: string): Promise<string>;
  /** The same, answering the ID token for the client. */
  idToken(person: string): Promise<string>;
  /** From now on signs with a new key; the old ones are no longer published. */
  rotate(): Promise<void>;
  /** Answers no request from now on, or does again. */
  hang(yes: boolean): void;
  close(): Promise<void>;
}

const CLIENT = { id: 'test-client', callback: 'https://client.example/callback' };
type Algorithm = 'RS256' | 'PS256' | 'ES256' | 'EdDSA';

export async function startProvider(algorithm: Algorithm = 'RS256'): Promise<TestProvider> {
  let hanging = false;
  let provider: Provider;
  const server = createServer((request, response) => {
    if (hanging) return;
    if (!request.url?.startsWith('/interaction/')) return void provider.callback()(request, response);
    provider.interactionDetails(request, response).then(
      ({ params }) =>
        provider.interactionFinished(request, response, {
          login: { accountId: String(params['login_hint']) },
        }),
      () => response.writeHead(400).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const renew = async () => {
    provider = makeProvider(issuer, await newKeys(algorithm), algorithm);
  };
  await renew();

  async function signIn(
    person: string,
    audience?: string,
  ): Promise<{ access_token: string; id_token: string }> {
    const verifier = randomBytes(32).toString('base64url');
    const authorize = new URL('/auth', issuer);
    authorize.search = String(
      new URLSearchParams({
        client_id: CLIENT.id,
        response_type: 'code',
        redirect_uri: CLIENT.callback,
        scope: 'openid',
        login_hint: person,
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...(audience && { resource: audience }),
      }),
    );
    const callback = await follow(authorize);
    const response = await fetch(`${issuer}/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: CLIENT.id,
        code: callback.searchParams.get('code') ?? '',
        redirect_uri: CLIENT.callback,
        code_verifier: verifier,
        ...(audience && { resource: audience }),
      }),
    });
    const tokens = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(tokens));
    return tokens as { access_token: string; id_token: string };
  }

  return {
    issuer,
    accessToken: async (person, audience) => (await signIn(person, audience)).access_token,
    idToken: async (person) => (await signIn(person)).id_token,
    rotate: renew,
    hang(yes) {
      hanging = yes;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function makeProvider(issuer: string, jwks: JWKS, alg: Algorithm): Provider {
  return new Provider(issuer, {
    jwks,
    adapter: inMemory(),
    clients: [
      {
        client_id: CLIENT.id,
        redirect_uris: [CLIENT.callback],
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: alg,
      },
    ],
    cookies: { keys: ['only for tests'] },
    enabledJWA: { idTokenSigningAlgValues: [alg] },
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    ttl: { AccessToken: 300, Interaction: 60, Session: 60, Grant: 60, IdToken: 300 },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_ctx, audience) => ({
          audience,
          scope: '',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 300,
          jwt: { sign: { alg } },
        }),
      },
    },
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({
        accountId: oidc.session?.accountId ?? '',
        clientId: oidc.client?.clientId ?? '',
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  });
}

/** Where the provider keeps what it knows: one table a kind of thing. */
function inMemory(): (kind: string) => Adapter {
  const tables = new Map<string, Map<string, AdapterPayload>>();
  return (kind) => {
    const table = tables.get(kind) ?? new Map<string, AdapterPayload>();
    tables.set(kind, table);
    const first = (fits: (payload: AdapterPayload) => boolean) => [...table.values()].find(fits);
    return {
      upsert: async (id, payload) => void table.set(id, payload),
      find: async (id) => table.get(id),
      findByUid: async (uid) => first((payload) => payload.uid === uid),
      findByUserCode: async (code) => first((payload) => payload.userCode === code),
      consume: async (id) =>
        void table.set(id, { ...table.get(id), consumed: Math.floor(Date.now() / 1_000) }),
      destroy: async (id) => void table.delete(id),
      async revokeByGrantId(grantId) {
        for (const [id, payload] of table) if (payload.grantId === grantId) table.delete(id);
      },
    };
  };
}

async function newKeys(alg: Algorithm): Promise<JWKS> {
  const { privateKey } =
    alg === 'ES256'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : alg === 'EdDSA'
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('rsa', { modulusLength: 2048 });
  return {
    keys: [{ ...(await exportJWK(privateKey)), alg, use: 'sig', kid: randomBytes(8).toString('hex') }],
  } as JWKS;
}

/** Follows redirects like a browser with cookies, until one leaves for the client's callback. */
async function follow(start: URL): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = start;
  for (let steps = 0; steps < 10; steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name) cookies.set(name, value ?? '');
    }
    const location = response.headers.get('location');
    if (!location) throw new Error(`${response.status} ${await response.text()}`);
    at = new URL(location, at);
    if (at.href.startsWith(CLIENT.callback)) return at;
  }
  throw new Error('The provider redirects without end.');
}
