import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createApiKey } from '../../../src/modules/identity/identity.service.ts';
import { type Caller, startApi } from '../../support/api.ts';
import { browser, type Place, REDIRECT, registerHost, type TestHost } from '../../support/host.ts';
import { startIssuer, type TestIssuer } from '../../support/issuer.ts';
import { foreignBadge, proven, testSigner } from '../../support/signer.ts';

let issuer: TestIssuer;
let api: TestIssuer['api'];
let world: TestIssuer['world'];
let place: Place;
beforeAll(async () => {
  issuer = await startIssuer();
  ({ api, world } = issuer);
  place = { publicUrl: api.app.config.publicUrl, url: api.url };
});
afterAll(() => issuer.close());

const PREFIX = 'https://purl.imsglobal.org/spec/ob/v3p0/scope/';
const READ = `${PREFIX}credential.readonly`;
const UPSERT = `${PREFIX}credential.upsert`;
const PROFILE = `${PREFIX}profile.readonly`;
const HOSTS = '{ myConnectedHosts(first: 10) { edges { node { id name address scopes connectedAt } } } }';
const DISCONNECT = 'mutation ($id: ID!, $key: String!) { disconnectHost(id: $id, idempotencyKey: $key) }';
const LOOKS = '{ eventsAboutMe(first: 50) { edges { node { action purpose objects } } } }';

const hostsOf = async (learner: Caller) => {
  const { data } = await learner(HOSTS);
  return data.myConnectedHosts.edges.map(({ node }: { node: object }) => node);
};

async function somebody(credentials = 1) {
  const { learnerId, resultId } = await world.learner();
  const ids: string[] = [];
  for (let i = 0; i < credentials; i += 1) {
    ids.push(await issuer.issue(resultId, i === 0 ? undefined : await world.badge({})));
  }
  const key = await createApiKey(api.app.graph, { name: 'test', role: 'LEARNER', learnerId }, new Date());
  return { learnerId, ids, key, learner: api.withKey(key) };
}

/** Goes to the consent page of a host. */
async function asked(host: TestHost, scope: string) {
  const { address, verifier } = host.authorize(scope);
  const window = browser(place);
  const page = await window.follow(address);
  return { window, verifier, page: page.address, response: page.response };
}

async function letIn(host: TestHost, key: string, scope = `${READ} ${PROFILE}`) {
  const { window, verifier, page } = await asked(host, scope);
  const { address } = await window.answer(page, { key, decision: 'allow' });
  const back = new URL(address);
  expect(`${back.origin}${back.pathname}`).toBe(REDIRECT);
  expect(back.searchParams.get('state')).toBe('a state');
  const code = String(back.searchParams.get('code'));
  const grant = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: verifier };
  return { grant, ...(await host.token(grant)) };
}

