import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { Ed25519Signature2020 } from '@digitalbazaar/ed25519-signature-2020';
import * as vc from '@digitalbazaar/vc';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { loadContexts } from '../../../src/modules/credentials/veramo/contexts.ts';
import { startIssuer, type TestIssuer } from '../../support/issuer.ts';

let issuer: TestIssuer;
let api: TestIssuer['api'];
beforeAll(async () => {
  issuer = await startIssuer();
  ({ api } = issuer);
});
afterAll(() => issuer.close());

const OFFER = `mutation ($id: ID!) {
  offerCredentialToWallet(id: $id, protocol: VC_API) { id uri transactionCode } }`;
const OFFERS = 'query ($id: ID!) { credential(id: $id) { walletOffers { id state } } }';

/** A credential offered to the wallet of the DCC: the link in its parts. */
async function offered() {
  const { id, learner } = await issuer.held();
  const { data, errors } = await learner(OFFER, { id });
  expect(errors).toEqual([]);
  const { uri, transactionCode } = data.offerCredentialToWallet;
  expect(transactionCode).toBeNull();
  const link = new URL(uri);
  expect(`${link.origin}${link.pathname}`).toBe('https://lcw.app/request.html');
  expect(link.searchParams.get('auth_type')).toBe('bearer');
  const url = String(link.searchParams.get('vc_request_url'));
  return {
    id,
    learner,
    path: url.slice(api.app.config.publicUrl.length),
    challenge: String(link.searchParams.get('challenge')),
  };
}

/** Signs as that wallet does: who it is and nothing else, with Ed25519Signature2020. */
async function presentation(challenge: string, domain?: string, model = 'v1') {
  const contexts = loadContexts();
  const pair = await Ed25519Multikey.generate();
  const did = `did:key:${pair.publicKeyMultibase}`;
  const signed = await vc.signPresentation({
    presentation: {
      '@context': [
        model === 'v1' ? 'https://www.w3.org/2018/credentials/v1' : 'https://www.w3.org/ns/credentials/v2',
        'https://w3id.org/security/suites/ed25519-2020/v1',
      ],
      type: ['VerifiablePresentation'],
      holder: did,
    },
    suite: new Ed25519Signature2020({
      signer: { ...pair.signer(), id: `${did}#${pair.publicKeyMultibase}` },
    }),
    challenge,
    ...(domain && { domain }),
    documentLoader: async (url) => ({
      contextUrl: null,
      documentUrl: url,
      document: contexts.get(url) ?? {},
    }),
  });
  return { did, signed };
}

async function post(path: string, body: unknown) {
  const response = await fetch(`${api.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  // biome-ignore lint/suspicious/noExplicitAny: what the server says is what is under test
  return { status: response.status, body: (await response.json()) as any };
}

describe('the wallet of the DCC', () => {
  test('is given the bare credential for its DID when it was opened by the link, once', async () => {
    const { id, learner, path, challenge } = await offered();
    const { did, signed } = await presentation(challenge);
    const { status, body } = await post(path, signed);
    expect(status).toBe(200);
    expect(body.credentialSubject.id).toBe(did);
    expect((await issuer.verify(JSON.stringify(body))).verdict).toBe('VERIFIED');
    expect((await learner(OFFERS, { id })).data.credential.walletOffers[0].state).toBe('CLAIMED');
    expect((await post(path, signed)).status).toBe(404);
  });

  test.each(['v1', 'v2'])(
    'is asked for its DID in an exchange, and given the credential (%s)',
    async (model) => {
      const { path } = await offered();
      const protocols = await (await fetch(`${api.url}${path}/protocols`)).json();
      expect(protocols).toEqual({ protocols: { vcapi: api.app.config.publicUrl + path } });
      const asked = (await post(path, {})).body.verifiablePresentationRequest;
      expect(asked.query[0].type).toBe('DIDAuthentication');
      expect(asked.interact.service[0].serviceEndpoint).toBe(api.app.config.publicUrl + path);
      const { did, signed } = await presentation(asked.challenge, asked.domain, model);
      const { status, body } = await post(path, { verifiablePresentation: signed });
      expect(status).toBe(200);
      const [credential] = body.verifiablePresentation.verifiableCredential;
      expect(credential.credentialSubject.id).toBe(did);
    },
  );

  test('is refused with another challenge, another domain, or an altered presentation', async () => {
    const { path, challenge } = await offered();
    const other = await offered();
    const attempts = [
      (await presentation('made-up')).signed,
      (await presentation(other.challenge)).signed,
      (await presentation(challenge, 'elsewhere.example')).signed,
      { ...(await presentation(challenge)).signed, holder: (await presentation(challenge)).did },
      { type: ['VerifiablePresentation'] },
    ];
    for (const attempt of attempts) {
      const { status, body } = await post(path, attempt);
      expect([status, body.title]).toEqual([400, 'INVALID_INPUT']);
    }
    expect((await post(path, '{')).status).toBe(400);
    expect((await post('/exchanges/unknown', {})).status).toBe(404);
    // and still the right one is taken
    expect((await post(path, (await presentation(challenge)).signed)).status).toBe(200);
  });

  test('is given the credential once, however many answer at the same time', async () => {
    const { path, challenge } = await offered();
    const again = (await post(path, {})).body.verifiablePresentationRequest.challenge;
    const signed = await Promise.all([presentation(challenge), presentation(again)]);
    const answers = await Promise.all(signed.map((one) => post(path, one.signed)));
    expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  });
});
