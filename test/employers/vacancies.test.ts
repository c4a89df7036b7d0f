import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { made } from '../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { makeOccupation, makeOrganization, makeSkills } from '../support/data.ts';
import { codeOf, extensionsOf } from '../support/errors.ts';

const DAY = 86_400_000;
const createProfile =
  'mutation ($input: RoleProfileInput!) { made: createRoleProfile(input: $input) { id } }';
const publish = 'mutation ($id: ID!) { made: publishRoleProfile(id: $id) { id } }';
const create =
  'mutation ($input: VacancyInput!) { made: createVacancy(input: $input) { id state region openings opensAt closesAt contactUrl endedAt employer { id } roleProfile { id } } }';
const update =
  'mutation ($id: ID!, $input: VacancyTermsInput!) { made: updateVacancy(id: $id, input: $input) { id openings region opensAt closesAt contactUrl } }';
const end =
  'mutation ($id: ID!, $state: VacancyEnd!) { made: endVacancy(id: $id, state: $state) { id state endedAt } }';
const withdraw =
  'mutation ($id: ID!) { made: withdrawRoleProfile(id: $id, reason: "No longer", idempotencyKey: "withdraw-of-a-test") { id state } }';
const show = 'query ($id: ID!) { vacancy(id: $id) { id state } }';
const list =
  'query ($filter: VacancyFilter, $first: Int, $after: String) { vacancies(filter: $filter, first: $first, after: $after) { totalCount edges { node { id state } } pageInfo { hasNextPage endCursor } } }';

let api: TestApi;
let now = new Date();
let organizationId: string;
let employer: Caller;
let rival: Caller;
let skills: string[];
let occupationUri: string;
let profileId: string;

const profile = (more: object = {}) => ({
  title: 'Builder',
  description: 'Builds things.',
  region: 'GB-SCT',
  occupationUri,
  requirements: [
    { skillUri: skills[0], level: 5, weight: 2, evidence: 'ASSESSED' },
    { skillUri: skills[1], level: 3, necessity: 'NICE' },
  ],
  ...more,
});
const publishedProfile = async (more: object = {}): Promise<string> => {
  const id = await made(employer(createProfile, { input: profile(more) }));
  await made(employer(publish, { id }));
  return id;
};
const inDays = (days: number) => new Date(now.getTime() + days * DAY).toISOString();

beforeAll(async () => {
  api = await startApi({ clock: () => now });
  organizationId = await makeOrganization('Hirer', ['EMPLOYER']);
  employer = await api.as({ role: 'EMPLOYER', organizationId });
  rival = await api.as({ role: 'EMPLOYER', organizationId: await makeOrganization('Rival', ['EMPLOYER']) });
  skills = await makeSkills('build', 'plan');
  occupationUri = await makeOccupation('builder');
  profileId = await publishedProfile();
});
afterAll(() => api.close());

