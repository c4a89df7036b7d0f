import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher, makeOrganization } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';
import { World } from '../../support/world.ts';
import { made, publishBadge } from '../author.ts';
import { makeReviewWorld, type ReviewWorld } from './world.ts';

let api: TestApi;
let world: ReviewWorld;
const graph = new World();
beforeAll(async () => {
  api = await startApi();
  world = await makeReviewWorld(api);
});
afterAll(async () => {
  await api.close();
  await graph.close();
});

const propose =
  'mutation ($id: ID!, $input: ChangeProposalInput!) { made: proposeChange(badgeId: $id, input: $input) { id state source board version { number } } }';
const comment =
  'mutation ($id: ID!, $input: ProposalCommentInput!) { made: commentOnProposal(proposalId: $id, input: $input) { id comments { edges { node { text place { kind field quote } organization { id } } } } } }';
const accept =
  'mutation ($id: ID!, $version: ID) { made: acceptProposal(proposalId: $id, reason: "It is clearer so.", badgeVersionId: $version) { id state carriedOutBy { id number } } }';
const decline =
  'mutation ($id: ID!) { made: declineProposal(proposalId: $id, reason: "Too long.") { id state decisionReason } }';
const carryOut =
  'mutation ($id: ID!, $version: ID!) { made: carryOutProposal(proposalId: $id, badgeVersionId: $version) { id carriedOutBy { number } } }';
const read =
  'query ($id: ID!) { changeProposal(id: $id) { title state edits { place { kind field } before after stale words { change text } } changes { edges { node { area kind field before after } } } } }';
const impact =
  'query ($id: ID!) { changeProposal(id: $id) { impact { credentials holders stackedCredentials learners matches stacks { edges { node { id } } } roleProfiles { edges { node { id } } } } } }';

const fresh = () => publishBadge(world.author, { name: 'To be changed', skillUri: world.skillUri });
const reword = (outcome: string) => ({
  title: 'Say how many',
  reason: 'Two is not what we see at work.',
  edits: [
    {
      place: { kind: 'OUTCOME', id: outcome, field: 'statement', quote: 'two networks' },
      text: 'four networks',
    },
  ],
});

