import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from '../../support/api.ts';
import { cypher } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';
import { made } from '../author.ts';
import {
  makeHolder,
  makeReviewWorld,
  openReview,
  policy,
  type ReviewWorld,
  setPolicy,
  takePart,
} from './world.ts';

let api: TestApi;
let world: ReviewWorld;
beforeAll(async () => {
  api = await startApi();
  world = await makeReviewWorld(api);
});
afterAll(() => api.close());

const give =
  'mutation ($id: ID!, $input: FeedbackInput!, $key: String) { made: giveFeedback(credentialId: $id, input: $input, idempotencyKey: $key) { id rating words anonymous learnerId month version { number } } }';
const giveAnonymously =
  'mutation ($token: String!, $input: FeedbackInput!, $key: String) { giveAnonymousFeedback(token: $token, input: $input, idempotencyKey: $key) }';
const ticket = 'query ($id: ID!) { feedbackToken(credentialId: $id) { token given holders } }';
const list =
  'query ($badge: ID, $closed: Boolean, $after: String, $first: Int) { feedback(first: $first, after: $after, filter: {badgeId: $badge, closed: $closed}) { totalCount edges { node { id rating words anonymous learnerId month closedAt answer } } pageInfo { endCursor hasNextPage } } }';
const close =
  'mutation ($id: ID!, $input: FeedbackClosingInput!) { closeFeedback(feedbackId: $id, input: $input) }';
const mine =
  '{ myFeedback { edges { node { rating words closedAt answer proposal { title } ledTo { number } } } } }';

const tokenFor = async (learner: Caller, id: string): Promise<string> =>
  (await learner(ticket, { id })).data.feedbackToken.token;

describe('feedback by name', () => {
  test('is given once a credential, sealed, and read by the issuer, which the learner sees', async () => {
    const holder = await makeHolder(api, world, 'Nils Named');
    const input = { rating: 4, words: `More time, says ${randomUUID()}.` };
    const key = randomUUID();
    const { data, errors } = await holder.learner(give, { id: holder.credentialId, input, key });
    expect(errors).toEqual([]);
    expect(data.made).toMatchObject({
      ...input,
      anonymous: false,
      learnerId: holder.learnerId,
      month: new Date().toISOString().slice(0, 7),
      version: { number: 1 },
    });
    const again = await holder.learner(give, { id: holder.credentialId, input, key });
    expect(again.data.made.id).toBe(data.made.id);
    expect(extensionsOf(await holder.learner(give, { id: holder.credentialId, input }))).toMatchObject({
      code: 'CONFLICT',
      reason: 'FEEDBACK_GIVEN',
    });
    const token = await tokenFor(holder.learner, holder.credentialId);
    expect(extensionsOf(await api.anonymous(giveAnonymously, { token, input }))).toMatchObject({
      reason: 'FEEDBACK_GIVEN',
    });
    expect((await holder.learner(ticket, { id: holder.credentialId })).data.feedbackToken.given).toBe(true);
    const seen = (await world.admin(list, { badge: world.badge.badge })).data.feedback.edges.find(
      ({ node }: { node: { id: string } }) => node.id === data.made.id,
    );
    expect(seen.node).toMatchObject({ words: input.words, learnerId: holder.learnerId });
    const [stored] = await cypher('MATCH (f:Feedback {id: $id}) RETURN properties(f) AS all', {
      id: data.made.id,
    });
    expect(JSON.stringify(stored)).not.toContain(input.words);
    const events = await holder.learner('{ eventsAboutMe(first: 20) { edges { node { action purpose } } } }');
    expect(events.data.eventsAboutMe.edges).toEqual(
      expect.arrayContaining([
        { node: { action: 'giveFeedback', purpose: null } },
        { node: { action: 'read', purpose: 'FEEDBACK' } },
      ]),
    );
  });

  test('is for whoever holds the credential, from 1 to 5', async () => {
    const holder = await makeHolder(api, world, 'Hedda Holds');
    const other = await makeHolder(api, world, 'Otto Other');
    const input = { rating: 3 };
    expect(codeOf(await other.learner(give, { id: holder.credentialId, input }))).toBe('NOT_FOUND');
    expect((await other.learner(ticket, { id: holder.credentialId })).data.feedbackToken).toBeNull();
    expect(
      extensionsOf(await holder.learner(give, { id: holder.credentialId, input: { rating: 6 } })),
    ).toMatchObject({
      argument: 'input.rating',
    });
    expect(codeOf(await world.admin(give, { id: holder.credentialId, input }))).toBe('FORBIDDEN');
    expect(codeOf(await world.reviewer(list))).toBe('FORBIDDEN');
  });

  test('goes with everything else when somebody takes their data, or is erased', async () => {
    const own = await makeReviewWorld(api);
    const holder = await makeHolder(api, own, 'Eve Erased');
    const words = `Words ${randomUUID()}`;
    await made(holder.learner(give, { id: holder.credentialId, input: { rating: 2, words } }));
    await own.admin(setPolicy, {
      id: own.badge.badge,
      input: { ...policy, required: [...policy.required, { role: 'LEARNER' }] },
    });
    const review = await made(
      own.admin(openReview, { id: own.badge.badge, organizations: [own.reviewerId, own.employerId] }),
    );
    const statement = `Statement ${randomUUID()}`;
    await made(holder.learner(takePart, { id: review, input: { role: 'LEARNER', statement } }));
    const { data } = await holder.learner('{ exportMyData }');
    expect(data.exportMyData.feedback).toMatchObject([{ rating: 2, words, badgeName: 'Reviewed' }]);
    expect(data.exportMyData.reviewParts).toMatchObject([{ statement, reviewId: review }]);
    const erased = await holder.learner(
      'mutation { eraseMe(confirmation: "ERASE EVERYTHING ABOUT ME", idempotencyKey: "erase-me-please") { id } }',
    );
    expect(erased.errors).toEqual([]);
    expect((await own.admin(list)).data.feedback.totalCount).toBe(0);
    const parts = await cypher(
      'MATCH (:Review {id: $review})-[:HAS_PART]->(p:ReviewPart) RETURN p.role AS role, p.sealedStatement AS sealed, count { (p)<-[:TOOK_PART]-() } AS by',
      { review },
    );
    expect(parts).toEqual([{ role: 'LEARNER', sealed: null, by: 0 }]);
  });
});

