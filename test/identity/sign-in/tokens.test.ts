import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { type Answer, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { startProvider, type TestProvider } from '../../support/provider.ts';

const AUDIENCE = 'https://credentials.example/graphql';
const WHO = '{ viewer { role organizationId learnerId personId } }';
let provider: TestProvider;
let api: TestApi;
beforeAll(async () => {
  provider = await startProvider();
  api = await startApi({ config: testConfig({ OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: AUDIENCE }) });
});
afterAll(async () => {
  await api.close();
  await provider.close();
});

const refusal = (answer: Answer<unknown>) => ({ status: answer.status, ...answer.errors[0]?.extensions });
const INVALID = { status: 401, code: 'UNAUTHENTICATED', reason: 'TOKEN_INVALID' };

describe('a token of a real provider', () => {
  test('signs a stranger in, without any role', async () => {
    const token = await provider.accessToken(randomUUID(), AUDIENCE);
    const { status, data, errors } = await api.withKey(token)(WHO);
    expect(errors).toEqual([]);
    expect(status).toBe(200);
    expect(data.viewer).toEqual({ role: null, organizationId: null, learnerId: null, personId: null });
  });

  test('for another audience is refused, and so is an ID token', async () => {
    const other = await provider.accessToken(randomUUID(), 'https://other.example');
    expect(refusal(await api.withKey(other)(WHO))).toMatchObject(INVALID);
    expect(refusal(await api.withKey(await provider.idToken('x'))(WHO))).toMatchObject(INVALID);
  });

  test('of another provider is refused', async () => {
    const stranger = await startProvider();
    try {
      const token = await stranger.accessToken('x', AUDIENCE);
      expect(refusal(await api.withKey(token)(WHO))).toMatchObject(INVALID);
    } finally {
      await stranger.close();
    }
  });

  test('that was changed in any part is refused', async () => {
    const [header, payload, signature] = (await provider.accessToken('mallory', AUDIENCE)).split('.') as [
      string,
      string,
      string,
    ];
    const claims = { ...JSON.parse(Buffer.from(payload, 'base64url').toString()), sub: 'alice' };
    const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    for (const token of [
      [header, forged, signature],
      [header, payload, signature.split('').reverse().join('')],
      [header, payload, ''],
      [none, payload, ''],
      [header, payload, signature, 'x'],
    ])
      expect(refusal(await api.withKey(token.join('.'))(WHO))).toMatchObject({ status: 401 });
  });

  test('expires, five seconds late at most', async () => {
    const token = await provider.accessToken('x', AUDIENCE);
    const { exp = 0 } = decodeJwt(token);
    for (const [late, status] of [
      [-1, 200],
      [4, 200],
      [5, 401],
    ] as const) {
      const then = await startApi({ config: api.app.config, clock: () => new Date((exp + late) * 1_000) });
      try {
        const answer = await then.withKey(token)(WHO);
        expect(answer.status).toBe(status);
        if (status === 401) expect(refusal(answer)).toMatchObject({ reason: 'TOKEN_EXPIRED' });
      } finally {
        await then.close();
      }
    }
  });

  test('is still taken after the provider changed its keys, and one signed with a key it withdrew is not', async () => {
    const old = await provider.accessToken('x', AUDIENCE);
    expect((await api.withKey(old)(WHO)).status).toBe(200);
    await provider.rotate();
    const renewed = await provider.accessToken('x', AUDIENCE);
    // unknown keys are looked for every five seconds at most
    let answer = await api.withKey(renewed)(WHO);
    for (let tries = 0; tries < 40 && answer.status !== 200; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      answer = await api.withKey(renewed)(WHO);
    }
    expect(answer.status).toBe(200);
    expect(refusal(await api.withKey(old)(WHO))).toMatchObject(INVALID);
  });
});

test.each(['PS256', 'ES256', 'EdDSA'] as const)('%s signatures are taken', async (algorithm) => {
  const other = await startProvider(algorithm);
  const config = testConfig({ OIDC_ISSUER: `${provider.issuer}, ${other.issuer}`, OIDC_AUDIENCE: AUDIENCE });
  const both = await startApi({ config });
  try {
    for (const each of [other, provider])
      expect((await both.withKey(await each.accessToken('x', AUDIENCE))(WHO)).status).toBe(200);
  } finally {
    await both.close();
    await other.close();
  }
});

describe('a provider that does not answer', () => {
  test('makes its tokens UNAVAILABLE, not invalid, and API keys go on', async () => {
    const away = await startProvider();
    const token = await away.accessToken('x', AUDIENCE);
    away.hang(true);
    const lonely = await startApi({
      config: testConfig({ OIDC_ISSUER: away.issuer, OIDC_AUDIENCE: AUDIENCE }),
    });
    try {
      expect(refusal(await lonely.withKey(token)(WHO))).toMatchObject({
        status: 503,
        code: 'UNAVAILABLE',
        reason: 'SIGN_IN_PROVIDER_AWAY',
      });
      expect((await lonely.anonymous(WHO)).status).toBe(200);
      away.hang(false);
      let answer = await lonely.withKey(token)(WHO);
      for (let tries = 0; tries < 20 && answer.status !== 200; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        answer = await lonely.withKey(token)(WHO);
      }
      expect(answer.status).toBe(200);
    } finally {
      await lonely.close();
      await away.close();
    }
  });
});

test('without a provider in the configuration no token is taken', async () => {
  const plain = await startApi();
  try {
    const token = await provider.accessToken('x', AUDIENCE);
    expect(refusal(await plain.withKey(token)(WHO))).toMatchObject(INVALID);
  } finally {
    await plain.close();
  }
});
