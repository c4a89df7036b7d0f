import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApi, type TestApi } from '../support/api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

describe('who is calling', () => {
  test('nobody, without a key', async () => {
    const { data } = await api.anonymous('{ viewer { role organizationId learnerId } }');
    expect(data.viewer).toEqual({ role: null, organizationId: null, learnerId: null });
  });

  test.each([
    ['malformed', 'cg_short'],
    ['unknown', `cg_nobody_${'a'.repeat(43)}`],
  ])('a key that is %s is refused with 401', async (_what, key) => {
    const { status, errors } = await api.withKey(key)('{ viewer { role } }');
    expect(status).toBe(401);
    expect(errors[0]?.extensions['code']).toBe('UNAUTHENTICATED');
  });
});
