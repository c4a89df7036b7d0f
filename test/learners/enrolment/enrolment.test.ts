import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/platform/ids.ts';
import { made } from '../../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { makeOrganization } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';

const COHORT = `mutation ($unit: ID!, $input: CohortInput!) { made: createCohort(learningUnitId: $unit, input: $input) { id name startsAt endsAt learningUnit { id } } }`;
const CHANGE =
  'mutation ($id: ID!, $input: CohortInput!) { made: updateCohort(id: $id, input: $input) { id name endsAt } }';
const ENROL = `mutation ($learner: ID!, $unit: ID!, $cohort: ID) { made: enrolLearner(learnerId: $learner, learningUnitId: $unit, cohortId: $cohort) {
  id learnerId state learningUnit { id } cohort { id } organization { id } } }`;
const END =
  'mutation ($id: ID!, $state: EnrolmentState!) { made: endEnrolment(id: $id, state: $state) { id state } }';
const MINE =
  'query ($first: Int, $after: String) { myEnrolments(first: $first, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { id state cohort { name startsAt } } } } }';
const OURS =
  'query ($filter: EnrolmentFilterInput) { enrolments(filter: $filter) { totalCount edges { node { id learnerId } } } }';

let api: TestApi;
let organizationId: string;
let staff: Caller;
let stranger: Caller;
let unit: string;
let otherUnit: string;

const dates = { name: 'Autumn', startsAt: '2026-10-01T08:00:00.000Z', endsAt: '2026-12-18T16:00:00.000Z' };
const newUnit = () =>
  made(
    staff(
      'mutation { made: createLearningUnit(input: {title: "Together", effortMinutes: 60, mode: LIVE}) { id } }',
    ),
  );

beforeAll(async () => {
  api = await startApi();
  organizationId = await makeOrganization('Enrolling');
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId });
  stranger = await api.as({ role: 'ISSUER_ADMIN', organizationId: await makeOrganization('Foreign') });
  [unit, otherUnit] = [await newUnit(), await newUnit()];
});
afterAll(() => api.close());

async function somebody() {
  const admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
  const learnerId = await made(
    admin('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name: 'Enrolled', email: `${newId()}@learners.example` },
    }),
  );
  return { learnerId, learner: await api.as({ role: 'LEARNER', learnerId }) };
}

describe('a cohort', () => {
  test('learns a unit between two dates, which can change', async () => {
    const { data, errors } = await staff(COHORT, { unit, input: dates });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({ ...dates, learningUnit: { id: unit } });
    const changed = await staff(CHANGE, { id: data.made.id, input: { ...dates, name: 'Winter' } });
    expect(changed.data.made).toEqual({ id: data.made.id, name: 'Winter', endsAt: dates.endsAt });
    const list = await staff(
      'query ($unit: ID) { cohorts(learningUnitId: $unit, first: 1) { totalCount edges { node { id name } } } }',
      { unit },
    );
    expect(list.data.cohorts).toEqual({
      totalCount: 1,
      edges: [{ node: { id: data.made.id, name: 'Winter' } }],
    });
    expect((await stranger('{ cohorts { totalCount edges { node { id } } } }')).data.cohorts).toEqual({
      totalCount: 0,
      edges: [],
    });
    expect(codeOf(await stranger(CHANGE, { id: data.made.id, input: dates }))).toBe('NOT_FOUND');
  });

  test('ends after it starts, and is of a unit of one’s own', async () => {
    expect(
      extensionsOf(await staff(COHORT, { unit, input: { ...dates, endsAt: dates.startsAt } })),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'input.endsAt',
    });
    expect(codeOf(await stranger(COHORT, { unit, input: dates }))).toBe('FORBIDDEN');
    expect(extensionsOf(await staff(COHORT, { unit: 'none', input: dates }))).toMatchObject({
      code: 'NOT_FOUND',
      argument: 'learningUnitId',
    });
  });
});