async function ask(path: string, token?: string, init: RequestInit = {}) {
  const response = await fetch(`${api.url}/ims/ob/v3p0${path}`, {
    ...init,
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
  // biome-ignore lint/suspicious/noExplicitAny: what the server says is what is under test
  return { status: response.status, headers: response.headers, body: (await response.json()) as any };
}

describe('another host', () => {
  test('is let in by a learner, reads their credentials and profile, and the learner sees it', async () => {
    const { ids, key, learner } = await somebody();
    const host = await registerHost(place);
    const { status, body } = await letIn(host, key);
    expect([status, body['token_type']]).toEqual([200, 'Bearer']);
    const token = String(body['access_token']);

    const list = await ask('/credentials', token);
    expect(list.status).toBe(200);
    expect(list.headers.get('x-total-count')).toBe('1');
    expect(list.body.compactJwsString).toEqual([]);
    expect(list.body.credential.map(({ id }: { id: string }) => id)).toEqual(
      ids.map((id) => api.app.credentialing.urls.credential(id)),
    );
    const profile = await ask('/profile', token);
    expect(profile.body).toMatchObject({ type: ['Profile'], name: 'Ada Lovelace', email: 'ada@example.org' });

    const [connected, ...others] = await hostsOf(learner);
    expect(others).toEqual([]);
    expect(connected).toMatchObject({
      name: 'Backpack & Co',
      address: 'backpack.example',
      scopes: [READ, PROFILE],
    });
    const { edges } = (await learner(LOOKS)).data.eventsAboutMe;
    const events = edges.map(({ node }: { node: object }) => node);
    expect(events).toEqual(
      expect.arrayContaining([
        { action: 'connectHost', purpose: 'HOST', objects: [connected.id] },
        { action: 'read', purpose: 'HOST', objects: expect.arrayContaining([connected.id, ids[0]]) },
      ]),
    );
  });

  test('pages through many credentials, and asks for what is new', async () => {
    const { ids, key } = await somebody(3);
    const { body } = await letIn(await registerHost(place), key);
    const token = String(body['access_token']);
    const first = await ask('/credentials?limit=2', token);
    expect(first.headers.get('x-total-count')).toBe('3');
    const next = /<([^>]+)>; rel="next"/.exec(String(first.headers.get('link')))?.[1] ?? '';
    expect(next).toContain(`${place.publicUrl}/ims/ob/v3p0/credentials?limit=2&offset=2`);
    const second = await ask(next.slice(`${place.publicUrl}/ims/ob/v3p0`.length), token);
    expect(second.headers.get('link')).not.toContain('rel="next"');
    const seen = [...first.body.credential, ...second.body.credential].map(({ id }) => id);
    expect(seen.sort()).toEqual(ids.map((id) => api.app.credentialing.urls.credential(id)).sort());
    const later = await ask(`/credentials?since=${new Date(Date.now() + 60_000).toISOString()}`, token);
    expect([later.body.credential, later.headers.get('x-total-count')]).toEqual([[], '0']);
    const wrong = await ask('/credentials?limit=many', token);
    expect(wrong.status).toBe(400);
    expect(wrong.body).toEqual({
      imsx_codeMajor: 'failure',
      imsx_severity: 'error',
      imsx_description: expect.stringContaining('limit'),
      imsx_codeMinor: {
        imsx_codeMinorField: [
          { imsx_codeMinorFieldName: 'TargetEndSystem', imsx_codeMinorFieldValue: 'invalid_query_parameter' },
        ],
      },
    });
  });

  test('may only do what it was let do, and nothing without a token', async () => {
    const { key } = await somebody();
    const { body } = await letIn(await registerHost(place), key, READ);
    const token = String(body['access_token']);
    expect((await ask('/profile', token)).status).toBe(403);
    for (const bad of [undefined, 'made-up', key]) {
      const { status, headers, body: said } = await ask('/credentials', bad);
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
      expect(said.imsx_codeMinor.imsx_codeMinorField[0].imsx_codeMinorFieldValue).toBe('unauthorizedrequest');
    }
    expect((await ask('/profile', token, { method: 'DELETE' })).status).toBe(405);
    expect((await ask('/else', token)).status).toBe(404);
  });

  test('refreshes its tokens, each once; revokes them; and uses a code once', async () => {
    const { key } = await somebody();
    const host = await registerHost(place);
    const { grant, body } = await letIn(host, key);
    // the browser is closed: nothing of its session is left
    await world.query("MATCH (r:OAuthRecord) WHERE r.key STARTS WITH 'Session|' DELETE r");
    expect((await ask('/credentials', String(body['access_token']))).status).toBe(200);
    const renewed = await host.token({
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
    });
    expect(renewed.status).toBe(200);
    const token = String(renewed.body['access_token']);
    expect((await ask('/credentials', token)).status).toBe(200);
    expect(await host.revoke(token)).toBe(200);
    expect((await ask('/credentials', token)).status).toBe(401);
    // a code sent again was stolen from somebody: everything given for it is void
    const again = await host.token(grant);
    expect([again.status, again.body['error']]).toEqual([400, 'invalid_grant']);
    expect((await ask('/credentials', String(body['access_token']))).status).toBe(401);
    const stored = await world.query('MATCH (r:OAuthRecord) RETURN properties(r) AS says');
    for (const secret of [host.secret, grant.code, String(body['access_token'])])
      expect(JSON.stringify(stored)).not.toContain(secret);
  });

  test('may talk to another process at every step', async () => {
    const { key } = await somebody();
    const second = await startApi();
    try {
      const there = { ...place, url: second.url };
      const host = await registerHost(place);
      const { address, verifier } = host.authorize(READ);
      const window = browser(there);
      const { address: page } = await window.follow(address);
      const { address: back } = await window.answer(page, { key, decision: 'allow' });
      const code = String(new URL(back).searchParams.get('code'));
      const grant = {
        grant_type: 'authorization_code',
        code,
        redirect_uri: REDIRECT,
        code_verifier: verifier,
      };
      const answers = await Promise.all([host.token(grant), host.token(grant)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
    } finally {
      await second.close();
    }
  });

  test('is asked for beside another one in the same browser', async () => {
    const { key, learner } = await somebody();
    const window = browser(place);
    for (const client_name of ['One', 'Another']) {
      const host = await registerHost(place, { client_name });
      const { address } = host.authorize(READ);
      const { address: page, response } = await window.follow(address);
      expect(await response.text()).toContain(client_name);
      const back = await window.answer(page, { key, decision: 'allow' });
      expect(new URL(back.address).searchParams.get('code')).not.toBeNull();
    }
    const names = (await hostsOf(learner)).map(({ name }: { name: string }) => name);
    expect(names).toEqual(['Another', 'One']);
  });

  test('is put out by the learner at once, and asked anew it takes its own place', async () => {
    const { key, learner } = await somebody();
    const host = await registerHost(place);
    const first = await letIn(host, key);
    const second = await letIn(host, key);
    expect((await ask('/credentials', String(first.body['access_token']))).status).toBe(401);
    const [connected, ...others] = await hostsOf(learner);
    expect(others).toEqual([]);
    const stranger = await somebody();
    const denied = await stranger.learner(DISCONNECT, { id: connected.id, key: randomUUID() });
    expect(denied.errors[0]?.extensions['code']).toBe('NOT_FOUND');
    const gone = await learner(DISCONNECT, { id: connected.id, key: randomUUID() });
    expect(gone.data.disconnectHost).toBe(connected.id);
    expect((await ask('/credentials', String(second.body['access_token']))).status).toBe(401);
    const refused = await host.token({
      grant_type: 'refresh_token',
      refresh_token: String(second.body['refresh_token']),
    });
    expect(refused.body['error']).toBe('invalid_grant');
  });

  test('loses everything when the learner is erased', async () => {
    const { learnerId, key, learner } = await somebody();
    const { body } = await letIn(await registerHost(place), key);
    const data = (await learner('{ exportMyData }')).data.exportMyData;
    expect(JSON.stringify(data)).toContain('Backpack & Co');
    const erased = await learner(
      'mutation ($key: String!) { eraseMe(confirmation: "ERASE EVERYTHING ABOUT ME", idempotencyKey: $key) { id } }',
      { key: randomUUID() },
    );
    expect(erased.errors).toEqual([]);
    expect((await ask('/credentials', String(body['access_token']))).status).toBe(401);
    const left = await world.query('MATCH (r:OAuthRecord {learnerId: $learnerId}) RETURN r', { learnerId });
    expect(left).toEqual([]);
  });
});

describe('a host that brings credentials', () => {
  const academy = testSigner();
  const issued = (more: object = {}) =>
    proven(foreignBadge(academy.did, { id: `urn:uuid:${randomUUID()}`, ...more }), academy);
  const send = (token: string, body: string, type = 'application/json') =>
    fetch(`${api.url}/ims/ob/v3p0/credentials`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    });

  test('adds one, replaces it by a newer one, and leaves what is there for an older one', async () => {
    const { ids, key, learner } = await somebody();
    const { body } = await letIn(await registerHost(place), key, `${READ} ${UPSERT}`);
    const token = String(body['access_token']);
    const id = `urn:uuid:${randomUUID()}`;
    const [old, middle, newest] = await Promise.all(
      ['2025-01-01', '2025-06-01', '2026-01-01'].map(async (day) =>
        JSON.stringify(await issued({ id, validFrom: `${day}T00:00:00Z` })),
      ),
    );
    const answers = [];
    for (const text of [middle, middle, old, newest]) answers.push(await send(token, String(text)));
    expect(answers.map(({ status }) => status)).toEqual([201, 304, 304, 200]);
    expect(await answers[3]?.text()).toBe(newest);

    const all = await ask('/credentials', token);
    expect(all.headers.get('x-total-count')).toBe('2');
    expect(all.body.credential).toContainEqual(JSON.parse(String(newest)));
    const { data } = await learner('{ foreignCredentials { edges { node { document } } } }');
    expect(data.foreignCredentials.edges).toEqual([{ node: { document: newest } }]);

    const own = (await ask('/credentials?limit=1', token)).body.credential[0];
    expect(own.id).toBe(api.app.credentialing.urls.credential(String(ids[0])));
    expect((await send(token, JSON.stringify(own))).status).toBe(304);
  });

  test('is refused what does not verify, cannot be read, or is fetched from elsewhere', async () => {
    const { key } = await somebody();
    const { body } = await letIn(await registerHost(place), key, `${READ} ${UPSERT}`);
    const token = String(body['access_token']);
    const altered = JSON.stringify({ ...(await issued()), name: 'Something else' });
    for (const text of [altered, '{', '', 'https://elsewhere.example/badge', 'a.b.c']) {
      const response = await send(token, text);
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ imsx_codeMajor: 'failure' });
    }
    const reader = await letIn(await registerHost(place), key, READ);
    const text = JSON.stringify(await issued());
    expect((await send(String(reader.body['access_token']), text)).status).toBe(403);
  });
});

describe('the page that asks the learner', () => {
  test('says who asks and for what, with everything escaped, and runs nothing', async () => {
    const host = await registerHost(place, { client_name: '<script>alert(1)</script>' });
    const { response, page } = await asked(host, READ);
    const text = await response.text();
    expect(text).toContain('backpack.example');
    expect(text).toContain('read all your credentials');
    expect(text).not.toContain('<script');
    const policy = response.headers.get('content-security-policy');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    // another browser has no part in it
    const other = await browser(place).follow(page);
    expect(other.response.status).toBe(400);
    expect(await other.response.text()).toContain('asked in another browser');
  });

  test('asks again in the same browser, where somebody else may sit by now', async () => {
    const { key } = await somebody();
    const host = await registerHost(place);
    const first = await asked(host, READ);
    const { address } = await first.window.answer(first.page, { key, decision: 'allow' });
    expect(new URL(address).searchParams.get('code')).toBeTruthy();
    const again = await first.window.follow(host.authorize(READ).address);
    expect(again.address).toContain('/consent/');
  });

  test('sends back whoever says no, and lets nobody in without a key of a learner', async () => {
    const { learner } = await somebody();
    const host = await registerHost(place);
    const { window, page } = await asked(host, READ);
    const organizationKey = await createApiKey(
      api.app.graph,
      { name: 'test', role: 'ISSUER_STAFF', organizationId: world.organizationId },
      new Date(),
    );
    for (const key of ['', 'made-up', organizationKey]) {
      const { response } = await window.answer(page, { key, decision: 'allow' });
      expect(response.status).toBe(403);
      expect(await response.text()).toContain('role="alert"');
    }
    const { address } = await window.answer(page, { key: '', decision: 'deny' });
    expect(new URL(address).searchParams.get('error')).toBe('access_denied');
    expect(await hostsOf(learner)).toEqual([]);
  });

  test('is not reached without PKCE, with another address, or with a scope there is not', async () => {
    const host = await registerHost(place);
    const { address } = host.authorize(READ);
    const open = (change: (url: URL) => void) => {
      const url = new URL(address);
      change(url);
      return browser(place).follow(String(url));
    };
    const noChallenge = await open((url) => url.searchParams.delete('code_challenge'));
    expect(new URL(noChallenge.address).searchParams.get('error')).toBe('invalid_request');
    const elsewhere = await open((url) => url.searchParams.set('redirect_uri', 'https://evil.example/cb'));
    expect([elsewhere.response.status, elsewhere.response.headers.get('location')]).toEqual([400, null]);
    expect(await elsewhere.response.text()).not.toContain('evil.example/cb"');
  });
});

describe('registering', () => {
  test.each([
    ['without a name', { client_name: '' }],
    ['with an address without encryption', { redirect_uris: ['http://backpack.example/callback'] }],
    ['with addresses of two hosts', { client_uri: 'https://elsewhere.example' }],
    ['with a way to authenticate that is not offered', { token_endpoint_auth_method: 'private_key_jwt' }],
  ])('is refused %s', async (_, more) => {
    await expect(registerHost(place, more)).rejects.toThrow(/invalid_(client_metadata|redirect_uri)/);
  });
});
