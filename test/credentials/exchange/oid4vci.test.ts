import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/platform/clock.ts';
import { startApi } from '../../support/api.ts';
import { startIssuer, type TestIssuer } from '../../support/issuer.ts';
import { startWallet, type TestWallet } from '../../support/wallet.ts';

let ahead = 0;
const clock: Clock = () => new Date(Date.now() + ahead);
let issuer: TestIssuer;
let api: TestIssuer['api'];
let world: TestIssuer['world'];
let place: { publicUrl: string; url: string };
beforeAll(async () => {
  issuer = await startIssuer({ clock });
  ({ api, world } = issuer);
  place = { publicUrl: api.app.config.publicUrl, url: api.url };
});
afterAll(() => issuer.close());

const OFFER = `mutation ($id: ID!, $protocol: WalletProtocol, $key: String) {
  offerCredentialToWallet(id: $id, protocol: $protocol, idempotencyKey: $key) { id credentialId expiresAt uri transactionCode } }`;
const WITHDRAW =
  'mutation ($id: ID!, $key: String!) { withdrawWalletOffer(id: $id, idempotencyKey: $key) { id } }';
const OFFERS =
  'query ($id: ID!) { credential(id: $id) { walletOffers { id state protocol claimedAt notification } } }';
const VERIFY = `query ($document: String!) { verifyCredential(document: $document) {
  format steps { name outcome reason } } }`;
const LOOKS = '{ eventsAboutMe(first: 50) { edges { node { action purpose objects } } } }';

async function offered() {
  const who = await issuer.held();
  const { data, errors } = await who.learner(OFFER, { id: who.id });
  expect(errors).toEqual([]);
  return { ...who, offer: data.offerCredentialToWallet };
}

async function redeem({ client }: TestWallet, { uri, transactionCode }: Record<string, string>) {
  const credentialOffer = await client.resolveCredentialOffer(uri as string);
  const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
  const { accessTokenResponse } = await client.retrievePreAuthorizedCodeAccessTokenFromOffer({
    credentialOffer,
    issuerMetadata,
    txCode: transactionCode as string,
  });
  return { issuerMetadata, accessToken: accessTokenResponse.access_token };
}

type Redeemed = Awaited<ReturnType<typeof redeem>>;

const newNonce = async ({ client }: TestWallet, { issuerMetadata }: Redeemed) =>
  (await client.requestNonce({ issuerMetadata })).c_nonce;

async function claim(wallet: TestWallet, redeemed: Redeemed, configuration: string, nonce?: string) {
  const { issuerMetadata, accessToken } = redeemed;
  const { jwt } = await wallet.client.createCredentialRequestJwtProof({
    credentialConfigurationId: configuration,
    issuerMetadata,
    nonce: nonce ?? (await newNonce(wallet, redeemed)),
    signer: { method: 'jwk', alg: wallet.alg, publicJwk: wallet.publicJwk },
  });
  const { credentialResponse } = await wallet.client.retrieveCredentials({
    issuerMetadata,
    accessToken,
    credentialConfigurationId: configuration,
    proofs: { jwt: [jwt] },
  });
  const [first] = credentialResponse.credentials ?? [];
  const credential = (first as { credential: unknown }).credential;
  return { credential, notificationId: credentialResponse.notification_id as string };
}

const refusalOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    // biome-ignore lint/suspicious/noExplicitAny: errors of the library tell in one of two places
    (error: any) => error.errorResponse?.error ?? error.response?.credentialErrorResponseResult?.data?.error,
  );

