import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../support/credential-world.ts';
import { World } from '../support/world.ts';

let api: TestApi;
let issuer: CredentialWorld;
let staff: Caller;
let second: string;
const world = new World();
beforeAll(async () => {
  api = await startApi();
  issuer = await credentialWorld(testConfig());
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: issuer.organizationId });
  second = await issuer.badge({});
});
afterAll(async () => {
  await Promise.all([api.close(), issuer.close(), world.close()]);
});

const badgeOf = (version: string) => `made-badge-${version}`;
const ISSUE = `mutation ($input: IssueCredentialInput!, $key: String!) { issueCredential(input: $input, idempotencyKey: $key) { id } }`;
const PROGRESS = `query ($badge: ID!, $learner: ID) { stackProgress(badgeId: $badge, learnerId: $learner) {
  badgeId name ruleVersion satisfied progress have need awardedCredentialId nextChangeAt evaluatedAt
  parts { badgeId name state credentialId awardedAt validUntil } missing { badgeId state } expiring(withinDays: 800) { badgeId } } }`;

/** A stacked badge of these badges, by the issuer with keys. */
async function stackOf(...parts: string[]): Promise<{ badge: string; version: string }> {
  const made = await world.badge({ issuer: issuer.organizationId, stacks: parts });
  return { badge: made.id, version: made.version };
}
async function issue(resultId: string, badgeVersionId: string): Promise<string> {
  const { data, errors } = await staff(ISSUE, {
    key: `${resultId}/${badgeVersionId}`,
    input: { resultId, badgeVersionId },
  });
  expect(errors).toEqual([]);
  return data.issueCredential.id;
}
const stackedOf = async (learnerId: string, version: string) =>
  issuer.query(
    `MATCH (:Learner {id: $learnerId})-[:HOLDS]->(c:Credential {via: 'STACKED'})-[:INSTANCE_OF]->(:BadgeVersion {id: $version})
     RETURN c.id AS id, COLLECT { MATCH (c)-[:USED]->(part) RETURN part.id ORDER BY part.id } AS used`,
    { learnerId, version },
  );

describe('a stacked badge', () => {
  test('is awarded by itself when the last part is issued, once, and says what it used', async () => {
    const stack = await stackOf(badgeOf(issuer.badgeVersionId), badgeOf(second));
    const { learnerId, resultId } = await issuer.learner();
    const me = await api.as({ role: 'LEARNER', learnerId });
    const before = (await me(PROGRESS, { badge: stack.badge })).data.stackProgress;
    expect(before).toMatchObject({
      satisfied: false,
      progress: 0,
      have: 0,
      need: 2,
      awardedCredentialId: null,
    });

    const first = await issue(resultId, issuer.badgeVersionId);
    const half = (await me(PROGRESS, { badge: stack.badge })).data.stackProgress;
    expect(half).toMatchObject({
      progress: 0.5,
      satisfied: false,
      ruleVersion: 1,
      missing: [{ badgeId: badgeOf(second), state: 'MISSING' }],
      expiring: [{ badgeId: badgeOf(issuer.badgeVersionId) }],
      awardedCredentialId: null,
    });
    expect(half.nextChangeAt).toBe(half.parts.find((p: { state: string }) => p.state === 'HELD').validUntil);
    expect(await stackedOf(learnerId, stack.version)).toEqual([]);

    const last = await issue(resultId, second);
    const [award, ...more] = await stackedOf(learnerId, stack.version);
    expect(more).toEqual([]);
    expect(award?.['used']).toEqual([first, last].sort());
    const done = (await me(PROGRESS, { badge: stack.badge })).data.stackProgress;
    expect(done).toMatchObject({
      progress: 1,
      satisfied: true,
      missing: [],
      awardedCredentialId: award?.['id'],
    });

    await issue(resultId, second);
    expect(await stackedOf(learnerId, stack.version)).toHaveLength(1);
  });

  test('is awarded once when the last parts are issued at the same moment', async () => {
    const stack = await stackOf(badgeOf(issuer.badgeVersionId), badgeOf(second));
    const { learnerId, resultId } = await issuer.learner();
    await Promise.all([issue(resultId, issuer.badgeVersionId), issue(resultId, second)]);
    expect(await stackedOf(learnerId, stack.version)).toHaveLength(1);
  });

  test('reaches with the next issue, also one sent again, who held all parts before it was published', async () => {
    const { learnerId, resultId } = await issuer.learner();
    await issue(resultId, issuer.badgeVersionId);
    await issue(resultId, second);
    const stack = await stackOf(badgeOf(issuer.badgeVersionId), badgeOf(second));
    expect(await stackedOf(learnerId, stack.version)).toEqual([]);
    await issue(resultId, second);
    expect(await stackedOf(learnerId, stack.version)).toHaveLength(1);
  });

  test('completes a stack that it is a part of', async () => {
    const inner = await stackOf(badgeOf(issuer.badgeVersionId));
    const outer = await stackOf(inner.badge, badgeOf(second));
    const { learnerId, resultId } = await issuer.learner();
    await issue(resultId, second);
    expect(await stackedOf(learnerId, outer.version)).toEqual([]);
    await issue(resultId, issuer.badgeVersionId);
    expect(await stackedOf(learnerId, inner.version)).toHaveLength(1);
    expect(await stackedOf(learnerId, outer.version)).toHaveLength(1);
  });

  test('does not count a revoked, suspended, expired or future part', async () => {
    const parts = [];
    for (let i = 0; i < 5; i += 1) parts.push(await world.badge({ issuer: issuer.organizationId }));
    const stack = await stackOf(...parts.map(({ id }) => id));
    const learner = await world.learner();
    const fields = [
      { status: 'REVOKED' as const },
      { status: 'SUSPENDED' as const },
      { validUntil: '2025-12-31T00:00:00Z' },
      { validFrom: '2999-01-01T00:00:00Z' },
      {},
    ];
    for (const [i, given] of fields.entries())
      await world.credential(learner, parts[i]?.version ?? '', {
        awardedAt: '2025-01-01T00:00:00Z',
        ...given,
      });
    const me = await api.as({ role: 'LEARNER', learnerId: learner });
    const { parts: shown, ...rest } = (await me(PROGRESS, { badge: stack.badge })).data.stackProgress;
    const states = parts.map(({ id }) => shown.find((p: { badgeId: string }) => p.badgeId === id).state);
    expect(states).toEqual(['REVOKED', 'SUSPENDED', 'EXPIRED', 'NOT_YET_VALID', 'HELD']);
    expect(rest).toMatchObject({ progress: 0.2, satisfied: false, have: 1, need: 5 });
  });
});

