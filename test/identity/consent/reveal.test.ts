import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newId } from '../../../src/platform/ids.ts';
import { made } from '../../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher, makeOrganization } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';
import { World } from '../../support/world.ts';

const grant =
  'mutation ($input: GrantConsentInput!, $key: String!) { made: grantConsent(input: $input, idempotencyKey: $key) { id expiresAt campaign { id } text } }';
const withdraw =
  'mutation ($id: ID!, $key: String!) { withdrawConsent(id: $id, idempotencyKey: $key) { active } }';
const candidates = `query ($role: ID!, $campaign: ID, $filter: CandidateFilter) {
  matchCandidates(roleProfileId: $role, campaignId: $campaign, filter: $filter) { edges { node { pseudonym
    requirements { status bandHave ageMonths reason credential { badgeName } } } } } }`;
const request =
  'mutation ($input: RequestRevealInput!, $key: String!) { made: requestReveal(input: $input, idempotencyKey: $key) { id expiresAt } }';
const mine =
  '{ myRevealRequests { totalCount edges { node { id state message organization { id } role { title } } } } }';
const answer =
  'mutation ($id: ID!, $approve: Boolean!, $key: String!) { made: answerRevealRequest(id: $id, approve: $approve, idempotencyKey: $key) { id state answeredAt } }';
const sentRequests =
  'query ($role: ID) { sent: sentRevealRequests(roleProfileId: $role) { totalCount edges { node { id pseudonym state answeredAt role { id } } } } }';
const revealed =
  'query ($pseudonym: ID!) { revealedCandidate(pseudonym: $pseudonym) { pseudonym name email until } }';
const consents = '{ myConsents { edges { node { id purpose active uses { total lastAt } } } } }';

let api: TestApi;
let now = new Date('2026-03-01T12:00:00Z');
const world = new World();
let school: Caller;
let schoolId: string;

beforeAll(async () => {
  api = await startApi({ clock: () => now });
  schoolId = await makeOrganization('School', ['ISSUER']);
  school = await api.as({ role: 'ISSUER_ADMIN', organizationId: schoolId });
});
afterAll(async () => {
  await api.close();
  await world.close();
});

/** An employer with a role, and a learner of flesh and blood who holds a credential for it. */
async function scene() {
  const employerId = await makeOrganization('Employer', ['EMPLOYER']);
  const employer = await api.as({ role: 'EMPLOYER', organizationId: employerId });
  const skill = await world.skill('Python');
  const badge = await world.badge({ issuer: schoolId, skills: [{ uri: skill, level: 5 }] });
  const role = await world.role(employerId, [{ skill, level: 5 }]);
  const name = `Rosalind ${newId()}`;
  const learnerId = await made(
    school('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name, email: `${newId()}@learners.example`, region: 'BE' },
    }),
  );
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const credential = await world.credential(learnerId, badge.version);
  const allow = (more: object = {}) =>
    made(
      learner(grant, {
        input: { organizationId: employerId, purpose: 'MATCHING', scopes: ['SKILLS'], ...more },
        key: newId(),
      }),
    );
  const found = async (variables: object = {}) => {
    const { data, errors } = await employer(candidates, { role, ...variables });
    expect(errors).toEqual([]);
    return data.matchCandidates.edges.map(({ node }: { node: object }) => node);
  };
  const ask = (pseudonym: string, more: object = {}) =>
    employer(request, {
      input: { pseudonym, roleProfileId: role, message: 'We would like to meet you.', ...more },
      key: newId(),
    });
  return {
    employerId,
    employer,
    learner,
    learnerId,
    name,
    role,
    skill,
    badge,
    credential,
    allow,
    found,
    ask,
  };
}

