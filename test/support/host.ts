import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** Another service that keeps to the Open Badges 3.0 API, and a browser in which a learner lets it in. */
export interface TestHost {
  readonly clientId: string;
  readonly secret: string;
  /** Where the learner is sent to be asked; `verifier` is of PKCE. */
  authorize(scope: string): { readonly address: string; readonly verifier: string };
  /** Exchanges a code, or asks with whatever else a token is given for. */
  token(params: Record<string, string>): Promise<{ status: number; body: Record<string, string> }>;
  revoke(token: string): Promise<number>;
}

export const REDIRECT = 'https://backpack.example/callback';

/** The addresses a service gives to hosts, reached at another one. */
export interface Place {
  readonly publicUrl: string;
  readonly url: string;
}

const at = ({ publicUrl, url }: Place, address: string): string =>
  address.startsWith('/') ? url + address : address.replace(publicUrl, url);

/** Finds the addresses in the service description and registers, as RFC 7591 has it. */
export async function registerHost(place: Place, more: object = {}): Promise<TestHost> {
  // biome-ignore lint/suspicious/noExplicitAny: what the server says is what is under test
  const described: any = await (await fetch(`${place.url}/ims/ob/v3p0/discovery`)).json();
  const { flows, 'x-imssf-registrationUrl': registrationUrl } =
    described.components.securitySchemes.OAuth2ACG;
  const { authorizationUrl, tokenUrl } = flows.authorizationCode;
  const registered = await fetch(at(place, registrationUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_name: 'Backpack & Co',
      client_uri: 'https://backpack.example',
      redirect_uris: [REDIRECT],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_basic',
      scope: `${Object.keys(flows.authorizationCode.scopes).join(' ')} offline_access`,
      software_id: randomUUID(),
      software_version: '1.0',
      ...more,
    }),
  });
  const client = (await registered.json()) as Record<string, string>;
  if (registered.status !== 201) throw new Error(JSON.stringify(client));
  const { client_id: clientId = '', client_secret: secret = '' } = client;
  const post = (address: string, params: Record<string, string>) =>
    fetch(at(place, address), {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
      body: new URLSearchParams(params),
    });
  return {
    clientId,
    secret,
    authorize(scope) {
      const verifier = randomBytes(32).toString('base64url');
      const asked = new URLSearchParams({
        response_type: 'code',
        client_id: clientId,
        redirect_uri: REDIRECT,
        scope,
        state: 'a state',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      return { address: `${authorizationUrl}?${asked}`, verifier };
    },
    async token(params) {
      const response = await post(tokenUrl, params);
      return { status: response.status, body: (await response.json()) as Record<string, string> };
    },
    async revoke(token) {
      return (await post(`${tokenUrl}/revocation`, { token })).status;
    },
  };
}

/** A browser that keeps cookies and does not leave the service. */
export function browser(place: Place) {
  const cookies = new Map<string, string>();
  const visit = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const response = await fetch(at(place, address), {
      ...init,
      redirect: 'manual',
      headers: { cookie: [...cookies].map((pair) => pair.join('=')).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  /** Goes where it is sent until there is a page, or it would leave. */
  const follow = async (
    address: string,
    init?: RequestInit,
  ): Promise<{ address: string; response: Response }> => {
    const response = await visit(address, init);
    const next = response.headers.get('location');
    if (next === null) return { address, response };
    const isHere = next.startsWith('/') || next.startsWith(place.publicUrl);
    return isHere ? follow(next) : { address: next, response };
  };
  return {
    follow,
    /** Answers the question of a page, and goes on. */
    answer: (address: string, answers: Record<string, string>) =>
      follow(address, { method: 'POST', body: new URLSearchParams(answers) }),
  };
}