describe('an enrolment', () => {
  test('says who, what, with whom and since when, to the learner and to those who made it', async () => {
    const { learnerId, learner } = await somebody();
    const cohort = await made(staff(COHORT, { unit, input: dates }));
    const { data, errors } = await staff(ENROL, { learner: learnerId, unit, cohort });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({
      learnerId,
      state: 'ENROLLED',
      learningUnit: { id: unit },
      cohort: { id: cohort },
      organization: { id: organizationId },
    });
    expect((await learner(MINE)).data.myEnrolments).toMatchObject({
      totalCount: 1,
      edges: [
        {
          node: { id: data.made.id, state: 'ENROLLED', cohort: { name: 'Autumn', startsAt: dates.startsAt } },
        },
      ],
    });
    for (const filter of [
      { cohortId: cohort },
      { cohortId: cohort, learningUnitId: unit, state: 'ENROLLED' },
    ])
      expect((await staff(OURS, { filter })).data.enrolments).toEqual({
        totalCount: 1,
        edges: [{ node: { id: data.made.id, learnerId } }],
      });
    expect(
      (await staff(OURS, { filter: { cohortId: cohort, state: 'WITHDRAWN' } })).data.enrolments.edges,
    ).toEqual([]);
    expect((await stranger(OURS, { filter: { cohortId: cohort } })).data.enrolments.totalCount).toBe(0);
    const events = await learner('{ eventsAboutMe(first: 20) { edges { node { action purpose } } } }');
    expect(events.data.eventsAboutMe.edges).toEqual(
      expect.arrayContaining([
        { node: { action: 'enrolLearner', purpose: null } },
        { node: { action: 'read', purpose: 'ENROLMENT' } },
      ]),
    );
  });

  test('is one at a time in a unit, also of two at once, and begins anew after it ended', async () => {
    const { learnerId, learner } = await somebody();
    const answers = await Promise.all([1, 2].map(() => staff(ENROL, { learner: learnerId, unit })));
    expect(answers.map((answer) => extensionsOf(answer)?.['reason'] ?? 'enrolled').sort()).toEqual([
      'ALREADY_ENROLLED',
      'enrolled',
    ]);
    const id: string = answers.find(({ data }) => data)?.data.made.id;
    expect((await staff(END, { id, state: 'COMPLETED' })).data.made.state).toBe('COMPLETED');
    expect(extensionsOf(await staff(END, { id, state: 'WITHDRAWN' }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'ENROLMENT_ENDED',
    });
    await made(staff(ENROL, { learner: learnerId, unit }));
    const first = (await learner(MINE, { first: 1 })).data.myEnrolments;
    expect(first).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: true },
      edges: [{ node: { state: 'ENROLLED' } }],
    });
    const rest = (await learner(MINE, { after: first.pageInfo.endCursor })).data.myEnrolments;
    expect(rest.edges).toMatchObject([{ node: { id, state: 'COMPLETED' } }]);
  });

  test('is left by the learner, who cannot say that they completed it', async () => {
    const { learnerId, learner } = await somebody();
    const other = await somebody();
    const id = await made(staff(ENROL, { learner: learnerId, unit }));
    for (const state of ['COMPLETED', 'ENROLLED'])
      expect(extensionsOf(await learner(END, { id, state }))).toMatchObject({
        code: 'INVALID_INPUT',
        argument: 'state',
      });
    for (const caller of [other.learner, stranger])
      expect(codeOf(await caller(END, { id, state: 'WITHDRAWN' }))).toBe('NOT_FOUND');
    expect((await learner(END, { id, state: 'WITHDRAWN' })).data.made.state).toBe('WITHDRAWN');
  });

  test('needs a learner one knows, a unit of one’s own and a cohort of that unit', async () => {
    const { learnerId, learner } = await somebody();
    const cohort = await made(staff(COHORT, { unit: otherUnit, input: dates }));
    for (const [variables, argument, code] of [
      [{ learner: 'nobody', unit }, 'learnerId', 'NOT_FOUND'],
      [{ learner: learnerId, unit: 'none' }, 'learningUnitId', 'NOT_FOUND'],
      [{ learner: learnerId, unit, cohort: 'none' }, 'cohortId', 'NOT_FOUND'],
      [{ learner: learnerId, unit, cohort }, 'cohortId', 'INVALID_INPUT'],
    ] as const)
      expect(extensionsOf(await staff(ENROL, variables))).toMatchObject({ code, argument });
    expect(codeOf(await stranger(ENROL, { learner: learnerId, unit }))).toBe('FORBIDDEN');
    expect(codeOf(await learner(ENROL, { learner: learnerId, unit }))).toBe('FORBIDDEN');
    expect(codeOf(await api.anonymous(ENROL, { learner: learnerId, unit }))).toBe('UNAUTHENTICATED');
  });
});
