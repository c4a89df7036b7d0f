import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startIssuer, type TestIssuer } from '../support/issuer.ts';

let issuer: TestIssuer;
let world: TestIssuer['world'];
let staff: TestIssuer['staff'];
beforeAll(async () => {
  issuer = await startIssuer();
  ({ world, staff } = issuer);
});
afterAll(() => issuer.close());

const ISSUE =
  'mutation ($input: IssueCredentialInput!, $key: String!) { made: issueCredential(input: $input, idempotencyKey: $key) { id } }';

async function issue(resultId: string, badgeVersionId: string) {
  const { data, errors } = await staff(ISSUE, { key: randomUUID(), input: { resultId, badgeVersionId } });
  return errors[0]?.extensions ?? data.made;
}

const proofing = (learnerId: string, level: string, organizationId = world.organizationId) =>
  world.query(
    `MATCH (l:Learner {id: $learnerId}) MERGE (o:Organization {id: $organizationId})
     CREATE (l)-[:HAS_PROOFING]->(p:IdentityProofing {id: randomUUID(), method: 'DOCUMENT', level: $level, verifier: 'Office', provedAt: datetime(), recordedAt: datetime()})<-[:RECORDED]-(o)
     RETURN p.id AS id`,
    { learnerId, level, organizationId },
  );

test('a badge goes only to learners its issuer knows as surely as the badge asks', async () => {
  const badge = await world.badge({});
  await world.query("MATCH (v:BadgeVersion {id: $badge}) SET v.identityProofing = 'SUBSTANTIAL'", { badge });
  const { learnerId, resultId } = await world.learner();
  const refused = { code: 'INVALID_INPUT', argument: 'resultId', reason: 'IDENTITY_NOT_PROVEN' };
  expect(await issue(resultId, badge)).toMatchObject({ ...refused, asked: 'SUBSTANTIAL', known: null });
  await proofing(learnerId, 'LOW');
  expect(await issue(resultId, badge)).toMatchObject({ ...refused, known: 'LOW' });
  await proofing(learnerId, 'HIGH', `elsewhere-${randomUUID()}`);
  expect(await issue(resultId, badge)).toMatchObject({ ...refused, known: 'LOW' });
  const [high] = await proofing(learnerId, 'HIGH');
  await world.query('MATCH (p:IdentityProofing {id: $id}) SET p.withdrawnAt = datetime()', {
    id: high?.['id'],
  });
  expect(await issue(resultId, badge)).toMatchObject({ ...refused, known: 'LOW' });
  expect(
    await world.query('MATCH (:Learner {id: $learnerId})-[:HOLDS]->(c) RETURN c.id AS id', { learnerId }),
  ).toEqual([]);
  await proofing(learnerId, 'SUBSTANTIAL');
  expect(await issue(resultId, badge)).toEqual({ id: expect.any(String) });
});

test('a stack that asks for more than its parts waits until the learner is known', async () => {
  const stack = await world.badge({ stacks: true });
  await world.query("MATCH (v:BadgeVersion {id: $stack}) SET v.identityProofing = 'HIGH'", { stack });
  const { learnerId, resultId } = await world.learner();
  const stacked = () =>
    world.query(
      "MATCH (:Learner {id: $learnerId})-[:HOLDS]->(c:Credential {via: 'STACKED'}) RETURN count(c) AS count",
      { learnerId },
    );
  expect(await issue(resultId, world.badgeVersionId)).toEqual({ id: expect.any(String) });
  expect(await stacked()).toEqual([{ count: 0 }]);
  await proofing(learnerId, 'HIGH');
  await issue(resultId, world.badgeVersionId);
  expect(await stacked()).toEqual([{ count: 1 }]);
});
