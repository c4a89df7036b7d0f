import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { made, publishBadge } from '../../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { cypher, makeOrganization, makeSkills } from '../../support/data.ts';
import { extensionsOf } from '../../support/errors.ts';
import { startProvider, type TestProvider } from '../../support/provider.ts';

const AUDIENCE = 'https://credentials.example/graphql';
const SUBMIT = 'mutation ($input: SubmitWorkInput!) { made: submitWork(input: $input) { id } }';
const GRADE =
  'mutation ($submissionId: ID!, $scores: [ScoreInput!]!) { made: gradeSubmission(submissionId: $submissionId, scores: $scores) { id } }';
const ISSUE =
  'mutation ($input: IssueCredentialInput!, $key: String!) { made: issueCredential(input: $input, idempotencyKey: $key) { id } }';

let provider: TestProvider;
let api: TestApi;
let organizationId: string;
let admin: Caller;
let staff: Caller;
let assessor: Caller;
let assessmentId: string;
let scores: { criterionId: string; levelId: string }[];

beforeAll(async () => {
  provider = await startProvider('EdDSA');
  api = await startApi({ config: testConfig({ OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: AUDIENCE }) });
  organizationId = await makeOrganization('Small school');
  admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  assessor = await api.as({ role: 'ASSESSOR', organizationId });
  const [skillUri = ''] = await makeSkills('write reports');
  assessmentId = (await publishBadge(staff, { skillUri })).assessment;
  const { data } = await staff(
    'query ($id: ID!) { assessment(id: $id) { rubric { criteria { edges { node { id levels { edges { node { id } } } } } } } } }',
    { id: assessmentId },
  );
  scores = data.assessment.rubric.criteria.edges.map(
    ({ node }: { node: { id: string; levels: { edges: { node: { id: string } }[] } } }) => ({
      criterionId: node.id,
      levelId: node.levels.edges.at(-1)?.node.id,
    }),
  );
});
afterAll(async () => {
  await api.close();
  await provider.close();
});

const invited = (query: string, input: object): Promise<string> =>
  admin(query, { input, key: randomUUID() }).then(({ data }) => data.made.token);
const inviteMember = (roles: string[]) =>
  invited(
    'mutation ($input: InviteMemberInput!, $key: String!) { made: inviteMember(input: $input, idempotencyKey: $key) { token } }',
    {
      roles,
    },
  );
const inviteLearner = (learnerId: string) =>
  invited(
    'mutation ($input: InviteLearnerInput!, $key: String!) { made: inviteLearner(input: $input, idempotencyKey: $key) { token } }',
    {
      learnerId,
    },
  );

/** Somebody who accepted these invitations; called with whom they act for. */
async function somebody(...tokens: string[]) {
  const token = await provider.accessToken(randomUUID(), AUDIENCE);
  for (const invitation of tokens) {
    const { errors } = await api.withKey(token)(
      'mutation ($token: String!, $key: String!) { acceptInvitation(token: $token, idempotencyKey: $key) { personId } }',
      { token: invitation, key: randomUUID() },
    );
    expect(errors).toEqual([]);
  }
  return (organization: string): Caller => api.withKey(token, organization);
}
const newLearner = () =>
  made(
    admin('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name: 'A Learner', email: `${randomUUID()}@learners.example` },
    }),
  );
const submit = (learnerId: string) =>
  made(staff(SUBMIT, { input: { assessmentId, learnerId, narrative: 'My work.' } }));
const refused = (inTheWay: string) => ({ code: 'FORBIDDEN', reason: 'SEPARATION_OF_DUTIES', inTheWay });

describe('separation of duties', () => {
  test('nobody grades their own work, whatever they act as', async () => {
    const learnerId = await newLearner();
    const both = await somebody(
      await inviteLearner(learnerId),
      await inviteMember(['ASSESSOR', 'ISSUER_STAFF']),
    );
    const submissionId = await submit(learnerId);
    expect(extensionsOf(await both(organizationId)(GRADE, { submissionId, scores }))).toMatchObject(
      refused('LEARNER'),
    );
    const result = await assessor(GRADE, { submissionId, scores });
    expect(result.errors).toEqual([]);
    const variables = { key: randomUUID(), input: { resultId: result.data.made.id } };
    expect(extensionsOf(await both(organizationId)(ISSUE, variables))).toMatchObject(refused('LEARNER'));
    expect((await staff(ISSUE, variables)).errors).toEqual([]);
  });

  test('who graded the work does not issue the badge for it, but for other work', async () => {
    const both = (await somebody(await inviteMember(['ASSESSOR', 'ISSUER_STAFF'])))(organizationId);
    const graded = await both(GRADE, { submissionId: await submit(await newLearner()), scores });
    expect(graded.errors).toEqual([]);
    const own = { key: randomUUID(), input: { resultId: graded.data.made.id } };
    expect(extensionsOf(await both(ISSUE, own))).toMatchObject(refused('ASSESSOR'));
    const other = await assessor(GRADE, { submissionId: await submit(await newLearner()), scores });
    expect(
      (await both(ISSUE, { key: randomUUID(), input: { resultId: other.data.made.id } })).errors,
    ).toEqual([]);
    expect((await staff(ISSUE, own)).errors).toEqual([]);
    const [result] = await cypher('MATCH (r:Result {id: $id}) RETURN r.assessor AS assessor', {
      id: own.input.resultId,
    });
    expect(result?.['assessor']).toMatch(/^person:/);
  });
});
