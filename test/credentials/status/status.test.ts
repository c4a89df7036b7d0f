import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';

let api: TestApi;
let world: CredentialWorld;
let other: CredentialWorld;
let staff: Caller;
let otherStaff: Caller;
beforeAll(async () => {
  api = await startApi();
  [world, other] = await Promise.all([credentialWorld(testConfig()), credentialWorld(testConfig())]);
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  otherStaff = await api.as({ role: 'ISSUER_STAFF', organizationId: other.organizationId });
});
afterAll(async () => {
  await Promise.all([api.close(), world.close(), other.close()]);
});

const change = (name: string) =>
  `mutation ($id: ID!, $reason: String!, $audience: StatusAudience, $key: String!) {
     made: ${name}Credential(id: $id, reason: $reason, audience: $audience, idempotencyKey: $key) { id status statusReason statusAudience } }`;
const BULK = `mutation ($input: ChangeCredentialStatusesInput!, $key: String!) {
  made: changeCredentialStatuses(input: $input, idempotencyKey: $key) { changed left unable } }`;
const SHOW = 'query ($id: ID!) { credential(id: $id) { document status statusReason statusAudience } }';
const EXPIRING = `query ($days: Int!, $first: Int, $after: String) {
  expiringCredentials(days: $days, first: $first, after: $after) {
    totalCount pageInfo { hasNextPage endCursor } edges { node { id validUntil } } } }`;

async function issued(badgeVersionId = world.badgeVersionId) {
  const { learnerId, resultId } = await world.learner();
  const { data, errors } = await staff(
    'mutation ($input: IssueCredentialInput!, $key: String!) { made: issueCredential(input: $input, idempotencyKey: $key) { id } }',
    { key: randomUUID(), input: { resultId, badgeVersionId } },
  );
  expect(errors).toEqual([]);
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const { id } = data.made as { id: string };
  return { id, learnerId, learner, signed: (await learner(SHOW, { id })).data.credential.document as string };
}

async function verdict(document: string) {
  const { data } = await api.anonymous(
    'query ($document: String!) { verifyCredential(document: $document) { verdict steps { name outcome reason } } }',
    { document },
  );
  const { verdict, steps } = data.verifyCredential;
  return { verdict, status: steps.find(({ name }: { name: string }) => name === 'STATUS').reason };
}

const skills = (learnerId: string) =>
  world.query(
    `MATCH (:Learner {id: $learnerId})-[h:HAS_SKILL]->(s)
     RETURN s.uri AS uri, h.level AS level, h.credentialId AS credentialId, toString(h.since) AS since, toString(h.until) AS until`,
    { learnerId },
  );
const done = async (caller: Caller, name: string, variables: object) => {
  const { data, errors } = await caller(change(name), {
    key: randomUUID(),
    reason: 'Under review',
    ...variables,
  });
  expect(errors).toEqual([]);
  return data.made;
};
const refused = async (caller: Caller, name: string, variables: object) =>
  (await caller(change(name), { key: randomUUID(), reason: 'Under review', ...variables })).errors.flatMap(
    ({ extensions }) => [extensions['code'], extensions['reason']],
  );

