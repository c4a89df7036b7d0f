import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CredentialsService } from '../../src/modules/credentials/credentials.service.ts';
import { Reads } from '../../src/modules/identity/audit/reads.ts';
import { Mutations } from '../../src/modules/identity/mutations.ts';
import { ANONYMOUS } from '../../src/modules/identity/viewer.ts';
import { startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { type CredentialWorld, credentialWorld } from '../support/credential-world.ts';

let api: TestApi;
let world: CredentialWorld;
const seen: string[][] = [];
let service: CredentialsService;
let reads: Reads;
let mutations: Mutations;
beforeAll(async () => {
  api = await startApi();
  reads = new Reads({ log: api.app.readLog, viewer: ANONYMOUS, clock: api.app.clock });
  mutations = new Mutations(api.app.graph, ANONYMOUS, api.app.clock);
  world = await credentialWorld(testConfig());
  service = new CredentialsService(
    ANONYMOUS,
    { ...api.app.credentialing, graph: api.app.graph, reads, mutations },
    async (learners) => void seen.push([...learners]),
  );
});
afterAll(async () => {
  await Promise.all([api.close(), world.close()]);
});

describe('issuing many at once', () => {
  test('gives each award its own status entry and date, and does nothing the second time', async () => {
    const awardedAt = new Date('2020-02-29T12:00:00Z');
    const learners = await Promise.all(Array.from({ length: 12 }, () => world.learner()));
    const rows = learners.map(({ resultId }) => ({ via: 'ASSESSED' as const, resultId, awardedAt }));
    const steps: number[] = [];
    const options = { now: new Date(), onProgress: (done: number) => void steps.push(done) };
    const issued = await service.issueMany(rows, options);
    expect(issued.map(({ learnerId }) => learnerId)).toEqual(learners.map(({ learnerId }) => learnerId));
    expect(issued.every(({ created }) => created)).toBe(true);
    expect(steps).toEqual([12]);
    const stored = await world.query(
      `UNWIND $ids AS id MATCH (c:Credential {id: id})-[l:LISTED_IN]->()
       RETURN c.statusEntry AS entry, l.index AS index, toString(c.awardedAt) AS awardedAt, toString(c.validUntil) AS validUntil`,
      { ids: issued.map(({ id }) => id) },
    );
    expect(new Set(stored.map(({ entry }) => entry)).size).toBe(12);
    expect(stored.every(({ validUntil }) => String(validUntil).startsWith('2022-02-28'))).toBe(true);
    const holder = new CredentialsService(
      { role: 'LEARNER', organizationId: null, learnerId: issued[0]?.learnerId ?? '', keyId: null },
      { ...api.app.credentialing, graph: api.app.graph, reads, mutations },
    );
    const { verdict, steps: checks } = await service.verify(
      (await holder.document(issued[0]?.id ?? '')) ?? '',
    );
    expect(verdict).toBe('FAILED');
    expect(checks.filter(({ outcome }) => outcome !== 'PASS')).toMatchObject([
      { name: 'DATES', outcome: 'FAIL', reason: 'Expired on 2022-02-28T12:00:00Z.' },
    ]);
    const again = await service.issueMany(rows, options);
    expect(again.map(({ id, created }) => [id, created])).toEqual(issued.map(({ id }) => [id, false]));
    expect(seen).toEqual([learners.map(({ learnerId }) => learnerId)]);
  });

  test('withdraws many in one step', async () => {
    const learners = await Promise.all(Array.from({ length: 3 }, () => world.learner()));
    const issued = await service.issueMany(
      learners.map(({ resultId }) => ({ via: 'ASSESSED' as const, resultId })),
      { now: new Date() },
    );
    const revocations = issued.map(({ id }) => ({
      id,
      reason: 'Sample',
      at: new Date('2024-01-01T00:00:00Z'),
    }));
    expect((await service.revokeMany(revocations)).sort()).toEqual(issued.map(({ id }) => id).sort());
    expect(await service.revokeMany(revocations)).toEqual([]);
  });

  test('refuses an award in the future', async () => {
    const { resultId } = await world.learner();
    const row = { via: 'ASSESSED' as const, resultId, awardedAt: new Date(Date.now() + 60_000) };
    await expect(service.issueMany([row], { now: new Date() })).rejects.toMatchObject({
      details: { reason: 'FUTURE_AWARD' },
    });
  });
});

describe('a stacked credential', () => {
  test('is awarded exactly once, rests on what was used, and tells stacking', async () => {
    const stack = await world.badge({ stacks: true });
    const { learnerId, resultId } = await world.learner();
    const [part] = await service.issueMany([{ via: 'ASSESSED', resultId }], { now: new Date() });
    const used = [part?.id ?? ''];
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => service.issueStacked(learnerId, stack, used)),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(seen.filter((learners) => learners.includes(learnerId))).toHaveLength(2);
    const [rests] = await world.query(
      'MATCH (c:Credential {id: $id})-[:USED]->(u:Credential) RETURN c.via AS via, collect(u.id) AS used',
      { id: answers[0]?.id },
    );
    expect(rests).toEqual({ via: 'STACKED', used });
  });

  test('is refused over what the learner does not hold or no longer holds', async () => {
    const stack = await world.badge({ stacks: true });
    const [one, two] = [await world.learner(), await world.learner()];
    const [part] = await service.issueMany([{ via: 'ASSESSED', resultId: one.resultId }], {
      now: new Date(),
    });
    const id = part?.id ?? '';
    const refused = { details: { reason: 'PARTS_NOT_HELD' } };
    await expect(service.issueStacked(two.learnerId, stack, [id])).rejects.toMatchObject(refused);
    await expect(service.issueStacked(one.learnerId, stack, [])).rejects.toMatchObject(refused);
    await service.revokeMany([{ id, reason: 'Gone', at: new Date() }]);
    await expect(service.issueStacked(one.learnerId, stack, [id])).rejects.toMatchObject(refused);
  });
});
