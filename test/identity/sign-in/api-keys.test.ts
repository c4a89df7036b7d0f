import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Mutations } from '../../../src/modules/identity/mutations.ts';
import { ApiKeysService } from '../../../src/modules/identity/sign-in/api-keys.service.ts';
import type { Viewer } from '../../../src/modules/identity/viewer.ts';
import { connect } from '../../../src/platform/graph/graph.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { cypher, makeOrganization } from '../../support/data.ts';
import { extensionsOf } from '../../support/errors.ts';
import { startProxy } from '../../support/proxy.ts';

const FIELDS = 'id name role scopes state createdAt createdBy expiresAt revokedAt lastUsedAt replaces';
const CREATE = `mutation ($input: ApiKeyInput!, $key: String!) {
  made: createApiKey(input: $input, idempotencyKey: $key) { secret apiKey { ${FIELDS} } } }`;
const ROTATE = `mutation ($id: ID!, $until: DateTimeISO, $key: String!) {
  made: rotateApiKey(id: $id, oldKeyExpiresAt: $until, idempotencyKey: $key) { secret apiKey { ${FIELDS} } } }`;
const REVOKE = `mutation ($id: ID!, $key: String!) { made: revokeApiKey(id: $id, idempotencyKey: $key) { ${FIELDS} } }`;
const LIST = `query ($first: Int, $after: String) { apiKeys(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { ${FIELDS} } } } }`;
const WHO = '{ viewer { role organizationId } }';
const DAY = 86_400_000;

let api: TestApi;
let now = new Date('2026-03-01T12:00:00Z');
let organizationId: string;
let admin: Caller;
beforeAll(async () => {
  api = await startApi({ clock: () => now });
  organizationId = await makeOrganization();
  admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
});
afterAll(() => api.close());

interface Made {
  secret: string;
  apiKey: {
    id: string;
    state: string;
    expiresAt: string;
    lastUsedAt: string | null;
    replaces: string | null;
  };
}
const key = () => randomUUID();
const input = (more: object = {}) => ({ name: 'Nightly job', role: 'ISSUER_STAFF', ...more });
async function create(more: object = {}, as = admin): Promise<Made> {
  const { data, errors } = await as(CREATE, { input: input(more), key: key() });
  expect(errors).toEqual([]);
  return data.made;
}
async function rotate(id: string, until?: Date): Promise<Made> {
  const { data, errors } = await admin(ROTATE, { id, until: until?.toISOString(), key: key() });
  expect(errors).toEqual([]);
  return data.made;
}
const statusWith = async (secret: string) => (await api.withKey(secret)(WHO)).status;