describe('a suspended credential', () => {
  test('fails and proves nothing until it is reinstated; then the same document verifies again', async () => {
    const { id, learnerId, learner, signed } = await issued();
    const proven = await skills(learnerId);
    expect(proven).toHaveLength(1);
    expect(await done(staff, 'suspend', { id })).toEqual({
      id,
      status: 'SUSPENDED',
      statusReason: 'Under review',
      statusAudience: 'HOLDER',
    });
    expect(await verdict(signed)).toEqual({
      verdict: 'FAILED',
      status: 'The issuer withdrew it (suspension).',
    });
    expect(await skills(learnerId)).toEqual([]);
    expect((await learner(SHOW, { id })).data.credential.statusReason).toBe('Under review');

    await done(staff, 'reinstate', { id, reason: 'Cleared up' });
    expect(await verdict(signed)).toMatchObject({ verdict: 'VERIFIED' });
    expect(await skills(learnerId)).toEqual(proven);
    expect((await learner(SHOW, { id })).data.credential).toMatchObject({
      status: 'ACTIVE',
      statusReason: 'Cleared up',
    });
  });

  test('says why to whom the issuer lets know', async () => {
    const { id, learner, signed } = await issued();
    await done(staff, 'suspend', { id, audience: 'ISSUER' });
    const read = async (caller: Caller) => (await caller(SHOW, { id })).data.credential.statusReason;
    expect([await read(learner), await read(staff)]).toEqual([null, 'Under review']);
    const [listed] = (await learner('{ credentials { edges { node { statusReason } } } }')).data.credentials
      .edges;
    expect(listed.node.statusReason).toBeNull();
    await done(staff, 'reinstate', { id });
    await done(staff, 'suspend', { id, audience: 'EVERYBODY', reason: 'The exam is looked at again' });
    expect((await verdict(signed)).status).toBe(
      'The issuer withdrew it (suspension): The exam is looked at again',
    );
  });

  test('can be revoked, and that is for good', async () => {
    const { id, signed } = await issued();
    await done(staff, 'suspend', { id });
    expect(await done(staff, 'revoke', { id })).toMatchObject({ status: 'REVOKED' });
    expect(await refused(staff, 'suspend', { id })).toEqual(['CONFLICT', 'REVOKED']);
    expect(await refused(staff, 'reinstate', { id })).toEqual(['CONFLICT', 'REVOKED']);
    expect((await verdict(signed)).verdict).toBe('FAILED');
  });

  test('stays as it is when asked again, and is nobody else’s to change', async () => {
    const { id, learner } = await issued();
    expect(await done(staff, 'reinstate', { id })).toMatchObject({ status: 'ACTIVE', statusReason: null });
    await done(staff, 'suspend', { id });
    expect(await done(staff, 'suspend', { id, reason: 'Again' })).toMatchObject({
      statusReason: 'Under review',
    });
    expect(await refused(otherStaff, 'reinstate', { id })).toEqual(['NOT_FOUND', undefined]);
    expect(await refused(learner, 'reinstate', { id })).toEqual(['FORBIDDEN', undefined]);
    expect(await refused(staff, 'reinstate', { id, reason: ' ' })).toEqual(['INVALID_INPUT', undefined]);
  });

  test('is refused where the signed document knows only revocation', async () => {
    const { id } = await issued();
    const listId = `old-${randomUUID()}`;
    await world.query(
      `MATCH (c:Credential {id: $id})-[old:LISTED_IN]->(now:StatusList)<-[:PUBLISHES]-(o)
       CREATE (o)-[:PUBLISHES]->(list:StatusList {id: $listId, purpose: 'revocation', length: now.length, encoded: now.encoded})
       CREATE (c)-[:LISTED_IN {index: old.index}]->(list) SET c.statusEntry = $listId + '#1' DELETE old`,
      { id, listId },
    );
    expect(await refused(staff, 'suspend', { id })).toEqual(['CONFLICT', 'NOT_SUSPENDABLE']);
    expect(await done(staff, 'revoke', { id })).toMatchObject({ status: 'REVOKED' });
  });

  test('of a stack, once it counts again, completes it', async () => {
    const part = await world.badge({});
    const { id, learnerId } = await issued(part);
    await done(staff, 'suspend', { id });
    const stack = await world.badge({ stacks: true });
    await world.query(
      `MATCH (v:BadgeVersion {id: $stack})-[old:STACKS]->() DELETE old
       WITH DISTINCT v MATCH (b:Badge)-[:HAS_VERSION]->(:BadgeVersion {id: $part}) CREATE (v)-[:STACKS]->(b)`,
      { stack, part },
    );
    await done(staff, 'reinstate', { id });
    expect(
      await world.query(
        'MATCH (:Learner {id: $learnerId})-[:HOLDS]->(c:Credential {via: $via})-[:USED]->(u) RETURN u.id AS used',
        { learnerId, via: 'STACKED' },
      ),
    ).toEqual([{ used: id }]);
    await world.query("MATCH (v:BadgeVersion) WHERE v.id IN [$stack, $part] SET v.state = 'WITHDRAWN'", {
      stack,
      part,
    });
  });
});