describe('anonymous feedback', () => {
  /** Everything the graph has of a learner and what belongs to them, as text. */
  const around = async (learnerId: string) =>
    JSON.stringify(
      await cypher(
        `MATCH (l:Learner {id: $learnerId}) OPTIONAL MATCH (l)-[*1..2]-(n WHERE NOT n:ApiKey)
         RETURN properties(l) AS learner, collect(DISTINCT properties(n)) AS around`,
        { learnerId },
      ),
    );

  test('is given once a credential, without signing in', async () => {
    const holder = await makeHolder(api, world, 'Anna Anonymous');
    const token = await tokenFor(holder.learner, holder.credentialId);
    expect(await tokenFor(holder.learner, holder.credentialId)).toBe(token);
    const input = { rating: 1, words: `Too short ${randomUUID()}` };
    expect(extensionsOf(await holder.learner(giveAnonymously, { token, input }))).toMatchObject({
      code: 'INVALID_INPUT',
      reason: 'SIGNED_IN',
    });
    expect(extensionsOf(await api.anonymous(giveAnonymously, { token: `${token}x`, input }))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'token',
    });
    const key = randomUUID();
    expect((await api.anonymous(giveAnonymously, { token, input, key })).data).toEqual({
      giveAnonymousFeedback: true,
    });
    expect((await api.anonymous(giveAnonymously, { token, input, key })).data).toEqual({
      giveAnonymousFeedback: true,
    });
    expect(extensionsOf(await api.anonymous(giveAnonymously, { token, input }))).toMatchObject({
      reason: 'FEEDBACK_GIVEN',
    });
    expect(extensionsOf(await holder.learner(give, { id: holder.credentialId, input }))).toMatchObject({
      reason: 'FEEDBACK_GIVEN',
    });
    const { data } = await world.admin(list, { badge: world.badge.badge, first: 100 });
    const found = data.feedback.edges.filter(
      ({ node }: { node: { words: string } }) => node.words === input.words,
    );
    expect(found).toMatchObject([{ node: { rating: 1, anonymous: true, learnerId: null } }]);
    expect((await holder.learner(mine)).data.myFeedback.edges).toEqual([]);
    expect((await holder.learner('{ exportMyData }')).data.exportMyData.feedback).toEqual([]);
  });

  test('asked for at the same time is given once', async () => {
    const holder = await makeHolder(api, world, 'Hasty Holder');
    const token = await tokenFor(holder.learner, holder.credentialId);
    const answers = await Promise.all(
      [1, 2, 3, 4].map((rating) => api.anonymous(giveAnonymously, { token, input: { rating } })),
    );
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
  });

  test('leaves nothing that leads to whoever gave it', async () => {
    const own = await makeReviewWorld(api);
    const holder = await makeHolder(api, own, 'Nobody Known');
    const token = await tokenFor(holder.learner, holder.credentialId);
    const before = await around(holder.learnerId);
    const words = `Words ${randomUUID()}`;
    const key = randomUUID();
    const { errors } = await api.anonymous(giveAnonymously, { token, input: { rating: 5, words }, key });
    expect(errors).toEqual([]);
    expect(await around(holder.learnerId)).toBe(before);
    const [given] = await cypher(
      `MATCH (f:Feedback {words: $words})
       RETURN properties(f) AS all, COLLECT { MATCH (f)-[r]-(n) RETURN type(r) + ' ' + n.id } AS ties`,
      { words },
    );
    expect(given?.['ties']).toEqual([`FEEDBACK_ON ${own.badge.version}`]);
    expect(Object.keys(given?.['all'])).toEqual(
      expect.not.arrayContaining(['givenAt', 'sealedWords', 'learnerId', 'credentialId']),
    );
    expect(given?.['all'].id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    // What stands for the credential stands nowhere else, and neither does anything of the token.
    const nonce = token.split('.')[2] ?? '';
    const mentions = await cypher(
      `MATCH (n) WHERE any(key IN keys(n) WHERE n[key] = $once OR (n[key] IS :: STRING NOT NULL AND (n[key] CONTAINS $nonce OR n[key] CONTAINS $words)))
       RETURN labels(n) AS labels`,
      { once: given?.['all'].once, nonce, words },
    );
    expect(mentions).toEqual([{ labels: ['Feedback'] }]);
    // Its audit event says neither who, nor which, nor when: the chain has no other events, and every instant is a month's first.
    const events = await cypher(
      "MATCH (e:AuditEvent) WHERE e.action = 'giveAnonymousFeedback' RETURN DISTINCT e.chain AS chain, e.actor AS actor, e.subject AS subject, e.objects AS objects, e.role AS role, e.at.day + e.at.hour + e.at.minute + e.at.second AS at",
    );
    expect(events).toEqual([
      { chain: 'feedback', actor: 'anonymous', subject: null, objects: [], role: null, at: 1 },
    ]);
    const others = await cypher(
      "MATCH (e:AuditEvent {chain: 'feedback'}) WHERE e.action <> 'giveAnonymousFeedback' RETURN e.id AS id",
    );
    expect(others).toEqual([]);
    const request = createHash('sha256').update(`anonymous ${key}`, 'utf8').digest('hex');
    const remembered = await cypher(
      'MATCH (r:IdempotentRequest {key: $request}) RETURN toString(r.at) AS at, toString(r.lockedAt) AS lockedAt',
      { request },
    );
    const month = `${new Date().toISOString().slice(0, 7)}-01T00:00:00Z`;
    expect(remembered).toEqual([{ at: month, lockedAt: month }]);
  });

  test('tells before among how many it would be', async () => {
    const holder = await makeHolder(api, await makeReviewWorld(api), 'Only One');
    expect((await holder.learner(ticket, { id: holder.credentialId })).data.feedbackToken).toMatchObject({
      given: false,
      holders: null,
    });
  });
});