describe('a reveal', () => {
  test('tells name and address after a yes, while it holds, and the learner sees each look', async () => {
    const { employer, learner, name, allow, found, ask, employerId } = await scene();
    await allow();
    const [{ pseudonym }] = await found();
    const look = async () => (await employer(revealed, { pseudonym })).data.revealedCandidate;
    expect(await look()).toBeNull();
    const sent = await ask(pseudonym);
    expect(sent.errors).toEqual([]);
    expect(await look()).toBeNull();
    const waiting = (await learner(mine)).data.myRevealRequests;
    expect(waiting).toMatchObject({
      totalCount: 1,
      edges: [
        {
          node: {
            id: sent.data.made.id,
            state: 'PENDING',
            message: 'We would like to meet you.',
            organization: { id: employerId },
            role: { title: 'Developer' },
          },
        },
      ],
    });
    const yes = { id: sent.data.made.id, approve: true, key: newId() };
    expect((await learner(answer, yes)).data.made.state).toBe('APPROVED');
    expect((await learner(answer, yes)).data.made.state).toBe('APPROVED');
    const again = await learner(answer, { ...yes, approve: false, key: newId() });
    expect(extensionsOf(again)).toMatchObject({ code: 'CONFLICT', reason: 'ALREADY_ANSWERED' });
    now = new Date(now.getTime() + 1_000);
    expect(await look()).toMatchObject({ pseudonym, name, email: expect.stringContaining('@') });
    const given = (await learner(consents)).data.myConsents.edges.map(({ node }: { node: object }) => node);
    const [reveal] = given.filter(({ purpose }: { purpose: string }) => purpose === 'REVEAL');
    const [matching] = given.filter(({ purpose }: { purpose: string }) => purpose === 'MATCHING');
    expect(matching.uses).toMatchObject({ total: 1 });
    expect(reveal).toMatchObject({ active: true, uses: { total: 1, lastAt: now.toISOString() } });
    const { data } = await learner(
      'query ($id: ID!) { consentUses(consentId: $id) { totalCount edges { node { action purpose organizationId at } } } }',
      { id: reveal.id },
    );
    expect(data.consentUses).toEqual({
      totalCount: 1,
      edges: [
        { node: { action: 'read', purpose: 'REVEAL', organizationId: employerId, at: now.toISOString() } },
      ],
    });
    await learner(withdraw, { key: newId(), id: reveal.id });
    expect(await look()).toBeNull();
  });

  test('is not told after a no, after 90 days, or to somebody else', async () => {
    const { employer, learner, allow, found, ask } = await scene();
    await allow();
    const [{ pseudonym }] = await found();
    const first = (await ask(pseudonym)).data.made.id;
    expect((await learner(answer, { id: first, approve: false, key: newId() })).data.made.state).toBe(
      'DECLINED',
    );
    expect((await employer(revealed, { pseudonym })).data.revealedCandidate).toBeNull();
    expect(extensionsOf(await ask(pseudonym))).toMatchObject({ code: 'CONFLICT', reason: 'ASKED_RECENTLY' });
    now = new Date(now.getTime() + 31 * 86_400_000);
    const second = (await ask(pseudonym)).data.made.id;
    await learner(answer, { id: second, approve: true, key: newId() });
    expect((await employer(revealed, { pseudonym })).data.revealedCandidate).not.toBeNull();
    const stranger = await scene();
    expect((await stranger.employer(revealed, { pseudonym })).data.revealedCandidate).toBeNull();
    expect(codeOf(await stranger.learner(answer, { id: second, approve: true, key: newId() }))).toBe(
      'NOT_FOUND',
    );
    now = new Date(now.getTime() + 91 * 86_400_000);
    expect((await employer(revealed, { pseudonym })).data.revealedCandidate).toBeNull();
  });

  test('is listed for whoever asked, as long as the candidate is one', async () => {
    const { employer, learner, role, allow, found, ask } = await scene();
    const consentId = await allow();
    const [{ pseudonym }] = await found();
    const { id } = (await ask(pseudonym)).data.made;
    const sent = async (variables: Record<string, unknown> = {}) =>
      (await employer(sentRequests, variables)).data.sent;
    const asked = { id, pseudonym, state: 'PENDING', answeredAt: null, role: { id: role } };
    expect(await sent()).toEqual({ totalCount: 1, edges: [{ node: asked }] });
    await learner(answer, { id, approve: false, key: newId() });
    expect((await sent({ role })).edges[0].node).toMatchObject({ state: 'DECLINED', pseudonym });
    expect(await sent({ role: 'another' })).toEqual({ totalCount: 0, edges: [] });
    await learner(withdraw, { id: consentId, key: newId() });
    expect(await sent()).toEqual({ totalCount: 0, edges: [] });
    const elsewhere = await scene();
    expect((await elsewhere.employer(sentRequests)).data.sent.totalCount).toBe(0);
  });

  test('cannot be asked of somebody who does not take part, of nobody, or for a role of others', async () => {
    const { learner, allow, found, ask } = await scene();
    const consent = await allow();
    const [{ pseudonym }] = await found();
    const other = await scene();
    expect(codeOf(await ask('nobody'))).toBe('NOT_FOUND');
    expect(extensionsOf(await ask(pseudonym, { roleProfileId: other.role }))).toMatchObject({
      code: 'NOT_FOUND',
      argument: 'input.roleProfileId',
    });
    expect(codeOf(await other.ask(pseudonym))).toBe('NOT_FOUND');
    await learner(withdraw, { key: newId(), id: consent });
    expect(codeOf(await ask(pseudonym))).toBe('NOT_FOUND');
  });

  test('is asked at most 50 times a day by one organisation', async () => {
    const { employerId, allow, found, ask } = await scene();
    await allow();
    const [{ pseudonym }] = await found();
    const hourAgo = new Date(now.getTime() - 3_600_000).toISOString();
    await cypher(
      `MATCH (o:Organization {id: $employerId}) UNWIND range(1, 50) AS n
       CREATE (o)-[:ASKED]->(:RevealRequest {id: randomUUID(), requestedAt: datetime($hourAgo), expiresAt: datetime($hourAgo)})`,
      { employerId, hourAgo },
    );
    expect(extensionsOf(await ask(pseudonym))).toMatchObject({
      code: 'RATE_LIMITED',
      retryAfter: 23 * 3_600,
    });
    now = new Date(now.getTime() + 23 * 3_600_000);
    expect((await ask(pseudonym)).errors).toEqual([]);
  });

  test('asked twice under one key is asked once, and too old to answer after 30 days', async () => {
    const { employer, learner, allow, found, role } = await scene();
    await allow();
    const [{ pseudonym }] = await found();
    const variables = { input: { pseudonym, roleProfileId: role, message: 'Hello' }, key: newId() };
    const first = await employer(request, variables);
    expect((await employer(request, variables)).data).toEqual(first.data);
    expect((await learner(mine)).data.myRevealRequests.totalCount).toBe(1);
    now = new Date(now.getTime() + 30 * 86_400_000);
    expect((await learner(mine)).data.myRevealRequests.edges[0].node.state).toBe('EXPIRED');
    const late = await learner(answer, { id: first.data.made.id, approve: true, key: newId() });
    expect(extensionsOf(late)).toMatchObject({ code: 'CONFLICT', reason: 'REQUEST_EXPIRED' });
  });
});

