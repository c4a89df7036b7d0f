import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import neo4j from 'neo4j-driver';
import { createCredentialing } from '../../src/modules/credentials/credentialing.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { connect } from '../../src/platform/graph/graph.ts';
import { loadSampleWorld } from '../../src/seed/load-sample-world.ts';
import { createSampleKeys } from '../../src/seed/sample-keys.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { INVENTED_PEOPLE } from '../support/sample-world.ts';

const config = testConfig();
const graph = connect(config.graph);
const { uri, user, password } = config.graph;
const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), { disableLosslessIntegers: true });
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => Promise.all([api.close(), graph.close(), driver.close()]));

const load = () =>
  loadSampleWorld(graph, {
    ...config,
    credentialing: createCredentialing(config, graph, systemClock),
    now: systemClock(),
    inventedPeople: INVENTED_PEOPLE,
  });

async function rows<T>(cypher: string, parameters: Record<string, unknown> = {}): Promise<T[]> {
  const { records } = await driver.executeQuery(cypher, parameters);
  return records.map((record) => record.toObject() as T);
}

/** Only what belongs to the sample world: other tests write to the same graph, and issue today. */
const counts = async () =>
  (
    await rows<Record<string, number>>(`
      MATCH (sample:Organization) WHERE sample.id IN ['org-northbank', 'org-tideway', 'org-public-services', 'org-harbourlight']
      WITH collect(sample) AS samples
      RETURN
        COUNT { MATCH (f:FrameworkVersion) WHERE f.id IN ['esco@1.2.0', 'onet@29.2', 'ddat@2025'] } AS versions,
        COUNT { MATCH (c:Concept) WHERE c.since IN [10200, 290200, 20250000] } AS concepts,
        COUNT { MATCH (t:ConceptText) WHERE t.since IN [10200, 290200, 20250000] } AS texts,
        COUNT { MATCH (m:Mapping) WHERE m.source IN ['sample-world', 'esco-onet-crosswalk'] } AS mappings,
        COUNT { MATCH (u:LearningUnit)-[:TEACHES]->(:Outcome) WHERE u.id STARTS WITH 'unit-' } AS units,
        COUNT { MATCH (b:Badge) WHERE b.id STARTS WITH 'badge-' } AS badges,
        COUNT { MATCH (v:BadgeVersion)-[:STACKS]->(:Badge) WHERE v.id STARTS WITH 'badge-' } AS stacked,
        COUNT { MATCH (p:RoleProfile)-[:REQUIRES]->(:Skill) WHERE p.id STARTS WITH 'profile-' } AS requirements,
        COUNT { MATCH (l:Learner) WHERE l.id STARTS WITH 'learner-' } AS learners,
        COUNT { MATCH (c:Consent) WHERE c.id STARTS WITH 'consent-learner-' } AS consents,
        COUNT { MATCH (l:Learner)-[:SUBMITTED]->(:Submission)-[:HAS_RESULT]->(:Result) WHERE l.id STARTS WITH 'learner-' } AS results,
        COUNT {
          MATCH (l:Learner)-[:HOLDS]->(c:Credential)
          WHERE l.id STARTS WITH 'learner-' AND c.awardedAt < datetime() - duration('P1D')
        } AS credentials
    `)
  )[0];

const credentialsOf = (learnerId: string) =>
  rows<{ badge: string; status: string; via: string; expired: boolean; skills: number }>(
    `MATCH (learner:Learner {id: $learnerId})-[:HOLDS]->(credential:Credential)-[:INSTANCE_OF]->(:BadgeVersion)<-[:HAS_VERSION]-(badge:Badge)
     RETURN badge.id AS badge, credential.status AS status, credential.via AS via,
       coalesce(credential.validUntil <= datetime(), false) AS expired,
       COUNT { (learner)-[:HAS_SKILL {credentialId: credential.id}]->(:Skill) } AS skills
     ORDER BY badge`,
    { learnerId },
  );

/** What stands between a learner and a role: skills without a valid credential at the level asked. */
const missing = async (learnerId: string, profileId: string) =>
  (
    await rows<{ code: string; necessity: string }>(
      `MATCH (:RoleProfile {id: $profileId})-[need:REQUIRES]->(skill:Skill)
       WHERE NOT EXISTS {
         MATCH (:Learner {id: $learnerId})-[proven:HAS_SKILL]->(skill)
         WHERE proven.level >= need.level AND proven.until > datetime()
       }
       RETURN skill.code AS code, need.necessity AS necessity ORDER BY code`,
      { learnerId, profileId },
    )
  ).map(({ code, necessity }) => `${necessity} ${code}`);

const consentsOf = (learnerId: string) =>
  rows<{ to: string; valid: boolean }>(
    `MATCH (:Learner {id: $learnerId})-[:GAVE]->(consent:Consent {purpose: 'MATCHING'})-[:TO]->(organization:Organization)
     RETURN organization.id AS to, consent.revokedAt IS NULL AND consent.expiresAt > datetime() AS valid ORDER BY to`,
    { learnerId },
  );