describe('a vacancy', () => {
  test('is for a published version, takes its region and is public at once', async () => {
    const { data, errors } = await employer(create, { input: { roleProfileId: profileId } });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({
      state: 'OPEN',
      region: 'GB-SCT',
      openings: 1,
      closesAt: null,
      contactUrl: null,
      endedAt: null,
      employer: { id: organizationId },
      roleProfile: { id: profileId },
    });
    expect((await api.anonymous(show, { id: data.made.id })).data.vacancy.state).toBe('OPEN');
  });

  test('is for members of the employer alone before it opens, after it closes and once it has ended', async () => {
    const [later, short, filled] = await Promise.all(
      [{ opensAt: inDays(1) }, { closesAt: inDays(1) }, {}].map((terms) =>
        made(employer(create, { input: { roleProfileId: profileId, ...terms } })),
      ),
    );
    const ended = await employer(end, { id: filled, state: 'FILLED' });
    expect(ended.data.made).toMatchObject({ state: 'FILLED', endedAt: now.toISOString() });
    const seenBy = async (who: Caller) =>
      Promise.all(
        [later, short, filled].map(async (id) => (await who(show, { id })).data.vacancy?.state ?? null),
      );
    expect(await seenBy(employer)).toEqual(['OPEN', 'OPEN', 'FILLED']);
    expect(await seenBy(rival)).toEqual([null, 'OPEN', null]);
    const before = now;
    now = new Date(now.getTime() + 2 * DAY);
    expect(await seenBy(employer)).toEqual(['OPEN', 'CLOSED', 'FILLED']);
    expect(await seenBy(api.anonymous)).toEqual(['OPEN', null, null]);
    now = before;
  });

  test('changes while it is open: all but the role profile; never once it has ended: CONFLICT', async () => {
    const opensAt = inDays(3);
    const id = await made(employer(create, { input: { roleProfileId: profileId, opensAt } }));
    const input = { openings: 4, region: 'DE', contactUrl: 'https://hirer.example/jobs' };
    expect((await employer(update, { id, input })).data.made).toEqual({
      id,
      ...input,
      opensAt,
      closesAt: null,
    });
    await made(employer(end, { id, state: 'CLOSED' }));
    for (const answer of [
      await employer(update, { id, input }),
      await employer(end, { id, state: 'FILLED' }),
    ])
      expect(extensionsOf(answer)).toMatchObject({
        code: 'CONFLICT',
        reason: 'VACANCY_ENDED',
        state: 'CLOSED',
      });
  });

  test('is listed, the one that opened last first, by what its role profile asks', async () => {
    const [only] = await makeSkills('listed');
    const own = await publishedProfile({ requirements: [{ skillUri: only, level: 2 }] });
    const ids: string[] = [];
    for (const opensAt of [inDays(-3), inDays(-1), inDays(-2)])
      ids.push(await made(employer(create, { input: { roleProfileId: own, opensAt, region: 'FR' } })));
    await made(employer(create, { input: { roleProfileId: own, opensAt: inDays(2) } }));
    const order = [ids[1], ids[2], ids[0]];
    const filter = { skillUri: only, organizationId, roleProfileId: own, region: 'FR' };
    const first = (await api.anonymous(list, { filter, first: 2 })).data.vacancies;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = (await api.anonymous(list, { filter, first: 2, after: first.pageInfo.endCursor })).data
      .vacancies;
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(order);
    await made(employer(end, { id: ids[0], state: 'CLOSED' }));
    const closed = { ...filter, states: ['CLOSED', 'FILLED'] };
    expect((await employer(list, { filter: closed })).data.vacancies.totalCount).toBe(1);
    expect((await rival(list, { filter: closed })).data.vacancies).toMatchObject({
      totalCount: 0,
      edges: [],
    });
  });

  test('stays with its version when another follows, and keeps it from being withdrawn', async () => {
    const own = await publishedProfile();
    const id = await made(employer(create, { input: { roleProfileId: own } }));
    expect(extensionsOf(await employer(withdraw, { id: own }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'IN_USE',
      vacancies: 1,
    });
    const next = await made(
      employer(
        'mutation ($id: ID!, $input: RoleProfileInput!) { made: newRoleProfileVersion(id: $id, input: $input) { id } }',
        { id: own, input: profile() },
      ),
    );
    await made(employer(publish, { id: next }));
    const { data } = await api.anonymous(
      'query ($id: ID!) { vacancy(id: $id) { roleProfile { id state } } }',
      { id },
    );
    expect(data.vacancy.roleProfile).toEqual({ id: own, state: 'SUPERSEDED' });
    expect(extensionsOf(await employer(create, { input: { roleProfileId: own } }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_PUBLISHED',
      state: 'SUPERSEDED',
    });
  });

  test('keeps nothing from being withdrawn once its last day is over, and is not opened again', async () => {
    const own = await publishedProfile();
    const id = await made(employer(create, { input: { roleProfileId: own, closesAt: inDays(1) } }));
    const before = now;
    now = new Date(now.getTime() + 2 * DAY);
    try {
      const input = { openings: 1, closesAt: inDays(9) };
      expect(extensionsOf(await employer(update, { id, input }))).toMatchObject({
        code: 'CONFLICT',
        reason: 'VACANCY_ENDED',
        state: 'CLOSED',
      });
      expect((await employer(withdraw, { id: own })).errors).toEqual([]);
      expect((await employer(end, { id, state: 'FILLED' })).data.made).toMatchObject({ state: 'FILLED' });
    } finally {
      now = before;
    }
  });

  test('reads as a schema.org JobPosting', async () => {
    const id = await made(
      employer(create, {
        input: {
          roleProfileId: profileId,
          openings: 2,
          opensAt: inDays(-1),
          closesAt: inDays(9),
          contactUrl: 'https://hirer.example/jobs/1',
        },
      }),
    );
    const { data } = await api.anonymous('query ($id: ID!) { vacancy(id: $id) { jobPosting } }', { id });
    expect(data.vacancy.jobPosting).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Builder',
      description: 'Builds things.',
      identifier: { '@type': 'PropertyValue', name: 'Hirer', value: id },
      datePosted: inDays(-1),
      validThrough: inDays(9),
      totalJobOpenings: 2,
      url: 'https://hirer.example/jobs/1',
      hiringOrganization: {
        '@type': 'Organization',
        name: 'Hirer',
        sameAs: `https://${organizationId}.example`,
      },
      jobLocation: {
        '@type': 'Place',
        address: { '@type': 'PostalAddress', addressCountry: 'GB', addressRegion: 'SCT' },
      },
      occupationalCategory: { '@type': 'CategoryCode', name: 'builder', url: occupationUri },
      skills: [
        {
          '@type': 'DefinedTerm',
          name: 'build',
          url: skills[0],
          description: 'Must have, EQF level 5. Shown by a credential that rests on an assessment.',
        },
        { '@type': 'DefinedTerm', name: 'plan', url: skills[1], description: 'Nice to have, EQF level 3.' },
      ],
    });
  });
});

