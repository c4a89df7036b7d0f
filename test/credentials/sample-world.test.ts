import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decodeStatusList } from '../../src/modules/credentials/status-list.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../support/credential-world.ts';

let api: TestApi;
let world: CredentialWorld;
beforeAll(async () => {
  api = await startApi();
  world = await credentialWorld(testConfig());
});
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
});

test('the skills learners have are those their credentials prove, neither more nor less', async () => {
  const [counts] = await world.query(`
    MATCH (l:Learner) WHERE l.id STARTS WITH 'learner-'
    CALL (l) {
      MATCH (l)-[:HOLDS]->(c:Credential {status: 'ACTIVE'})-[:INSTANCE_OF]->(:BadgeVersion)-[:CERTIFIES]->(:Outcome)-[a:ALIGNED_TO]->(s:Skill)
      WHERE a.relation IN ['EXACT', 'CLOSE']
      WITH c, s, max(a.level) AS level
      RETURN collect([c.id, s.uri, level, c.awardedAt, coalesce(c.validUntil, datetime('9999-12-31T00:00:00Z'))]) AS proven
    }
    CALL (l) {
      OPTIONAL MATCH (l)-[h:HAS_SKILL]->(s:Skill)
      RETURN [x IN collect([h.credentialId, s.uri, h.level, h.since, h.until]) WHERE x[0] IS NOT NULL] AS recorded
    }
    RETURN sum(size(recorded)) AS recorded, sum(size([x IN recorded WHERE NOT x IN proven])) AS unproven,
      sum(size([x IN proven WHERE NOT x IN recorded])) AS missing`);
  expect(counts).toMatchObject({ unproven: 0, missing: 0 });
  expect(counts?.['recorded']).toBeGreaterThan(500);
});

test('every credential of the sample world has a status entry of its own and a bit that says whether it was withdrawn', async () => {
  const [wrong] = await world.query(`
    MATCH (c:Credential)<-[:HOLDS]-(l:Learner) WHERE l.id STARTS WITH 'learner-'
    OPTIONAL MATCH (c)-[e:LISTED_IN]->(list:StatusList)
    RETURN count(c) AS all, count(DISTINCT list.id + '#' + e.index) AS entries`);
  expect(wrong?.['entries']).toBe(wrong?.['all']);
  const withdrawn = await world.query(`
    MATCH (list:StatusList)<-[e:LISTED_IN]-(c:Credential {status: 'REVOKED'})<-[:HOLDS]-(l:Learner)
    WHERE l.id STARTS WITH 'learner-'
    RETURN list.encoded AS encoded, collect(e.index) AS indices`);
  expect(withdrawn.length).toBeGreaterThan(0);
  for (const { encoded, indices } of withdrawn) {
    const list = await decodeStatusList(String(encoded));
    for (const index of indices as number[]) expect(list.getStatus(index)).toBe(true);
  }
});
