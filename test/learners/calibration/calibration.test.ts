import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/platform/ids.ts';
import { assessmentInput, made } from '../../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { makeOrganization } from '../../support/data.ts';
import { codeOf } from '../../support/errors.ts';

const CALIBRATION = `query ($id: ID!) { calibration(assessmentId: $id) { assessmentId rubrics { rubricId title version doubleMarked reliability
  criteria { criterionId title units markings agreement alphaNominal alphaOrdinal alphaInterval kappaLinear kappaQuadratic reliability }
  assessors { assessor n mean interval drifts } } } }`;

let api: TestApi;
let admin: Caller;
let staff: Caller;
let stranger: Caller;
let assessmentId: string;
let organizationId: string;

beforeAll(async () => {
  api = await startApi();
  organizationId = await makeOrganization('Calibrated');
  admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  stranger = await api.as({ role: 'ISSUER_ADMIN', organizationId: await makeOrganization('Elsewhere') });
  const learnerId = await made(
    admin('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name: 'Measured', email: `${newId()}@learners.example` },
    }),
  );
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const { data } = await staff(
    'mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { id rubric { criteria { edges { node { id levels { edges { node { id } } } } } } } } }',
    { input: { ...assessmentInput, assessors: 2 } },
  );
  assessmentId = data.made.id;
  type Edge<T> = { node: T };
  const criteria: Edge<{ id: string; levels: { edges: Edge<{ id: string }>[] } }>[] =
    data.made.rubric.criteria.edges;
  const assessors = [
    await api.as({ role: 'ASSESSOR', organizationId }),
    await api.as({ role: 'ASSESSOR', organizationId }),
  ];
  for (let work = 0; work < 10; work += 1) {
    const submissionId = await made(
      learner('mutation ($input: SubmitWorkInput!) { made: submitWork(input: $input) { id } }', {
        input: { assessmentId, narrative: 'Work.' },
      }),
    );
    for (const [who, assessor] of assessors.entries()) {
      // the second is a level kinder in the first criterion where there is one; both agree on the second criterion
      const steps = [Math.min(2, (work % 3) + who), work % 2];
      await assessor(
        'mutation ($id: ID!, $scores: [ScoreInput!]!) { gradeSubmission(submissionId: $id, scores: $scores) { id } }',
        {
          id: submissionId,
          scores: criteria.map(({ node }, at) => ({
            criterionId: node.id,
            levelId: node.levels.edges[steps[at] ?? 0]?.node.id,
          })),
        },
      );
    }
  }
});
afterAll(() => api.close());

describe('calibration', () => {
  test('says by version of the rubric and criterion how far assessors agree, and who drifts', async () => {
    const { data, errors } = await admin(CALIBRATION, { id: assessmentId });
    expect(errors).toEqual([]);
    const [rubric] = data.calibration.rubrics;
    expect(data.calibration.rubrics).toHaveLength(1);
    expect(rubric).toMatchObject({ title: 'Networks', version: 1, doubleMarked: 10 });
    const [first, second] = rubric.criteria;
    expect(first).toMatchObject({ title: 'Separation', units: 10, markings: 20, agreement: 0.3 });
    expect(first.alphaOrdinal).toBeLessThan(0.667);
    expect(second).toMatchObject({
      title: 'Documentation',
      agreement: 1,
      alphaOrdinal: 1,
      kappaLinear: 1,
      reliability: 'HIGH',
    });
    expect(rubric.reliability).toBe('LOW');
    const [low, high] = [...rubric.assessors].sort((a, b) => a.mean - b.mean);
    expect(low).toMatchObject({ n: 10, drifts: true });
    // seven of ten pieces of work, one level in one of two criteria
    expect(low.mean).toBeCloseTo(-0.35, 9);
    expect(high.mean).toBeCloseTo(0.35, 9);
    expect(high.interval[0]).toBeGreaterThan(0);
  });

  test('begins anew with a new version, which says what came before', async () => {
    const { data } = await staff(
      'mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { id } }',
      { input: { ...assessmentInput, followsId: assessmentId } },
    );
    const next = await admin(CALIBRATION, { id: data.made.id });
    expect(next.data.calibration.rubrics).toMatchObject([
      { version: 2, doubleMarked: 0, reliability: 'UNKNOWN' },
      { version: 1, doubleMarked: 10, reliability: 'LOW' },
    ]);
    const reliability = 'query ($id: ID!) { assessment(id: $id) { gradingReliability } }';
    expect((await api.anonymous(reliability, { id: data.made.id })).data.assessment.gradingReliability).toBe(
      'UNKNOWN',
    );
    expect((await api.anonymous(reliability, { id: assessmentId })).data.assessment.gradingReliability).toBe(
      'LOW',
    );
  });

  test('is for the admins of the organisation alone', async () => {
    expect(codeOf(await api.anonymous(CALIBRATION, { id: assessmentId }))).toBe('UNAUTHENTICATED');
    for (const caller of [staff, stranger, await api.as({ role: 'ASSESSOR', organizationId })])
      expect(codeOf(await caller(CALIBRATION, { id: assessmentId }))).toBe('FORBIDDEN');
    expect((await admin(CALIBRATION, { id: 'none' })).data.calibration).toBeNull();
  });
});
