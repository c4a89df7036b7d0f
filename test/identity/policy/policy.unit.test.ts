import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { execute, GraphQLObjectType, GraphQLSchema, GraphQLString, parse } from 'graphql';
import { enforcePolicies } from '../../../src/modules/identity/policy/enforce.ts';
import {
  OWN,
  type Policy,
  PUBLIC,
  ROLES,
  SCOPED,
  SIGNED_IN,
} from '../../../src/modules/identity/policy/policy.ts';
import {
  fieldsWithoutPolicy,
  howToMend,
  policiesOf,
  policyTable,
} from '../../../src/modules/identity/policy/table.ts';
import { ANONYMOUS, type Viewer } from '../../../src/modules/identity/viewer.ts';
import { DomainError } from '../../../src/platform/errors.ts';
import { createBareSchema } from '../../../src/schema.ts';

const member = (role: Viewer['role'], organizationId = 'a'): Viewer => ({
  ...ANONYMOUS,
  role,
  organizationId,
  keyId: 'key',
});
const learner = (learnerId: string): Viewer => ({ ...ANONYMOUS, role: 'LEARNER', learnerId, keyId: 'key' });
const nobodyYet: Viewer = {
  ...ANONYMOUS,
  person: { id: null, account: 'x', issuer: 'y', learnerId: null, mustChoose: false },
};

const schemaWith = (policy?: Policy) =>
  new GraphQLSchema({
    query: new GraphQLObjectType({
      name: 'Query',
      fields: { secret: { type: GraphQLString, ...(policy && { extensions: { policy } }) } },
    }),
  });

/** What a viewer gets for a field with this policy: its value, or the code and roles of the refusal. */
async function read(policy: Policy, viewer: Viewer, source: object = {}) {
  const { data, errors } = await execute({
    schema: enforcePolicies(schemaWith(policy)),
    document: parse('{ secret }'),
    rootValue: { secret: 'told', ...source },
    contextValue: { viewer },
  });
  const cause = errors?.[0]?.originalError;
  if (cause instanceof DomainError) return { code: cause.code, roles: cause.details['roles'] };
  return cause ? 'INTERNAL' : data?.['secret'];
}

describe('the policies of the schema', () => {
  const schema = createBareSchema();

  test('leave no field out', () => {
    const missing = fieldsWithoutPolicy(schema);
    expect(missing.length === 0 ? '' : howToMend(missing)).toBe('');
  });

  test('are the table committed (else run `npm run schema` and look at what changed)', () => {
    expect(policyTable(schema)).toBe(readFileSync('schema/policy.txt', 'utf8'));
  });

  test('name a policy on each field of Query and Mutation, and SCOPED only there, before types that are not public', () => {
    const fields = policiesOf(schema);
    const roots = fields.filter(({ type }) => type === 'Query' || type === 'Mutation');
    expect(roots.filter(({ field }) => field.extensions['policy'] === undefined)).toEqual([]);
    const open = roots.filter(({ type, policy }) => type === 'Mutation' && policy?.kind === 'PUBLIC');
    // who gives feedback anonymously shows a token that works once, and must not be signed in
    expect(open.map(({ field }) => field.name)).toEqual(['giveAnonymousFeedback']);
    for (const { type, field } of fields.filter(({ policy }) => policy?.kind === 'SCOPED')) {
      expect(type).toBe('Query');
      const shown = fields.filter((inner) => inner.type === String(field.type));
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.filter(({ policy }) => policy?.kind === 'PUBLIC')).toEqual([]);
    }
  });
});

describe('a policy', () => {
  test('that is missing keeps the schema from being built, and says how to mend it', () => {
    expect(() => enforcePolicies(schemaWith())).toThrow(/Query\.secret.*@Policy/);
  });

  test.each<[string, Policy, Viewer, object, unknown]>([
    ['PUBLIC tells anybody', PUBLIC, ANONYMOUS, {}, 'told'],
    ['SCOPED leaves it to the service', SCOPED, ANONYMOUS, {}, 'told'],
    ['SIGNED_IN refuses the anonymous', SIGNED_IN, ANONYMOUS, {}, { code: 'UNAUTHENTICATED' }],
    ['SIGNED_IN tells somebody without a role', SIGNED_IN, nobodyYet, {}, 'told'],
    [
      'ROLES asks the anonymous to sign in',
      ROLES('ANALYST'),
      ANONYMOUS,
      {},
      { code: 'UNAUTHENTICATED', roles: ['ANALYST'] },
    ],
    [
      'ROLES refuses another role',
      ROLES('ANALYST', 'EMPLOYER'),
      member('ASSESSOR'),
      {},
      { code: 'FORBIDDEN', roles: ['ANALYST', 'EMPLOYER'] },
    ],
    ['ROLES tells each of its roles', ROLES('ANALYST', 'EMPLOYER'), member('EMPLOYER'), {}, 'told'],
    [
      'ROLES looks at every role held',
      ROLES('ANALYST'),
      { ...member('ASSESSOR'), roles: ['ASSESSOR', 'ANALYST'] },
      {},
      'told',
    ],
  ])('%s', async (_, policy, viewer, source, expected) => {
    expect(await read(policy, viewer, source)).toEqual(expected);
  });

  test('OWN shows an object to its learner and its organisation, and takes anything else for a bug of a service', async () => {
    const own = OWN({ learner: 'learnerId', organization: 'issuerId', roles: ['ISSUER_STAFF'] });
    const object = { learnerId: 'l', issuerId: 'a' };
    expect(await read(own, learner('l'), object)).toBe('told');
    expect(await read(own, member('ISSUER_STAFF', 'a'), object)).toBe('told');
    expect(await read(own, learner('m'), object)).toBe('INTERNAL');
    expect(await read(own, member('ISSUER_STAFF', 'b'), object)).toBe('INTERNAL');
    expect(await read(own, learner('l'), {})).toBe('INTERNAL');
    expect(await read(own, member('EMPLOYER', 'a'), object)).toEqual({
      code: 'FORBIDDEN',
      roles: ['LEARNER', 'ISSUER_STAFF'],
    });
    expect(await read(own, ANONYMOUS, object)).toEqual({
      code: 'UNAUTHENTICATED',
      roles: ['LEARNER', 'ISSUER_STAFF'],
    });
  });
});
