import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createApiKey } from '../../../src/modules/identity/identity.service.ts';
import { startApi, type TestApi } from '../../support/api.ts';
import { makeOrganization } from '../../support/data.ts';

const WHO = '{ viewer { role } }';
const secret = () => randomBytes(32).toString('base64url');
let api: TestApi;
let organizationId: string;
beforeAll(async () => {
  api = await startApi();
  organizationId = await makeOrganization();
});
afterAll(() => api.close());

const makeKey = (id: string) =>
  createApiKey(api.app.graph, { id, name: 'test', role: 'ISSUER_STAFF', organizationId }, new Date());

describe('bad keys', () => {
  test('for one key are looked at ten times, then not even the right one is, from there', async () => {
    const id = randomUUID();
    const good = await makeKey(id);
    const other = await makeKey(randomUUID());
    expect((await api.withKey(good)(WHO)).status).toBe(200);
    const statuses: number[] = [];
    for (let n = 0; n < 12; n++) statuses.push((await api.withKey(`cg_${id}_${secret()}`)(WHO)).status);
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429, 429]);
    const locked = await api.withKey(good)(WHO);
    expect(locked.status).toBe(429);
    expect(locked.errors[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED' });
    expect(Number(locked.headers.get('retry-after'))).toBe(locked.errors[0]?.extensions['retryAfter']);
    expect((await api.withKey(other)(WHO)).status).toBe(200);
  });

  test('1000 of them are told to wait, and the good keys of others go on', async () => {
    const good = await makeKey(randomUUID());
    const counts = { 401: 0, 429: 0 } as Record<number, number>;
    for (let round = 0; round < 20; round++) {
      const answers = await Promise.all(
        Array.from({ length: 50 }, (_, n) =>
          api.withKey(n % 2 ? `cg_${randomUUID()}_${secret()}` : `no key ${n}`.replaceAll(' ', ''))(WHO),
        ),
      );
      for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
      expect((await api.withKey(good)(WHO)).status).toBe(200);
    }
    expect(Object.keys(counts)).toEqual(['401', '429']);
    expect(counts[401]).toBeLessThanOrEqual(100);
    expect(counts[429]).toBeGreaterThanOrEqual(900);
    const answer = await api.withKey(`cg_${randomUUID()}_${secret()}`)(WHO);
    expect(answer.errors[0]?.extensions['code']).toBe('RATE_LIMITED');
  });

  test('are refused with the challenge of RFC 6750', async () => {
    const fresh = await startApi();
    try {
      const answer = await fresh.withKey('x.y.z')(WHO);
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    } finally {
      await fresh.close();
    }
  });
});
