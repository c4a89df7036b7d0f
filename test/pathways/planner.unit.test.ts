import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Instance } from '../../src/modules/pathways/engine/model.ts';
import { type Planner, planHere, planInThreads } from '../../src/modules/pathways/planner.ts';

jest.setTimeout(120_000);

/** Two ways to one badge, and one of them is cheaper. */
const instance: Instance = {
  goals: ['g'],
  held: [],
  units: [
    { id: 'dear', minutes: 300, priceCents: 0, currency: '', prerequisites: [], assessments: ['a'] },
    { id: 'cheap', minutes: 120, priceCents: 0, currency: '', prerequisites: [['b1']], assessments: ['a'] },
    { id: 'first', minutes: 60, priceCents: 0, currency: '', prerequisites: [], assessments: ['a1'] },
  ],
  ways: [
    { badge: 'b', assessments: ['a'], parts: [], proves: [], covers: ['g'] },
    { badge: 'b1', assessments: ['a1'], parts: [], proves: [], covers: [] },
  ],
};

describe('planning in threads', () => {
  let planner: Planner;
  beforeAll(async () => {
    // a thread runs what was built, not what a test transforms
    await promisify(execFile)(process.execPath, ['node_modules/typescript/bin/tsc']);
    planner = planInThreads(new URL('../../dist/src/modules/pathways/planner-worker.js', import.meta.url));
  });
  afterAll(() => planner.stop());

  it('answers the plan that planning on the same thread answers', async () => {
    const [there, here] = [
      await planner.plan(instance, ['HOURS']),
      await planHere().plan(instance, ['HOURS']),
    ];
    expect(there).toEqual(here);
    expect(there).toMatchObject({ order: ['first', 'cheap'], status: 'OPTIMAL', bound: 180 });
  });

  it('refuses more plans than it lets wait, and says when to come again', async () => {
    const asked = Array.from({ length: 200 }, () => planner.plan(instance, ['HOURS']));
    const answers = await Promise.allSettled(asked);
    const refused = answers.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(answers.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(64);
    expect(refused[0]).toMatchObject({ reason: { code: 'RATE_LIMITED', details: { retryAfter: 2 } } });
  });
});