describe('scopes', () => {
  test('skills alone show neither badge nor date nor region', async () => {
    const { badge, allow, found } = await scene();
    await allow();
    const [only] = await found();
    expect(only.requirements).toMatchObject([
      { status: 'MET', bandHave: 'PRACTITIONER', credential: null, ageMonths: null },
    ]);
    expect(JSON.stringify(only)).not.toContain(badge.name);
    expect(await found({ filter: { regions: ['BE'] } })).toEqual([]);
    await allow({ scopes: ['SKILLS', 'CREDENTIALS', 'REGION'] });
    const [more] = await found({ filter: { regions: ['BE'] } });
    expect(more.requirements).toMatchObject([{ credential: { badgeName: badge.name } }]);
    await allow({ scopes: ['CREDENTIALS'] });
    expect(await found()).toEqual([]);
  });

  test('what a learner names is all that is used', async () => {
    const { learnerId, badge, skill, credential, allow, found } = await scene();
    const second = await world.credential(learnerId, badge.version);
    await allow({ credentialIds: [second], skillUris: [skill] });
    expect(await found()).toHaveLength(1);
    await world.revoke(second);
    expect(await found()).toEqual([]);
    await allow({ credentialIds: [credential] });
    expect(await found()).toHaveLength(1);
    const unrelated = await world.skill('Welding');
    await allow({ skillUris: [unrelated] });
    expect(await found()).toEqual([]);
  });
});

