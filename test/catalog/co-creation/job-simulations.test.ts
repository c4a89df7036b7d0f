import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { makeOrganization, makeSkills } from '../../support/data.ts';
import { extensionsOf as extensions } from '../../support/errors.ts';
import { assessmentInput, made, publishBadge } from '../author.ts';

let api: TestApi;
let staff: Caller;
let employerId: string;

beforeAll(async () => {
  api = await startApi();
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: await makeOrganization('School') });
  employerId = await makeOrganization('Railways', ['EMPLOYER']);
});
afterAll(() => api.close());

const create =
  'mutation ($input: CreateAssessmentInput!) { made: createAssessment(input: $input) { id broughtBy { id } } }';
const update =
  'mutation ($id: ID!, $input: UpdateAssessmentInput!) { made: updateAssessment(id: $id, input: $input) { id broughtBy { id } } }';
const { rubric: _, ...fields } = assessmentInput;
const simulation = { ...fields, kind: 'SIMULATION', broughtById: '' };

test('a job simulation names the employer who brought it, for everybody, and until it is changed', async () => {
  const input = { ...simulation, broughtById: employerId };
  const { data } = await staff(create, { input: { ...assessmentInput, ...input } });
  expect(data.made.broughtBy).toEqual({ id: employerId });
  const look = 'query ($id: ID!) { assessment(id: $id) { broughtBy { name } } }';
  expect((await api.anonymous(look, { id: data.made.id })).data.assessment.broughtBy).toEqual({
    name: 'Railways',
  });
  const { broughtById: __, ...without } = input;
  expect((await staff(update, { id: data.made.id, input })).data.made.broughtBy).toEqual({ id: employerId });
  expect((await staff(update, { id: data.made.id, input: without })).data.made.broughtBy).toBeNull();
});

test('only a simulation, and only an employer', async () => {
  const other = { ...assessmentInput, kind: 'PROJECT', broughtById: employerId };
  expect(extensions(await staff(create, { input: other }))).toMatchObject({
    code: 'INVALID_INPUT',
    argument: 'input.broughtById',
  });
  for (const broughtById of ['none', await makeOrganization('Another school')])
    expect(
      extensions(await staff(create, { input: { ...assessmentInput, ...simulation, broughtById } })),
    ).toMatchObject({
      code: 'NOT_FOUND',
      argument: 'input.broughtById',
    });
});

test('a new employer is among what a version of a badge changed', async () => {
  const [skillUri = ''] = await makeSkills('administer networks');
  const ids = await publishBadge(staff, { skillUri });
  const assessment = await made(
    staff(create, {
      input: { ...assessmentInput, kind: 'SIMULATION', broughtById: employerId, outcomeIds: [ids.outcome] },
    }),
  );
  const version = await made(
    staff(
      'mutation ($id: ID!, $input: BadgeVersionInput!) { made: newBadgeVersion(badgeId: $id, input: $input) { id } }',
      {
        id: ids.badge,
        input: {
          name: 'Network basics',
          outcomeIds: [ids.outcome],
          assessmentIds: [assessment],
          validMonths: 24,
        },
      },
    ),
  );
  const { data } = await staff(
    'query ($id: ID!) { badgeVersion(id: $id) { changes { edges { node { area field after } } } } }',
    { id: version },
  );
  const changes = data.badgeVersion.changes.edges.map(({ node }: { node: object }) => node);
  expect(changes).toEqual(
    expect.arrayContaining([
      { area: 'ASSESSMENT', field: 'broughtBy', after: 'Railways' },
      { area: 'ASSESSMENT', field: 'kind', after: 'SIMULATION' },
    ]),
  );
});