describe('an API key', () => {
  test('is shown once, works in its role, and only a digest of it lies in the graph', async () => {
    const idempotencyKey = key();
    const first = (await admin(CREATE, { input: input(), key: idempotencyKey })).data.made as Made;
    expect(first.secret).toMatch(/^cg_/);
    expect(first.apiKey).toMatchObject({
      name: 'Nightly job',
      role: 'ISSUER_STAFF',
      scopes: [],
      state: 'LIVE',
      createdAt: now.toISOString(),
      createdBy: expect.stringMatching(/^key:/),
      expiresAt: new Date(now.getTime() + 365 * DAY).toISOString(),
      lastUsedAt: null,
      replaces: null,
    });
    expect((await api.withKey(first.secret)(WHO)).data.viewer).toEqual({
      role: 'ISSUER_STAFF',
      organizationId,
    });
    const again = (await admin(CREATE, { input: input(), key: idempotencyKey })).data.made as Made;
    expect(again).toEqual({ secret: null, apiKey: expect.objectContaining({ id: first.apiKey.id }) });
    const [stored] = await cypher('MATCH (k:ApiKey {id: $id}) RETURN properties(k) AS properties', {
      id: first.apiKey.id,
    });
    expect(JSON.stringify(stored)).not.toContain(first.secret.split('_')[2]);
    const memories = await cypher(
      'MATCH (r:IdempotentRequest) WHERE r.result CONTAINS $id RETURN r.result AS result',
      {
        id: first.apiKey.id,
      },
    );
    expect(memories).toEqual([{ result: JSON.stringify({ id: first.apiKey.id }) }]);
  });

  test('is made with its audit event, by whoever administers the organisation', async () => {
    const { apiKey } = await create();
    const events = await cypher(
      'MATCH (e:AuditEvent {chain: $organizationId}) WHERE $id IN e.objects RETURN e.action AS action, e.role AS role',
      { organizationId, id: apiKey.id },
    );
    expect(events).toEqual([{ action: 'createApiKey', role: 'ISSUER_ADMIN' }]);
  });

  test('expires when it was said to', async () => {
    const { secret } = await create({ expiresAt: new Date(now.getTime() + DAY).toISOString() });
    expect(await statusWith(secret)).toBe(200);
    now = new Date(now.getTime() + DAY);
    expect(await statusWith(secret)).toBe(401);
  });

  test('is refused from the next request on when it is revoked, and only once', async () => {
    const { secret, apiKey } = await create();
    expect(await statusWith(secret)).toBe(200);
    const { data } = await admin(REVOKE, { id: apiKey.id, key: key() });
    expect(data.made).toMatchObject({ state: 'REVOKED', revokedAt: now.toISOString() });
    expect(await statusWith(secret)).toBe(401);
    expect(extensionsOf(await admin(REVOKE, { id: apiKey.id, key: key() }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_REVOKED',
    });
  });

  test('notes its use at most once a minute', async () => {
    const { secret, apiKey } = await create();
    const lastUse = async () => {
      for (let tries = 0; tries < 50; tries++) {
        const { data } = await admin(LIST, { first: 100 });
        const found = data.apiKeys.edges.find(({ node }: { node: { id: string } }) => node.id === apiKey.id);
        if (found.node.lastUsedAt !== null) return found.node.lastUsedAt as string;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return null;
    };
    const first = now.toISOString();
    await statusWith(secret);
    expect(await lastUse()).toBe(first);
    now = new Date(now.getTime() + 59_000);
    await statusWith(secret);
    expect(await lastUse()).toBe(first);
    now = new Date(now.getTime() + 2_000);
    await statusWith(secret);
    for (let tries = 0; tries < 50 && (await lastUse()) === first; tries++)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await lastUse()).toBe(now.toISOString());
  });
});

test('a key whose COMMIT was not acknowledged is made once, and shown', async () => {
  const { graph: config } = testConfig();
  const proxy = await startProxy(new URL(config.uri));
  const through = connect({ ...config, uri: `bolt://127.0.0.1:${proxy.port}` });
  try {
    const own = await makeOrganization();
    const viewer: Viewer = { role: 'ISSUER_ADMIN', organizationId: own, learnerId: null, keyId: 'tester' };
    const clock = () => now;
    const mutations = new Mutations(through, viewer, clock);
    const keys = new ApiKeysService({ graph: through, viewer, clock, mutations });
    for (let n = 1; n <= 5; n++) {
      proxy.cutCommits(1);
      const { secret } = await keys.create({ name: `Key ${n}`, role: 'ISSUER_STAFF' }, key());
      expect(proxy.commitsToCut).toBe(0);
      expect(await statusWith(secret ?? '')).toBe(200);
      expect(await (await keys.list({})).count()).toBe(n);
    }
  } finally {
    await through.close();
    await proxy.close();
  }
});

describe('rotation', () => {
  test('keeps two keys live until the old one expires, and refuses a third', async () => {
    const first = await create({ scopes: ['CREDENTIALS_READ'] });
    const until = new Date(now.getTime() + 2 * DAY);
    const second = await rotate(first.apiKey.id, until);
    expect(second.apiKey).toMatchObject({
      name: 'Nightly job',
      scopes: ['CREDENTIALS_READ'],
      replaces: first.apiKey.id,
    });
    expect([await statusWith(first.secret), await statusWith(second.secret)]).toEqual([200, 200]);
    for (const id of [first.apiKey.id, second.apiKey.id])
      expect(extensionsOf(await admin(ROTATE, { id, key: key() }))).toMatchObject({
        code: 'CONFLICT',
        reason: 'TWO_KEYS_LIVE',
      });
    now = until;
    expect([await statusWith(first.secret), await statusWith(second.secret)]).toEqual([401, 200]);
    const third = await rotate(second.apiKey.id);
    expect([await statusWith(second.secret), await statusWith(third.secret)]).toEqual([200, 200]);
    expect(extensionsOf(await admin(ROTATE, { id: first.apiKey.id, key: key() }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'KEY_NOT_LIVE',
    });
  });

  test('never lengthens the life of the old key', async () => {
    const soon = new Date(now.getTime() + DAY);
    const old = await create({ expiresAt: soon.toISOString() });
    await rotate(old.apiKey.id, new Date(now.getTime() + 30 * DAY));
    const { data } = await admin(LIST, { first: 100 });
    const listed = data.apiKeys.edges.map(({ node }: { node: { id: string } }) => node);
    expect(listed.find(({ id }: { id: string }) => id === old.apiKey.id).expiresAt).toBe(soon.toISOString());
  });

  test('asked for 10 times at once happens once', async () => {
    const { apiKey } = await create();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => admin(ROTATE, { id: apiKey.id, key: key() })),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(answers.flatMap(({ errors }) => errors).map(({ extensions }) => extensions['reason'])).toEqual(
      Array.from({ length: 9 }, () => 'TWO_KEYS_LIVE'),
    );
  });
});

describe('the keys of an organisation', () => {
  test('are listed in pages, the newest first, with none of another', async () => {
    const other = await makeOrganization();
    const theirs = await api.as({ role: 'ISSUER_ADMIN', organizationId: other });
    const made: string[] = [];
    for (let n = 0; n < 4; n++) {
      now = new Date(now.getTime() + 1_000);
      made.unshift((await create({ name: `Key ${n}` }, theirs)).apiKey.id);
    }
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const { data } = await theirs(LIST, { first: 2, after });
      expect(data.apiKeys.totalCount).toBe(5);
      seen.push(...data.apiKeys.edges.map(({ node }: { node: { id: string } }) => node.id));
      after = data.apiKeys.pageInfo.hasNextPage ? data.apiKeys.pageInfo.endCursor : undefined;
    } while (after);
    expect(seen.slice(0, 4)).toEqual(made);
    expect(seen).toHaveLength(5);
  });

  test('of another read as if they were not there', async () => {
    const theirs = await api.as({ role: 'ISSUER_ADMIN', organizationId: await makeOrganization() });
    const { apiKey, secret } = await create();
    for (const statement of [ROTATE, REVOKE]) {
      const real = extensionsOf(await theirs(statement, { id: apiKey.id, key: key() }));
      const unknown = extensionsOf(await theirs(statement, { id: 'nobody', key: key() }));
      expect(real).toEqual({ ...unknown, id: apiKey.id });
      expect(real).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await statusWith(secret)).toBe(200);
  });

  test.each(['ISSUER_STAFF', 'ASSESSOR', 'ANALYST', 'EMPLOYER', 'EXTERNAL_REVIEWER'] as const)(
    'are not for %s of an issuer',
    async (role) => {
      const caller = await api.as({ role, organizationId });
      for (const answer of [
        await caller(LIST),
        await caller(CREATE, { input: input(), key: key() }),
        await caller(REVOKE, { id: 'x', key: key() }),
      ])
        expect(extensionsOf(answer)).toMatchObject({
          code: 'FORBIDDEN',
          roles: expect.arrayContaining(['ISSUER_ADMIN']),
        });
    },
  );

  test('are not for anonymous callers and learners', async () => {
    expect(extensionsOf(await api.anonymous(LIST))).toMatchObject({
      code: 'UNAUTHENTICATED',
      roles: expect.arrayContaining(['ISSUER_ADMIN']),
    });
  });

  test.each([
    [{ role: 'LEARNER' }, 'input.role'],
    [{ role: 'PLATFORM_ADMIN' }, 'input.role'],
    [{ role: 'EMPLOYER' }, 'input.role'],
    [{ name: ' ' }, 'input.name'],
    [{ scopes: ['MATCHING_READ', 'MATCHING_READ'] }, 'input.scopes[1]'],
    [{ expiresAt: '2020-01-01T00:00:00Z' }, 'input.expiresAt'],
    [{ expiresAt: '2199-01-01T00:00:00Z' }, 'input.expiresAt'],
  ])('cannot be %j', async (more, argument) => {
    expect(extensionsOf(await admin(CREATE, { input: input(more), key: key() }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument,
    });
  });
});

describe('the scopes of a key', () => {
  test('limit what its role may do, and leave open what anybody may read', async () => {
    const { secret } = await create({ scopes: ['CATALOGUE_WRITE'] });
    const scoped = api.withKey(secret);
    expect((await scoped(WHO)).errors).toEqual([]);
    expect((await scoped('{ badges(first: 1) { edges { node { id } } } }')).errors).toEqual([]);
    const outcome = await scoped(
      'mutation { createOutcome(input: { statement: "Explains a figure", verb: "explain", object: "a figure", alignments: [] }) { id } }',
    );
    expect(outcome.errors.map(({ extensions }) => extensions['reason'])).not.toContain('OUT_OF_SCOPE');
    const answer = await scoped(
      'query { ...hidden } fragment hidden on Query { credentials(first: 1) { totalCount } }',
    );
    expect(answer.status).toBe(403);
    expect(extensionsOf(answer)).toEqual({
      code: 'FORBIDDEN',
      reason: 'OUT_OF_SCOPE',
      field: 'credentials',
      scopes: ['CREDENTIALS_READ'],
    });
  });

  test('never open the keys and people of an organisation', async () => {
    const { secret } = await create({
      role: 'ISSUER_ADMIN',
      scopes: ['CATALOGUE_WRITE', 'LEARNERS_WRITE', 'CREDENTIALS_ISSUE'],
    });
    const scoped = api.withKey(secret);
    for (const answer of [await scoped(LIST), await scoped(CREATE, { input: input(), key: key() })])
      expect(extensionsOf(answer)).toMatchObject({ code: 'FORBIDDEN', reason: 'OUT_OF_SCOPE', scopes: [] });
  });
});
