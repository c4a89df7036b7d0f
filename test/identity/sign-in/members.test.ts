import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { testConfig } from '../../support/config.ts';
import { cypher, makeOrganization } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';
import { startProvider, type TestProvider } from '../../support/provider.ts';

const AUDIENCE = 'https://credentials.example/graphql';
const INVITE = `mutation ($input: InviteMemberInput!, $key: String!) {
  made: inviteMember(input: $input, idempotencyKey: $key) { token invitation { id roles state createdBy expiresAt } } }`;
const INVITE_LEARNER = `mutation ($input: InviteLearnerInput!, $key: String!) {
  made: inviteLearner(input: $input, idempotencyKey: $key) { token invitation { id learnerId roles } } }`;
const ACCEPT = `mutation ($token: String!, $name: String, $key: String!) {
  made: acceptInvitation(token: $token, name: $name, idempotencyKey: $key) { personId learnerId roles organization { id name } } }`;
const CHANGE = `mutation ($personId: ID!, $roles: [Role!]!, $key: String!) {
  made: changeMemberRoles(personId: $personId, roles: $roles, idempotencyKey: $key) { personId roles } }`;
const REMOVE =
  'mutation ($personId: ID!, $key: String!) { made: removeMember(personId: $personId, idempotencyKey: $key) }';
const WITHDRAW =
  'mutation ($id: ID!, $key: String!) { made: withdrawInvitation(id: $id, idempotencyKey: $key) { id state } }';
const MEMBERS = `query ($first: Int, $after: String) { members(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { personId name roles organization { id } } } } }`;
const INVITATIONS =
  'query ($after: String) { invitations(first: 2, after: $after) { totalCount pageInfo { endCursor hasNextPage } edges { node { id state roles learnerId } } } }';
const WHO = `{ viewer { role roles organizationId learnerId personId mustChoose
  memberships { edges { node { roles name organization { id } } } } } }`;
const ORGANIZATION = `mutation ($input: OrganizationInput!, $key: String!) {
  made: createOrganization(input: $input, idempotencyKey: $key) { organization { id name kinds } invitation { token invitation { roles } } } }`;

let provider: TestProvider;
let api: TestApi;
let offset = 0;
beforeAll(async () => {
  provider = await startProvider('EdDSA');
  api = await startApi({
    config: testConfig({ OIDC_ISSUER: provider.issuer, OIDC_AUDIENCE: AUDIENCE }),
    clock: () => new Date(Date.now() + offset),
  });
});
afterAll(async () => {
  await api.close();
  await provider.close();
});

const key = () => randomUUID();
/** Somebody new who signed in with the provider, and how they call, for an organisation or not. */
async function somebody() {
  const token = await provider.accessToken(randomUUID(), AUDIENCE);
  return (organization?: string): Caller => api.withKey(token, organization);
}
async function invite(admin: Caller, roles: string[], more: object = {}): Promise<string> {
  const { data, errors } = await admin(INVITE, { input: { roles, ...more }, key: key() });
  expect(errors).toEqual([]);
  return data.made.token;
}
async function accept(person: (organization?: string) => Caller, token: string, name?: string) {
  const { data, errors } = await person()(ACCEPT, { token, name, key: key() });
  expect(errors).toEqual([]);
  return data.made as { personId: string; roles: string[]; learnerId: string | null };
}
/** A new organisation with one person who administers it. */
async function organizationWithAdmin(kinds = ['ISSUER', 'PROVIDER'], role = 'ISSUER_ADMIN') {
  const organizationId = await makeOrganization('Academy', kinds);
  const machine = await api.as({ role: role as 'ISSUER_ADMIN', organizationId });
  const person = await somebody();
  const { personId } = await accept(person, await invite(machine, [role]), 'The Admin');
  return { organizationId, machine, person, personId, admin: person(organizationId) };
}

