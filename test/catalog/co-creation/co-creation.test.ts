import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { makeOrganization, makeSkills } from '../../support/data.ts';
import { codeOf as code, extensionsOf as extensions } from '../../support/errors.ts';
import { made, publishBadge } from '../author.ts';

let api: TestApi;
let issuerId: string;
let staff: Caller;
let stranger: Caller;
let employerId: string;
let employer: Caller;
let skillUri: string;

beforeAll(async () => {
  api = await startApi();
  issuerId = await makeOrganization('School');
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: issuerId });
  stranger = await api.as({ role: 'ISSUER_ADMIN', organizationId: await makeOrganization('Other school') });
  employerId = await makeOrganization('Employer');
  employer = await api.as({ role: 'EMPLOYER', organizationId: employerId });
  [skillUri = ''] = await makeSkills('administer networks');
});
afterAll(() => api.close());

const session = `id title issuer { id } badges { id }
  proposals { edges { node { id statement jobTitle organization { id } organizationName decision reason decidedAt confirmedAt outcome { id } } } }`;
const record = `mutation ($input: CoCreationInput!, $key: String) { made: recordCoCreation(input: $input, idempotencyKey: $key) { ${session} } }`;
const decide = `mutation ($id: ID!, $input: ProposalDecisionInput!) { made: decideOutcomeProposal(id: $id, input: $input) { ${session} } }`;
const confirm = `mutation ($id: ID!) { made: confirmOutcomeProposal(id: $id) { ${session} } }`;
const heldAt = '2026-03-02T09:00:00.000Z';
const proposalsOf = (made: { proposals: { edges: { node: Record<string, unknown> }[] } }) =>
  made.proposals.edges.map(({ node }) => node);

describe('a co-creation session', () => {
  test('tells who proposed which outcome and what came of it, from badge and outcome, too', async () => {
    const ids = await publishBadge(staff, { skillUri });
    const { data, errors } = await staff(record, {
      input: {
        title: 'What must a junior know?',
        heldAt,
        badgeIds: [ids.badge],
        proposals: [
          {
            statement: 'Configures a switch.',
            jobTitle: 'Head of networks',
            organizationId: employerId,
            decision: 'ADAPTED',
            reason: 'One switch, two networks.',
            outcomeId: ids.outcome,
          },
          {
            statement: 'Calms a customer.',
            jobTitle: 'Service desk lead',
            organizationName: 'Harbour Hospital',
          },
        ],
      },
    });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({ issuer: { id: issuerId }, badges: [{ id: ids.badge }] });
    const [first, second] = proposalsOf(data.made);
    expect(first).toMatchObject({
      jobTitle: 'Head of networks',
      organization: { id: employerId },
      organizationName: null,
      decision: 'ADAPTED',
      reason: 'One switch, two networks.',
      confirmedAt: null,
      outcome: { id: ids.outcome },
    });
    expect(first?.['decidedAt']).not.toBeNull();
    expect(second).toMatchObject({
      organization: null,
      organizationName: 'Harbour Hospital',
      decision: 'OPEN',
      decidedAt: null,
      outcome: null,
    });

    const seen = await api.anonymous(
      `query ($badge: ID!, $outcome: ID!, $session: ID!) {
        badge(id: $badge) { coCreations { totalCount edges { node { id title } } } }
        outcome(id: $outcome) { proposals { edges { node { statement decision organization { id } } } } }
        coCreation(id: $session) { heldAt } }`,
      { badge: ids.badge, outcome: ids.outcome, session: data.made.id },
    );
    expect(seen.data).toEqual({
      badge: {
        coCreations: {
          totalCount: 1,
          edges: [{ node: { id: data.made.id, title: 'What must a junior know?' } }],
        },
      },
      outcome: {
        proposals: {
          edges: [
            {
              node: {
                statement: 'Configures a switch.',
                decision: 'ADAPTED',
                organization: { id: employerId },
              },
            },
          ],
        },
      },
      coCreation: { heldAt },
    });

    const declined = await staff(decide, {
      id: second?.['id'],
      input: { decision: 'DECLINED', reason: 'A badge of its own.' },
    });
    expect(proposalsOf(declined.data.made)[1]).toMatchObject({
      decision: 'DECLINED',
      reason: 'A badge of its own.',
    });
    const again = await staff(decide, {
      id: second?.['id'],
      input: { decision: 'DECLINED', reason: 'Again.' },
    });
    expect(extensions(again)).toMatchObject({
      code: 'CONFLICT',
      reason: 'ALREADY_DECIDED',
      decision: 'DECLINED',
    });

    const confirmed = await employer(confirm, { id: first?.['id'] });
    const at = proposalsOf(confirmed.data.made)[0]?.['confirmedAt'];
    expect(at).not.toBeNull();
    expect(proposalsOf((await employer(confirm, { id: first?.['id'] })).data.made)[0]?.['confirmedAt']).toBe(
      at,
    );
  });

  test('is listed newest first, by who held it and by who proposed something', async () => {
    const holderId = await makeOrganization('Holder');
    const guestId = await makeOrganization('Guest');
    const holder = await api.as({ role: 'ISSUER_STAFF', organizationId: holderId });
    const ids: string[] = [];
    for (const day of ['03', '02', '01'])
      ids.push(
        await made(
          holder(record, {
            input: {
              title: day,
              heldAt: `2026-02-${day}T10:00:00Z`,
              proposals: [{ statement: 'Plans.', jobTitle: 'Planner', organizationId: guestId }],
            },
          }),
        ),
      );
    const list =
      'query ($id: ID, $first: Int, $after: String) { coCreations(organizationId: $id, first: $first, after: $after) { totalCount pageInfo { endCursor } edges { node { id } } } }';
    const of = async (variables: object) => {
      const { data } = await api.anonymous(list, { ...variables });
      return {
        ...data.coCreations,
        ids: data.coCreations.edges.map(({ node }: { node: { id: string } }) => node.id),
      };
    };
    expect((await of({ id: holderId })).ids).toEqual(ids);
    const first = await of({ id: guestId, first: 2 });
    expect([first.ids, first.totalCount]).toEqual([ids.slice(0, 2), 3]);
    expect((await of({ id: guestId, first: 2, after: first.pageInfo.endCursor })).ids).toEqual(ids.slice(2));
    expect((await of({ id: 'none' })).ids).toEqual([]);
    expect((await of({})).ids.length).toBeGreaterThan(2);
  });

  test('shows the draft of a badge only to its issuer', async () => {
    const { data } = await staff('mutation { made: createBadge(input: {name: "Plan"}) { id } }');
    const proposals = [{ statement: 'Plans.', jobTitle: 'Planner', organizationName: 'A company' }];
    const id = await made(
      staff(record, { input: { title: 'Early', heldAt, badgeIds: [data.made.id], proposals } }),
    );
    const look = 'query ($id: ID!) { coCreation(id: $id) { badges { id } } }';
    expect((await staff(look, { id })).data.coCreation.badges).toEqual([{ id: data.made.id }]);
    expect((await api.anonymous(look, { id })).data.coCreation.badges).toEqual([]);
  });
});