describe('many credentials', () => {
  const bulk = async (caller: Caller, input: object, key: string = randomUUID()) => {
    const { data, errors } = await caller(BULK, { key, input: { reason: 'All of them', ...input } });
    return errors.length === 0 ? data.made : errors[0]?.extensions;
  };

  test('of a badge version change in chunks that go on where they stopped', async () => {
    const badgeVersionId = await world.badge({ validMonths: 1 });
    const all = [];
    for (let count = 0; count < 3; count += 1) all.push(await issued(badgeVersionId));
    const key = randomUUID();
    const input = { change: 'SUSPEND', badgeVersionId, limit: 2 };
    expect(await bulk(staff, input, key)).toEqual({ changed: 2, left: 1, unable: 0 });
    expect(await bulk(staff, input, key)).toEqual({ changed: 2, left: 1, unable: 0 });
    expect(await bulk(staff, input)).toEqual({ changed: 1, left: 0, unable: 0 });
    expect(await bulk(staff, input)).toEqual({ changed: 0, left: 0, unable: 0 });
    for (const { signed } of all) expect((await verdict(signed)).verdict).toBe('FAILED');
    expect(await bulk(otherStaff, { change: 'REINSTATE', badgeVersionId })).toMatchObject({ changed: 0 });
    expect(await bulk(staff, { change: 'REINSTATE', badgeVersionId })).toMatchObject({ changed: 3, left: 0 });
    for (const { signed } of all) expect((await verdict(signed)).verdict).toBe('VERIFIED');

    // and these end within two months, for whoever holds or issued them
    const ends = await staff(EXPIRING, { days: 60, first: 2 });
    expect(ends.data.expiringCredentials).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await staff(EXPIRING, {
      days: 60,
      first: 2,
      after: ends.data.expiringCredentials.pageInfo.endCursor,
    });
    const ids = [...ends.data.expiringCredentials.edges, ...rest.data.expiringCredentials.edges].map(
      ({ node }: { node: { id: string } }) => node.id,
    );
    expect(ids.sort()).toEqual(all.map(({ id }) => id).sort());
    const own = await (all[0] as { learner: Caller }).learner(EXPIRING, { days: 60 });
    expect(own.data.expiringCredentials).toMatchObject({
      totalCount: 1,
      edges: [{ node: { id: all[0]?.id } }],
    });
    expect((await staff(EXPIRING, { days: 5 })).data.expiringCredentials.edges).toEqual([]);
    expect((await otherStaff(EXPIRING, { days: 60 })).data.expiringCredentials.totalCount).toBe(0);
    expect((await staff(EXPIRING, { days: 0 })).errors[0]?.extensions).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'days',
    });
  });

  test('of a cohort and of a key', async () => {
    const { id, learnerId, signed } = await issued();
    const outside = await issued();
    const cohortId = `cohort-${randomUUID()}`;
    await world.query(
      `MATCH (o:Organization {id: $organizationId}) MATCH (a:Assessment {id: $assessmentId}) MATCH (l:Learner {id: $learnerId})
       CREATE (o)-[:HOLDS_COHORT]->(c:Cohort {id: $cohortId})-[:OF_UNIT]->(:LearningUnit {id: 'unit-' + $cohortId})-[:ASSESSED_BY]->(a)
       CREATE (l)-[:HAS_ENROLMENT]->(:Enrolment {id: 'enrolment-' + $cohortId})-[:IN_COHORT]->(c)`,
      { organizationId: world.organizationId, assessmentId: world.assessmentId, learnerId, cohortId },
    );
    expect(await bulk(staff, { change: 'REVOKE', cohortId })).toEqual({ changed: 1, left: 0, unable: 0 });
    expect((await verdict(signed)).verdict).toBe('FAILED');
    expect((await staff(SHOW, { id })).data.credential.status).toBe('REVOKED');
    expect((await staff(SHOW, { id: outside.id })).data.credential.status).toBe('ACTIVE');

    const [{ verificationMethod }] = JSON.parse(outside.signed).proof;
    expect(await bulk(staff, { change: 'REVOKE', signedWith: `${verificationMethod}x` })).toMatchObject({
      changed: 0,
    });
    const badgeVersionId = world.badgeVersionId;
    const byKey = await bulk(staff, { change: 'SUSPEND', signedWith: verificationMethod, badgeVersionId });
    expect(byKey).toMatchObject({ left: 0 });
    expect((await verdict(outside.signed)).verdict).toBe('FAILED');
  });

  test('are not changed without saying which', async () => {
    expect(await bulk(staff, { change: 'REVOKE' })).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'input.badgeVersionId',
    });
    expect(await bulk(staff, { change: 'REVOKE', badgeVersionId: 'x', limit: 1001 })).toMatchObject({
      argument: 'input.limit',
    });
  });
});
