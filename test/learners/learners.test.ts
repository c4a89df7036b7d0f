import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/ids.ts';
import { assessmentInput, made, publishBadge } from '../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { cypher, makeOrganization, makeSkills } from '../support/data.ts';
import { codeOf, extensionsOf } from '../support/errors.ts';

const createLearner =
  'mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id name email region language createdAt } }';
const submitWork =
  'mutation ($input: SubmitWorkInput!) { made: submitWork(input: $input) { id learnerId narrative evidence { edges { node { url digest name narrative genre attribution audience } } } attempt state assessment { id } result { id } } }';
const gradeSubmission =
  'mutation ($submissionId: ID!, $scores: [ScoreInput!]!) { made: gradeSubmission(submissionId: $submissionId, scores: $scores) { id passed points scores { totalCount edges { node { criterion { title levels { totalCount } } level { title points } } } } } }';
const submissionQuery = 'query ($id: ID!) { submission(id: $id) { id narrative result { passed } } }';

let api: TestApi;
let organizationId: string;
let admin: Caller;
let staff: Caller;
let assessor: Caller;
let outsiders: { organizationId: string; admin: Caller; assessor: Caller };
let learnerId: string;
let learner: Caller;
let ids: Awaited<ReturnType<typeof publishBadge>>;
let levels: { criterionId: string; levelIds: string[] }[];

const email = () => `${newId()}@learners.example`;
const scoresOf = (...steps: number[]) =>
  levels.map(({ criterionId, levelIds }, at) => ({ criterionId, levelId: levelIds[steps[at] ?? 0] }));

beforeAll(async () => {
  api = await startApi();
  organizationId = await makeOrganization('School');
  const others = await makeOrganization('Other school');
  [admin, staff, assessor] = (await Promise.all(
    (['ISSUER_ADMIN', 'ISSUER_STAFF', 'ASSESSOR'] as const).map((role) => api.as({ role, organizationId })),
  )) as [Caller, Caller, Caller];
  outsiders = {
    organizationId: others,
    admin: await api.as({ role: 'ISSUER_ADMIN', organizationId: others }),
    assessor: await api.as({ role: 'ASSESSOR', organizationId: others }),
  };
  learnerId = await made(admin(createLearner, { input: { name: 'Ada Example', email: email() } }));
  learner = await api.as({ role: 'LEARNER', learnerId });
  const [skillUri = ''] = await makeSkills('write reports');
  ids = await publishBadge(staff, { skillUri });
  const { data } = await staff(
    'query ($id: ID!) { assessment(id: $id) { rubric { criteria { edges { node { id levels { edges { node { id } } } } } } } } }',
    { id: ids.assessment },
  );
  type Edge = { node: { id: string; levels: { edges: { node: { id: string } }[] } } };
  levels = data.assessment.rubric.criteria.edges.map(({ node }: Edge) => ({
    criterionId: node.id,
    levelIds: node.levels.edges.map((edge) => edge.node.id),
  }));
});
afterAll(() => api.close());

const submit = (narrative = 'I set up two networks.') =>
  made(learner(submitWork, { input: { assessmentId: ids.assessment, narrative } }));