describe('the sample world in the graph', () => {
  test('is whole', async () => {
    expect(
      await rows('MATCH (w:SampleWorld) RETURN w.version AS version, w.loadedAt IS NOT NULL AS whole'),
    ).toEqual([{ version: '2', whole: true }]);
    expect(await counts()).toMatchObject({ versions: 3, units: 111, badges: 114, stacked: 11 });
    expect(
      await rows("MATCH (v:FrameworkVersion {id: 'esco@1.2.0'}) RETURN v.complete AS complete"),
    ).toHaveLength(1);
  });

  test('is not loaded twice', async () => {
    const before = await counts();
    expect(await load()).toEqual({ loaded: false, learners: 0, credentials: 0 });
    expect(await counts()).toEqual(before);
  });

  test('is completed when a load broke off, without a second copy of anything', async () => {
    const before = await counts();
    await driver.executeQuery("MATCH (world:SampleWorld {id: 'sample'}) REMOVE world.loadedAt");
    expect(await load()).toMatchObject({ loaded: true });
    expect(await counts()).toEqual(before);
  });

  test('proves each skill by a credential that is neither withdrawn nor missing', async () => {
    expect(
      await rows(`
        MATCH (learner:Learner)-[proven:HAS_SKILL]->(:Skill) WHERE learner.id STARTS WITH 'learner-'
        AND NOT EXISTS { (learner)-[:HOLDS]->(:Credential {id: proven.credentialId, status: 'ACTIVE'}) }
        RETURN learner.id AS id`),
    ).toEqual([]);
  });

  test('keeps no name and no address in clear', async () => {
    const [ada] = await rows<{ properties: object }>(
      "MATCH (learner:Learner {id: 'learner-ada'}) RETURN properties(learner) AS properties",
    );
    expect(JSON.stringify(ada)).not.toMatch(/Ada Osei|ada\.osei/);
  });
});

describe('its personas', () => {
  test('Ada holds everything “Data analyst” asks for, and a stacked credential', async () => {
    expect(await missing('learner-ada', 'profile-data-analyst')).toEqual([]);
    expect((await credentialsOf('learner-ada')).filter(({ via }) => via === 'STACKED')).toMatchObject([
      { badge: 'badge-data-analyst-foundation', status: 'ACTIVE' },
    ]);
    expect(await consentsOf('learner-ada')).toEqual([
      { to: 'org-harbourlight', valid: true },
      { to: 'org-public-services', valid: true },
    ]);
  });

  test('Ben lacks one must', async () => {
    expect(await missing('learner-ben', 'profile-data-analyst')).toEqual([
      'MUST applying-statistical-and-analytical-tools-and-techniques',
    ]);
  });

  test('Chidi is as good as Ada, but agreed to nothing', async () => {
    expect(await missing('learner-chidi', 'profile-data-analyst')).toEqual([]);
    expect(await consentsOf('learner-chidi')).toEqual([]);
  });

  test('Dóra’s security badge has expired, and the role insists on it', async () => {
    expect(await credentialsOf('learner-dora')).toContainEqual(
      expect.objectContaining({
        badge: 'badge-secure-services-practitioner',
        status: 'ACTIVE',
        expired: true,
      }),
    );
    expect(
      (await missing('learner-dora', 'profile-devops-engineer')).filter((need) => need.startsWith('MUST')),
    ).toEqual(['MUST information-security']);
  });

  test('Elif is one badge short of “Frontend craft”', async () => {
    const [parts] = await rows<{ parts: string[] }>(
      "MATCH (:Badge {id: 'badge-frontend-craft'})-[:HAS_VERSION]->()-[:STACKS]->(part:Badge) RETURN collect(part.id) AS parts",
    );
    const held = (await credentialsOf('learner-elif')).map(({ badge }) => badge);
    expect(parts?.parts.filter((part) => !held.includes(part))).toEqual(['badge-web-performance-working']);
  });

  test('Fatou holds “Inclusive service design”', async () => {
    expect(await credentialsOf('learner-fatou')).toContainEqual(
      expect.objectContaining({ badge: 'badge-inclusive-service-design', via: 'STACKED', status: 'ACTIVE' }),
    );
  });

  test('Goran had a badge revoked, which proves nothing any more', async () => {
    expect((await credentialsOf('learner-goran')).filter(({ status }) => status === 'REVOKED')).toEqual([
      {
        badge: 'badge-test-and-quality-planning-working',
        status: 'REVOKED',
        via: 'ASSESSED',
        expired: false,
        skills: 0,
      },
    ]);
  });

  test('Hana took one consent back, and the other has run out', async () => {
    expect(await consentsOf('learner-hana')).toEqual([
      { to: 'org-harbourlight', valid: false },
      { to: 'org-public-services', valid: false },
    ]);
  });

  test('Ivo holds nothing yet', async () => {
    expect(await credentialsOf('learner-ivo')).toEqual([]);
  });
});

test('its API keys open the API for every kind of user', async () => {
  const keys = await createSampleKeys(graph, systemClock());
  const viewers = await Promise.all(
    keys.map(
      async ({ key }) => (await api.withKey(key)('{ viewer { role organizationId learnerId } }')).data.viewer,
    ),
  );
  expect(new Set(viewers.map(({ role }) => role)).size).toBe(8);
  expect(viewers).toContainEqual({
    role: 'EMPLOYER',
    organizationId: 'org-public-services',
    learnerId: null,
  });
  expect(viewers).toContainEqual({ role: 'LEARNER', organizationId: null, learnerId: 'learner-ada' });
});
