import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startApi, type TestApi } from '../support/api.ts';
import { makeOrganization } from '../support/data.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
describe('a request', () => {
  test('is answered with its id, the caller’s own where that is a plain one', async () => {
    const own = await post('{"query":"{ viewer { role } }"}', { 'x-request-id': 'order-12345678' });
    expect(own.headers.get('x-request-id')).toBe('order-12345678');
    const odd = await post('{"query":"{ viewer { role } }"}', { 'x-request-id': 'a b' });
    expect(odd.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('over 64 KB is refused', async () => {
    const response = await post(JSON.stringify({ query: `{ viewer { role } } #${'x'.repeat(70_000)}` }));
    expect(response.status).toBe(413);
    expect((await response.json()) as object).toMatchObject({
      errors: [{ extensions: { code: 'INVALID_INPUT', reason: 'entity.too.large' } }],
    });
  });

  test('that is not JSON is refused', async () => {
    const response = await post('{');
    expect(response.status).toBe(400);
    expect((await response.json()) as object).toMatchObject({
      errors: [{ extensions: { code: 'INVALID_INPUT' } }],
    });
  });

  test.each([
    ['a field that is not there', '{ nobody }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a syntax error', '{ viewer ', 'GRAPHQL_PARSE_FAILED'],
    ['too many tokens', `{ viewer { ${'role '.repeat(2_100)} } }`, 'GRAPHQL_PARSE_FAILED'],
    [
      'too many aliases',
      `{ viewer { ${Array.from({ length: 16 }, (_, n) => `a${n}: role`).join(' ')} } }`,
      'TOO_LARGE',
    ],
    [
      'too many root fields',
      `{ ${Array.from({ length: 21 }, () => 'viewer { role }').join(' ')} }`,
      'TOO_LARGE',
    ],
  ])('with %s is INVALID_INPUT', async (_what, query, reason) => {
    const { errors } = await api.anonymous(query);
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', reason });
  });

  test.each([
    ['a field that is not there', { depth: 2 }, /Field "depth" is not defined/],
    ['a word that is not one of an enumeration', { mode: 'ABROAD' }, /Value "ABROAD" does not exist/],
    ['another type', { maxEffortMinutes: 'three' }, /Int cannot represent non-integer value: "three"/],
  ])('with %s in a variable is INVALID_INPUT, naming it', async (_what, filter, message) => {
    const { errors } = await api.anonymous(
      'query ($filter: LearningUnitFilter) { learningUnits(first: 1, sort: TITLE, filter: $filter) { totalCount } }',
      { filter },
    );
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', reason: 'BAD_USER_INPUT' });
    expect(errors[0]?.message).toMatch(message);
  });

  test('without a variable that is needed is INVALID_INPUT, naming it', async () => {
    const { errors } = await api.anonymous('query ($id: ID!) { badge(id: $id) { id } }');
    expect(errors[0]?.extensions).toMatchObject({ code: 'INVALID_INPUT', reason: 'BAD_USER_INPUT' });
    expect(errors[0]?.message).toContain('$id');
  });

  test('with an empty id names nothing', async () => {
    const nothing = await api.anonymous(
      '{ badge(id: "") { id } outcome(id: "") { id } review(id: "") { id } }',
    );
    expect(nothing).toMatchObject({ data: { badge: null, outcome: null, review: null }, errors: [] });
    const staff = await api.as({ role: 'ISSUER_STAFF', organizationId: await makeOrganization() });
    const { errors } = await staff('mutation { deleteBadgeVersion(id: "") }');
    expect(errors[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', what: 'badge version' });
  });

  test('batches are refused', async () => {
    const response = await post('[{"query":"{ viewer { role } }"},{"query":"{ viewer { role } }"}]');
    expect(response.status).toBe(400);
  });
});