describe('refused', () => {
  test('without a key, in another role, for an unknown id, or when it is another’s', async () => {
    const id = await made(employer(create, { input: { roleProfileId: profileId } }));
    const hidden = await made(employer(create, { input: { roleProfileId: profileId, opensAt: inDays(5) } }));
    const admin = await api.as({ role: 'ISSUER_ADMIN', organizationId });
    const calls = (on: string) =>
      [
        [update, { id: on, input: {} }],
        [end, { id: on, state: 'CLOSED' }],
      ] as const;
    for (const [mutation, variables] of [
      ...calls(id),
      [create, { input: { roleProfileId: profileId } }] as const,
    ]) {
      expect(codeOf(await api.anonymous(mutation, variables))).toBe('UNAUTHENTICATED');
      expect(codeOf(await admin(mutation, variables))).toBe('FORBIDDEN');
      expect(codeOf(await rival(mutation, variables))).toBe('FORBIDDEN');
    }
    for (const [mutation, variables] of calls(hidden))
      expect(codeOf(await rival(mutation, variables))).toBe('NOT_FOUND');
    for (const [mutation, variables] of calls('none'))
      expect(codeOf(await employer(mutation, variables))).toBe('NOT_FOUND');
  });

  test('for a draft or an unknown profile, and terms out of bounds, naming the place', async () => {
    const draft = await made(employer(createProfile, { input: profile() }));
    for (const [input, code, argument] of [
      [{ roleProfileId: draft }, 'CONFLICT', 'input.roleProfileId'],
      [{ roleProfileId: 'none' }, 'NOT_FOUND', 'input.roleProfileId'],
      [{ roleProfileId: profileId, openings: 0 }, 'INVALID_INPUT', 'input.openings'],
      [{ roleProfileId: profileId, region: 'Mars' }, 'INVALID_INPUT', 'input.region'],
      [{ roleProfileId: profileId, contactUrl: 'javascript:x' }, 'INVALID_INPUT', 'input.contactUrl'],
      [{ roleProfileId: profileId, closesAt: inDays(-1) }, 'INVALID_INPUT', 'input.closesAt'],
      [
        { roleProfileId: profileId, opensAt: inDays(3), closesAt: inDays(2) },
        'INVALID_INPUT',
        'input.closesAt',
      ],
    ] as const)
      expect(extensionsOf(await employer(create, { input }))).toMatchObject({ code, argument });
  });
});
