import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/platform/ids.ts';
import { assessmentInput, made } from '../../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { makeOrganization } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';

const RECORD = `mutation ($learner: ID!, $input: IdentityProofingInput!) { made: recordIdentityProofing(learnerId: $learner, input: $input) {
  id learnerId method level verifier provedAt withdrawnAt organization { id } } }`;
const WITHDRAW =
  'mutation ($id: ID!, $key: String!) { made: withdrawIdentityProofing(id: $id, idempotencyKey: $key) { id withdrawnAt } }';
const MINE =
  '{ myIdentityProofings { totalCount edges { node { id level verifier organization { id } } } } }';
const OURS =
  'query ($learner: ID!) { identityProofings(learnerId: $learner) { totalCount edges { node { id level } } } }';
const LEVEL = 'query ($id: ID!) { submission(id: $id) { identityLevel } }';

let api: TestApi;
let organizationId: string;
let admin: Caller;
let staff: Caller;
let stranger: Caller;
let learnerId: string;
let learner: Caller;

const input = {
  method: 'DOCUMENT',
  level: 'SUBSTANTIAL',
  verifier: 'Registry of the school',
  provedAt: '2026-01-02T09:00:00.000Z',
};

beforeAll(async () => {
  api = await startApi();
  organizationId = await makeOrganization('Proving');
  admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  stranger = await api.as({ role: 'ISSUER_ADMIN', organizationId: await makeOrganization('Curious') });
  learnerId = await made(
    admin('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name: 'Proven', email: `${newId()}@learners.example` },
    }),
  );
  learner = await api.as({ role: 'LEARNER', learnerId });
});
afterAll(() => api.close());

describe('an identity proofing', () => {
  test('is seen by the learner and by who recorded it, says how surely, and can be withdrawn', async () => {
    const { data, errors } = await staff(RECORD, { learner: learnerId, input });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({
      ...input,
      learnerId,
      withdrawnAt: null,
      organization: { id: organizationId },
    });
    const { id } = data.made;
    expect((await learner(MINE)).data.myIdentityProofings).toEqual({
      totalCount: 1,
      edges: [
        {
          node: { id, level: 'SUBSTANTIAL', verifier: input.verifier, organization: { id: organizationId } },
        },
      ],
    });
    expect((await admin(OURS, { learner: learnerId })).data.identityProofings.edges).toEqual([
      { node: { id, level: 'SUBSTANTIAL' } },
    ]);
    expect((await stranger(OURS, { learner: learnerId })).data.identityProofings.totalCount).toBe(0);
    const assessment = await made(
      staff('mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { id } }', {
        input: assessmentInput,
      }),
    );
    const work = await made(
      learner('mutation ($input: SubmitWorkInput!) { made: submitWork(input: $input) { id } }', {
        input: { assessmentId: assessment, narrative: 'Work.' },
      }),
    );
    expect((await staff(LEVEL, { id: work })).data.submission.identityLevel).toBe('SUBSTANTIAL');
    expect(codeOf(await learner(LEVEL, { id: work }))).toBe('FORBIDDEN');
    const key = newId();
    expect(codeOf(await stranger(WITHDRAW, { id, key }))).toBe('NOT_FOUND');
    const first = await staff(WITHDRAW, { id, key });
    expect(first.data.made.withdrawnAt).not.toBeNull();
    expect((await staff(WITHDRAW, { id, key: newId() })).data.made).toEqual(first.data.made);
    expect((await staff(LEVEL, { id: work })).data.submission.identityLevel).toBeNull();
    const { data: about } = await learner(
      '{ eventsAboutMe(first: 50) { edges { node { action purpose } } } }',
    );
    expect(about.eventsAboutMe.edges).toEqual(
      expect.arrayContaining([
        { node: { action: 'recordIdentityProofing', purpose: null } },
        { node: { action: 'withdrawIdentityProofing', purpose: null } },
        { node: { action: 'read', purpose: 'IDENTITY' } },
      ]),
    );
  });

  test('is of a learner one knows, and not of tomorrow', async () => {
    for (const [caller, variables, code] of [
      [stranger, { learner: learnerId, input }, 'NOT_FOUND'],
      [staff, { learner: 'nobody', input }, 'NOT_FOUND'],
      [
        staff,
        { learner: learnerId, input: { ...input, provedAt: '2999-01-01T00:00:00.000Z' } },
        'INVALID_INPUT',
      ],
      [staff, { learner: learnerId, input: { ...input, verifier: ' ' } }, 'INVALID_INPUT'],
      [learner, { learner: learnerId, input }, 'FORBIDDEN'],
      [api.anonymous, { learner: learnerId, input }, 'UNAUTHENTICATED'],
    ] as const)
      expect(extensionsOf(await caller(RECORD, variables))).toMatchObject({ code });
  });
});
