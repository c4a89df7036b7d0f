import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createSchema } from '../../../src/schema.ts';
import { startApi, type TestApi } from '../../support/api.ts';
import { cypher } from '../../support/data.ts';
import { lookForCanaries } from '../../support/security/canaries.ts';
import { readTable, tellsApart, tryMatrix } from '../../support/security/matrix.ts';
import { makeTenant, type Tenant } from '../../support/security/tenant.ts';

const schema = createSchema();
let api: TestApi;
let world: { own: Tenant; other: Tenant; anonymous: TestApi['anonymous'] };

beforeAll(async () => {
  api = await startApi();
  world = {
    own: await makeTenant(api, cypher),
    other: await makeTenant(api, cypher),
    anonymous: api.anonymous,
  };
});
afterAll(() => api.close());

test('every field answers every role, in the own and in another organisation, and nobody as the table of policies says', async () => {
  const table = readTable(readFileSync('schema/policy.txt', 'utf8'));
  const { cells, deviations, shown } = await tryMatrix(schema, table, world, 2);
  expect(deviations).toEqual([]);
  expect(cells).toBeGreaterThan(4_000);
  expect(shown).toEqual(
    expect.arrayContaining(['ApiKey', 'CandidateMatch', 'Consent', 'Credential', 'Learner', 'Submission']),
  );
}, 900_000);

test('an id of another organisation reads exactly like one that does not exist', async () => {
  const kinds = [
    'credential',
    'submission',
    'result',
    'consent',
    'learner',
    'apiKey',
    'draftRole',
    'vacancy',
    'badgeVersion',
    'review',
    'finding',
    'changeProposal',
    'proposal',
    'feedback',
  ];
  const { compared, apart } = await tellsApart(schema, world, kinds);
  expect(apart).toEqual([]);
  expect(compared).toBeGreaterThan(100);
}, 120_000);

test('fifty clients at the same time are never shown a word of another tenant', async () => {
  const tenants = [world.own, world.other];
  const { leaks, ownSeen } = await lookForCanaries(schema, tenants, world.anonymous, { responses: 1_000 });
  expect(leaks).toEqual([]);
  expect(ownSeen).toBeGreaterThan(20);
}, 120_000);
