import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createApiKey } from '../../../src/modules/identity/identity.service.ts';
import { startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';
import { makeOrganization } from '../../support/data.ts';

let api: TestApi;
let world: CredentialWorld;
beforeAll(async () => {
  api = await startApi();
  world = await credentialWorld(testConfig());
});
afterAll(() => Promise.all([api.close(), world.close()]));

const LIST = `query ($since: DateTimeISO, $first: Int, $after: String) {
  credentialNotices(since: $since, first: $first, after: $after) {
    totalCount pageInfo { endCursor hasNextPage } edges { node { id kind days credentialId credential { id } } } } }`;

test('holder and issuer are told once for each number of days before the end, and again by nobody', async () => {
  const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const { learnerId, resultId } = await world.learner();
  const { data, errors } = await staff(
    'mutation ($input: IssueCredentialInput!, $key: String!) { made: issueCredential(input: $input, idempotencyKey: $key) { id } }',
    { key: randomUUID(), input: { resultId, badgeVersionId: world.badgeVersionId } },
  );
  expect(errors).toEqual([]);
  const { id } = data.made as { id: string };
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const told = async (caller = learner, variables: Record<string, unknown> = {}) => {
    const answer = await caller(LIST, variables);
    expect(answer.errors).toEqual([]);
    return answer.data.credentialNotices;
  };
  const daysOf = ({ edges }: { edges: { node: { days: number; kind: string } }[] }) =>
    edges.map(({ node }) => [node.days, node.kind]);
  expect(daysOf(await told())).toEqual([]);
  // as it will be when some years have gone by
  await world.query(
    "MATCH (c:Credential {id: $id}) SET c.awardedAt = datetime() - duration('P800D'), c.validUntil = datetime() + duration('P20D')",
    { id },
  );
  const soon = await told();
  expect(daysOf(soon)).toEqual([
    [90, 'ENDING_SOON'],
    [30, 'ENDING_SOON'],
  ]);
  expect(soon).toMatchObject({
    totalCount: 2,
    edges: [{ node: { id: `${id}:90`, credential: { id } } }, {}],
  });
  expect((await told(staff)).edges).toEqual(soon.edges);
  const page = await told(learner, { first: 1 });
  expect(page.pageInfo.hasNextPage).toBe(true);
  expect(daysOf(await told(learner, { after: soon.pageInfo.endCursor }))).toEqual([]);
  await world.query("MATCH (c:Credential {id: $id}) SET c.validUntil = datetime() - duration('PT1H')", {
    id,
  });
  expect(daysOf(await told()).at(-1)).toEqual([0, 'ENDED']);
  // the same as they happen, and all that happened since an instant first
  const apiKey = await createApiKey(
    api.app.graph,
    { name: 'test', role: 'ISSUER_STAFF', organizationId: world.organizationId },
    api.app.clock(),
  );
  const stop = new AbortController();
  const stream = await fetch(`${api.url}/graphql/stream`, {
    method: 'POST',
    signal: stop.signal,
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${apiKey}`,
    },
    body: JSON.stringify({
      query:
        'subscription ($since: DateTimeISO) { credentialNoticed(since: $since) { days credential { id } } }',
      variables: { since: new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString() },
    }),
  });
  const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  while (!text.includes('credentialNoticed')) text += new TextDecoder().decode((await reader.read()).value);
  stop.abort();
  expect(text).toContain(JSON.stringify({ credentialNoticed: { days: 0, credential: { id } } }));
  const stranger = await api.as({ role: 'ISSUER_STAFF', organizationId: await makeOrganization() });
  expect(await told(stranger)).toMatchObject({ totalCount: 0, edges: [] });
  const far = await learner(LIST, { since: '2020-01-01T00:00:00Z' });
  expect(far.errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', argument: 'since' });
  await world.query("MATCH (c:Credential {id: $id}) SET c.status = 'SUSPENDED'", { id });
  expect(daysOf(await told())).toEqual([]);
  await world.query("MATCH (c:Credential {id: $id}) SET c.status = 'ACTIVE'", { id });
});