describe('a wallet that speaks OpenID4VCI', () => {
  test.each([
    ['OpenBadgeCredential_ldp_vc', 'ES256', 'JSON'],
    ['OpenBadgeCredential_jwt_vc_json', 'EdDSA', 'JWT'],
    ['OpenBadgeCredential_dc+sd-jwt', 'ES256', 'SD_JWT'],
  ] as const)('is given %s for its own key, which verifies here', async (configuration, alg, format) => {
    const { id, learner, offer } = await offered();
    expect(offer).toEqual({
      id: expect.any(String),
      credentialId: id,
      expiresAt: expect.any(String),
      uri: expect.stringMatching(/^openid-credential-offer:\/\/\?credential_offer=/),
      transactionCode: expect.stringMatching(/^\d{6}$/),
    });
    const wallet = await startWallet(place, alg);
    const redeemed = await redeem(wallet, offer);
    const { credential, notificationId } = await claim(wallet, redeemed, configuration);

    const document = typeof credential === 'string' ? credential : JSON.stringify(credential);
    const { data } = await api.anonymous(VERIFY, { document });
    expect(data.verifyCredential.format).toBe(format);
    expect(
      data.verifyCredential.steps.filter(({ outcome }: { outcome: string }) => outcome !== 'PASS'),
    ).toEqual([]);
    const said =
      typeof credential === 'string'
        ? JSON.parse(Buffer.from(credential.split('.')[1] ?? '', 'base64url').toString())
        : credential;
    expect(said.jti ?? said.id).toBe(api.app.credentialing.urls.credential(id));
    expect(said.sub ?? said.credentialSubject.id).toMatch(alg === 'EdDSA' ? /^did:key:z6Mk/ : /^did:key:zDn/);
    if (format === 'SD_JWT') {
      const { x, y } = wallet.publicJwk;
      expect(said.cnf.jwk).toMatchObject({ x, y });
    }

    await wallet.client.sendNotification({
      issuerMetadata: redeemed.issuerMetadata,
      accessToken: redeemed.accessToken,
      notification: { notificationId, event: 'credential_accepted' },
    });
    const offers = (await learner(OFFERS, { id })).data.credential.walletOffers;
    expect(offers).toEqual([
      {
        id: offer.id,
        state: 'CLAIMED',
        protocol: 'OID4VCI',
        claimedAt: expect.any(String),
        notification: 'ACCEPTED',
      },
    ]);
    const { edges } = (await learner(LOOKS)).data.eventsAboutMe;
    const actions = edges.map(({ node }: { node: { action: string } }) => node.action);
    expect(actions).toEqual(
      expect.arrayContaining([
        'offerCredentialToWallet',
        'redeemWalletOffer',
        'claimCredential',
        'noteWalletEvent',
      ]),
    );
  });

  test('uses a code once, and nothing of it is stored in clear', async () => {
    const { offer } = await offered();
    const wallet = await startWallet(place);
    await redeem(wallet, offer);
    expect(await refusalOf(redeem(wallet, offer))).toBe('invalid_grant');
    const stored = await world.query('MATCH (o:WalletOffer {id: $id}) RETURN properties(o) AS says', {
      id: offer.id,
    });
    const { grants } = JSON.parse(new URL(offer.uri).searchParams.get('credential_offer') ?? '{}');
    const code = Object.values(grants as Record<string, Record<string, string>>)[0]?.['pre-authorized_code'];
    expect(code).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(stored)).not.toContain(code);
    expect(JSON.stringify(stored)).not.toContain(offer.transactionCode);
  });

  test('may use a code from two processes at once: one is let in', async () => {
    const { offer } = await offered();
    const other = await startApi({ clock });
    try {
      const wallets = await Promise.all([startWallet(place), startWallet({ ...place, url: other.url })]);
      const outcomes = await Promise.all(
        wallets.map((wallet) =>
          redeem(wallet, offer).then(
            () => 'in',
            () => 'out',
          ),
        ),
      );
      expect(outcomes.sort()).toEqual(['in', 'out']);
    } finally {
      await other.close();
    }
  });

  test('is refused with a wrong transaction code, and after five of them with the right one', async () => {
    const { id, learner, offer } = await offered();
    const wallet = await startWallet(place);
    const wrong = { ...offer, transactionCode: offer.transactionCode === '000000' ? '111111' : '000000' };
    for (let i = 0; i < 5; i += 1) expect(await refusalOf(redeem(wallet, wrong))).toBe('invalid_grant');
    expect(await refusalOf(redeem(wallet, offer))).toBe('invalid_grant');
    const [{ state }] = (await learner(OFFERS, { id })).data.credential.walletOffers;
    expect(state).toBe('LOCKED');
  });

  test('is refused when the offer is over, taken back, or the credential withdrawn', async () => {
    const wallet = await startWallet(place);
    const late = await offered();
    const taken = await offered();
    const revoked = await offered();
    ahead = 11 * 60_000;
    try {
      expect(await refusalOf(redeem(wallet, late.offer))).toBe('invalid_grant');
    } finally {
      ahead = 0;
    }
    const redeemed = await redeem(wallet, taken.offer);
    const gone = await taken.learner(WITHDRAW, { id: taken.offer.id, key: randomUUID() });
    expect(gone.data.withdrawWalletOffer).toEqual({ id: taken.id });
    await expect(claim(wallet, redeemed, 'OpenBadgeCredential_ldp_vc')).rejects.toThrow();
    await issuer.revoke(revoked.id);
    expect(await refusalOf(redeem(wallet, revoked.offer))).toBe('invalid_grant');
    const again = await revoked.learner(OFFER, { id: revoked.id });
    expect(again.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'NOT_ACTIVE' });
  });

  test('answers a nonce once, and only with a proof made for this service', async () => {
    const { offer } = await offered();
    const wallet = await startWallet(place);
    const redeemed = await redeem(wallet, offer);
    const nonce = await newNonce(wallet, redeemed);
    await claim(wallet, redeemed, 'OpenBadgeCredential_ldp_vc', nonce);
    expect(await refusalOf(claim(wallet, redeemed, 'OpenBadgeCredential_ldp_vc', nonce))).toBe(
      'invalid_nonce',
    );
    expect(await refusalOf(claim(wallet, redeemed, 'OpenBadgeCredential_ldp_vc', 'made-up'))).toBe(
      'invalid_nonce',
    );
    const another = await startWallet(place);
    expect(await refusalOf(claim(another, redeemed, 'OpenBadgeCredential_ldp_vc'))).toBe(
      'credential_request_denied',
    );
    const elsewhere = structuredClone(redeemed);
    elsewhere.issuerMetadata.credentialIssuer.credential_issuer = 'https://elsewhere.example';
    expect(await refusalOf(claim(wallet, elsewhere, 'OpenBadgeCredential_ldp_vc'))).toBe('invalid_proof');
  });

  test('is refused without a token, for what is not offered, and with a body that cannot be read', async () => {
    const ask = (path: string, init: RequestInit) => fetch(`${api.url}${path}`, { method: 'POST', ...init });
    const json = { 'content-type': 'application/json' };
    const anonymous = await ask('/oid4vci/credential', { headers: json, body: '{}' });
    expect([anonymous.status, anonymous.headers.get('www-authenticate')]).toEqual([
      401,
      'Bearer error="invalid_token"',
    ]);
    const broken = await ask('/oid4vci/credential', { headers: json, body: '{' });
    expect([broken.status, await broken.json()]).toMatchObject([400, { error: 'invalid_request' }]);
    const other = await ask('/oid4vci/token', { body: new URLSearchParams({ grant_type: 'password' }) });
    expect([other.status, await other.json()]).toMatchObject([400, { error: 'unsupported_grant_type' }]);
    const { offer } = await offered();
    const { accessToken } = await redeem(await startWallet(place), offer);
    const headers = { ...json, authorization: `Bearer ${accessToken}` };
    const unknown = await ask('/oid4vci/credential', {
      headers,
      body: JSON.stringify({ credential_configuration_id: 'constructor' }),
    });
    expect(unknown.status).toBe(400);
    const early = await ask('/oid4vci/notification', {
      headers,
      body: JSON.stringify({ notification_id: offer.id, event: 'credential_accepted' }),
    });
    expect([early.status, await early.json()]).toMatchObject([400, { error: 'invalid_notification_id' }]);
  });
});

test('somebody else’s credential is not offered, and a request sent again tells no secret', async () => {
  const mine = await issuer.held();
  const stranger = await issuer.held();
  const { errors } = await stranger.learner(OFFER, { id: mine.id });
  expect(errors[0]?.extensions['code']).toBe('NOT_FOUND');
  const key = randomUUID();
  const first = await mine.learner(OFFER, { id: mine.id, key });
  const second = await mine.learner(OFFER, { id: mine.id, key });
  expect(second.data.offerCredentialToWallet).toEqual({
    ...first.data.offerCredentialToWallet,
    uri: null,
    transactionCode: null,
  });
  for (let i = 0; i < 9; i += 1) await mine.learner(OFFER, { id: mine.id });
  const many = await mine.learner(OFFER, { id: mine.id });
  expect(many.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'TOO_MANY_OFFERS' });
});
