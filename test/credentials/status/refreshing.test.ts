import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
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

const ISSUE =
  'mutation ($input: IssueCredentialInput!, $key: String!) { made: issueCredential(input: $input, idempotencyKey: $key) { id } }';
const REFRESH = `mutation ($input: RefreshCredentialsInput!, $key: String!) {
  made: refreshCredentials(input: $input, idempotencyKey: $key) { refreshed unable next } }`;
const SHOW = `query ($id: ID!) { credential(id: $id) { status statusReason awardedAt document
  replacedBy { id status awardedAt document badgeVersion { id } } } }`;

/** Another version of a badge, published in place of one. */
async function nextVersion(first: string, renewal: string): Promise<string> {
  const next = randomUUID();
  await world.query(
    `MATCH (b:Badge)-[:HAS_VERSION]->(old:BadgeVersion {id: $first})-[:CERTIFIES]->(o), (a:Assessment {id: $assessmentId})
     SET old.state = 'SUPERSEDED'
     CREATE (b)-[:HAS_VERSION]->(v:BadgeVersion {id: $next, number: 3, name: 'Graph Modeller', description: 'Models graphs, and says why.',
       criteria: 'Pass the project.', state: 'PUBLISHED', publishedAt: datetime(), validMonths: 36, renewal: $renewal})
     CREATE (v)-[:CERTIFIES]->(o) CREATE (v)-[:AWARDED_FOR]->(a)`,
    { first, next, renewal, assessmentId: world.assessmentId },
  );
  return next;
}

test('a credential stays where what was issued for the new version does not stand', async () => {
  const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const first = await world.badge({ validMonths: 24 });
  const { learnerId, resultId } = await world.learner();
  const issue = async (badgeVersionId: string) => {
    const { data, errors } = await staff(ISSUE, {
      key: randomUUID(),
      input: { resultId, badgeVersionId },
    });
    expect(errors).toEqual([]);
    return data.made.id as string;
  };
  const good = await issue(first);
  const next = await nextVersion(first, 'REFRESH');
  const { errors } = await staff(
    'mutation ($id: ID!, $key: String!) { revokeCredential(id: $id, reason: "A slip", idempotencyKey: $key) { id } }',
    { id: await issue(next), key: randomUUID() },
  );
  expect(errors).toEqual([]);
  const { data } = await staff(REFRESH, { key: randomUUID(), input: { badgeVersionId: next } });
  expect(data.made).toEqual({ refreshed: 0, unable: 1, next: null });
  const learner = await api.as({ role: 'LEARNER', learnerId });
  expect((await learner(SHOW, { id: good })).data.credential).toMatchObject({
    status: 'ACTIVE',
    replacedBy: null,
  });
});

test('credentials of earlier versions are issued anew where the new one says so, and the old ones superseded', async () => {
  const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
  const stranger = await api.as({ role: 'ISSUER_STAFF', organizationId: await makeOrganization() });
  const first = await world.badge({ validMonths: 24 });
  const holders = [];
  for (let count = 0; count < 3; count += 1) {
    const { learnerId, resultId } = await world.learner();
    const { data, errors } = await staff(ISSUE, {
      key: randomUUID(),
      input: { resultId, badgeVersionId: first },
    });
    expect(errors).toEqual([]);
    holders.push({
      id: data.made.id as string,
      learnerId,
      learner: await api.as({ role: 'LEARNER', learnerId }),
    });
  }
  const shown = holders.map(({ id }) => id).sort()[0] as string;
  await world.query(
    `MATCH (c:Credential {id: $shown}) SET c.publicSince = datetime('2026-05-01T00:00:00Z')
     CREATE (c)-[:SHARED_BY]->(:ShareLink {id: 'link ' + $shown})`,
    { shown },
  );
  const next = await nextVersion(first, 'REASSESS');
  const refresh = async (input: object, key: string = randomUUID(), who = staff) => {
    const { data, errors } = await who(REFRESH, { key, input: { badgeVersionId: next, ...input } });
    return errors.length > 0
      ? errors.map(({ extensions }) => [extensions['code'], extensions['reason']])[0]
      : data.made;
  };
  expect(await refresh({})).toEqual(['CONFLICT', 'NO_REFRESH']);
  expect(await refresh({ badgeVersionId: first })).toEqual(['CONFLICT', 'NOT_PUBLISHED']);
  await world.query("MATCH (v:BadgeVersion {id: $next}) SET v.renewal = 'REFRESH'", { next });
  expect(await refresh({}, randomUUID(), stranger)).toEqual(['NOT_FOUND', undefined]);
  expect(await refresh({ limit: 0 })).toEqual(['INVALID_INPUT', undefined]);

  const key = randomUUID();
  const part = await refresh({ limit: 2 }, key);
  expect(part).toMatchObject({ refreshed: 2, unable: 0 });
  expect(part.next).toBe(holders.map(({ id }) => id).sort()[1]);
  expect(await refresh({ limit: 2 }, key)).toEqual(part);
  expect(
    await world.query(
      `MATCH (new:Credential)-[:REPLACES]->(old:Credential {id: $shown}) MATCH (link:ShareLink {id: 'link ' + $shown})
       RETURN toString(new.publicSince) AS since, COUNT { (new)-[:SHARED_BY]->(link) } AS kept, COUNT { (old)-[:SHARED_BY]->() } AS left`,
      { shown },
    ),
  ).toEqual([{ since: '2026-05-01T00:00:00Z', kept: 1, left: 0 }]);
  // the third would have to pass another assessment first
  const [last] = holders.filter(({ id }) => id > part.next);
  await world.query(
    `MATCH (v:BadgeVersion {id: $next}) CREATE (v)-[:AWARDED_FOR]->(:Assessment {id: 'more-' + $next, title: 'More', kind: 'EXAM', task: 'Say why', supervised: true})`,
    { next },
  );
  expect(await refresh({ after: part.next })).toEqual({ refreshed: 0, unable: 1, next: null });

  for (const { id, learner, learnerId } of holders) {
    const { credential } = (await learner(SHOW, { id })).data;
    const proven = await world.query(
      'MATCH (:Learner {id: $learnerId})-[h:HAS_SKILL]->() RETURN h.credentialId AS by',
      { learnerId },
    );
    if (id === last?.id) {
      expect(credential).toMatchObject({ status: 'ACTIVE', replacedBy: null });
      continue;
    }
    expect(credential).toMatchObject({
      status: 'REVOKED',
      statusReason: 'Superseded: issued anew for version 3 of the badge.',
      replacedBy: { status: 'ACTIVE', badgeVersion: { id: next }, awardedAt: credential.awardedAt },
    });
    expect(proven).toEqual([{ by: credential.replacedBy.id }]);
    const verdicts = [];
    for (const document of [credential.document, credential.replacedBy.document])
      verdicts.push(
        (
          await api.anonymous(
            'query ($document: String!) { verifyCredential(document: $document) { verdict } }',
            { document },
          )
        ).data.verifyCredential.verdict,
      );
    expect(verdicts).toEqual(['FAILED', 'VERIFIED']);
    expect(JSON.parse(credential.replacedBy.document)).toMatchObject({
      credentialSubject: { achievement: { version: '3' } },
    });
  }
});
