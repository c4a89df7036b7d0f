import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { DcqlQuery } from 'dcql';
import { importJWK, type JWK, jwtVerify } from 'jose';
import { made } from '../../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';
import { makeOrganization } from '../../support/data.ts';
import { present, type TestHolder, testHolder } from '../../support/holder.ts';

let api: TestApi;
let world: CredentialWorld;
let staff: Caller;
let employer: Caller;
let rival: Caller;
let roleProfileId: string;
const { publicUrl } = testConfig();

beforeAll(async () => {
  api = await startApi();
  world = await credentialWorld(testConfig());
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const organizationId = await makeOrganization('Hirer', ['EMPLOYER']);
  employer = await api.as({ role: 'EMPLOYER', organizationId });
  rival = await api.as({ role: 'EMPLOYER', organizationId: await makeOrganization('Rival', ['EMPLOYER']) });
  roleProfileId = await made(
    employer('mutation ($input: RoleProfileInput!) { made: createRoleProfile(input: $input) { id } }', {
      input: {
        title: 'Modeller',
        region: 'DE',
        requirements: [{ skillUri: world.skillUri, level: 5, evidence: 'ASSESSED' }],
      },
    }),
  );
});
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
});

const ASK = `mutation ($id: ID!, $key: String!) {
  askCandidate(roleProfileId: $id, idempotencyKey: $key) { id uri roleProfileId expiresAt answeredAt match { fit } } }`;
const READ = `query ($id: ID!) { candidateRequest(id: $id) { id uri answeredAt match {
  pseudonym eligibility fit requirements { skillUri status bandHave levelHave credential { id badgeName } } } } }`;

/** Reaches the service although it calls itself by its public address. */
const reach: typeof fetch = (address, init) => fetch(String(address).replace(publicUrl, api.url), init);

const notNeeded = () => {
  throw new Error('not needed');
};
const client = new Openid4vpClient({
  callbacks: {
    fetch: reach,
    hash: (data, algorithm) => createHash(algorithm.replace('-', '').toLowerCase()).update(data).digest(),
    signJwt: notNeeded,
    encryptJwe: notNeeded,
    decryptJwe: notNeeded,
    verifyJwt: async (signer, { compact }) => {
      if (signer.method !== 'did') return { verified: false };
      const id = signer.didUrl.split('#')[0]?.split(':').at(-1);
      const did = (await (await reach(`${publicUrl}/orgs/${id}/did.json`)).json()) as {
        verificationMethod: { id: string; publicKeyJwk: JWK & { kty: string } }[];
      };
      const method = did.verificationMethod.find((each) => each.id === signer.didUrl);
      if (!method) return { verified: false };
      await jwtVerify(compact, await importJWK(method.publicKeyJwk, 'ES256'), { clockTolerance: 60 });
      return { verified: true, signerJwk: method.publicKeyJwk };
    },
  },
});

async function ask(): Promise<{ id: string; uri: string }> {
  const { data, errors } = await employer(ASK, { id: roleProfileId, key: randomUUID() });
  expect(errors).toEqual([]);
  return data.askCandidate;
}

async function opened(uri: string) {
  const parsed = client.parseOpenid4vpAuthorizationRequest({ authorizationRequest: uri });
  return client.resolveOpenId4vpAuthorizationRequest({ authorizationRequestPayload: parsed.params });
}

/** A badge in a wallet, as SD-JWT bound to its key. */
async function badge(holder: TestHolder): Promise<string> {
  const { learnerId, resultId } = await world.learner();
  const { data } = await staff(
    `mutation ($input: IssueCredentialInput!, $key: String!) { issueCredential(input: $input, idempotencyKey: $key) { id } }`,
    { key: randomUUID(), input: { resultId, badgeVersionId: world.badgeVersionId } },
  );
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const shown = await learner(
    'query ($id: ID!, $key: HolderKeyInput) { credential(id: $id) { encoded(as: SD_JWT, holderKey: $key) } }',
    { id: data.issueCredential.id, key: { jwk: JSON.stringify(holder.jwk) } },
  );
  expect(shown.errors).toEqual([]);
  return shown.data.credential.encoded;
}

type Badges = readonly (readonly [string, TestHolder])[];

