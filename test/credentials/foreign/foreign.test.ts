import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { identityHash } from '../../../src/modules/credentials/open-badge.ts';
import type { Clock } from '../../../src/platform/clock.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../../support/credential-world.ts';
import { codesOf } from '../../support/errors.ts';
import { foreignBadge, proven, type TestSigner, testSigner } from '../../support/signer.ts';

const folder = mkdtempSync(join(tmpdir(), 'foreign-'));
let ahead = 0;
const clock: Clock = () => new Date(Date.now() + ahead);
let api: TestApi;
let world: CredentialWorld;
let academy: TestSigner;
let staff: Caller;

beforeAll(async () => {
  world = await credentialWorld(testConfig());
  academy = testSigner();
  const file = join(folder, 'registries.json');
  writeFileSync(
    file,
    JSON.stringify([
      {
        name: 'Academies',
        frameworks: [world.skillUri],
        registry: { [academy.did]: { name: 'Academy' } },
      },
    ]),
  );
  api = await startApi({ clock, config: testConfig({ TRUST_REGISTRIES: file }) });
  staff = await api.as({ role: 'ISSUER_ADMIN', organizationId: world.organizationId });
});
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
  rmSync(folder, { recursive: true });
});

const FIELDS = `id name issuerName format standing recipient broughtAt checkedAt validUntil digest document
  report { verdict trust { registry } alignments { targetUrl vouched skill { uri } } }`;
const BRING = `mutation ($document: String!, $key: String) { bringCredential(document: $document, idempotencyKey: $key) { ${FIELDS} } }`;
const RECHECK = `mutation ($id: ID!) { recheckForeignCredential(id: $id) { ${FIELDS} } }`;
const REMOVE =
  'mutation ($id: ID!, $key: String!) { removeForeignCredential(id: $id, idempotencyKey: $key) }';
const LIST = `query ($first: Int, $after: String) { foreignCredentials(first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } edges { node { id document } } } }`;

async function somebody() {
  const email = `${randomUUID()}@learners.example`;
  const { data, errors } = await staff(
    'mutation ($input: CreateLearnerInput!) { createLearner(input: $input) { id } }',
    { input: { name: 'Somebody', email } },
  );
  expect(errors).toEqual([]);
  const learnerId = data.createLearner.id as string;
  return { email, learnerId, learner: await api.as({ role: 'LEARNER', learnerId }) };
}

/** A badge of another issuer for somebody, which says that it shows the skill of the world. */
async function badge(
  signer: TestSigner,
  { email, skills = [world.skillUri], more = {} }: { email?: string; skills?: string[]; more?: object } = {},
): Promise<string> {
  const plain = foreignBadge(signer.did, { id: `urn:uuid:${randomUUID()}`, ...more });
  const { achievement, type } = plain['credentialSubject'] as { achievement: object; type: string[] };
  const identity =
    email === undefined
      ? { id: `urn:uuid:${randomUUID()}` }
      : {
          identifier: [
            {
              type: 'IdentityObject',
              hashed: true,
              identityHash: identityHash(email, 'abc'),
              identityType: 'emailAddress',
              salt: 'abc',
            },
          ],
        };
  const alignment = skills.map((targetUrl) => ({ type: ['Alignment'], targetName: 'a skill', targetUrl }));
  return JSON.stringify(
    await proven(
      { ...plain, credentialSubject: { type, ...identity, achievement: { ...achievement, alignment } } },
      signer,
    ),
  );
}

