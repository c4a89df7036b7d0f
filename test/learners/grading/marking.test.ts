import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/platform/ids.ts';
import { assessmentInput, made } from '../../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher, makeOrganization } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';

const CREATE =
  'mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { id rubric { criteria { edges { node { id levels { edges { node { id } } } } } } } } }';
const UPDATE =
  'mutation ($id: ID!, $input: UpdateAssessmentInput!) { made: updateAssessment(id: $id, input: $input) { rubric { id version } } }';
const SUBMIT =
  'mutation ($input: SubmitWorkInput!) { made: submitWork(input: $input) { id attempt changed } }';
const GRADE =
  'mutation ($submissionId: ID!, $scores: [ScoreInput!]!) { made: gradeSubmission(submissionId: $submissionId, scores: $scores) { id passed points moderated reason } }';
const MODERATE =
  'mutation ($submissionId: ID!, $scores: [ScoreInput!]!, $reason: String!) { made: moderateSubmission(submissionId: $submissionId, scores: $scores, reason: $reason) { id passed points moderated reason } }';
const WORK = `query ($id: ID!) { submission(id: $id) { learnerId state waitsForMe result { passed points moderated reason }
  evidence { edges { node { url attribution } } }
  markings { totalCount edges { node { points own scores { edges { node { level { title } } } } } } } } }`;
const MARKERS = 'query ($id: ID!) { submission(id: $id) { markings { edges { node { assessor } } } } }';

let api: TestApi;
let later = 0;
let organizationId: string;
let staff: Caller;
let admin: Caller;
let assessors: [Caller, Caller, Caller];
let learner: Caller;
let learnerId: string;

beforeAll(async () => {
  api = await startApi({ clock: () => new Date(Date.now() + later) });
  organizationId = await makeOrganization('Marking school');
  const as = (role: 'ISSUER_STAFF' | 'ISSUER_ADMIN' | 'ASSESSOR') => api.as({ role, organizationId });
  staff = await as('ISSUER_STAFF');
  admin = await as('ISSUER_ADMIN');
  assessors = [await as('ASSESSOR'), await as('ASSESSOR'), await as('ASSESSOR')];
  learnerId = await made(
    admin('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name: 'Marked', email: `${newId()}@learners.example` },
    }),
  );
  learner = await api.as({ role: 'LEARNER', learnerId });
});
afterAll(() => api.close());

type Edge<T> = { node: T };
async function assessment(input: object) {
  const { data, errors } = await staff(CREATE, { input: { ...assessmentInput, ...input } });
  expect(errors).toEqual([]);
  const criteria: Edge<{ id: string; levels: { edges: Edge<{ id: string }>[] } }>[] =
    data.made.rubric.criteria.edges;
  const scores = (...steps: number[]) =>
    criteria.map(({ node }, at) => ({
      criterionId: node.id,
      levelId: node.levels.edges[steps[at] ?? 0]?.node.id ?? '',
    }));
  const id: string = data.made.id;
  const work = () =>
    made(
      learner(SUBMIT, {
        input: {
          assessmentId: id,
          evidence: [{ url: 'https://work.example/x', attribution: 'Marked, alone' }],
        },
      }),
    );
  return { id, scores, work };
}

