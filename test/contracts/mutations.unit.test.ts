import { expect, test } from '@jest/globals';
import { createSchema } from '../../src/schema.ts';

const mutations = Object.values(createSchema().getMutationType()?.getFields() ?? {});
const keyOf = (name: string) =>
  mutations.find((field) => field.name === name)?.args.find((arg) => arg.name === 'idempotencyKey');

test('every mutation takes an idempotency key', () => {
  expect(mutations.length).toBeGreaterThan(15);
  for (const { name } of mutations)
    expect({ name, key: String(keyOf(name)?.type) }).toEqual({
      name,
      key: expect.stringMatching(/^String!?$/),
    });
});

test('what is issued, revoked, granted or withdrawn needs one', () => {
  const binding = mutations.filter(({ name }) => /^(issue|revoke|grant|withdraw)/.test(name));
  expect(binding.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['issueCredential', 'revokeCredential', 'grantConsent', 'withdrawConsent']),
  );
  for (const { name } of binding)
    expect({ name, key: String(keyOf(name)?.type) }).toEqual({ name, key: 'String!' });
});
