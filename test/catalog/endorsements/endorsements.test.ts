import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { makeOrganization, makeSkills } from '../../support/data.ts';
import { codeOf as code, extensionsOf as extensions } from '../../support/errors.ts';
import { made, publishBadge } from '../author.ts';

let api: TestApi;
let staff: Caller;
let stranger: Caller;
let employer: Caller;
let employerId: string;
let reviewer: Caller;
let skillUri: string;

beforeAll(async () => {
  api = await startApi();
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: await makeOrganization('School') });
  stranger = await api.as({ role: 'ISSUER_ADMIN', organizationId: await makeOrganization('Other school') });
  employerId = await makeOrganization('Employer');
  employer = await api.as({ role: 'EMPLOYER', organizationId: employerId });
  reviewer = await api.as({ role: 'EXTERNAL_REVIEWER', organizationId: await makeOrganization('Guild') });
  [skillUri = ''] = await makeSkills('administer networks');
});
afterAll(() => api.close());

const endorse =
  'mutation ($id: ID!, $statement: String!) { made: endorseBadgeVersion(badgeVersionId: $id, statement: $statement) { id state at } }';
const answer =
  'mutation ($id: ID!, $answer: EndorsementAnswerInput!) { made: answerEndorsement(id: $id, answer: $answer) { id state reason settledAt } }';
const withdraw = () =>
  `mutation ($id: ID!) { made: withdrawEndorsement(id: $id, reason: "We left the field.", idempotencyKey: "${randomUUID()}") { id state reason } }`;
const look = `query ($id: ID!, $e: ID!) { endorsement(id: $e) { id } badgeVersion(id: $id) { endorsements { totalCount edges { node {
  id statement state endorser { id } badgeVersion { id } } } } } }`;
const list =
  'query ($filter: EndorsementFilter, $first: Int, $after: String) { endorsements(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }';
const statement = 'We hire people with this badge for our network team.';

const idsIn = ({ data }: { data: { endorsements: { edges: { node: { id: string } }[] } } }) =>
  data.endorsements.edges.map(({ node }) => node.id);