describe('work that two assessors mark', () => {
  test('hides whose it is and what the other gave until both are in, and is settled when they agree', async () => {
    const { scores, work } = await assessment({ doubleMarkPercent: 100 });
    const id = await work();
    const [one, two, three] = assessors;
    expect((await one(WORK, { id })).data.submission).toMatchObject({
      learnerId: null,
      state: 'WAITING',
      waitsForMe: true,
      evidence: { edges: [{ node: { url: 'https://work.example/x', attribution: null } }] },
      markings: { totalCount: 0 },
    });
    expect(await one(GRADE, { submissionId: id, scores: scores(2, 1) })).toMatchObject({
      data: { made: null },
      errors: [],
    });
    expect((await one(WORK, { id })).data.submission).toMatchObject({
      learnerId: null,
      waitsForMe: false,
      result: null,
      markings: { totalCount: 1, edges: [{ node: { points: 4, own: true } }] },
    });
    expect((await two(WORK, { id })).data.submission).toMatchObject({
      learnerId: null,
      waitsForMe: true,
      markings: { totalCount: 0 },
    });
    for (const caller of [staff, admin, learner])
      expect((await caller(WORK, { id })).data.submission).toMatchObject({
        learnerId,
        result: null,
        waitsForMe: false,
        markings: { totalCount: 0 },
      });
    const again = await one(GRADE, { submissionId: id, scores: scores(2, 1) });
    expect(extensionsOf(again)).toMatchObject({ code: 'CONFLICT', reason: 'ALREADY_MARKED' });
    const agreed = await two(GRADE, { submissionId: id, scores: scores(2, 1) });
    expect(agreed.data.made).toMatchObject({ passed: true, points: 4, moderated: false, reason: null });
    for (const caller of [one, three, staff, learner])
      expect((await caller(WORK, { id })).data.submission).toMatchObject({
        learnerId,
        state: 'GRADED',
        evidence: { edges: [{ node: { attribution: 'Marked, alone' } }] },
        markings: { totalCount: 2 },
      });
    const markers = await admin(MARKERS, { id });
    expect(
      new Set(markers.data.submission.markings.edges.map(({ node }: Edge<object>) => JSON.stringify(node)))
        .size,
    ).toBe(2);
    expect(codeOf(await one(MARKERS, { id }))).toBe('FORBIDDEN');
    const third = await three(GRADE, { submissionId: id, scores: scores(0, 0) });
    expect(extensionsOf(third)).toMatchObject({ code: 'CONFLICT', reason: 'ALREADY_GRADED' });
  });

  test('is decided by a third where they differ, who says why', async () => {
    const { scores, work } = await assessment({ doubleMarkPercent: 100 });
    const id = await work();
    const [one, two, three] = assessors;
    const [separation] = scores(1, 0);
    const decide = (by: Caller, levels = [separation], reason = 'The networks are apart.') =>
      by(MODERATE, { submissionId: id, scores: levels, reason });
    expect(extensionsOf(await decide(three))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOTHING_TO_MODERATE',
    });
    expect((await one(GRADE, { submissionId: id, scores: scores(0, 1) })).errors).toEqual([]);
    expect((await two(GRADE, { submissionId: id, scores: scores(2, 1) })).data.made).toBeNull();
    expect((await three(WORK, { id })).data.submission).toMatchObject({
      learnerId: null,
      state: 'MODERATION',
      waitsForMe: true,
      markings: { totalCount: 2, edges: [{ node: { points: 1, own: false } }, { node: { points: 4 } }] },
    });
    expect((await one(WORK, { id })).data.submission).toMatchObject({ markings: { totalCount: 1 } });
    expect(extensionsOf(await three(GRADE, { submissionId: id, scores: scores(1, 1) }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'MODERATION_NEEDED',
    });
    expect(extensionsOf(await decide(one))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'SEPARATION_OF_DUTIES',
    });
    expect(codeOf(await decide(staff))).toBe('FORBIDDEN');
    for (const [levels, argument] of [
      [scores(1, 1), 'scores[1].criterionId'],
      [[], 'scores'],
    ] as const)
      expect(extensionsOf(await decide(three, [...levels]))).toMatchObject({
        code: 'INVALID_INPUT',
        argument,
      });
    expect(extensionsOf(await decide(three, [separation], ' '))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'reason',
    });
    const { data, errors } = await decide(three);
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({
      passed: true,
      points: 3,
      moderated: true,
      reason: 'The networks are apart.',
    });
    expect((await learner(WORK, { id })).data.submission.result).toMatchObject({
      moderated: true,
      reason: 'The networks are apart.',
    });
    const stored = await cypher(
      'MATCH (:Submission {id: $id})-[:HAS_RESULT]->(r) RETURN properties(r) AS r',
      { id },
    );
    expect(JSON.stringify(stored)).not.toContain('apart');
  });

  test('is marked once by each of several, and of two at once neither is lost', async () => {
    const { scores, work } = await assessment({ assessors: 2 });
    const id = await work();
    const [one, two] = assessors;
    const answers = await Promise.all(
      [one, two].map((caller) => caller(GRADE, { submissionId: id, scores: scores(1, 1) })),
    );
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect(answers.filter(({ data }) => data.made !== null)).toHaveLength(1);
    expect((await learner(WORK, { id })).data.submission).toMatchObject({
      state: 'GRADED',
      markings: { totalCount: 2 },
    });
  });

  test('keeps its rubric while it is being marked; afterwards there is a next version', async () => {
    const { id: assessmentId, scores, work } = await assessment({ assessors: 2 });
    const id = await work();
    const [one, two] = assessors;
    await one(GRADE, { submissionId: id, scores: scores(1, 1) });
    const { rubric, ...plain } = assessmentInput;
    const change = { id: assessmentId, input: { ...plain, assessors: 2, rubric } };
    expect(extensionsOf(await staff(UPDATE, change))).toMatchObject({
      code: 'CONFLICT',
      reason: 'GRADING_UNDERWAY',
    });
    expect((await two(GRADE, { submissionId: id, scores: scores(1, 1) })).data.made.passed).toBe(true);
    const { data, errors } = await staff(UPDATE, change);
    expect(errors).toEqual([]);
    expect(data.made.rubric.version).toBe(2);
    const next = await work();
    expect(extensionsOf(await one(GRADE, { submissionId: next, scores: scores(1, 1) }))).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('is a share of the work that nobody can tell before', async () => {
    const { id: assessmentId, work } = await assessment({ doubleMarkPercent: 50 });
    const ids = [];
    for (let at = 0; at < 16; at += 1) ids.push(await work());
    const [one] = assessors;
    const { data } = await one(
      'query ($id: ID!) { submissions(assessmentId: $id, first: 50) { edges { node { learnerId state waitsForMe } } } }',
      { id: assessmentId },
    );
    expect(new Set(data.submissions.edges.map(({ node }: Edge<object>) => JSON.stringify(node)))).toEqual(
      new Set([JSON.stringify({ learnerId: null, state: 'WAITING', waitsForMe: true })]),
    );
    const stored = await cypher('MATCH (s:Submission) WHERE s.id IN $ids RETURN DISTINCT s.assessors AS n', {
      ids,
    });
    for (const { n } of stored) expect([1, 2]).toContain(n);
  });
});