describe('a change proposal', () => {
  test('comes from a reviewer, an employer, an advisory board or the issuer', async () => {
    const { badge, outcome } = await fresh();
    const from = async (caller: Caller, board?: string) =>
      (await caller(propose, { id: badge, input: { ...reword(outcome), board } })).data.made;
    expect(await from(world.reviewer)).toMatchObject({
      source: 'REVIEWER',
      state: 'OPEN',
      version: { number: 1 },
    });
    expect(await from(world.employer)).toMatchObject({ source: 'EMPLOYER', board: null });
    expect(await from(world.employer, 'Board of network firms')).toMatchObject({
      source: 'ADVISORY_BOARD',
      board: 'Board of network firms',
    });
    expect(await from(world.author)).toMatchObject({ source: 'ISSUER' });
    const foreign = await api.as({ role: 'ISSUER_STAFF', organizationId: await makeOrganization() });
    expect(codeOf(await foreign(propose, { id: badge, input: reword(outcome) }))).toBe('FORBIDDEN');
    expect(codeOf(await world.assessor(propose, { id: badge, input: reword(outcome) }))).toBe('FORBIDDEN');
    expect(codeOf(await world.reviewer(propose, { id: 'no-such-badge', input: reword(outcome) }))).toBe(
      'NOT_FOUND',
    );
    const draft = await made(world.author('mutation { made: createBadge(input: {name: "Draft"}) { id } }'));
    expect(extensionsOf(await world.author(propose, { id: draft, input: reword(outcome) }))).toMatchObject({
      reason: 'NOT_PUBLISHED',
    });
    expect(codeOf(await world.reviewer(propose, { id: draft, input: reword(outcome) }))).toBe('NOT_FOUND');
  });

  test('names places that are there, words that stand there, each text once', async () => {
    const { badge, outcome, version } = await fresh();
    const wrong = async (edits: object[]) =>
      extensionsOf(await world.reviewer(propose, { id: badge, input: { ...reword(outcome), edits } }));
    const place = { kind: 'OUTCOME', id: outcome, field: 'statement' };
    expect(await wrong([])).toMatchObject({ argument: 'input.edits' });
    expect(await wrong([{ place: { ...place, id: 'another' }, text: 'x' }])).toMatchObject({
      argument: 'input.edits[0].place.id',
    });
    expect(await wrong([{ place: { ...place, quote: 'three' }, text: 'x' }])).toMatchObject({
      argument: 'input.edits[0].place.quote',
    });
    expect(await wrong([{ place }])).toMatchObject({ argument: 'input.edits[0].text' });
    expect(
      await wrong([{ place: { kind: 'VERSION', id: version, field: 'name' }, text: 'To be changed' }]),
    ).toMatchObject({ argument: 'input.edits[0].text' });
    expect(
      await wrong([
        { place, text: 'x' },
        { place, text: 'y' },
      ]),
    ).toMatchObject({ argument: 'input.edits[1].place' });
  });

  test('shows the difference, word by word and as the badge would change', async () => {
    const { badge, outcome, assessment } = await fresh();
    const edits = [
      ...reword(outcome).edits,
      { place: { kind: 'ASSESSMENT', id: assessment, field: 'title' }, text: 'Set up four networks' },
    ];
    const id = await made(world.reviewer(propose, { id: badge, input: { ...reword(outcome), edits } }));
    const { data } = await world.admin(read, { id });
    expect(data.changeProposal.edits[0]).toEqual({
      place: { kind: 'OUTCOME', field: 'statement' },
      before: 'Configures a switch for two networks.',
      after: 'Configures a switch for four networks.',
      stale: false,
      words: [
        { change: 'KEPT', text: 'Configures a switch for ' },
        { change: 'REMOVED', text: 'two' },
        { change: 'ADDED', text: 'four' },
        { change: 'KEPT', text: ' networks.' },
      ],
    });
    const changes = data.changeProposal.changes.edges.map(({ node }: { node: object }) => node);
    expect(changes).toEqual([
      {
        area: 'OUTCOME',
        kind: 'CHANGED',
        field: 'statement',
        before: 'Configures a switch for two networks.',
        after: 'Configures a switch for four networks.',
      },
      {
        area: 'ASSESSMENT',
        kind: 'CHANGED',
        field: 'title',
        before: 'Set up two networks',
        after: 'Set up four networks',
      },
    ]);
    await cypher("MATCH (o:Outcome {id: $outcome}) SET o.statement = 'Else.'", { outcome });
    expect((await world.admin(read, { id })).data.changeProposal.edits[0].stale).toBe(true);
  });

  test('is discussed by the issuer and by whom it comes from, and seen by others only once it is decided', async () => {
    const { badge, outcome } = await fresh();
    const id = await made(world.reviewer(propose, { id: badge, input: reword(outcome) }));
    const words = {
      text: 'Four is what we see.',
      place: { kind: 'OUTCOME', id: outcome, field: 'statement', quote: 'two networks' },
    };
    await made(world.admin(comment, { id, input: { text: 'Why four?' } }));
    const { data } = await world.reviewer(comment, { id, input: words });
    expect(data.made.comments.edges.map(({ node }: { node: object }) => node)).toEqual([
      { text: 'Why four?', place: null, organization: { id: world.issuerId } },
      {
        text: words.text,
        place: { kind: 'OUTCOME', field: 'statement', quote: 'two networks' },
        organization: { id: world.reviewerId },
      },
    ]);
    expect(
      extensionsOf(
        await world.reviewer(comment, { id, input: { ...words, place: { ...words.place, quote: 'ten' } } }),
      ),
    ).toMatchObject({ argument: 'input.place.quote' });
    for (const caller of [api.anonymous, world.employer]) {
      expect((await caller(read, { id })).data.changeProposal).toBeNull();
    }
    expect(codeOf(await world.employer(comment, { id, input: { text: 'x' } }))).toBe('NOT_FOUND');
    await made(world.admin(decline, { id }));
    expect((await api.anonymous(read, { id })).data.changeProposal).toMatchObject({ state: 'DECLINED' });
    const listed = await api.anonymous(
      'query ($id: ID!) { badge(id: $id) { changeProposals { edges { node { id decisionReason } } } } }',
      { id: badge },
    );
    expect(listed.data.badge.changeProposals.edges).toEqual([{ node: { id, decisionReason: 'Too long.' } }]);
    expect(codeOf(await api.anonymous(impact, { id }))).toBe('UNAUTHENTICATED');
    expect((await world.employer(impact, { id })).data.changeProposal.impact).toBeNull();
  });

  test('is decided on once, by somebody else than who made it, and linked to the version that carried it out', async () => {
    const { badge, outcome, version } = await fresh();
    const id = await made(world.author(propose, { id: badge, input: reword(outcome) }));
    expect(extensionsOf(await world.author(accept, { id }))).toMatchObject({
      reason: 'SEPARATION_OF_DUTIES',
      inTheWay: 'PROPOSER',
    });
    expect(codeOf(await world.reviewer(accept, { id }))).toBe('FORBIDDEN');
    expect(extensionsOf(await world.admin(carryOut, { id, version }))).toMatchObject({
      reason: 'NOT_ACCEPTED',
    });
    expect(extensionsOf(await world.admin(accept, { id, version }))).toMatchObject({
      argument: 'badgeVersionId',
    });
    const { data } = await world.admin(accept, { id });
    expect(data.made).toEqual({ id, state: 'ACCEPTED', carriedOutBy: null });
    expect(extensionsOf(await world.admin(decline, { id }))).toMatchObject({ reason: 'DECIDED' });
    const next = await made(
      world.author(
        'mutation ($id: ID!, $input: BadgeVersionInput!) { made: newBadgeVersion(badgeId: $id, input: $input) { id } }',
        { id: badge, input: { name: 'Changed', outcomeIds: [outcome] } },
      ),
    );
    expect(codeOf(await world.admin(carryOut, { id, version: 'no-such-version' }))).toBe('NOT_FOUND');
    const carried = await world.admin(carryOut, { id, version: next });
    expect(carried.data.made.carriedOutBy).toEqual({ number: 2 });
    expect(extensionsOf(await world.admin(carryOut, { id, version: next }))).toMatchObject({
      reason: 'CARRIED_OUT',
    });
    const asked = await api.anonymous(
      'query ($id: ID!) { changeProposal(id: $id) { carriedOutBy { id } } }',
      { id },
    );
    expect(asked.data.changeProposal.carriedOutBy).toBeNull();
  });

  test('stands in the list of the issuer and of whom it comes from, the last first', async () => {
    const { badge, outcome } = await fresh();
    const first = await made(world.reviewer(propose, { id: badge, input: reword(outcome) }));
    const second = await made(world.employer(propose, { id: badge, input: reword(outcome) }));
    const list =
      'query ($badge: ID, $after: String) { changeProposals(first: 1, after: $after, filter: {badgeId: $badge, state: OPEN}) { totalCount edges { node { id } } pageInfo { endCursor } } }';
    const { data } = await world.admin(list, { badge });
    expect(data.changeProposals).toMatchObject({ totalCount: 2, edges: [{ node: { id: second } }] });
    const rest = await world.admin(list, { badge, after: data.changeProposals.pageInfo.endCursor });
    expect(rest.data.changeProposals.edges).toEqual([{ node: { id: first } }]);
    expect((await world.reviewer(list, { badge })).data.changeProposals.edges).toEqual([
      { node: { id: first } },
    ]);
  });
});