describe('an endorsement', () => {
  test('is between the two until it is accepted, then for everybody', async () => {
    const { version } = await publishBadge(staff, { skillUri });
    const id = await made(employer(endorse, { id: version, statement: ` ${statement} ` }));
    const seen = async (who: Caller) => {
      const { data } = await who(look, { id: version, e: id });
      return [data.endorsement?.id ?? null, data.badgeVersion.endorsements.totalCount];
    };
    for (const who of [staff, employer]) expect(await seen(who)).toEqual([id, 1]);
    for (const who of [stranger, reviewer, api.anonymous]) expect(await seen(who)).toEqual([null, 0]);

    const { data } = await staff(answer, { id, answer: { accept: true } });
    expect(data.made).toMatchObject({ state: 'ACCEPTED', reason: null });
    const shown = await api.anonymous(look, { id: version, e: id });
    expect(shown.data.badgeVersion.endorsements.edges).toEqual([
      {
        node: {
          id,
          statement,
          state: 'ACCEPTED',
          endorser: { id: employerId },
          badgeVersion: { id: version },
        },
      },
    ]);

    expect((await employer(withdraw(), { id })).data.made).toEqual({
      id,
      state: 'WITHDRAWN',
      reason: 'We left the field.',
    });
    expect(await seen(api.anonymous)).toEqual([null, 0]);
    expect(await seen(staff)).toEqual([id, 1]);
  });

  test('is declined with a reason, and can be given anew afterwards', async () => {
    const { version } = await publishBadge(staff, { skillUri });
    const id = await made(reviewer(endorse, { id: version, statement }));
    expect(extensions(await staff(answer, { id, answer: { accept: false } }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'answer.reason',
    });
    await made(staff(answer, { id, answer: { accept: false, reason: 'It names a person.' } }));
    expect(extensions(await staff(answer, { id, answer: { accept: true } }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_SETTLED',
      state: 'DECLINED',
    });
    expect(extensions(await reviewer(withdraw(), { id }))).toMatchObject({ reason: 'ALREADY_SETTLED' });
    expect(await made(reviewer(endorse, { id: version, statement }))).not.toBe(id);
  });

  test('stands once for each organisation, also when it is given twice at once', async () => {
    const { version } = await publishBadge(staff, { skillUri });
    const answers = await Promise.all([1, 2].map(() => employer(endorse, { id: version, statement })));
    expect(answers.map((one) => extensions(one)?.['reason'] ?? 'made').sort()).toEqual([
      'ALREADY_ENDORSED',
      'made',
    ]);
  });

  test('is listed for who gave and who received it, newest first', async () => {
    const endorserId = await makeOrganization('Lister');
    const lister = await api.as({ role: 'EMPLOYER', organizationId: endorserId });
    const given: string[] = [];
    for (let n = 0; n < 3; n++) {
      const { version } = await publishBadge(staff, { skillUri });
      given.unshift(await made(lister(endorse, { id: version, statement })));
    }
    expect(idsIn(await lister(list))).toEqual(given);
    const first = await lister(list, { first: 2, filter: { side: 'GIVEN', states: ['PROPOSED'] } });
    expect(first.data.endorsements.totalCount).toBe(3);
    const { endCursor } = first.data.endorsements.pageInfo;
    expect(idsIn(await lister(list, { first: 2, after: endCursor }))).toEqual(given.slice(2));
    expect(idsIn(await lister(list, { filter: { side: 'RECEIVED' } }))).toEqual([]);
    expect(idsIn(await staff(list, { filter: { side: 'RECEIVED' } }))).toEqual(expect.arrayContaining(given));
    expect(idsIn(await stranger(list))).toEqual([]);
  });
});

describe('refused', () => {
  test('a draft of somebody else, a version that is not awarded now, one’s own badge', async () => {
    const { data } = await staff(
      'mutation { made: createBadge(input: {name: "Draft"}) { versions { edges { node { id } } } } }',
    );
    const draft = data.made.versions.edges[0].node.id;
    expect(code(await employer(endorse, { id: draft, statement }))).toBe('NOT_FOUND');
    const { version } = await publishBadge(staff, { skillUri });
    await made(
      staff(
        `mutation ($id: ID!) { made: withdrawBadgeVersion(id: $id, reason: "Old.", idempotencyKey: "${randomUUID()}") { id } }`,
        {
          id: version,
        },
      ),
    );
    expect(extensions(await employer(endorse, { id: version, statement }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NOT_PUBLISHED',
    });
    const both = await makeOrganization('Both');
    const own = await publishBadge(await api.as({ role: 'ISSUER_STAFF', organizationId: both }), {
      skillUri,
    });
    const asEmployer = await api.as({ role: 'EMPLOYER', organizationId: both });
    expect(extensions(await asEmployer(endorse, { id: own.version, statement }))).toMatchObject({
      reason: 'OWN_BADGE',
    });
    expect(extensions(await employer(endorse, { id: own.version, statement: ' ' }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'statement',
    });
  });

  test('answers and withdrawals of others: NOT_FOUND while it is hidden, FORBIDDEN when it is public', async () => {
    const { version } = await publishBadge(staff, { skillUri });
    const id = await made(employer(endorse, { id: version, statement }));
    const accept = { id, answer: { accept: true } };
    expect(code(await stranger(answer, accept))).toBe('NOT_FOUND');
    expect(code(await reviewer(withdraw(), { id }))).toBe('NOT_FOUND');
    await made(staff(answer, accept));
    expect(code(await stranger(answer, accept))).toBe('FORBIDDEN');
    expect(code(await reviewer(withdraw(), { id }))).toBe('FORBIDDEN');
  });

  test('other roles, and nobody', async () => {
    for (const [mutation, variables] of [
      [endorse, { id: 'x', statement }],
      [answer, { id: 'x', answer: { accept: true } }],
      [withdraw(), { id: 'x' }],
    ] as const) {
      expect(code(await api.anonymous(mutation, variables))).toBe('UNAUTHENTICATED');
      const analyst = await api.as({ role: 'ANALYST', organizationId: employerId });
      expect(code(await analyst(mutation, variables))).toBe('FORBIDDEN');
    }
  });
});