describe('an invitation', () => {
  test('makes a stranger a member in its roles, once', async () => {
    const { organizationId, machine } = await organizationWithAdmin();
    const person = await somebody();
    const { data } = await machine(INVITE, { input: { roles: ['ASSESSOR', 'ISSUER_STAFF'] }, key: key() });
    expect(data.made).toMatchObject({
      token: expect.stringMatching(/^ci_/),
      invitation: {
        roles: ['ASSESSOR', 'ISSUER_STAFF'],
        state: 'OPEN',
        createdBy: expect.stringMatching(/^key:/),
      },
    });
    const idempotencyKey = key();
    const variables = { token: data.made.token, key: idempotencyKey };
    const joined = (await person()(ACCEPT, variables)).data.made;
    expect(joined).toMatchObject({
      roles: ['ASSESSOR', 'ISSUER_STAFF'],
      organization: { id: organizationId },
    });
    expect((await person()(ACCEPT, variables)).data.made).toEqual(joined);
    expect((await person()(WHO)).data.viewer).toEqual({
      role: 'ISSUER_STAFF',
      roles: ['ISSUER_STAFF', 'ASSESSOR'],
      organizationId,
      learnerId: null,
      personId: joined.personId,
      mustChoose: false,
      memberships: {
        edges: [
          { node: { roles: ['ASSESSOR', 'ISSUER_STAFF'], name: null, organization: { id: organizationId } } },
        ],
      },
    });
    const other = await somebody();
    expect(extensionsOf(await other()(ACCEPT, { token: data.made.token, key: key() }))).toEqual({
      code: 'INVALID_INPUT',
      argument: 'token',
      reason: 'INVITATION_NOT_VALID',
    });
  });

  test('is accepted by one of 10 who try at the same time', async () => {
    const { machine } = await organizationWithAdmin();
    const token = await invite(machine, ['ANALYST']);
    const people = await Promise.all(Array.from({ length: 10 }, somebody));
    const answers = await Promise.all(people.map((person) => person()(ACCEPT, { token, key: key() })));
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(
      new Set(answers.flatMap(({ errors }) => errors).map(({ extensions }) => extensions['reason'])),
    ).toEqual(new Set(['INVITATION_NOT_VALID']));
  });

  test('is refused in the same words when it is unknown, wrong, withdrawn or expired', async () => {
    const { machine } = await organizationWithAdmin();
    const person = await somebody();
    const { data } = await machine(INVITE, { input: { roles: ['ANALYST'] }, key: key() });
    const { id } = data.made.invitation;
    expect((await machine(WITHDRAW, { id, key: key() })).data.made).toEqual({ id, state: 'WITHDRAWN' });
    expect(extensionsOf(await machine(WITHDRAW, { id, key: key() }))).toMatchObject({
      reason: 'INVITATION_OVER',
    });
    const late = await invite(machine, ['ANALYST'], {
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
    });
    const wrong = (await invite(machine, ['ANALYST'])).replace(/.{43}$/, 'x'.repeat(43));
    offset = 61_000;
    try {
      const answers = await Promise.all(
        [data.made.token, late, wrong, `ci_${randomUUID()}_${'x'.repeat(43)}`, 'nonsense'].map((token) =>
          person()(ACCEPT, { token, key: key() }),
        ),
      );
      for (const { errors } of answers) expect(errors).toEqual(answers[0]?.errors);
      expect(extensionsOf(answers[0] ?? (await person()(WHO)))).toMatchObject({
        reason: 'INVITATION_NOT_VALID',
      });
    } finally {
      offset = 0;
    }
  });

  test('cannot be guessed for long', async () => {
    const person = await somebody();
    let last = await person()(ACCEPT, { token: 'nonsense', key: key() });
    for (let n = 0; n < 101 && codeOf(last) === 'INVALID_INPUT'; n++)
      last = await person()(ACCEPT, { token: 'nonsense', key: key() });
    expect(codeOf(last)).toBe('RATE_LIMITED');
  });

  test('is for people, not for keys or anonymous callers', async () => {
    const { machine } = await organizationWithAdmin();
    const token = await invite(machine, ['ANALYST']);
    expect(extensionsOf(await machine(ACCEPT, { token, key: key() }))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'PERSON_NEEDED',
    });
    expect(codeOf(await api.anonymous(ACCEPT, { token, key: key() }))).toBe('UNAUTHENTICATED');
  });

  test('adds its roles to those held, unless they do not go together', async () => {
    const { organizationId, machine } = await organizationWithAdmin();
    const person = await somebody();
    await accept(person, await invite(machine, ['ISSUER_STAFF']));
    expect((await accept(person, await invite(machine, ['ANALYST']))).roles).toEqual([
      'ISSUER_STAFF',
      'ANALYST',
    ]);
    const token = await invite(machine, ['EXTERNAL_REVIEWER']);
    expect(extensionsOf(await person(organizationId)(ACCEPT, { token, key: key() }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'SEPARATION_OF_DUTIES',
    });
  });

  test('asked for again under its key is told again without what opens it', async () => {
    const { machine } = await organizationWithAdmin();
    const variables = { input: { roles: ['ANALYST'] }, key: key() };
    const first = (await machine(INVITE, variables)).data.made;
    expect((await machine(INVITE, variables)).data.made).toEqual({ ...first, token: null });
    const other = { input: { roles: ['ASSESSOR'] }, key: variables.key };
    expect(extensionsOf(await machine(INVITE, other))).toMatchObject({
      code: 'CONFLICT',
      reason: 'KEY_REUSED',
    });
    const missing = await machine('mutation { inviteMember(input: { roles: [ANALYST] }) { token } }');
    expect(codeOf(missing)).toBe('INVALID_INPUT');
  });

  test.each([
    [['ISSUER', 'PROVIDER'], 'ISSUER_ADMIN', ['EMPLOYER']],
    [['ISSUER', 'PROVIDER'], 'ISSUER_ADMIN', ['LEARNER']],
    [['ISSUER', 'PROVIDER'], 'ISSUER_ADMIN', ['PLATFORM_ADMIN']],
    [['ISSUER', 'PROVIDER'], 'ISSUER_ADMIN', ['ASSESSOR', 'EXTERNAL_REVIEWER']],
    [['ISSUER', 'PROVIDER'], 'ISSUER_ADMIN', []],
    [['ISSUER', 'PROVIDER'], 'ISSUER_ADMIN', ['ANALYST', 'ANALYST']],
    [['EMPLOYER'], 'EMPLOYER', ['ISSUER_STAFF']],
    [['REVIEWER'], 'EXTERNAL_REVIEWER', ['ASSESSOR']],
  ])('of an organisation of %j by %s cannot give %j', async (kinds, role, roles) => {
    const machine = await api.as({
      role: role as 'EMPLOYER',
      organizationId: await makeOrganization('X', kinds),
    });
    expect(extensionsOf(await machine(INVITE, { input: { roles }, key: key() }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: expect.stringMatching(/^input\.roles/),
    });
  });

  test('is listed with what became of it, for whoever administers the organisation', async () => {
    const { machine, admin } = await organizationWithAdmin();
    await invite(machine, ['ANALYST']);
    await invite(machine, ['ASSESSOR']);
    const first = (await admin(INVITATIONS)).data.invitations;
    expect(first.totalCount).toBe(3);
    const second = (await admin(INVITATIONS, { after: first.pageInfo.endCursor })).data.invitations;
    const listed = [...first.edges, ...second.edges].map(({ node }) => [node.roles[0], node.state]);
    expect(listed).toEqual([
      ['ASSESSOR', 'OPEN'],
      ['ANALYST', 'OPEN'],
      ['ISSUER_ADMIN', 'USED'],
    ]);
    const elsewhere = await organizationWithAdmin();
    const theirs = (await elsewhere.admin(INVITATIONS)).data.invitations;
    expect(theirs.totalCount).toBe(1);
    const { id } = first.edges[0].node;
    expect(extensionsOf(await elsewhere.admin(WITHDRAW, { id, key: key() }))).toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a person', () => {
  test('with a role in several organisations chooses one by the header', async () => {
    const one = await organizationWithAdmin();
    const two = await organizationWithAdmin(['EMPLOYER'], 'EMPLOYER');
    await accept(one.person, await invite(two.machine, ['EMPLOYER']));
    const open = await one.person()(WHO);
    expect(open.data.viewer).toMatchObject({ role: null, organizationId: null, mustChoose: true });
    expect(open.data.viewer.memberships.edges).toHaveLength(2);
    expect(extensionsOf(await one.person()(MEMBERS))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'CHOOSE_ORGANIZATION',
      header: 'X-Organization',
    });
    for (const [organizationId, role] of [
      [one.organizationId, 'ISSUER_ADMIN'],
      [two.organizationId, 'EMPLOYER'],
    ] as const)
      expect((await one.person(organizationId)(WHO)).data.viewer).toMatchObject({ role, organizationId });
    const other = await makeOrganization();
    const [hidden, unknown] = [await one.person(other)(WHO), await one.person('nowhere')(WHO)];
    expect(hidden.status).toBe(403);
    expect(extensionsOf(hidden)).toEqual(extensionsOf(unknown));
    expect(extensionsOf(hidden)).toMatchObject({ code: 'FORBIDDEN', reason: 'NOT_A_MEMBER' });
  });

  test('is nobody’s before the first invitation', async () => {
    const person = await somebody();
    expect(extensionsOf(await person()(MEMBERS))).toMatchObject({
      code: 'FORBIDDEN',
      roles: expect.arrayContaining(['ISSUER_ADMIN']),
    });
    expect(extensionsOf(await person()('{ me { id } }'))).toMatchObject({
      code: 'FORBIDDEN',
      roles: ['LEARNER'],
    });
  });

  test('has no name in clear in the graph, and a look at it is audited', async () => {
    const { organizationId, admin, personId, machine } = await organizationWithAdmin();
    const name = `Canary ${randomUUID()}`;
    const other = await somebody();
    const { personId: otherId } = await accept(other, await invite(machine, ['ASSESSOR']), name);
    const looks = () =>
      cypher(
        "MATCH (e:AuditEvent {chain: $organizationId, action: 'read'}) RETURN e.subject AS subject, e.actor AS actor, e.purpose AS purpose",
        { organizationId },
      );
    const { data } = await admin(MEMBERS);
    expect(data.members.edges.map(({ node }: { node: object }) => node)).toEqual([
      { personId, name: 'The Admin', roles: ['ISSUER_ADMIN'], organization: { id: organizationId } },
      { personId: otherId, name, roles: ['ASSESSOR'], organization: { id: organizationId } },
    ]);
    expect(await looks()).toEqual([
      { subject: otherId, actor: `person:${personId}`, purpose: 'ADMINISTRATION' },
    ]);
    expect((await other()(WHO)).data.viewer.memberships.edges[0].node.name).toBe(name);
    expect(await looks()).toHaveLength(1);
    const stored = await cypher(
      'MATCH (n) WHERE n.id = $otherId OR (:Person {id: $otherId})--(n) RETURN properties(n) AS properties',
      { otherId },
    );
    expect(JSON.stringify(stored)).not.toContain(name);
  });
});

describe('members', () => {
  test('are listed in pages in the order in which they joined', async () => {
    const { admin, machine, personId } = await organizationWithAdmin();
    const joined = [personId];
    for (let n = 0; n < 2; n++)
      joined.push((await accept(await somebody(), await invite(machine, ['ANALYST']))).personId);
    const first = (await admin(MEMBERS, { first: 2 })).data.members;
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const second = (await admin(MEMBERS, { first: 2, after: first.pageInfo.endCursor })).data.members;
    expect([...first.edges, ...second.edges].map(({ node }) => node.personId)).toEqual(joined);
  });

  test('get other roles and lose them from the next request on', async () => {
    const { admin, machine, organizationId } = await organizationWithAdmin();
    const person = await somebody();
    const { personId } = await accept(person, await invite(machine, ['ISSUER_STAFF']));
    const changed = await admin(CHANGE, { personId, roles: ['ASSESSOR'], key: key() });
    expect(changed.data.made).toEqual({ personId, roles: ['ASSESSOR'] });
    expect((await person()(WHO)).data.viewer).toMatchObject({ role: 'ASSESSOR', organizationId });
    expect((await admin(REMOVE, { personId, key: key() })).data.made).toBe(personId);
    expect((await person()(WHO)).data.viewer).toMatchObject({ role: null, organizationId: null, personId });
    expect(extensionsOf(await admin(REMOVE, { personId, key: key() }))).toMatchObject({ code: 'NOT_FOUND' });
    const actions = await cypher(
      'MATCH (e:AuditEvent {chain: $organizationId}) WHERE $personId IN e.objects RETURN e.action AS action ORDER BY e.seq',
      { organizationId, personId },
    );
    expect(actions.map(({ action }) => action)).toEqual([
      'acceptInvitation',
      'changeMemberRoles',
      'removeMember',
    ]);
  });

  test('may leave by themselves', async () => {
    const { machine } = await organizationWithAdmin();
    const person = await somebody();
    const { personId } = await accept(person, await invite(machine, ['ASSESSOR']));
    expect((await person()(REMOVE, { personId, key: key() })).errors).toEqual([]);
    expect((await person()(WHO)).data.viewer.role).toBeNull();
  });

  test('who administer alone can neither leave, nor be removed, nor lose that role', async () => {
    const { admin, machine, personId } = await organizationWithAdmin();
    const last = { code: 'CONFLICT', reason: 'LAST_ADMINISTRATOR' };
    for (const answer of [
      await admin(REMOVE, { personId, key: key() }),
      await machine(REMOVE, { personId, key: key() }),
      await machine(CHANGE, { personId, roles: ['ISSUER_STAFF'], key: key() }),
    ])
      expect(extensionsOf(answer)).toMatchObject(last);
    expect((await admin(WHO)).data.viewer.role).toBe('ISSUER_ADMIN');
    const second = await accept(await somebody(), await invite(machine, ['ISSUER_ADMIN']));
    expect((await admin(REMOVE, { personId, key: key() })).errors).toEqual([]);
    expect(extensionsOf(await machine(REMOVE, { personId: second.personId, key: key() }))).toMatchObject(
      last,
    );
  });

  test('of whom two administer cannot both remove each other at the same time', async () => {
    const { organizationId, admin, machine, personId } = await organizationWithAdmin();
    const person = await somebody();
    const second = await accept(person, await invite(machine, ['ISSUER_ADMIN']));
    const answers = await Promise.all([
      admin(REMOVE, { personId: second.personId, key: key() }),
      person(organizationId)(REMOVE, { personId, key: key() }),
    ]);
    expect(answers.map(codeOf).filter((code) => code === undefined)).toHaveLength(1);
    const left = await cypher(
      'MATCH (:Organization {id: $organizationId})<-[m:MEMBER_OF]-() RETURN m.roles AS roles',
      {
        organizationId,
      },
    );
    expect(left).toEqual([{ roles: ['ISSUER_ADMIN'] }]);
  });

  test('of an employer are administered by EMPLOYER, those of a reviewing body by EXTERNAL_REVIEWER', async () => {
    for (const [kinds, role] of [
      [['EMPLOYER'], 'EMPLOYER'],
      [['REVIEWER'], 'EXTERNAL_REVIEWER'],
    ] as const) {
      const { admin, personId } = await organizationWithAdmin([...kinds], role);
      expect((await admin(MEMBERS)).data.members.edges).toHaveLength(1);
      expect(extensionsOf(await admin(REMOVE, { personId, key: key() }))).toMatchObject({
        reason: 'LAST_ADMINISTRATOR',
      });
    }
  });

  test('of another organisation read as if they were not there', async () => {
    const one = await organizationWithAdmin();
    const two = await organizationWithAdmin();
    for (const [statement, more] of [
      [REMOVE, {}],
      [CHANGE, { roles: ['ANALYST'] }],
    ] as const) {
      const real = extensionsOf(await two.admin(statement, { personId: one.personId, ...more, key: key() }));
      const unknown = extensionsOf(await two.admin(statement, { personId: 'nobody', ...more, key: key() }));
      expect(real).toEqual({ ...unknown, id: one.personId });
      expect(real).toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  test.each([['ISSUER_STAFF'], ['ASSESSOR'], ['ANALYST']])('are not for %s', async (role) => {
    const { organizationId } = await organizationWithAdmin();
    const caller = await api.as({ role: role as 'ASSESSOR', organizationId });
    for (const answer of [
      await caller(MEMBERS),
      await caller(INVITATIONS),
      await caller(INVITE, { input: { roles: ['ANALYST'] }, key: key() }),
      await caller(CHANGE, { personId: 'x', roles: ['ANALYST'], key: key() }),
      await caller(REMOVE, { personId: 'x', key: key() }),
      await caller(WITHDRAW, { id: 'x', key: key() }),
    ])
      expect(extensionsOf(answer)).toMatchObject({
        code: 'FORBIDDEN',
        roles: expect.arrayContaining(['ISSUER_ADMIN']),
      });
  });
});

describe('a platform admin', () => {
  test('makes an organisation, whose first admin takes over by invitation', async () => {
    const platform = await makeOrganization('Platform', []);
    const root = await api.as({ role: 'PLATFORM_ADMIN', organizationId: platform });
    const input = { name: 'New Academy', url: 'https://academy.example', kinds: ['ISSUER', 'PROVIDER'] };
    const { data, errors } = await root(ORGANIZATION, { input, key: key() });
    expect(errors).toEqual([]);
    const { organization, invitation } = data.made;
    expect(organization).toMatchObject({ name: 'New Academy', kinds: ['ISSUER', 'PROVIDER'] });
    expect(invitation.invitation.roles).toEqual(['ISSUER_ADMIN']);
    const person = await somebody();
    await accept(person, invitation.token);
    expect((await person()(WHO)).data.viewer).toMatchObject({
      role: 'ISSUER_ADMIN',
      organizationId: organization.id,
    });
    expect((await person()(MEMBERS)).data.members.totalCount).toBe(1);
    // and steps in where nobody is left
    const token = await invite(root, ['ISSUER_ADMIN'], { organizationId: organization.id });
    await accept(await somebody(), token);
    expect((await person()(MEMBERS)).data.members.totalCount).toBe(2);
  });

  test('is the only one who makes organisations, steps in elsewhere, or makes another platform admin', async () => {
    const { admin, organizationId } = await organizationWithAdmin();
    const input = { name: 'Mine', kinds: ['ISSUER'] };
    expect(extensionsOf(await admin(ORGANIZATION, { input, key: key() }))).toEqual({
      code: 'FORBIDDEN',
      roles: ['PLATFORM_ADMIN'],
    });
    const elsewhere = { roles: ['ANALYST'], organizationId: await makeOrganization() };
    expect(extensionsOf(await admin(INVITE, { input: elsewhere, key: key() }))).toEqual({
      code: 'FORBIDDEN',
      roles: ['PLATFORM_ADMIN'],
    });
    const root = await api.as({ role: 'PLATFORM_ADMIN', organizationId });
    const person = await somebody();
    const { personId } = await accept(person, await invite(root, ['PLATFORM_ADMIN']));
    expect(extensionsOf(await admin(REMOVE, { personId, key: key() }))).toMatchObject({ code: 'FORBIDDEN' });
    const unknown = { roles: ['ISSUER_ADMIN'], organizationId: 'nowhere' };
    expect(codeOf(await root(INVITE, { input: unknown, key: key() }))).toBe('NOT_FOUND');
  });

  test.each([
    [{ name: '', kinds: ['ISSUER'] }, 'input.name'],
    [{ name: 'X', kinds: [] }, 'input.kinds'],
    [{ name: 'X', kinds: ['ISSUER'], url: 'ftp://x' }, 'input.url'],
  ])('cannot make %j', async (input, argument) => {
    const root = await api.as({
      role: 'PLATFORM_ADMIN',
      organizationId: await makeOrganization('Platform', []),
    });
    expect(extensionsOf(await root(ORGANIZATION, { input, key: key() }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument,
    });
  });
});

describe('a learner', () => {
  const CREATE = 'mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }';
  const newLearner = async (admin: Caller): Promise<string> => {
    const input = { name: 'A Learner', email: `${randomUUID()}@learners.example` };
    const { data, errors } = await admin(CREATE, { input });
    expect(errors).toEqual([]);
    return data.made.id;
  };
  const inviteLearner = async (admin: Caller, learnerId: string): Promise<string> => {
    const { data, errors } = await admin(INVITE_LEARNER, { input: { learnerId }, key: key() });
    expect(errors).toEqual([]);
    return data.made.token;
  };

  test('claims the record that an issuer made, and signs in as themselves', async () => {
    const { admin, machine } = await organizationWithAdmin();
    const learnerId = await newLearner(admin);
    const token = await inviteLearner(admin, learnerId);
    const second = await inviteLearner(admin, learnerId);
    const person = await somebody();
    expect(await accept(person, token)).toMatchObject({ learnerId, roles: [], organization: null });
    expect((await person()(WHO)).data.viewer).toMatchObject({
      role: 'LEARNER',
      learnerId,
      organizationId: null,
    });
    expect((await person()('{ me { id } }')).data.me).toEqual({ id: learnerId });
    expect(extensionsOf(await (await somebody())()(ACCEPT, { token: second, key: key() }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'LEARNER_CLAIMED',
    });
    expect(extensionsOf(await admin(INVITE_LEARNER, { input: { learnerId }, key: key() }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'LEARNER_CLAIMED',
    });
    const another = await inviteLearner(admin, await newLearner(admin));
    expect(extensionsOf(await person()(ACCEPT, { token: another, key: key() }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'ANOTHER_LEARNER',
    });
    // who is a learner and works somewhere chooses between the two
    const { personId } = await accept(person, await invite(machine, ['ASSESSOR']));
    expect((await person()(WHO)).data.viewer).toMatchObject({ role: null, mustChoose: true, personId });
    expect((await person('me')(WHO)).data.viewer).toMatchObject({ role: 'LEARNER', learnerId });
  });

  test('of another organisation cannot be invited, nor by an assessor', async () => {
    const one = await organizationWithAdmin();
    const two = await organizationWithAdmin();
    const learnerId = await newLearner(one.admin);
    expect(codeOf(await two.admin(INVITE_LEARNER, { input: { learnerId }, key: key() }))).toBe('NOT_FOUND');
    const assessor = await api.as({ role: 'ASSESSOR', organizationId: one.organizationId });
    expect(extensionsOf(await assessor(INVITE_LEARNER, { input: { learnerId }, key: key() }))).toMatchObject({
      code: 'FORBIDDEN',
      roles: ['ISSUER_ADMIN', 'ISSUER_STAFF'],
    });
  });
});
