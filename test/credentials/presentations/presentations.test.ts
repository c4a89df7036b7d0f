import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/modules/credentials/verification/proofs.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';
import { foreignBadge, proven, testSigner } from '../../support/signer.ts';

const ASK = `mutation ($domain: String, $key: String) {
  requestPresentation(domain: $domain, idempotencyKey: $key) { challenge domain expiresAt }
}`;
const VERIFY = `mutation ($presentation: String!, $challenge: String!, $key: String) {
  verifyPresentation(presentation: $presentation, challenge: $challenge, idempotencyKey: $key) {
    verdict holder steps { name outcome reason milliseconds } credentials { verdict issuer format trust { status } steps { name outcome } }
  }
}`;

let api: TestApi;
let later: TestApi;
let world: CredentialWorld;
let staff: Caller;
let hours = 0;
const issuer = testSigner();
const holder = testSigner();
let credential: Json;

beforeAll(async () => {
  api = await startApi();
  later = await startApi({ clock: () => new Date(Date.now() + hours * 3_600_000) });
  world = await credentialWorld(testConfig());
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const badge = foreignBadge(issuer.did);
  credential = await proven(
    { ...badge, credentialSubject: { ...(badge['credentialSubject'] as Json), id: holder.did } },
    issuer,
  );
});
afterAll(async () => {
  await Promise.all([api.close(), later.close(), world.close()]);
});

const present = async ({ challenge, domain }: { challenge: string; domain: string }) =>
  JSON.stringify(
    await proven(
      {
        '@context': ['https://www.w3.org/ns/credentials/v2'],
        type: ['VerifiablePresentation'],
        holder: holder.did,
        verifiableCredential: [credential],
      },
      holder,
      { proofPurpose: 'authentication', challenge, domain },
    ),
  );

async function ask(by = staff, variables: Record<string, unknown> = {}) {
  const { data, errors } = await by(ASK, variables);
  expect(errors).toEqual([]);
  return data.requestPresentation as { challenge: string; domain: string; expiresAt: string };
}

describe('a presentation', () => {
  test('proves who holds a credential to whoever asked, check by check', async () => {
    const request = await ask(staff, { domain: 'jobs.example:8443' });
    expect(request).toMatchObject({
      domain: 'jobs.example:8443',
      challenge: expect.stringMatching(/^[\w-]{43}$/),
    });
    const { data, errors } = await staff(VERIFY, {
      presentation: await present(request),
      challenge: request.challenge,
    });
    expect(errors).toEqual([]);
    const { holder: found, verdict, steps, credentials } = data.verifyPresentation;
    expect([found, verdict]).toEqual([holder.did, 'UNDETERMINED']);
    expect(steps.filter((step: { outcome: string }) => step.outcome !== 'PASS')).toMatchObject([
      { name: 'CREDENTIALS', outcome: 'COULD_NOT_CHECK' },
    ]);
    expect(credentials).toMatchObject([{ issuer: issuer.did, format: 'JSON', trust: { status: 'UNKNOWN' } }]);
  });

  test('is looked at once, however many are sent at the same time', async () => {
    const request = await ask();
    const presentation = await present(request);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => staff(VERIFY, { presentation, challenge: request.challenge })),
    );
    const won = answers.filter(({ errors }) => errors.length === 0);
    expect(won).toHaveLength(1);
    for (const { errors } of answers.filter((answer) => !won.includes(answer)))
      expect(['CONFLICT', 'UNAVAILABLE']).toContain(errors[0]?.extensions['code']);
    const again = await staff(VERIFY, { presentation, challenge: request.challenge });
    expect(again.errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'CHALLENGE_USED' });
  });

  test('sent again under the same key, gets the same answer', async () => {
    const request = await ask(staff, { key: `ask-${world.organizationId}` });
    expect(await ask(staff, { key: `ask-${world.organizationId}` })).toEqual(request);
    const sent = { presentation: await present(request), challenge: request.challenge, key: randomUUID() };
    const [first, second] = [await staff(VERIFY, sent), await staff(VERIFY, sent)];
    expect(first.errors).toEqual([]);
    expect(second.data.verifyPresentation).toMatchObject({ verdict: first.data.verifyPresentation.verdict });
  });

  test('uses its challenge up, even when it is none', async () => {
    const request = await ask();
    const none = await staff(VERIFY, { presentation: 'none', challenge: request.challenge });
    expect(none.data.verifyPresentation.verdict).toBe('FAILED');
    const { errors } = await staff(VERIFY, {
      presentation: await present(request),
      challenge: request.challenge,
    });
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'CHALLENGE_USED' });
  });

  test('comes too late after ten minutes, and is forgotten after a day', async () => {
    const request = await ask();
    hours = 1;
    const other = await later.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
    const { errors } = await other(VERIFY, { presentation: 'none', challenge: request.challenge });
    expect(errors[0]?.extensions).toMatchObject({ code: 'CONFLICT', reason: 'CHALLENGE_EXPIRED' });
    hours = 48;
    await ask(other);
    const forgotten = await other(VERIFY, { presentation: 'none', challenge: request.challenge });
    expect(forgotten.errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', argument: 'challenge' });
  });

  test('is for the organisation that asked, and for those who may ask', async () => {
    const request = await ask();
    const other = await credentialWorld(testConfig());
    const stranger = await api.as({ role: 'EMPLOYER', organizationId: other.organizationId });
    for (const challenge of [request.challenge, 'never-made']) {
      const { errors } = await stranger(VERIFY, { presentation: 'none', challenge });
      expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    }
    const { learnerId } = await other.learner();
    const learner = await api.as({ role: 'LEARNER', learnerId });
    expect((await learner(ASK)).errors[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect((await api.anonymous(ASK)).errors[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    const unusable = await staff(ASK, { domain: 'https://Jobs.example' });
    expect(unusable.errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument: 'domain' });
    await other.close();
  });
});