describe('a learner', () => {
  test('is registered and sees themselves, while the graph holds no personal data in clear', async () => {
    const address = email();
    const { data, errors } = await admin(createLearner, {
      input: { name: 'Grace Example', email: address, region: 'GB-SCT', language: 'en-GB' },
    });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({
      name: 'Grace Example',
      email: address,
      region: 'GB-SCT',
      language: 'en-gb',
    });
    const me = await (await api.as({ role: 'LEARNER', learnerId: data.made.id }))(
      '{ me { id name email region language createdAt } }',
    );
    expect(me.data.me).toEqual(data.made);
    const [stored] = await cypher(
      'MATCH (l:Learner {id: $id})-[:PROTECTED_BY]->(k:PersonKey) RETURN properties(l) AS learner, properties(k) AS key',
      { id: data.made.id },
    );
    expect(JSON.stringify(stored)).not.toMatch(/Grace|learners\.example/);
  });

  test('has an e-mail address of their own, however it is written: CONFLICT', async () => {
    const address = email();
    await made(admin(createLearner, { input: { name: 'One', email: address } }));
    const again = await outsiders.admin(createLearner, {
      input: { name: 'Two', email: ` ${address.toUpperCase()} ` },
    });
    expect(extensionsOf(again)).toMatchObject({
      code: 'CONFLICT',
      reason: 'EMAIL_TAKEN',
      argument: 'input.email',
    });
  });

  test.each([
    [{ name: '', email: 'a@b.example' }, 'input.name'],
    [{ name: 'A', email: 'nobody' }, 'input.email'],
    [{ name: 'A', email: 'a@b.example', region: 'Scotland' }, 'input.region'],
    [{ name: 'A', email: 'a@b.example', language: 'English!' }, 'input.language'],
  ])('%j: INVALID_INPUT naming the place', async (input, argument) => {
    expect(extensionsOf(await admin(createLearner, { input }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument,
    });
  });

  test('is registered by issuer admins alone, and `me` is for learners', async () => {
    const input = { name: 'A', email: email() };
    expect(codeOf(await api.anonymous(createLearner, { input }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await staff(createLearner, { input }))).toBe('FORBIDDEN');
    expect(codeOf(await learner(createLearner, { input }))).toBe('FORBIDDEN');
    expect(codeOf(await api.anonymous('{ me { id } }'))).toBe('UNAUTHENTICATED');
    expect(codeOf(await admin('{ me { id } }'))).toBe('FORBIDDEN');
  });

  test('whose key was destroyed is still there, without name', async () => {
    const id = await made(admin(createLearner, { input: { name: 'Gone', email: email() } }));
    await cypher('MATCH (:Learner {id: $id})-[:PROTECTED_BY]->(k:PersonKey) DETACH DELETE k', { id });
    const { data } = await (await api.as({ role: 'LEARNER', learnerId: id }))('{ me { id name email } }');
    expect(data.me).toEqual({ id, name: null, email: null });
  });
});

describe('handing in work', () => {
  test('a learner hands in their own, sealed, and finds it again', async () => {
    const { data, errors } = await learner(submitWork, {
      input: {
        assessmentId: ids.assessment,
        narrative: 'Canary narrative',
        evidence: [
          {
            url: 'https://work.example/1',
            digest: 'a'.repeat(64),
            name: 'Canary name',
            narrative: 'Canary how',
            genre: 'report',
            attribution: 'Canary and a colleague',
            audience: 'the board',
          },
          { narrative: 'Canary spoken account' },
        ],
      },
    });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({
      learnerId,
      narrative: 'Canary narrative',
      evidence: {
        edges: [
          {
            node: {
              url: 'https://work.example/1',
              digest: 'a'.repeat(64),
              name: 'Canary name',
              narrative: 'Canary how',
              genre: 'report',
              attribution: 'Canary and a colleague',
              audience: 'the board',
            },
          },
          { node: { url: null, digest: null, name: null, narrative: 'Canary spoken account' } },
        ],
      },
      attempt: expect.any(Number),
      state: 'WAITING',
      assessment: { id: ids.assessment },
      result: null,
    });
    const stored = await cypher(
      'MATCH (s:Submission {id: $id})-[:HAS_EVIDENCE]->(e) RETURN properties(s) AS s, properties(e) AS e',
      { id: data.made.id },
    );
    expect(stored).toHaveLength(2);
    expect(JSON.stringify(stored)).not.toContain('Canary');
    const mine = await learner(
      '{ mySubmissions(first: 1) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }',
    );
    expect(mine.data.mySubmissions.edges[0].node.id).toBe(data.made.id);
    await submit();
    const [first, rest] = [
      await learner('{ mySubmissions(first: 1) { pageInfo { endCursor } } }'),
      'query ($after: String) { mySubmissions(after: $after) { edges { node { id } } } }',
    ];
    const after = first.data.mySubmissions.pageInfo.endCursor;
    expect((await learner(rest, { after })).data.mySubmissions.edges[0].node.id).toBe(data.made.id);
  });

  test('staff hand in for a learner they know, and only for their own assessment', async () => {
    const input = { assessmentId: ids.assessment, learnerId, evidence: [{ url: 'https://work.example/2' }] };
    expect((await staff(submitWork, { input })).data.made.learnerId).toBe(learnerId);
    expect(extensionsOf(await staff(submitWork, { input: { ...input, learnerId: null } }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'input.learnerId',
    });
    expect(codeOf(await outsiders.admin(submitWork, { input }))).toBe('FORBIDDEN');
    const unknown = await made(outsiders.admin(createLearner, { input: { name: 'Theirs', email: email() } }));
    for (const id of [unknown, 'nobody'])
      expect(extensionsOf(await staff(submitWork, { input: { ...input, learnerId: id } }))).toMatchObject({
        code: 'NOT_FOUND',
        argument: 'input.learnerId',
      });
  });

  test('is refused without a key, in another role, for somebody else, or without work', async () => {
    const input = { assessmentId: ids.assessment, narrative: 'Done.' };
    expect(codeOf(await api.anonymous(submitWork, { input }))).toBe('UNAUTHENTICATED');
    expect(codeOf(await assessor(submitWork, { input }))).toBe('FORBIDDEN');
    expect(codeOf(await learner(submitWork, { input: { ...input, learnerId: 'other' } }))).toBe('FORBIDDEN');
    expect(
      extensionsOf(await learner(submitWork, { input: { ...input, assessmentId: 'none' } })),
    ).toMatchObject({
      code: 'NOT_FOUND',
      argument: 'input.assessmentId',
    });
    for (const [bad, argument] of [
      [{ narrative: null }, 'input.evidence'],
      [{ evidence: [{ url: 'file:///etc/passwd' }] }, 'input.evidence[0].url'],
      [{ evidence: [{ url: 'https://work.example', digest: 'abc' }] }, 'input.evidence[0].digest'],
      [{ evidence: [{ name: 'Nothing' }] }, 'input.evidence[0].url'],
    ] as const)
      expect(extensionsOf(await learner(submitWork, { input: { ...input, ...bad } }))).toMatchObject({
        code: 'INVALID_INPUT',
        argument,
      });
  });

  test('is seen by the learner and the assessing organisation; null for anybody else', async () => {
    const id = await submit();
    for (const caller of [learner, staff, admin, assessor])
      expect((await caller(submissionQuery, { id })).data.submission.narrative).toBe(
        'I set up two networks.',
      );
    for (const caller of [api.anonymous, outsiders.admin, outsiders.assessor])
      expect((await caller(submissionQuery, { id })).data).toEqual({ submission: null });
    expect((await learner(submissionQuery, { id: 'none' })).data).toEqual({ submission: null });
  });
});

describe('grading', () => {
  test('takes one level a criterion and is seen with the work', async () => {
    const submissionId = await submit();
    const { data, errors } = await assessor(gradeSubmission, { submissionId, scores: scoresOf(2, 1) });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({
      passed: true,
      points: 4,
      scores: {
        totalCount: 2,
        edges: [
          {
            node: {
              criterion: { title: 'Separation', levels: { totalCount: 3 } },
              level: { title: 'Expert', points: 3 },
            },
          },
          {
            node: {
              criterion: { title: 'Documentation', levels: { totalCount: 2 } },
              level: { title: 'Working', points: 1 },
            },
          },
        ],
      },
    });
    expect((await learner(submissionQuery, { id: submissionId })).data.submission.result).toEqual({
      passed: true,
    });
  });

  test('does not pass with one criterion below its threshold', async () => {
    const { data } = await assessor(gradeSubmission, {
      submissionId: await submit(),
      scores: scoresOf(2, 0),
    });
    expect(data.made).toMatchObject({ passed: false, points: 3 });
  });

  test('happens once: CONFLICT afterwards, and of two at once one wins', async () => {
    const submissionId = await submit();
    const answers = await Promise.all(
      [1, 2].map(() => assessor(gradeSubmission, { submissionId, scores: scoresOf(1, 1) })),
    );
    expect(answers.map((answer) => codeOf(answer) ?? 'graded').sort()).toEqual(['CONFLICT', 'graded']);
    expect(
      extensionsOf(await assessor(gradeSubmission, { submissionId, scores: scoresOf(0, 0) })),
    ).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_GRADED',
    });
  });

  test('is for assessors of that organisation', async () => {
    const variables = { submissionId: await submit(), scores: scoresOf(1, 1) };
    expect(codeOf(await api.anonymous(gradeSubmission, variables))).toBe('UNAUTHENTICATED');
    for (const caller of [learner, staff, admin])
      expect(codeOf(await caller(gradeSubmission, variables))).toBe('FORBIDDEN');
    expect(codeOf(await outsiders.assessor(gradeSubmission, variables))).toBe('NOT_FOUND');
    expect(codeOf(await assessor(gradeSubmission, { ...variables, submissionId: 'none' }))).toBe('NOT_FOUND');
  });

  test('needs every criterion once, with a level of its own: INVALID_INPUT naming the place', async () => {
    const submissionId = await submit();
    const [one, two] = scoresOf(1, 1);
    for (const [scores, argument] of [
      [[one], 'scores'],
      [[one, one, two], 'scores[1].criterionId'],
      [[one, { ...two, levelId: one?.levelId }], 'scores[1].levelId'],
      [[one, two, { criterionId: 'x', levelId: 'x' }], 'scores[2].criterionId'],
    ] as const)
      expect(extensionsOf(await assessor(gradeSubmission, { submissionId, scores }))).toMatchObject({
        code: 'INVALID_INPUT',
        argument,
      });
  });

  test('has a queue: work that waits, oldest first, page by page', async () => {
    const assessmentId = await made(
      staff('mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { id } }', {
        input: assessmentInput,
      }),
    );
    const work = [];
    for (let at = 0; at < 3; at += 1)
      work.push(await made(learner(submitWork, { input: { assessmentId, narrative: `Work ${at}` } })));
    const query =
      'query ($id: ID!, $graded: Boolean, $after: String) { submissions(assessmentId: $id, graded: $graded, first: 2, after: $after) { totalCount edges { node { id narrative } } pageInfo { hasNextPage endCursor } } }';
    const first = (await assessor(query, { id: assessmentId, graded: false })).data.submissions;
    expect(first.totalCount).toBe(3);
    expect(first.edges.map(({ node }: { node: { id: string } }) => node.id)).toEqual(work.slice(0, 2));
    const second = (await assessor(query, { id: assessmentId, after: first.pageInfo.endCursor })).data
      .submissions;
    expect(second.edges).toEqual([{ node: { id: work[2], narrative: 'Work 2' } }]);
    expect(second.pageInfo.hasNextPage).toBe(false);
    expect((await assessor(query, { id: assessmentId, graded: true })).data.submissions.totalCount).toBe(0);
    expect((await assessor(query, { id: 'none' })).data.submissions.edges).toEqual([]);
    expect(codeOf(await outsiders.assessor(query, { id: assessmentId }))).toBe('FORBIDDEN');
    expect(codeOf(await learner(query, { id: assessmentId }))).toBe('FORBIDDEN');
  });
});
