import { createHash, randomUUID } from 'node:crypto';
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

test('a credential for new work renews the one before, unless that was revoked', async () => {
  const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const { learnerId, resultId } = await world.learner();
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const issue = async (id: string) => {
    const { data, errors } = await staff(
      `mutation ($input: IssueCredentialInput!, $key: String!) {
         made: issueCredential(input: $input, idempotencyKey: $key) { id renews { id status } } }`,
      { key: randomUUID(), input: { resultId: id, badgeVersionId: world.badgeVersionId } },
    );
    expect(errors).toEqual([]);
    return data.made;
  };
  const again = async () => {
    const [made] = await world.query(
      `MATCH (l:Learner {id: $learnerId})-[:SUBMITTED]->(:Submission)-[:HAS_RESULT]->(:Result {id: $resultId})-[:SCORED]->(level)
       MATCH (a:Assessment {id: $assessmentId})
       CREATE (l)-[:SUBMITTED]->(s:Submission {id: randomUUID(), submittedAt: datetime()})-[:ANSWERS]->(a)
       CREATE (s)-[:HAS_RESULT]->(r:Result {id: randomUUID(), achievedAt: datetime(), passed: true, points: 2, assessor: 'key'})-[:SCORED]->(level)
       RETURN r.id AS id`,
      { learnerId, resultId, assessmentId: world.assessmentId },
    );
    return String(made?.['id']);
  };
  const first = await issue(resultId);
  expect(first.renews).toBeNull();
  const second = await issue(await again());
  expect(second.renews).toEqual({ id: first.id, status: 'ACTIVE' });
  const { data } = await learner('query ($id: ID!) { credential(id: $id) { renews { id } } }', {
    id: second.id,
  });
  expect(data.credential.renews).toEqual({ id: first.id });
  const signed = await learner(
    'query ($a: ID!, $b: ID!) { a: credential(id: $a) { url digest document } b: credential(id: $b) { document } }',
    {
      a: first.id,
      b: second.id,
    },
  );
  const { a, b } = signed.data;
  expect(JSON.parse(a.document).relatedResource).toBeUndefined();
  const related = [
    {
      id: a.url,
      mediaType: 'application/vc',
      digestSRI: `sha256-${createHash('sha256').update(a.document).digest('base64')}`,
    },
  ];
  expect(JSON.parse(b.document).relatedResource).toEqual(related);
  const exported = await learner('{ exportMyData }');
  expect(JSON.stringify(exported.data)).toContain('renews');

  for (const id of [first.id, second.id])
    await staff(
      'mutation ($id: ID!, $key: String!) { revokeCredential(id: $id, reason: "Not their own work", idempotencyKey: $key) { id } }',
      { id, key: randomUUID() },
    );
  const third = await issue(await again());
  expect(third.id).not.toBe(second.id);
  expect(third.renews).toBeNull();

  const fourth = await issue(await again());
  expect(fourth.renews).toMatchObject({ id: third.id });
  const erased = await learner(
    'mutation ($key: String!) { eraseMe(confirmation: "ERASE EVERYTHING ABOUT ME", idempotencyKey: $key) { id } }',
    { key: randomUUID() },
  );
  expect(erased.errors).toEqual([]);
  expect(
    await world.query('MATCH (c:Credential {id: $id}) RETURN COUNT { (c)-[:RENEWS]-() } AS left', {
      id: fourth.id,
    }),
  ).toEqual([{ left: 0 }]);
});