describe('a campaign', () => {
  const open =
    'mutation ($input: CreateCampaignInput!) { made: createCampaign(input: $input) { id name purposeText endsAt organizationId } }';
  const endsAt = () => new Date(now.getTime() + 86_400_000).toISOString();
  const draft = () => ({ name: 'Autumn', purposeText: 'Data roles of this autumn.', endsAt: endsAt() });

  test('has learners match within it only, until it ends', async () => {
    const { employer, learner, allow, found } = await scene();
    const campaign = await made(employer(open, { input: draft() }));
    const given = await learner(grant, {
      input: { campaignId: campaign, purpose: 'MATCHING', scopes: ['SKILLS'] },
      key: newId(),
    });
    expect(given.data.made).toMatchObject({
      campaign: { id: campaign },
      expiresAt: endsAt(),
      text: expect.stringContaining('Data roles of this autumn.'),
    });
    expect(await found()).toEqual([]);
    expect(await found({ campaign: newId() })).toEqual([]);
    expect(await found({ campaign })).toHaveLength(1);
    const [within] = (await learner(consents)).data.myConsents.edges;
    expect(within.node.uses.total).toBe(1);
    await allow();
    expect(await found()).toHaveLength(1);
    expect(await found({ campaign })).toHaveLength(1);
    const ended = await employer('mutation ($id: ID!) { endCampaign(id: $id) { endsAt } }', { id: campaign });
    expect(ended.data.endCampaign.endsAt).toBe(now.toISOString());
    const active = await learner('{ myConsents(activeOnly: true) { totalCount } }');
    expect(active.data.myConsents.totalCount).toBe(1);
    const late = await learner(grant, {
      input: { campaignId: campaign, purpose: 'MATCHING', scopes: ['SKILLS'] },
      key: newId(),
    });
    expect(extensionsOf(late)).toMatchObject({ code: 'INVALID_INPUT', reason: 'CAMPAIGN_ENDED' });
  });

  test('is public, its organisation’s to end, and found among others', async () => {
    const { employer, employerId, learner } = await scene();
    const id = await made(employer(open, { input: draft() }));
    const list = await api.anonymous(
      'query ($id: ID!) { campaigns(organizationId: $id) { totalCount edges { node { id } } } campaign(id: "none") { id } }',
      { id: employerId },
    );
    expect(list.data).toEqual({ campaigns: { totalCount: 1, edges: [{ node: { id } }] }, campaign: null });
    const other = await scene();
    const end = 'mutation ($id: ID!) { endCampaign(id: $id) { id } }';
    expect(codeOf(await other.employer(end, { id }))).toBe('NOT_FOUND');
    expect(codeOf(await learner(end, { id }))).toBe('FORBIDDEN');
    expect(codeOf(await api.anonymous(open, { input: draft() }))).toBe('UNAUTHENTICATED');
    const past = await employer(open, { input: { ...draft(), endsAt: now.toISOString() } });
    expect(extensionsOf(past)).toMatchObject({ code: 'INVALID_INPUT', argument: 'input.endsAt' });
  });
});
