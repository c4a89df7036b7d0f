import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { made, publishBadge } from '../../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher, makeOrganization, makeSkills } from '../../support/data.ts';
import { extensionsOf } from '../../support/errors.ts';

const LINT = `query ($id: ID!, $min: LintSeverity) { lintRoleProfile(id: $id) { roleProfile { id } score { score parts { part } }
  findings(first: 100, minSeverity: $min) { edges { node { rule place subjectId message } } } } }`;

let api: TestApi;
let employer: Caller;
let skills: string[];
beforeAll(async () => {
  api = await startApi();
  employer = await api.as({
    role: 'EMPLOYER',
    organizationId: await makeOrganization('Linted hirer', ['EMPLOYER']),
  });
  skills = await makeSkills('prove', 'no badge proves', 'ended');
  const organizationId = await makeOrganization();
  await publishBadge(await api.as({ role: 'ISSUER_STAFF', organizationId }), {
    skillUri: skills[0] ?? '',
    level: 4,
  });
  await cypher('MATCH (s:Skill {uri: $uri}) SET s.until = 20000', { uri: skills[2] });
});
afterAll(() => api.close());

const draft = (input: object) =>
  made(
    employer('mutation ($input: RoleProfileInput!) { made: createRoleProfile(input: $input) { id } }', {
      input,
    }),
  );
const publish = (id: string) =>
  employer('mutation ($id: ID!) { made: publishRoleProfile(id: $id) { id state } }', { id });

test('a role profile is linted like a badge, a draft for its employer alone', async () => {
  const id = await draft({
    title: 'Test ninja',
    description: 'For a young and dynamic team.',
    requirements: [
      { skillUri: skills[0], level: 4, weight: 2 },
      { skillUri: skills[1], level: 4 },
    ],
  });
  const { data, errors } = await employer(LINT, { id });
  expect(errors).toEqual([]);
  const nodes = data.lintRoleProfile.findings.edges.map((edge: { node: object }) => edge.node);
  expect(nodes).toEqual([
    expect.objectContaining({ rule: 'role-title-vague', place: 'title' }),
    expect.objectContaining({ rule: 'role-wording-discriminatory', place: 'description' }),
    {
      rule: 'role-requirement-unprovable',
      place: 'requirements[1]',
      subjectId: skills[1],
      message: 'No published badge proves “no badge proves” at level 4.',
    },
    expect.objectContaining({ rule: 'role-occupation-missing' }),
    expect.objectContaining({ rule: 'role-evidence-any' }),
  ]);
  expect(data.lintRoleProfile.roleProfile.id).toBe(id);
  expect(data.lintRoleProfile.score.parts.map(({ part }: { part: string }) => part)).toEqual([
    'WORDING',
    'REQUIREMENTS',
    'EVIDENCE',
  ]);
  const few = (await employer(LINT, { id, min: 'ERROR' })).data.lintRoleProfile.findings.edges;
  expect(few).toEqual([]);
  expect((await api.anonymous(LINT, { id })).data).toEqual({ lintRoleProfile: null });
});

test('one with an error is not published: INVALID_INPUT with the findings', async () => {
  const id = await draft({ title: 'Restorer', requirements: [{ skillUri: skills[2], level: 4 }] });
  expect(extensionsOf(await publish(id))).toMatchObject({
    code: 'INVALID_INPUT',
    argument: 'id',
    reason: 'LINT_ERRORS',
    findings: [{ rule: 'role-skill-ended', place: 'requirements[0]', subjectId: skills[2] }],
  });
  const good = await draft({ title: 'Restorer', requirements: [{ skillUri: skills[0], level: 4 }] });
  expect((await publish(good)).errors).toEqual([]);
  expect((await api.anonymous(LINT, { id: good })).data.lintRoleProfile.score.score).toBeGreaterThan(50);
});