describe('the impact of a proposal', () => {
  test('counts people in crowds, and names stacks and roles', async () => {
    const { badge, outcome, version } = await fresh();
    const role = await graph.role(world.employerId, [{ skill: world.skillUri, level: 3 }]);
    await graph.role(world.employerId, [{ skill: world.skillUri, level: 8 }]);
    const stack = await graph.badge({ issuer: world.issuerId, stacks: [badge] });
    const holders = await Promise.all(
      Array.from({ length: 13 }, async (_, at) => {
        const learner = await graph.learner();
        const credential = await graph.credential(learner, version);
        await cypher(
          "MATCH (l:Learner {id: $learner}) MATCH (s:Skill {uri: $skill}) CREATE (l)-[:HAS_SKILL {credentialId: $credential, level: 4, since: datetime('2025-01-01'), until: datetime('9999-12-31')}]->(s)",
          { learner, credential, skill: world.skillUri },
        );
        return { learner, credential, at };
      }),
    );
    const id = await made(world.reviewer(propose, { id: badge, input: reword(outcome) }));
    const ask = async () => (await world.admin(impact, { id })).data.changeProposal.impact;
    for (const { learner, at } of holders) if (at < 9) await graph.consent(learner, world.employerId);
    expect(await ask()).toEqual({
      credentials: 15,
      holders: 15,
      stackedCredentials: null,
      learners: null,
      matches: null,
      stacks: { edges: [{ node: { id: stack.id } }] },
      roleProfiles: { edges: [{ node: { id: role } }] },
    });
    for (const { learner, at } of holders)
      if (at >= 9 && at < 12) await graph.consent(learner, world.employerId);
    expect(await ask()).toMatchObject({ learners: 10, matches: 10 });
    // Somebody who has the skill by another badge as well keeps the match.
    const other = await graph.badge({ issuer: world.issuerId, skills: [{ uri: world.skillUri, level: 5 }] });
    for (const { learner, at } of holders)
      if (at < 3) {
        const credential = await graph.credential(learner, other.version);
        await cypher(
          "MATCH (l:Learner {id: $learner}) MATCH (s:Skill {uri: $skill}) CREATE (l)-[:HAS_SKILL {credentialId: $credential, level: 5, since: datetime('2025-01-01'), until: datetime('9999-12-31')}]->(s)",
          { learner, credential, skill: world.skillUri },
        );
      }
    expect(await ask()).toMatchObject({ learners: null, matches: null });
    const words = await made(
      world.reviewer(propose, {
        id: badge,
        input: {
          ...reword(outcome),
          edits: [{ place: { kind: 'VERSION', id: version, field: 'name' }, text: 'Else' }],
        },
      }),
    );
    const untouched = (await world.reviewer(impact, { id: words })).data.changeProposal.impact;
    expect(untouched).toMatchObject({ holders: 15, matches: null, roleProfiles: { edges: [] } });
  });
});