describe('feedback is closed', () => {
  const proposal = {
    title: 'Say how long',
    reason: 'Learners want more time.',
    edits: [{ place: { kind: 'VERSION', id: '', field: 'description' }, text: 'Takes 90 minutes.' }],
  };

  test('by the proposal or the version it led to, once, and whoever gave it by name sees that', async () => {
    const own = await makeReviewWorld(api);
    const holder = await makeHolder(api, own, 'Cleo Closed');
    const id = await made(
      holder.learner(give, { id: holder.credentialId, input: { rating: 3, words: 'How long?' } }),
    );
    const edits = [{ ...proposal.edits[0], place: { ...proposal.edits[0]?.place, id: own.badge.version } }];
    const proposalId = await made(
      own.author(
        'mutation ($id: ID!, $input: ChangeProposalInput!) { made: proposeChange(badgeId: $id, input: $input) { id } }',
        { id: own.badge.badge, input: { ...proposal, edits } },
      ),
    );
    const ask = (caller: Caller, input: object) =>
      caller(close, { id, input: { answer: 'We now say so.', ...input } });
    expect(extensionsOf(await ask(own.admin, {}))).toMatchObject({ argument: 'input.proposalId' });
    expect(codeOf(await ask(own.admin, { proposalId: 'none' }))).toBe('NOT_FOUND');
    expect(extensionsOf(await ask(own.admin, { badgeVersionId: own.badge.version }))).toMatchObject({
      argument: 'input.badgeVersionId',
    });
    expect(codeOf(await ask(world.admin, { proposalId }))).toBe('NOT_FOUND');
    expect((await ask(own.admin, { proposalId })).data).toEqual({ closeFeedback: true });
    expect(extensionsOf(await ask(own.admin, { proposalId }))).toMatchObject({ reason: 'FEEDBACK_CLOSED' });
    const open = (await holder.learner(mine)).data.myFeedback.edges[0].node;
    expect(open).toMatchObject({ words: 'How long?', answer: 'We now say so.', proposal: null, ledTo: null });
    await made(
      own.admin('mutation ($id: ID!) { made: acceptProposal(proposalId: $id, reason: "Right.") { id } }', {
        id: proposalId,
      }),
    );
    expect((await holder.learner(mine)).data.myFeedback.edges[0].node.proposal).toEqual({
      title: 'Say how long',
    });
    expect((await own.admin(list, { closed: false })).data.feedback.totalCount).toBe(0);
    expect((await own.admin(list, { closed: true })).data.feedback.totalCount).toBe(1);
  });

  test('and listed page by page, and summed up for everybody only in a crowd', async () => {
    const own = await makeReviewWorld(api);
    const { badge, version } = own.badge;
    const summary = async () =>
      (
        await api.anonymous('query ($id: ID!) { badge(id: $id) { feedback { total rating } } }', {
          id: badge,
        })
      ).data.badge.feedback;
    const add = (count: number) =>
      cypher(
        `MATCH (v:BadgeVersion {id: $version}) UNWIND range(1, $count) AS n
         CREATE (:Feedback {id: randomUUID(), once: randomUUID(), rating: 3 + n % 3, anonymous: true, month: '2026-0' + toString(1 + n % 4)})-[:FEEDBACK_ON]->(v)`,
        { version, count },
      );
    expect(await summary()).toEqual({ total: null, rating: null });
    await add(9);
    expect(await summary()).toEqual({ total: null, rating: null });
    await add(3);
    expect(await summary()).toEqual({ total: 10, rating: 4 });
    const seen: { id: string; month: string }[] = [];
    for (let after: string | null = null; ; ) {
      const page: {
        data: {
          feedback: {
            edges: { node: { id: string; month: string } }[];
            pageInfo: { endCursor: string; hasNextPage: boolean };
          };
        };
      } = await own.author(list, { badge, after, first: 5 });
      seen.push(...page.data.feedback.edges.map(({ node }) => node));
      if (!page.data.feedback.pageInfo.hasNextPage) break;
      after = page.data.feedback.pageInfo.endCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(12);
    expect(seen.map(({ month }) => month)).toEqual(
      seen
        .map(({ month }) => month)
        .sort()
        .reverse(),
    );
  });
});