describe('handing in again', () => {
  const input = (assessmentId: string, changed?: string) => ({
    input: { assessmentId, narrative: 'Work.', changed },
  });

  test('keeps to what the assessment says: result first, wait, what changed, number of attempts', async () => {
    const { id, scores } = await assessment({
      attempts: 2,
      retakeWaitDays: 7,
      retakeChange: 'Use other data.',
    });
    const [one] = assessors;
    const first = await made(learner(SUBMIT, input(id)));
    expect(extensionsOf(await learner(SUBMIT, input(id)))).toMatchObject({
      code: 'CONFLICT',
      reason: 'WORK_WAITING',
    });
    await one(GRADE, { submissionId: first, scores: scores(0, 0) });
    const soon = extensionsOf(await learner(SUBMIT, input(id, 'Other data.')));
    expect(soon).toMatchObject({ code: 'CONFLICT', reason: 'RETAKE_TOO_SOON', from: expect.any(String) });
    later = 8 * 86_400_000;
    const silent = await learner(SUBMIT, input(id));
    expect(extensionsOf(silent)).toMatchObject({ code: 'INVALID_INPUT', argument: 'input.changed' });
    expect(silent.errors[0]?.message).toContain('Use other data.');
    const second = await learner(SUBMIT, input(id, 'Other data.'));
    expect(second.data.made).toMatchObject({ attempt: 2, changed: 'Other data.' });
    await one(GRADE, { submissionId: second.data.made.id, scores: scores(0, 0) });
    later = 30 * 86_400_000;
    expect(extensionsOf(await learner(SUBMIT, input(id, 'Yet other data.')))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NO_ATTEMPTS_LEFT',
    });
    later = 0;
  });

  test('of two at once, one is taken in', async () => {
    const { id } = await assessment({ attempts: 1 });
    const answers = await Promise.all([1, 2].map(() => learner(SUBMIT, input(id))));
    expect(answers.map((answer) => codeOf(answer) ?? 'taken').sort()).toEqual(['CONFLICT', 'taken']);
  });
});
