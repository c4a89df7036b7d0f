import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startApi, type TestApi } from '../support/api.ts';
import { testConfig } from '../support/config.ts';
import { type DatabaseProxy, startProxy } from '../support/proxy.ts';

let proxy: DatabaseProxy;
let api: TestApi;
const key = `cg_nobody_${'a'.repeat(43)}`;

beforeAll(async () => {
  const config = testConfig();
  proxy = await startProxy(new URL(config.graph.uri));
  const graph = { ...config.graph, uri: `bolt://127.0.0.1:${proxy.port}` };
  api = await startApi({ config: { ...config, graph } });
});
afterAll(async () => {
  await api.close();
  await proxy.close();
});

const readiness = async () => (await fetch(`${api.url}/health/ready`)).status;
const ask = () => api.withKey(key)('{ viewer { role } }');

test.each([
  ['goes away', () => proxy.goAway()],
  ['falls silent', async () => proxy.fallSilent()],
])(
  'a database that %s is UNAVAILABLE within 4 s and comes back without a restart',
  async (_how, fail) => {
    expect(await readiness()).toBe(200);
    expect((await ask()).status).toBe(401);

    await fail();
    const started = Date.now();
    const { status, errors } = await ask();
    expect(errors[0]?.extensions['code']).toBe('UNAVAILABLE');
    expect(status).toBe(503);
    expect(Date.now() - started).toBeLessThan(4_000);
    expect(await readiness()).toBe(503);
    expect((await fetch(`${api.url}/health/live`)).status).toBe(200);

    await proxy.comeBack();
    expect((await ask()).status).toBe(401);
    expect(await readiness()).toBe(200);
  },
  30_000,
);