describe('stackProgress', () => {
  test('shows an issuer its own learners, and of credentials of others only whether they count', async () => {
    const foreign = await world.organization(['ISSUER']);
    const foreignBadge = await world.badge({ issuer: foreign });
    const own = await world.badge({ issuer: issuer.organizationId });
    const stack = await stackOf(own.id, foreignBadge.id);
    const learner = await world.learner();
    const stranger = await world.learner();
    await world.credential(learner, own.version);
    await world.credential(learner, foreignBadge.version, { status: 'REVOKED' });
    const ask = async (caller: Caller, variables: Record<string, unknown>) =>
      (await caller(PROGRESS, { badge: stack.badge, ...variables })).data.stackProgress;
    const shown = await ask(staff, { learner });
    const part = (id: string) => shown.parts.find((p: { badgeId: string }) => p.badgeId === id);
    expect(part(own.id)).toMatchObject({ state: 'HELD', credentialId: expect.any(String) });
    expect(part(foreignBadge.id)).toMatchObject({ state: 'MISSING', credentialId: null, awardedAt: null });
    expect(shown.nextChangeAt).toBeNull();
    expect(await ask(staff, { learner: stranger })).toBeNull();
    const other = await api.as({ role: 'ISSUER_ADMIN', organizationId: foreign });
    expect(await ask(other, { learner })).toBeNull();
    const me = await api.as({ role: 'LEARNER', learnerId: learner });
    expect((await ask(me, {})).parts.map((p: { state: string }) => p.state).sort()).toEqual([
      'HELD',
      'REVOKED',
    ]);
    expect(await ask(me, { learner: stranger })).toBeNull();
  });

  test('refuses who may not ask, and names what is wrong', async () => {
    const plain = await world.badge({ issuer: issuer.organizationId });
    const me = await api.as({ role: 'LEARNER', learnerId: await world.learner() });
    const employer = await api.as({ role: 'EMPLOYER', organizationId: await world.organization() });
    const error = async (caller: Caller, variables: Record<string, unknown>) =>
      (await caller(PROGRESS, variables)).errors[0]?.extensions;
    expect(await error(api.anonymous, { badge: plain.id })).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await error(employer, { badge: plain.id })).toMatchObject({ code: 'FORBIDDEN' });
    expect(await error(staff, { badge: plain.id })).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'learnerId',
    });
    expect(await error(me, { badge: plain.id })).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'NOT_STACKED',
    });
    expect((await me(PROGRESS, { badge: randomUUID() })).data.stackProgress).toBeNull();
    const stack = await stackOf(plain.id);
    const wide = `{ stackProgress(badgeId: "${stack.badge}") { expiring(withinDays: 4000) { badgeId } } }`;
    expect((await me(wide)).errors[0]?.extensions).toMatchObject({ argument: 'withinDays' });
  });
});

describe('stacksInto', () => {
  test('lists the stacks on offer that a badge counts towards, for anybody', async () => {
    const part = await world.badge({ issuer: issuer.organizationId });
    const stacks = [await stackOf(part.id), await stackOf(part.id, badgeOf(second))];
    await world.badge({ issuer: issuer.organizationId, stacks: [part.id], state: 'DRAFT' });
    const INTO = `query ($badge: ID!, $first: Int, $after: String) { stacksInto(badgeId: $badge, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { badgeId ruleVersion parts { badgeId } } } } }`;
    const first = (await api.anonymous(INTO, { badge: part.id, first: 1 })).data.stacksInto;
    expect(first).toMatchObject({ totalCount: 2, pageInfo: { hasNextPage: true } });
    const rest = (await api.anonymous(INTO, { badge: part.id, after: first.pageInfo.endCursor })).data
      .stacksInto;
    const found = [...first.edges, ...rest.edges].map(({ node }) => node.badgeId);
    expect(found.sort()).toEqual(stacks.map(({ badge }) => badge).sort());
    expect((await api.anonymous(INTO, { badge: 'nothing' })).data.stacksInto).toBeNull();
    const draft = await world.badge({ issuer: issuer.organizationId, state: 'DRAFT' });
    expect((await api.anonymous(INTO, { badge: draft.id })).data.stacksInto).toBeNull();
  });
});
