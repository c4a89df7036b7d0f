import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kind, parse } from 'graphql';
import type { ApiKeyGrant } from '../../src/modules/identity/identity.service.ts';
import { type Caller, startApi, type TestApi } from '../support/api.ts';

/** Who runs the examples of each kind of user, in the sample world; null is a caller without a key. */
const USERS: Record<string, Omit<ApiKeyGrant, 'name'> | null> = {
  anonymous: null,
  portal: null,
  analyst: { role: 'ANALYST', organizationId: 'org-skills-council' },
  assessor: { role: 'ASSESSOR', organizationId: 'org-northbank' },
  employer: { role: 'EMPLOYER', organizationId: 'org-public-services' },
  'external reviewer': { role: 'EXTERNAL_REVIEWER', organizationId: 'org-skills-council' },
  issuer: { role: 'ISSUER_STAFF', organizationId: 'org-northbank' },
  'issuer admin': { role: 'ISSUER_ADMIN', organizationId: 'org-northbank' },
  learner: { role: 'LEARNER', learnerId: 'learner-ada' },
  'platform admin': { role: 'PLATFORM_ADMIN', organizationId: 'org-skills-council' },
};

const FOLDER = 'schema/examples';
const examples = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql'))
  .map((file) => {
    const text = readFileSync(`${FOLDER}/${file}`, 'utf8');
    const [user, sentence] = text.split('\n');
    const variables = /^# Variables: (\{.*\})$/m.exec(text)?.[1];
    return {
      file,
      text,
      user: /^# Kind of user: ([a-z ]+)$/.exec(user ?? '')?.[1] ?? '',
      sentence: sentence ?? '',
      variables: JSON.parse(variables ?? '{}') as Record<string, unknown>,
    };
  });

let api: TestApi;
const callers = new Map<string, Caller>();
beforeAll(async () => {
  api = await startApi();
  for (const [user, grant] of Object.entries(USERS))
    callers.set(user, grant ? await api.as(grant) : api.anonymous);
});
afterAll(() => api.close());

test('every kind of user who calls the API has an example', () => {
  const users = new Set(examples.map(({ user }) => user));
  for (const user of ['portal', 'employer', 'issuer', 'learner', 'analyst']) expect(users).toContain(user);
});

describe.each(examples)('$file', ({ text, user, sentence, variables }) => {
  test('says for whom and what, in one named operation', () => {
    expect(Object.keys(USERS)).toContain(user);
    expect(sentence).toMatch(/^# [A-Z].*\.$/);
    const { definitions } = parse(text);
    expect(definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)).toHaveLength(1);
    expect(definitions[0]).toHaveProperty('name.value');
  });

  test('works in the sample world and finds something', async () => {
    const { data, errors } = await (callers.get(user) ?? api.anonymous)(text, variables);
    expect(errors).toEqual([]);
    expect(Object.values(data)).not.toContain(null);
    for (const value of Object.values(data)) expect((value as { edges?: [] }).edges ?? [0]).not.toEqual([]);
  });
});