describe('a credential from elsewhere', () => {
  test('is verified, kept byte for byte and sealed, and mapped to the skills known here', async () => {
    const { learner, learnerId, email } = await somebody();
    const document = await badge(academy, { email });
    const { data, errors } = await learner(BRING, { document });
    expect(errors).toEqual([]);
    const brought = data.bringCredential;
    expect(brought).toMatchObject({
      issuerName: 'An academy elsewhere',
      format: 'JSON',
      standing: 'TRUSTED',
      recipient: 'EMAIL',
      validUntil: null,
      document,
      report: {
        verdict: 'VERIFIED',
        trust: { registry: 'Academies' },
        alignments: [{ targetUrl: world.skillUri, vouched: true, skill: { uri: world.skillUri } }],
      },
    });
    const stored = await world.query(
      'MATCH (f:ForeignCredential {id: $id})-[c:CLAIMS]->(s:Skill) RETURN properties(f) AS says, c.vouched AS vouched, s.uri AS uri',
      { id: brought.id },
    );
    expect(stored).toMatchObject([{ vouched: true, uri: world.skillUri }]);
    expect(JSON.stringify(stored)).not.toContain('academy elsewhere');
    const skills = await world.query(
      'MATCH (:Learner {id: $learnerId})-[h:HAS_SKILL]->() RETURN h.credentialId AS id',
      { learnerId },
    );
    expect(skills).toEqual([]);
  });

  test('is trusted in no more than a registry vouches for, and in nothing without one', async () => {
    const { learner, email } = await somebody();
    const standingOf = async (document: string) => (await learner(BRING, { document })).data.bringCredential;
    const wide = await badge(academy, { email, skills: [world.skillUri, 'https://frames.example/9'] });
    expect(await standingOf(wide)).toMatchObject({
      standing: 'VERIFIED',
      report: { verdict: 'UNDETERMINED', alignments: [{ vouched: true }, { vouched: false, skill: null }] },
    });
    expect(await standingOf(await badge(testSigner(), { email }))).toMatchObject({
      standing: 'VERIFIED',
      report: { trust: { registry: null } },
    });
    expect(await standingOf(await badge(academy, { email: 'other@learners.example' }))).toMatchObject({
      standing: 'VERIFIED',
      recipient: 'OTHER_EMAIL',
    });
    expect(await standingOf(await badge(academy))).toMatchObject({ recipient: 'NOT_SAID' });
  });

  test('that is no credential, altered, over, or issued here is refused', async () => {
    const { learner } = await somebody();
    const refused = async (document: string) => codesOf(await learner(BRING, { document }));
    expect(await refused('nonsense')).toEqual(['INVALID_INPUT', 'NOT_READABLE']);
    const good = await badge(academy);
    expect(await refused(good.replace('a skill', 'b skill'))).toEqual(['INVALID_INPUT', 'NOT_VERIFIED']);
    const over = await badge(academy, { more: { validUntil: '2026-02-01T00:00:00Z' } });
    const { errors } = await learner(BRING, { document: over });
    expect(errors[0]?.extensions).toMatchObject({ reason: 'NOT_VERIFIED', step: 'DATES' });
    const issuers = await api.as({ role: 'ISSUER_STAFF', organizationId: world.organizationId });
    const { learnerId, resultId } = await world.learner();
    const issued = await issuers(
      `mutation ($input: IssueCredentialInput!, $key: String!) {
         issueCredential(input: $input, idempotencyKey: $key) { id } }`,
      { key: randomUUID(), input: { resultId, badgeVersionId: world.badgeVersionId } },
    );
    const holder = await api.as({ role: 'LEARNER', learnerId });
    const own = await holder('query ($id: ID!) { credential(id: $id) { document } }', {
      id: issued.data.issueCredential.id,
    });
    expect(codesOf(await holder(BRING, { document: own.data.credential.document }))).toEqual([
      'INVALID_INPUT',
      'OURS',
    ]);
  });

  test('brought again is the one there is; asked again with the same key, it is brought once', async () => {
    const { learner } = await somebody();
    const document = await badge(academy);
    const key = randomUUID();
    const first = (await learner(BRING, { document, key })).data.bringCredential.id;
    expect((await learner(BRING, { document, key })).data.bringCredential.id).toBe(first);
    expect((await learner(BRING, { document })).data.bringCredential.id).toBe(first);
    const second = (await learner(BRING, { document: await badge(academy) })).data.bringCredential.id;
    const page = (await learner(LIST, { first: 1 })).data.foreignCredentials;
    expect(page).toMatchObject({ totalCount: 2, edges: [{ node: { id: second } }] });
    const { endCursor: after } = page.pageInfo;
    expect((await learner(LIST, { first: 1, after })).data.foreignCredentials).toMatchObject({
      pageInfo: { hasNextPage: false },
      edges: [{ node: { id: first, document } }],
    });
  });

  test('is verified again on demand, and what came of it is written down', async () => {
    const { learner, email } = await somebody();
    const validUntil = new Date(Date.now() + 3_600_000).toISOString();
    const document = await badge(academy, { email, more: { validUntil } });
    const { id, checkedAt } = (await learner(BRING, { document })).data.bringCredential;
    ahead = 3_700_000;
    try {
      const { data, errors } = await learner(RECHECK, { id });
      expect(errors).toEqual([]);
      expect(data.recheckForeignCredential).toMatchObject({ id, standing: 'FAILED', validUntil, document });
      expect(Date.parse(data.recheckForeignCredential.checkedAt)).toBeGreaterThan(Date.parse(checkedAt));
    } finally {
      ahead = 0;
    }
  });

  test('is seen, checked and taken out by its learner alone', async () => {
    const [own, other] = [await somebody(), await somebody()];
    const { id } = (await own.learner(BRING, { document: await badge(academy) })).data.bringCredential;
    const key = randomUUID();
    expect(codesOf(await other.learner(RECHECK, { id }))).toEqual(['NOT_FOUND', null]);
    expect(codesOf(await other.learner(REMOVE, { id, key: randomUUID() }))).toEqual(['NOT_FOUND', null]);
    expect((await other.learner(LIST)).data.foreignCredentials.totalCount).toBe(0);
    expect(codesOf(await staff(LIST))).toEqual(['FORBIDDEN', null]);
    expect((await own.learner(REMOVE, { id, key })).data.removeForeignCredential).toBe(id);
    expect((await own.learner(REMOVE, { id, key })).errors).toEqual([]);
    expect((await own.learner(LIST)).data.foreignCredentials.edges).toEqual([]);
    expect(await world.query('MATCH (f:ForeignCredential {id: $id}) RETURN f.id AS id', { id })).toEqual([]);
  });

  test('is in what a learner exports, and gone when they are erased', async () => {
    const { learner, learnerId, email } = await somebody();
    const document = await badge(academy, { email });
    const { id } = (await learner(BRING, { document })).data.bringCredential;
    expect((await learner('{ exportMyData }')).data.exportMyData.foreignCredentials).toMatchObject([
      { id, document, recipient: 'EMAIL', skillUris: [world.skillUri], report: { verdict: 'VERIFIED' } },
    ]);
    const erased = await learner(
      'mutation ($key: String!) { eraseMe(confirmation: "ERASE EVERYTHING ABOUT ME", idempotencyKey: $key) { id } }',
      { key: randomUUID() },
    );
    expect(erased.data.eraseMe.id).toBe(learnerId);
    expect(await world.query('MATCH (f:ForeignCredential {id: $id}) RETURN f.id AS id', { id })).toEqual([]);
  });
});
