import { randomUUID } from 'node:crypto';
import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';

let api: TestApi;
let world: CredentialWorld;
beforeAll(async () => {
  api = await startApi();
  world = await credentialWorld(testConfig());
});
afterAll(() => Promise.all([api.close(), world.close()]));

test('the lists of an issuer say the same in all three forms, at once', async () => {
  const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const issued = async () => {
    const { learnerId, resultId } = await world.learner();
    const { data, errors } = await staff(
      'mutation ($input: IssueCredentialInput!, $key: String!) { made: issueCredential(input: $input, idempotencyKey: $key) { id url } }',
      { key: randomUUID(), input: { resultId, badgeVersionId: world.badgeVersionId } },
    );
    expect(errors).toEqual([]);
    const learner = await api.as({ role: 'LEARNER', learnerId });
    const shown = await learner('query ($id: ID!) { credential(id: $id) { document } }', {
      id: data.made.id,
    });
    const document = JSON.parse(shown.data.credential.document);
    return { ...data.made, document, status: document.credentialStatus };
  };
  const change = (name: string, id: string, audience: string) =>
    staff(
      `mutation ($id: ID!, $key: String!, $audience: StatusAudience) {
         ${name}Credential(id: $id, reason: "Under review", audience: $audience, idempotencyKey: $key) { id } }`,
      { id, audience, key: randomUUID() },
    );
  const [one, two, three] = [await issued(), await issued(), await issued()];
  const at = api.url + new URL(one.status.statusListCredential).pathname;

  const read = async () => {
    const answer = await fetch(`${at}/token`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/statuslist\+jwt/);
    const [header, payload] = (await answer.text())
      .split('.')
      .slice(0, 2)
      .map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()));
    expect(header).toMatchObject({ alg: 'ES256', typ: 'statuslist+jwt' });
    expect(payload).toMatchObject({
      sub: `${one.status.statusListCredential}/token`,
      ttl: 300,
      status_list: { bits: 2 },
    });
    const bytes = inflateSync(Buffer.from(payload.status_list.lst, 'base64url'));
    expect(bytes).toHaveLength(131_072 / 4);
    const value = (index: number) => ((bytes[index >> 2] ?? 0) >> ((index & 3) * 2)) & 3;
    return [one, two, three].map(({ status }) => value(Number(status.statusListIndex)));
  };
  const revoked = async () => {
    const answer = await fetch(`${api.url}/orgs/${world.organizationId}/revocations`);
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    return (await answer.json()) as { issuer: string; revokedCredential: object[] };
  };
  expect(await read()).toEqual([0, 0, 0]);
  expect((await revoked()).revokedCredential).toEqual([]);
  await change('suspend', one.id, 'ISSUER');
  await change('revoke', two.id, 'EVERYBODY');
  expect(await read()).toEqual([2, 1, 0]);
  expect((await revoked()).revokedCredential).toEqual(
    [
      { id: one.url, revoked: true },
      { id: two.url, revoked: true, revocationReason: 'Under review' },
    ].sort((a, b) => a.id.localeCompare(b.id)),
  );
  // whoever names that list instead is told the same
  const said = async ({ document }: typeof one) => {
    const id = `${new URL(document.id).origin}/orgs/${world.organizationId}/revocations`;
    const { data } = await api.anonymous(
      'query ($document: String!) { verifyCredential(document: $document) { steps { name reason } } }',
      {
        document: JSON.stringify({
          ...document,
          credentialStatus: { id, type: '1EdTechRevocationList' },
        }),
      },
    );
    return data.verifyCredential.steps.find(({ name }: { name: string }) => name === 'STATUS').reason;
  };
  expect([await said(one), await said(two), await said(three)]).toEqual([
    'The issuer revoked it.',
    'The issuer revoked it: Under review',
    'Not revoked.',
  ]);
  await change('revoke', one.id, 'ISSUER');
  expect(await read()).toEqual([1, 1, 0]);
  expect(await read()).toEqual([1, 1, 0]);
  for (const path of ['/status/unknown/token', '/orgs/unknown/revocations'])
    expect((await fetch(api.url + path)).status).toBe(404);
});
