import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  CONSENT_PURPOSES,
  CONSENT_SCOPES,
  permits,
  type Use,
} from '../../../src/modules/identity/consent/consent.rules.ts';
import { discloses } from '../../../src/modules/identity/consent/disclosure.ts';
import { revealStatements } from '../../../src/modules/identity/consent/reveal.repository.ts';
import type { Viewer } from '../../../src/modules/identity/viewer.ts';
import { connect, type Graph } from '../../../src/platform/graph/graph.ts';
import { repository } from '../../../src/platform/graph/repository.ts';
import { testConfig } from '../../support/config.ts';
import { cypher, makeOrganization } from '../../support/data.ts';

let graph: Graph;
beforeAll(() => {
  graph = connect(testConfig().graph);
});
afterAll(() => graph.close());

const instants = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'].map((day) => new Date(day));
const instant = fc.constantFrom(...instants);
const campaign = fc.constantFrom(null, 'one', 'other');
const consents = fc.record({
  purpose: fc.constantFrom(...CONSENT_PURPOSES),
  scopes: fc.uniqueArray(fc.constantFrom(...CONSENT_SCOPES)),
  campaignId: campaign,
  grantedAt: instant,
  expiresAt: fc.option(instant),
  revokedAt: fc.option(instant),
});

test('the graph discloses exactly what the pure rule permits', async () => {
  const employer = await makeOrganization('Employer', ['EMPLOYER']);
  const other = await makeOrganization('Another', ['EMPLOYER']);
  const campaigns = { one: randomUUID(), other: randomUUID() };
  const given = fc.sample(consents, 250).map((consent, index) => ({
    ...consent,
    campaignId: consent.campaignId && campaigns[consent.campaignId as keyof typeof campaigns],
    learnerId: `${employer}-${index}`,
  }));
  await cypher(
    `MATCH (employer:Organization {id: $employer}) MATCH (other:Organization {id: $other})
     CALL (employer) { UNWIND $campaigns AS id CREATE (employer)-[:RUNS]->(:Campaign {id: id}) }
     UNWIND $given AS row
     CREATE (learner:Learner {id: row.learnerId})-[:GAVE]->(c:Consent {id: randomUUID(), purpose: row.purpose, scopes: row.scopes,
       grantedAt: datetime(row.grantedAt), expiresAt: datetime(row.expiresAt), revokedAt: datetime(row.revokedAt)})-[:TO]->(employer)
     CREATE (learner)-[:GAVE]->(:Consent {id: randomUUID(), purpose: 'REVEAL', scopes: ['PROFILE'], grantedAt: datetime('2025-01-01')})-[:TO]->(other)
     WITH c, row WHERE row.campaignId IS NOT NULL
     MATCH (campaign:Campaign {id: row.campaignId}) CREATE (c)-[:WITHIN]->(campaign)`,
    {
      employer,
      other,
      campaigns: Object.values(campaigns),
      given: given.map((row) => ({
        ...row,
        grantedAt: row.grantedAt.toISOString(),
        expiresAt: row.expiresAt?.toISOString() ?? null,
        revokedAt: row.revokedAt?.toISOString() ?? null,
      })),
    },
  );
  const viewer: Viewer = { role: 'EMPLOYER', organizationId: employer, learnerId: null, keyId: 'k' };
  const store = repository(graph.run, revealStatements);
  let found = 0;
  for (const at of instants)
    for (const purpose of CONSENT_PURPOSES)
      for (const scopes of [[], ['SKILLS'], ['SKILLS', 'PROFILE']] as Use['scopes'][])
        for (const campaignId of [null, campaigns.one]) {
          const disclosure = discloses(viewer, purpose, at, { scopes, campaignId });
          const rows = await store.consentingLearners({ disclosure });
          const expected = given.filter((consent) => permits(consent, { purpose, scopes, campaignId }, at));
          expect(rows.map(({ learnerId }) => learnerId).sort()).toEqual(
            expected.map(({ learnerId }) => learnerId).sort(),
          );
          found += expected.length;
        }
  expect(found).toBeGreaterThan(50);
});

test('only an employer gets to ask', () => {
  const viewer = (role: Viewer['role']): Viewer => ({
    role,
    organizationId: 'org',
    learnerId: null,
    keyId: 'k',
  });
  for (const role of ['ISSUER_ADMIN', 'ANALYST', 'LEARNER', 'PLATFORM_ADMIN', null] as const)
    expect(() => discloses(viewer(role), 'REVEAL', new Date(), { scopes: [] })).toThrow('EMPLOYER');
});