describe('refused', () => {
  const proposal = { statement: 'Plans.', jobTitle: 'Planner', organizationName: 'A company' };
  test('what is unknown, or of another organisation, naming the place', async () => {
    const ids = await publishBadge(stranger, { skillUri });
    const input = { title: 'Session', heldAt, proposals: [proposal] };
    const adopted = { ...proposal, decision: 'ADOPTED' };
    const cases = [
      [{ ...input, badgeIds: ['none'] }, 'NOT_FOUND', 'input.badgeIds[0]'],
      [{ ...input, badgeIds: [ids.badge] }, 'FORBIDDEN', 'input.badgeIds[0]'],
      [
        { ...input, proposals: [proposal, { ...proposal, organizationName: null, organizationId: 'none' }] },
        'NOT_FOUND',
        'input.proposals[1].organizationId',
      ],
      [
        { ...input, proposals: [{ ...adopted, outcomeId: 'none' }] },
        'NOT_FOUND',
        'input.proposals[0].outcomeId',
      ],
      [
        { ...input, proposals: [{ ...adopted, outcomeId: ids.outcome }] },
        'FORBIDDEN',
        'input.proposals[0].outcomeId',
      ],
      [{ ...input, heldAt: '2999-01-01T00:00:00Z' }, 'INVALID_INPUT', 'input.heldAt'],
      [{ ...input, proposals: [adopted] }, 'INVALID_INPUT', 'input.proposals[0].outcomeId'],
    ] as const;
    for (const [given, what, argument] of cases)
      expect(extensions(await staff(record, { input: given }))).toMatchObject({ code: what, argument });
  });

  test('deciding for another issuer, confirming for another organisation, and other roles', async () => {
    const { data } = await staff(record, { input: { title: 'Session', heldAt, proposals: [proposal] } });
    const id = proposalsOf(data.made)[0]?.['id'];
    const input = { decision: 'DECLINED', reason: 'No.' };
    expect(code(await stranger(decide, { id, input }))).toBe('FORBIDDEN');
    expect(code(await employer(confirm, { id }))).toBe('FORBIDDEN');
    expect(code(await staff(decide, { id: 'none', input }))).toBe('NOT_FOUND');
    expect(code(await employer(confirm, { id: 'none' }))).toBe('NOT_FOUND');
    expect(code(await staff(confirm, { id }))).toBe('FORBIDDEN');
    expect(code(await employer(decide, { id, input }))).toBe('FORBIDDEN');
    expect(
      code(await api.anonymous(record, { input: { title: 'Session', heldAt, proposals: [proposal] } })),
    ).toBe('UNAUTHENTICATED');
  });
});

test('an outcome that a proposal became stays, so that the record goes on leading to it', async () => {
  const outcomeId = await made(
    staff('mutation { made: createOutcome(input: {statement: "Calms somebody who is upset."}) { id } }'),
  );
  const proposal = { statement: 'Calms a customer.', jobTitle: 'Lead', organizationId: employerId };
  const proposals = [{ ...proposal, decision: 'ADOPTED', outcomeId }];
  const { errors } = await staff(record, { input: { title: 'Calm', heldAt, badgeIds: [], proposals } });
  expect(errors).toEqual([]);
  const refused = await staff('mutation ($id: ID!) { deleteOutcome(id: $id) }', { id: outcomeId });
  expect(extensions(refused)).toMatchObject({ code: 'CONFLICT', reason: 'IN_USE', usedBy: { proposals: 1 } });
});
