import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../src/platform/ids.ts';
import { made } from '../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { makeOccupation, makeOrganization, makeSkills } from '../support/data.ts';
import { codeOf, extensionsOf } from '../support/errors.ts';

const create =
  'mutation ($input: RoleProfileInput!) { made: createRoleProfile(input: $input) { id state version } }';
const update =
  'mutation ($id: ID!, $input: RoleProfileInput!) { made: updateRoleProfile(id: $id, input: $input) { id title } }';
const next =
  'mutation ($id: ID!, $input: RoleProfileInput!) { made: newRoleProfileVersion(id: $id, input: $input) { id version state follows { id } } }';
const withdraw =
  'mutation ($id: ID!, $reason: String!, $key: String!) { made: withdrawRoleProfile(id: $id, reason: $reason, idempotencyKey: $key) { id state } }';
const remove = 'mutation ($id: ID!) { made: deleteRoleProfile(id: $id) }';
const publish = 'mutation ($id: ID!) { made: publishRoleProfile(id: $id) { id state publishedAt } }';
const show =
  'query ($id: ID!) { roleProfile(id: $id) { title version state region occupationUri employer { id } occupation { uri label } follows { id state } requirements { totalCount edges { node { skillUri skill { label } weight level necessity evidence maxAgeMonths } } } } }';

let api: TestApi;
let organizationId: string;
let employer: Caller;
let rival: Caller;
let skills: string[];
let occupationUri: string;

beforeAll(async () => {
  api = await startApi();
  organizationId = await makeOrganization('Hirer', ['EMPLOYER']);
  employer = await api.as({ role: 'EMPLOYER', organizationId });
  rival = await api.as({ role: 'EMPLOYER', organizationId: await makeOrganization('Rival', ['EMPLOYER']) });
  skills = await makeSkills('plan', 'build', 'test');
  occupationUri = await makeOccupation('builder');
});
afterAll(() => api.close());

const profile = (more: object = {}) => ({
  title: 'Builder',
  region: 'DE',
  occupationUri,
  requirements: [
    { skillUri: skills[0], level: 3, necessity: 'NICE' },
    { skillUri: skills[1], level: 5, weight: 2, evidence: 'ASSESSED', maxAgeMonths: 36 },
    { skillUri: skills[2], level: 4, weight: 3 },
  ],
  ...more,
});
const published = async (more: object = {}) => {
  const id = await made(employer(create, { input: profile(more) }));
  await made(employer(publish, { id }));
  return id;
};