/** Answers as a wallet does, through the library: only the skills that are asked for are shown. */
async function answer(
  { authorizationRequestPayload: payload, dcql }: Awaited<ReturnType<typeof opened>>,
  badges: Badges,
  alter: (shown: string) => string = (shown) => shown,
) {
  const query = DcqlQuery.parse(dcql?.query as DcqlQuery.Input);
  const values: unknown[] = query.credentials.flatMap(
    ({ claims }) => claims?.flatMap((claim: { values?: unknown[] | undefined }) => claim.values ?? []) ?? [],
  );
  const isAsked = (disclosure: readonly unknown[]) => {
    const { targetUrl } = (disclosure.at(-1) ?? {}) as { targetUrl?: string };
    return targetUrl !== undefined && values.includes(targetUrl);
  };
  const asked = { nonce: String(payload.nonce), audience: String(payload.client_id) };
  const shown: string[] = [];
  for (const [sdJwt, holder] of badges) shown.push(alter(await present(sdJwt, isAsked, holder, asked)));
  const [first = '', ...more] = shown;
  const created = await client.createOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: payload,
    authorizationResponsePayload: { vp_token: { badges: [first, ...more] } },
  });
  const { response } = await client.submitOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: payload as { response_uri?: string },
    authorizationResponsePayload: created.authorizationResponsePayload,
  });
  return response;
}

describe('asking a candidate for what a role needs', () => {
  test('is a signed request for no more than the skills it asks for', async () => {
    const { uri } = await ask();
    const { authorizationRequestPayload: payload, client: who, dcql, version } = await opened(uri);
    expect(version).toBe(100);
    expect(who).toMatchObject({ prefix: 'decentralized_identifier' });
    expect(payload).toMatchObject({
      response_mode: 'direct_post',
      client_metadata: { client_name: expect.stringContaining('Hirer') },
    });
    expect(dcql?.query).toMatchObject({
      credentials: [{ format: 'dc+sd-jwt', claims: [{ values: [world.skillUri] }] }],
    });
  });

  test('is answered by a wallet and matched as matching does, and nothing presented is kept', async () => {
    const holder = testHolder();
    const sdJwt = await badge(holder);
    const { id, uri } = await ask();
    const request = await opened(uri);
    expect((await employer(READ, { id })).data.candidateRequest).toMatchObject({ uri: null, match: null });
    const response = await answer(request, [[sdJwt, holder]]);
    expect([response.status, await response.json()]).toEqual([200, {}]);
    const { data, errors } = await employer(READ, { id });
    expect(errors).toEqual([]);
    expect(data.candidateRequest).toMatchObject({
      answeredAt: expect.any(String),
      match: {
        eligibility: 'ELIGIBLE',
        fit: 1,
        requirements: [
          {
            skillUri: world.skillUri,
            status: 'MET',
            bandHave: 'PRACTITIONER',
            levelHave: null,
            credential: { badgeName: 'Graph Modeller' },
          },
        ],
      },
    });
    expect((await rival(READ, { id })).data.candidateRequest).toBeNull();
    const [stored] = await world.query(
      'MATCH (request:CandidateRequest {id: $id}) RETURN properties(request) AS properties',
      { id },
    );
    const kept = JSON.stringify(stored);
    for (const gone of [sdJwt.slice(0, 60), 'Graph Modeller', world.skillUri, 'jwk'])
      expect(kept).not.toContain(gone);
    expect((await answer(request, [[sdJwt, holder]])).status).toBe(409);
  });

  test('takes nothing that does not hold, is not the holder’s, or is of several people', async () => {
    const [holder, other] = [testHolder(), testHolder()];
    const [own, theirs] = [await badge(holder), await badge(other)];
    const { id, uri } = await ask();
    const request = await opened(uri);
    const wrong: readonly (readonly [Badges, ((shown: string) => string)?])[] = [
      [[[own, other]]],
      [
        [
          [own, holder],
          [theirs, other],
        ],
      ],
      [[[own, holder]], (shown) => shown.replace(/~[^~]+~/, '~')],
      [[[own, holder]], (shown) => shown.slice(0, shown.lastIndexOf('~') + 1)],
    ];
    for (const [badges, alter] of wrong) expect((await answer(request, badges, alter)).status).toBe(400);
    expect((await employer(READ, { id })).data.candidateRequest).toMatchObject({
      answeredAt: null,
      match: null,
    });
    expect((await answer(request, [[own, holder]])).status).toBe(200);
  });

  test('is for employers about roles of theirs, and unknown to whoever guesses', async () => {
    const { errors } = await rival(ASK, { id: roleProfileId, key: randomUUID() });
    expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const key = randomUUID();
    const first = await employer(ASK, { id: roleProfileId, key });
    const second = await employer(ASK, { id: roleProfileId, key });
    expect(second.data.askCandidate).toMatchObject({ id: first.data.askCandidate.id, uri: null });
    expect((await fetch(`${api.url}/oid4vp/requests/${randomUUID()}`)).status).toBe(404);
    const guessed = await fetch(`${api.url}/oid4vp/responses/${randomUUID()}`, { method: 'POST' });
    expect(guessed.status).toBe(400);
  });
});
