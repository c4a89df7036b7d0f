import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher, makeOrganization, makeSkills } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';
import { assessmentInput, made, publishBadge } from '../author.ts';

let api: TestApi;
let staff: Caller;
let stranger: Caller;
let skillUri: string;
beforeAll(async () => {
  api = await startApi();
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: await makeOrganization('Assessing') });
  stranger = await api.as({ role: 'ISSUER_STAFF', organizationId: await makeOrganization('Strangers') });
  [skillUri = ''] = await makeSkills('assess fairly');
});
afterAll(() => api.close());

const FIELDS = `id title kind task conditions tools constraints successCriteria evidence supervised supervision identityCheck
  attempts retakeWaitDays retakeChange assessors doubleMarkPercent follows { id }
  outcomes { edges { node { id } } } rubric { id title version criteria { totalCount } }`;
const CREATE = `mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { ${FIELDS} } }`;
const UPDATE = `mutation ($id: ID!, $input: UpdateAssessmentInput!) { made: updateAssessment(id: $id, input: $input) { ${FIELDS} } }`;
const DELETE = 'mutation ($id: ID!) { made: deleteAssessment(id: $id) }';
const READ = `query ($id: ID!) { assessment(id: $id) { ${FIELDS} } }`;

const all = {
  conditions: 'Two hours, in a room of the school.',
  tools: ['R', 'the lecture notes'],
  constraints: 'No help from others.',
  successCriteria: ['The estimate is explained.', 'Its limits are named.'],
  evidence: 'A report of at most five pages.',
  supervision: 'Somebody of the school is in the room.',
  identityCheck: 'DOCUMENT',
  attempts: 3,
  retakeWaitDays: 14,
  retakeChange: 'Work with other data.',
  assessors: 2,
  doubleMarkPercent: 20,
};
const { rubric, ...plain } = assessmentInput;
const newAssessment = (input: object = {}) =>
  made(staff(CREATE, { input: { ...assessmentInput, ...input } }));
const publishedOne = () => publishBadge(staff, { skillUri });

describe('an assessment', () => {
  test('says everything that was said of it', async () => {
    const { data, errors } = await staff(CREATE, { input: { ...assessmentInput, ...all } });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({ ...all, supervised: true, follows: null, rubric: { version: 1 } });
    expect((await api.anonymous(READ, { id: data.made.id })).data.assessment).toEqual(data.made);
  });

  test('is replaced as a whole; its rubric only when one is given', async () => {
    const id = await newAssessment(all);
    const kept = await staff(UPDATE, { id, input: { ...plain, title: 'Other title' } });
    expect(kept.errors).toEqual([]);
    expect(kept.data.made).toMatchObject({
      title: 'Other title',
      conditions: null,
      tools: [],
      attempts: null,
      identityCheck: null,
      rubric: { title: 'Networks', version: 1, criteria: { totalCount: 2 } },
    });
    const [first] = rubric.criteria;
    const next = await staff(UPDATE, {
      id,
      input: { ...plain, rubric: { title: 'Shorter', criteria: [first] } },
    });
    expect(next.data.made.rubric).toMatchObject({
      title: 'Shorter',
      version: 1,
      criteria: { totalCount: 1 },
    });
    const [left] = await cypher('MATCH (r:Rubric {id: $id}) RETURN count(r) AS count', {
      id: kept.data.made.rubric.id,
    });
    expect(left?.['count']).toBe(0);
  });

  test('changes its outcomes', async () => {
    const { outcome } = await publishedOne();
    const id = await newAssessment();
    const input = { ...plain, outcomeIds: [outcome] };
    expect((await staff(UPDATE, { id, input })).data.made.outcomes.edges).toEqual([
      { node: { id: outcome } },
    ]);
    expect((await staff(UPDATE, { id, input: plain })).data.made.outcomes.edges).toEqual([]);
  });

  test('that a published badge is awarded for never changes: CONFLICT, and another takes its place', async () => {
    const { assessment, version } = await publishedOne();
    for (const answer of [
      await staff(UPDATE, { id: assessment, input: plain }),
      await staff(DELETE, { id: assessment }),
    ])
      expect(extensionsOf(answer)).toMatchObject({ code: 'CONFLICT', reason: 'ASSESSMENT_IN_USE' });
    expect((await staff(UPDATE, { id: assessment, input: plain })).errors[0]?.message).toContain(version);
    const { data } = await staff(CREATE, { input: { ...assessmentInput, followsId: assessment } });
    expect(data.made).toMatchObject({ follows: { id: assessment }, rubric: { version: 2 } });
  });

  test('is deleted with its rubric; not while anything stands on it', async () => {
    const id = await newAssessment();
    expect((await staff(DELETE, { id })).data.made).toBe(id);
    expect((await staff(READ, { id })).data.assessment).toBeNull();
    expect(codeOf(await staff(DELETE, { id }))).toBe('NOT_FOUND');
    const first = await newAssessment();
    const second = await newAssessment({ followsId: first });
    const refused = await staff(DELETE, { id: first });
    expect(extensionsOf(refused)).toMatchObject({ code: 'CONFLICT', reason: 'ASSESSMENT_IN_USE' });
    expect(refused.errors[0]?.message).toContain(second);
    expect((await staff(DELETE, { id: second })).data.made).toBe(second);
    expect((await staff(DELETE, { id: first })).data.made).toBe(first);
  });

  test('belongs to its organisation: FORBIDDEN for others, NOT_FOUND when there is none', async () => {
    const id = await newAssessment();
    for (const [query, variables] of [
      [UPDATE, { input: plain }],
      [DELETE, {}],
    ] as const) {
      expect(codeOf(await stranger(query, { id, ...variables }))).toBe('FORBIDDEN');
      expect(codeOf(await staff(query, { id: 'none', ...variables }))).toBe('NOT_FOUND');
      expect(codeOf(await api.anonymous(query, { id, ...variables }))).toBe('UNAUTHENTICATED');
    }
    expect(
      extensionsOf(await stranger(CREATE, { input: { ...assessmentInput, followsId: id } })),
    ).toMatchObject({
      code: 'FORBIDDEN',
      argument: 'input.followsId',
    });
    expect(
      extensionsOf(await staff(CREATE, { input: { ...assessmentInput, followsId: 'none' } })),
    ).toMatchObject({ code: 'NOT_FOUND', argument: 'input.followsId' });
  });

  test('that nobody may do again says nothing of doing it again: INVALID_INPUT', async () => {
    const input = { ...assessmentInput, attempts: 1, retakeWaitDays: 3 };
    expect(extensionsOf(await staff(CREATE, { input }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'input.attempts',
    });
  });
});
