import { createHmac, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { exportJWK, type JWTHeaderParameters, SignJWT } from 'jose';
import { OidcIssuers } from '../../../src/modules/identity/sign-in/oidc-issuers.ts';
import { accountOf } from '../../../src/modules/identity/sign-in/token.ts';
import { systemClock } from '../../../src/platform/clock.ts';
import { createLog } from '../../../src/platform/log.ts';

const AUDIENCE = 'https://credentials.example';
const log = createLog('silent');
const keys = {
  RS256: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  RS384: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  encryption: generateKeyPairSync('rsa', { modulusLength: 2048 }),
};
let server: Server;
let issuer: string;
/** What the discovery document says, and what the key set answers with. */
let discovered: Record<string, unknown>;
let keySet: string | null;
let fetches = 0;

/** An issuer whose keys the test holds, so that it can sign what no provider would. */
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/jwks') fetches += 1;
    if (request.url === '/.well-known/openid-configuration') response.end(JSON.stringify(discovered));
    else if (request.url === '/moved') response.writeHead(302, { location: '/jwks' }).end();
    else response.end(keySet);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  discovered = { issuer, jwks_uri: `${issuer}/jwks` };
  const published = await Promise.all(
    Object.entries(keys).map(async ([kid, { publicKey }]) => ({
      ...(await exportJWK(publicKey)),
      kid,
      use: kid === 'encryption' ? 'enc' : 'sig',
    })),
  );
  keySet = JSON.stringify({ keys: published });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const issuers = () => new OidcIssuers({ issuers: [issuer], audience: AUDIENCE }, systemClock, log);
const soon = () => Math.floor(Date.now() / 1_000) + 60;

interface Forging {
  readonly header?: Partial<JWTHeaderParameters>;
  readonly claims?: Record<string, unknown>;
  readonly key?: KeyObject;
}

const sign = ({ header = {}, claims = {}, key = keys.RS256.privateKey }: Forging = {}) =>
  new SignJWT({ iss: issuer, aud: AUDIENCE, sub: 'alice', exp: soon(), ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: 'RS256', ...header })
    .sign(key, header.crit ? { crit: { 'https://evil.example/ext': false } } : {});
const refused = { code: 'UNAUTHENTICATED', details: { reason: 'TOKEN_INVALID' } };

describe('a token', () => {
  test.each([{}, { typ: 'JWT' }, { typ: 'at+jwt' }, { typ: 'application/at+jwt' }])(
    'as it should be is taken (%j)',
    async (header) => {
      expect(await issuers().verify(await sign({ header }))).toEqual({ issuer, subject: 'alice' });
    },
  );

  test.each<[string, () => Forging]>([
    ['without an expiry', () => ({ claims: { exp: undefined } })],
    ['without a subject', () => ({ claims: { sub: undefined } })],
    ['with an empty subject', () => ({ claims: { sub: '' } })],
    ['with a subject of 256 characters', () => ({ claims: { sub: 'x'.repeat(256) } })],
    ['for nobody', () => ({ claims: { aud: undefined } })],
    ['for somebody else', () => ({ claims: { aud: ['https://other.example'] } })],
    ['of another issuer', () => ({ claims: { iss: 'https://other.example' } })],
    ['of an issuer spelt otherwise', () => ({ claims: { iss: `${issuer}/` } })],
    ['that is not valid yet', () => ({ claims: { nbf: soon() } })],
    ['made to log somebody out', () => ({ header: { typ: 'logout+jwt' } })],
    [
      'made to announce a logout, without saying its kind',
      () => ({ claims: { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } } }),
    ],
    ['made as a proof of possession', () => ({ header: { typ: 'dpop+jwt' } })],
    [
      'that asks for an extension',
      () => ({ header: { crit: ['https://evil.example/ext'], 'https://evil.example/ext': 1 } }),
    ],
    [
      'signed with an algorithm that is not on the list',
      () => ({ header: { alg: 'RS384', kid: 'RS384' }, key: keys.RS384.privateKey }),
    ],
    [
      'signed with a key meant for encryption',
      () => ({ header: { kid: 'encryption' }, key: keys.encryption.privateKey }),
    ],
    ['signed with a key that is not published', () => ({ key: keys.RS384.privateKey })],
    [
      'that brings its own key',
      () => ({ header: { kid: 'own', jku: 'https://evil.example/jwks' }, key: keys.RS384.privateKey }),
    ],
    ['with an unknown key id', () => ({ header: { kid: randomUUID() } })],
  ])('%s is refused', async (_what, forging) => {
    await expect(issuers().verify(await sign(forging()))).rejects.toMatchObject(refused);
  });

  test('signed with the public key as if it were a shared secret is refused', async () => {
    const pem = keys.RS256.publicKey.export({ type: 'spki', format: 'pem' });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const open = `${part({ alg: 'HS256', kid: 'RS256' })}.${part({ iss: issuer, aud: AUDIENCE, sub: 'alice', exp: soon() })}`;
    const token = `${open}.${createHmac('sha256', pem).update(open).digest('base64url')}`;
    await expect(issuers().verify(token)).rejects.toMatchObject(refused);
  });

  test.each(['', 'a.b.c', '...', 'e30.e30.', `${'x'.repeat(20_000)}.y.z`])(
    'that is none (%#) is refused',
    async (text) => {
      await expect(issuers().verify(text)).rejects.toMatchObject(refused);
    },
  );
});

describe('the keys of an issuer', () => {
  test('are fetched once for 50 tokens at the same time, and once more for any number of unknown keys', async () => {
    const one = issuers();
    const before = fetches;
    await Promise.all(Array.from({ length: 50 }, async () => one.verify(await sign())));
    expect(fetches - before).toBe(1);
    for (let n = 0; n < 20; n++)
      await expect(one.verify(await sign({ header: { kid: `made-up-${n}` } }))).rejects.toMatchObject(
        refused,
      );
    expect(fetches - before).toBeLessThanOrEqual(2);
  });

  test.each<[string, () => void]>([
    [
      'are elsewhere without encryption',
      () => (discovered = { issuer, jwks_uri: 'http://keys.example/jwks' }),
    ],
    ['are behind a redirect', () => (discovered = { issuer, jwks_uri: `${issuer}/moved` })],
    [
      'belong to an issuer of another name',
      () => (discovered = { issuer: 'https://other.example', jwks_uri: `${issuer}/jwks` }),
    ],
    ['are no key set', () => (keySet = '{"keys": 7}')],
    ['are more than 256 KB', () => (keySet = JSON.stringify({ keys: [], padding: 'x'.repeat(300_000) }))],
  ])('that %s are not taken', async (_what, spoil) => {
    const [was, set] = [discovered, keySet];
    spoil();
    try {
      await expect(issuers().verify(await sign())).rejects.toMatchObject({
        code: 'UNAVAILABLE',
        details: { reason: 'SIGN_IN_PROVIDER_AWAY' },
      });
    } finally {
      [discovered, keySet] = [was, set];
    }
  });
});

test('an account stands for one issuer and subject, and reveals neither without the key', () => {
  const key = Buffer.alloc(32, 1);
  const one = accountOf(key, 'https://a.example', 'alice@example.org');
  expect(accountOf(key, 'https://a.example', 'alice@example.org')).toBe(one);
  for (const other of [
    accountOf(key, 'https://b.example', 'alice@example.org'),
    accountOf(key, 'https://a.example', 'bob@example.org'),
    accountOf(Buffer.alloc(32, 2), 'https://a.example', 'alice@example.org'),
    accountOf(key, 'https://a.example","alice', '@example.org'),
  ])
    expect(other).not.toBe(one);
});