describe('a role profile', () => {
  test('says what it asks for, musts first and by weight, once published to everybody', async () => {
    const id = await made(employer(create, { input: profile() }));
    expect((await api.anonymous(show, { id })).data).toEqual({ roleProfile: null });
    expect((await rival(show, { id })).data).toEqual({ roleProfile: null });
    expect((await employer(show, { id })).data.roleProfile.state).toBe('DRAFT');
    await made(employer(publish, { id }));
    const { data } = await api.anonymous(show, { id });
    expect(data.roleProfile).toEqual({
      title: 'Builder',
      version: 1,
      state: 'PUBLISHED',
      region: 'DE',
      occupationUri,
      occupation: { uri: occupationUri, label: 'builder' },
      employer: { id: organizationId },
      follows: null,
      requirements: {
        totalCount: 3,
        edges: [
          {
            node: {
              skillUri: skills[2],
              skill: { label: 'test' },
              weight: 3,
              level: 4,
              necessity: 'MUST',
              evidence: 'ANY',
              maxAgeMonths: null,
            },
          },
          {
            node: {
              skillUri: skills[1],
              skill: { label: 'build' },
              weight: 2,
              level: 5,
              necessity: 'MUST',
              evidence: 'ASSESSED',
              maxAgeMonths: 36,
            },
          },
          {
            node: {
              skillUri: skills[0],
              skill: { label: 'plan' },
              weight: 1,
              level: 3,
              necessity: 'NICE',
              evidence: 'ANY',
              maxAgeMonths: null,
            },
          },
        ],
      },
    });
  });

  test('changes while a draft and never once published: CONFLICT', async () => {
    const id = await made(employer(create, { input: profile() }));
    await made(
      employer(update, {
        id,
        input: { title: 'Renamed', requirements: [{ skillUri: skills[0], level: 2 }] },
      }),
    );
    expect((await employer(show, { id })).data.roleProfile).toMatchObject({
      title: 'Renamed',
      region: null,
      occupationUri: null,
      requirements: { totalCount: 1 },
    });
    await made(employer(publish, { id }));
    expect(extensionsOf(await employer(update, { id, input: profile() }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_A_DRAFT',
      state: 'PUBLISHED',
    });
    expect(codeOf(await employer(publish, { id }))).toBe('CONFLICT');
  });

  test('is superseded by its next version', async () => {
    const first = await published();
    const answer = await employer(next, { id: first, input: profile({ title: 'Master builder' }) });
    expect(answer.data.made).toMatchObject({ version: 2, state: 'DRAFT', follows: { id: first } });
    const second = answer.data.made.id;
    expect(extensionsOf(await employer(next, { id: first, input: profile() }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_THE_NEWEST',
    });
    expect(extensionsOf(await employer(next, { id: second, input: profile() }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'DRAFT_EXISTS',
    });
    expect((await api.anonymous(show, { id: first })).data.roleProfile.state).toBe('PUBLISHED');
    await made(employer(publish, { id: second }));
    expect((await api.anonymous(show, { id: second })).data.roleProfile).toMatchObject({
      version: 2,
      state: 'PUBLISHED',
      follows: { id: first, state: 'SUPERSEDED' },
    });
  });

  test('that asks for nothing is not published: INVALID_INPUT', async () => {
    const id = await made(employer(create, { input: { title: 'Nothing' } }));
    expect(extensionsOf(await employer(publish, { id }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'id',
      reason: 'NOTHING_REQUIRED',
    });
  });

  test('is listed by title and found by what it asks for', async () => {
    const word = newId();
    const [first, second] = [
      await published({ title: `${word} A` }),
      await published({ title: `${word} B` }),
    ];
    await made(employer(create, { input: profile({ title: `${word} C` }) }));
    const list =
      'query ($filter: RoleProfileFilter, $after: String) { roleProfiles(filter: $filter, first: 1, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }';
    const filter = { titleContains: word.toUpperCase(), skillUri: skills[1], region: 'DE', organizationId };
    const page = (await api.anonymous(list, { filter })).data.roleProfiles;
    expect(page).toMatchObject({
      totalCount: 2,
      edges: [{ node: { id: first } }],
      pageInfo: { hasNextPage: true },
    });
    const rest = (await api.anonymous(list, { filter, after: page.pageInfo.endCursor })).data.roleProfiles;
    expect(rest).toMatchObject({ edges: [{ node: { id: second } }], pageInfo: { hasNextPage: false } });
    const drafts = { ...filter, states: ['DRAFT'] };
    expect((await employer(list, { filter: drafts })).data.roleProfiles.totalCount).toBe(1);
    expect((await rival(list, { filter: drafts })).data.roleProfiles.totalCount).toBe(0);
  });
});

describe('the versions of a role profile', () => {
  const history =
    'query ($id: ID!) { roleProfile(id: $id) { history { totalCount edges { node { id version state changeReason } } } } }';
  const changes =
    'query ($id: ID!) { roleProfile(id: $id) { changes { from { id } to { id } fields { field before after } requirements { kind skillUri terms before { level } after { level weight } } } } }';
  const nextFor =
    'mutation ($id: ID!, $input: RoleProfileInput!, $why: String) { made: newRoleProfileVersion(id: $id, input: $input, changeReason: $why) { id changeReason } }';

  test('are public, newest first, with why there is another and what differs', async () => {
    const first = await published({ description: 'Builds.' });
    const input = profile({
      title: 'Master builder',
      requirements: [
        { skillUri: skills[1], level: 6, weight: 2, evidence: 'ASSESSED', maxAgeMonths: 36 },
        { skillUri: skills[2], level: 4, weight: 3 },
      ],
    });
    const { data } = await employer(nextFor, { id: first, input, why: 'The work has grown.' });
    const second = data.made.id;
    expect(data.made.changeReason).toBe('The work has grown.');
    expect((await api.anonymous(history, { id: first })).data.roleProfile.history.totalCount).toBe(1);
    expect((await employer(history, { id: first })).data.roleProfile.history.totalCount).toBe(2);
    await made(employer(publish, { id: second }));
    for (const id of [first, second])
      expect(
        (await api.anonymous(history, { id })).data.roleProfile.history.edges.map(
          ({ node }: { node: object }) => node,
        ),
      ).toEqual([
        { id: second, version: 2, state: 'PUBLISHED', changeReason: 'The work has grown.' },
        { id: first, version: 1, state: 'SUPERSEDED', changeReason: null },
      ]);
    expect((await api.anonymous(changes, { id: first })).data.roleProfile.changes).toBeNull();
    expect((await api.anonymous(changes, { id: second })).data.roleProfile.changes).toEqual({
      from: { id: first },
      to: { id: second },
      fields: [
        { field: 'title', before: 'Builder', after: 'Master builder' },
        { field: 'description', before: 'Builds.', after: null },
      ],
      requirements: [
        { kind: 'REMOVED', skillUri: skills[0], terms: [], before: { level: 3 }, after: null },
        {
          kind: 'CHANGED',
          skillUri: skills[1],
          terms: ['level'],
          before: { level: 5 },
          after: { level: 6, weight: 2 },
        },
      ].sort((a, b) => ((a.skillUri ?? '') < (b.skillUri ?? '') ? -1 : 1)),
    });
  });

  test('compare with those of another role, and not with a draft of somebody else', async () => {
    const compare =
      'query ($fromId: ID!, $toId: ID!) { compareRoleProfiles(fromId: $fromId, toId: $toId) { fields { field } requirements { kind } } }';
    const [one, other] = [
      await published(),
      await published({ region: 'FR', requirements: [{ skillUri: skills[0], level: 3, necessity: 'NICE' }] }),
    ];
    const draft = await made(employer(create, { input: profile() }));
    expect((await api.anonymous(compare, { fromId: one, toId: other })).data.compareRoleProfiles).toEqual({
      fields: [{ field: 'region' }],
      requirements: [{ kind: 'REMOVED' }, { kind: 'REMOVED' }],
    });
    expect((await employer(compare, { fromId: one, toId: draft })).data.compareRoleProfiles).not.toBeNull();
    expect((await rival(compare, { fromId: one, toId: draft })).data.compareRoleProfiles).toBeNull();
  });
});

describe('a role profile that is no longer wanted', () => {
  test('is withdrawn with a reason, stays public and can be followed by another version', async () => {
    const id = await published();
    const { data } = await employer(withdraw, { id, reason: 'The team was closed.', key: newId() });
    expect(data.made.state).toBe('WITHDRAWN');
    expect(
      (
        await api.anonymous(
          'query ($id: ID!) { roleProfile(id: $id) { state withdrawnAt withdrawnReason } }',
          { id },
        )
      ).data.roleProfile,
    ).toMatchObject({
      state: 'WITHDRAWN',
      withdrawnAt: expect.any(String),
      withdrawnReason: 'The team was closed.',
    });
    expect(extensionsOf(await employer(withdraw, { id, reason: 'Again', key: newId() }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_PUBLISHED',
      state: 'WITHDRAWN',
    });
    const second = await made(employer(next, { id, input: profile() }));
    await made(employer(publish, { id: second }));
    expect((await api.anonymous(show, { id: second })).data.roleProfile).toMatchObject({
      state: 'PUBLISHED',
      follows: { id, state: 'WITHDRAWN' },
    });
  });

  test('is deleted while it is a draft, and never afterwards: CONFLICT', async () => {
    const [draft, open] = [await made(employer(create, { input: profile() })), await published()];
    expect((await employer(remove, { id: draft })).data.made).toBe(draft);
    expect((await employer(show, { id: draft })).data.roleProfile).toBeNull();
    expect(codeOf(await employer(remove, { id: draft }))).toBe('NOT_FOUND');
    expect(extensionsOf(await employer(remove, { id: open }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_A_DRAFT',
    });
    const draftAfter = await made(employer(next, { id: open, input: profile() }));
    await employer(remove, { id: draftAfter });
    expect(await made(employer(next, { id: open, input: profile() }))).toEqual(expect.any(String));
  });
});

describe('refused', () => {
  const all = () =>
    [
      [create, { input: { title: 'X' } }],
      [update, { id: 'none', input: { title: 'X' } }],
      [next, { id: 'none', input: { title: 'X' } }],
      [publish, { id: 'none' }],
      [remove, { id: 'none' }],
      [withdraw, { id: 'none', reason: 'X', key: 'withdraw-of-a-test' }],
    ] as const;

  test('without a key, in another role, or for an unknown id', async () => {
    const admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
    for (const [mutation, variables] of all()) {
      expect(codeOf(await api.anonymous(mutation, variables))).toBe('UNAUTHENTICATED');
      expect(codeOf(await admin(mutation, variables))).toBe('FORBIDDEN');
    }
    for (const [mutation, variables] of all().slice(1))
      expect(codeOf(await employer(mutation, variables))).toBe('NOT_FOUND');
  });

  test('the profile of another organisation: FORBIDDEN when public, NOT_FOUND when a draft', async () => {
    const [open, draft] = [await published(), await made(employer(create, { input: profile() }))];
    for (const [mutation, variables] of all().slice(1)) {
      expect(codeOf(await rival(mutation, { ...variables, id: open }))).toBe('FORBIDDEN');
      expect(codeOf(await rival(mutation, { ...variables, id: draft }))).toBe('NOT_FOUND');
    }
  });

  test('unknown concepts: NOT_FOUND naming the place', async () => {
    for (const [more, argument] of [
      [
        {
          requirements: [
            { skillUri: skills[0], level: 1 },
            { skillUri: occupationUri, level: 1 },
          ],
        },
        'input.requirements[1].skillUri',
      ],
      [{ occupationUri: skills[0] }, 'input.occupationUri'],
    ] as const)
      expect(extensionsOf(await employer(create, { input: profile(more) }))).toMatchObject({
        code: 'NOT_FOUND',
        argument,
      });
  });

  test('what is out of bounds: INVALID_INPUT naming the place', async () => {
    const one = (more: object) => ({ requirements: [{ skillUri: skills[0], level: 1, ...more }] });
    for (const [more, argument] of [
      [{ title: '' }, 'input.title'],
      [{ description: 'x'.repeat(20_001) }, 'input.description'],
      [{ region: 'Germany' }, 'input.region'],
      [one({ level: 9 }), 'input.requirements[0].level'],
      [one({ weight: 0 }), 'input.requirements[0].weight'],
      [one({ maxAgeMonths: 0 }), 'input.requirements[0].maxAgeMonths'],
      [
        {
          requirements: [
            { skillUri: skills[0], level: 1 },
            { skillUri: skills[0], level: 2 },
          ],
        },
        'input.requirements[1]',
      ],
    ] as const)
      expect(extensionsOf(await employer(create, { input: profile(more) }))).toMatchObject({
        code: 'INVALID_INPUT',
        argument,
      });
  });
});
