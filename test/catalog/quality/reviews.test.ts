import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Caller, TestApi } from '../../support/api.ts';
import { startApi } from '../../support/api.ts';
import { cypher, makeOrganization } from '../../support/data.ts';
import { codeOf, extensionsOf } from '../../support/errors.ts';
import { made, publishBadge } from '../author.ts';
import {
  closeReview,
  consentToEvidence,
  makeHolder,
  makeReviewWorld,
  openReview,
  policy,
  type ReviewWorld,
  setPolicy,
  settleFinding,
  takePart,
} from './world.ts';

let api: TestApi;
let world: ReviewWorld;
/** The API as it is some years later. */
let later: TestApi;
let yearsOn = 0;

beforeAll(async () => {
  api = await startApi();
  later = await startApi({
    clock: () => {
      const now = new Date();
      now.setUTCFullYear(now.getUTCFullYear() + yearsOn);
      return now;
    },
  });
  world = await makeReviewWorld(api);
});
afterAll(async () => {
  await api.close();
  await later.close();
});

const freshBadge = () => publishBadge(world.author, { name: 'Another', skillUri: world.skillUri });

/** A badge under the usual policy, with an open review. */
async function underReview(input: object = policy) {
  const badge = await freshBadge();
  const set = await world.admin(setPolicy, { id: badge.badge, input });
  expect(set.errors).toEqual([]);
  const { reviewerId, employerId } = world;
  const review = await made(
    world.admin(openReview, { id: badge.badge, organizations: [reviewerId, employerId] }),
  );
  return { ...badge, review };
}

const part = (role: string, more: object = {}) => ({ role, statement: `Seen as ${role}.`, ...more });
const standing = async (caller: Caller, id: string) =>
  (
    await caller(
      'query ($id: ID!) { badge(id: $id) { reviewState nextReviewAt reviews { edges { node { id } } } } }',
      { id },
    )
  ).data.badge;

async function everybody(review: string, findings: object[] = []) {
  await made(world.author(takePart, { id: review, input: part('ISSUER_STAFF') }));
  await made(world.reviewer(takePart, { id: review, input: part('EXTERNAL_REVIEWER', { findings }) }));
  await made(world.employer(takePart, { id: review, input: part('EMPLOYER') }));
}

describe('a review policy', () => {
  test('is set by the issuer, read by anybody, and says when the badge is due', async () => {
    const { badge } = await freshBadge();
    expect(await standing(api.anonymous, badge)).toMatchObject({
      reviewState: 'NO_POLICY',
      nextReviewAt: null,
    });
    const { data, errors } = await world.author(setPolicy, { id: badge, input: policy });
    expect(errors).toEqual([]);
    expect(data.made).toEqual({
      intervalMonths: 12,
      dueDays: 60,
      sampleSize: 3,
      aspects: ['OUTCOMES', 'ASSESSMENTS', 'METADATA', 'EVIDENCE'],
      required: policy.required.map(({ role }) => ({ role, count: 1 })),
    });
    const { reviewState, nextReviewAt } = await standing(api.anonymous, badge);
    expect(reviewState).toBe('NOT_REVIEWED');
    expect(new Date(nextReviewAt).getUTCFullYear()).toBe(new Date().getUTCFullYear() + 1);
  });

  test('needs a practitioner from outside, and is for the issuer alone', async () => {
    const { badge } = world.badge;
    const inside = await world.admin(setPolicy, {
      id: badge,
      input: { intervalMonths: 12, required: [{ role: 'ISSUER_STAFF' }] },
    });
    expect(extensionsOf(inside)).toMatchObject({ code: 'INVALID_INPUT', argument: 'input.required' });
    const never = await world.admin(setPolicy, { id: badge, input: { ...policy, intervalMonths: 0 } });
    expect(extensionsOf(never)).toMatchObject({ code: 'INVALID_INPUT', argument: 'input.intervalMonths' });
    const foreign = await api.as({ role: 'ISSUER_ADMIN', organizationId: await makeOrganization() });
    expect(codeOf(await foreign(setPolicy, { id: badge, input: policy }))).toBe('FORBIDDEN');
    expect(codeOf(await world.reviewer(setPolicy, { id: badge, input: policy }))).toBe('FORBIDDEN');
    expect(codeOf(await world.admin(setPolicy, { id: 'no-such-badge', input: policy }))).toBe('NOT_FOUND');
  });
});

describe('a review', () => {
  test('is opened once, for a published badge under a policy, with somebody who can come', async () => {
    const { badge } = await freshBadge();
    const ask = (organizations: string[]) => world.admin(openReview, { id: badge, organizations });
    expect(extensionsOf(await ask([world.reviewerId]))).toMatchObject({
      code: 'CONFLICT',
      reason: 'NO_POLICY',
    });
    await world.admin(setPolicy, { id: badge, input: policy });
    expect(extensionsOf(await ask([world.reviewerId]))).toMatchObject({
      reason: 'NOBODY_INVITED',
      role: 'EMPLOYER',
    });
    expect(extensionsOf(await ask([world.issuerId]))).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'organizationIds[0]',
    });
    expect(codeOf(await ask(['no-such-organisation']))).toBe('NOT_FOUND');
    const provider = await makeOrganization('Another school');
    expect(codeOf(await ask([world.reviewerId, world.employerId, provider]))).toBe('INVALID_INPUT');
    const { data } = await ask([world.reviewerId, world.employerId]);
    expect(data.made).toMatchObject({
      state: 'OPEN',
      missing: policy.required.map(({ role }) => ({ role, count: 1 })),
    });
    expect(extensionsOf(await ask([world.reviewerId, world.employerId]))).toMatchObject({
      reason: 'REVIEW_OPEN',
    });
    const draft = await made(world.author('mutation { made: createBadge(input: {name: "Draft"}) { id } }'));
    await world.admin(setPolicy, { id: draft, input: policy });
    expect(
      extensionsOf(
        await world.admin(openReview, { id: draft, organizations: [world.reviewerId, world.employerId] }),
      ),
    ).toMatchObject({ reason: 'NOT_PUBLISHED' });
  });

  test('while open is seen by the issuer and whom it invited, and by nobody else', async () => {
    const { review } = await underReview();
    const ask = async (caller: Caller) =>
      (
        await caller('query ($id: ID!) { review(id: $id) { id badge { id } version { number } } }', {
          id: review,
        })
      ).data.review;
    for (const caller of [world.admin, world.assessor, world.reviewer, world.employer])
      expect(await ask(caller)).toMatchObject({ id: review, version: { number: 1 } });
    const other = await api.as({
      role: 'EXTERNAL_REVIEWER',
      organizationId: await makeOrganization('Other', ['REVIEWER']),
    });
    for (const caller of [api.anonymous, other]) expect(await ask(caller)).toBeNull();
    expect(codeOf(await other(takePart, { id: review, input: part('EXTERNAL_REVIEWER') }))).toBe('NOT_FOUND');
    const organizationId = await makeOrganization('Late', ['REVIEWER']);
    const late = await api.as({ role: 'EXTERNAL_REVIEWER', organizationId });
    const invited = await world.admin(
      'mutation ($id: ID!, $organization: ID!) { inviteToReview(reviewId: $id, organizationId: $organization) { invited { id } } }',
      { id: review, organization: organizationId },
    );
    expect(invited.data.inviteToReview.invited).toHaveLength(3);
    expect(await ask(late)).toMatchObject({ id: review });
  });

  test('is listed for those it concerns in the order it falls due, and waits for those who have not come', async () => {
    const first = await underReview({ ...policy, dueDays: 90 });
    const second = await underReview({ ...policy, dueDays: 7 });
    const list =
      'query ($badge: ID, $after: String) { reviews(first: 1, after: $after, filter: {badgeId: $badge, state: OPEN}) { totalCount edges { node { id missing { role } daysOverdue } } pageInfo { endCursor hasNextPage } } }';
    const { data } = await world.employer(list);
    expect(data.reviews.totalCount).toBeGreaterThan(1);
    const { data: one } = await world.employer(list, { badge: first.badge });
    expect(one.reviews.edges).toMatchObject([{ node: { id: first.review, daysOverdue: 0 } }]);
    const walk = async (caller: Caller): Promise<string[]> => {
      const seen: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: {
          data: {
            reviews: {
              edges: { node: { id: string } }[];
              pageInfo: { endCursor: string; hasNextPage: boolean };
            };
          };
        } = await caller(list, { after });
        seen.push(...page.data.reviews.edges.map(({ node }) => node.id));
        if (!page.data.reviews.pageInfo.hasNextPage) return seen;
        after = page.data.reviews.pageInfo.endCursor;
      }
    };
    const seen = await walk(world.reviewer);
    expect(seen.indexOf(second.review)).toBeLessThan(seen.indexOf(first.review));
    expect(seen).toEqual(await walk(world.admin));
  });

  test('closes only when everybody who must has taken part, and is public from then on', async () => {
    const { badge, review, outcome } = await underReview();
    const approve = { decision: 'APPROVE', reason: 'It says what its holders can do.' };
    const close = () => world.admin(closeReview, { id: review, input: approve });
    expect(extensionsOf(await close())).toMatchObject({ code: 'CONFLICT', reason: 'SOMEBODY_MISSING' });
    await made(world.author(takePart, { id: review, input: part('ISSUER_STAFF') }));
    await made(
      world.reviewer(takePart, {
        id: review,
        input: part('EXTERNAL_REVIEWER', {
          findings: [
            {
              severity: 'MINOR',
              aspect: 'OUTCOMES',
              place: { kind: 'OUTCOME', id: outcome, field: 'statement', quote: 'two networks' },
              text: 'Two is few.',
              advice: 'Say four.',
            },
            { severity: 'NOTE', aspect: 'EVIDENCE', text: 'Work is thin.' },
          ],
        }),
      }),
    );
    expect(extensionsOf(await close())).toMatchObject({ reason: 'SOMEBODY_MISSING' });
    await made(world.employer(takePart, { id: review, input: part('EMPLOYER') }));
    const { data, errors } = await close();
    expect(errors).toEqual([]);
    expect(data.made).toEqual({ id: review, state: 'CLOSED', decision: 'APPROVE', missing: [] });
    expect(await standing(api.anonymous, badge)).toMatchObject({
      reviewState: 'APPROVED',
      reviews: { edges: [{ node: { id: review } }] },
    });
    const asked =
      'query ($id: ID!) { review(id: $id) { reason parts { edges { node { role statement organization { name } } } } findings { edges { node { severity text advice role place { kind id field quote } } } } } }';
    const shown = (await api.anonymous(asked, { id: review })).data.review;
    expect(shown.parts.edges.map(({ node }: { node: object }) => node)).toMatchObject([
      { role: 'ISSUER_STAFF', statement: 'Seen as ISSUER_STAFF.' },
      { role: 'EXTERNAL_REVIEWER', organization: { name: 'Reviewing body' } },
      { role: 'EMPLOYER' },
    ]);
    expect(shown.findings.edges).toEqual([
      {
        node: {
          severity: 'MINOR',
          text: 'Two is few.',
          advice: 'Say four.',
          role: 'EXTERNAL_REVIEWER',
          place: { kind: 'OUTCOME', id: outcome, field: 'statement', quote: 'two networks' },
        },
      },
    ]);
    const inside = (await world.admin(asked, { id: review })).data.review;
    expect(inside.findings.edges).toHaveLength(2);
    expect(extensionsOf(await close())).toMatchObject({ reason: 'REVIEW_CLOSED' });
    expect(
      extensionsOf(await world.reviewer(takePart, { id: review, input: part('EXTERNAL_REVIEWER') })),
    ).toMatchObject({ reason: 'REVIEW_CLOSED' });
  });

  test('has somebody take part once, in a capacity they hold, on the right side', async () => {
    const { review } = await underReview();
    const as = (caller: Caller, role: string, more = {}) =>
      caller(takePart, { id: review, input: part(role, more) });
    expect(codeOf(await as(world.reviewer, 'EMPLOYER'))).toBe('FORBIDDEN');
    expect(codeOf(await as(world.reviewer, 'ISSUER_STAFF'))).toBe('FORBIDDEN');
    const insider = await api.as({ role: 'EXTERNAL_REVIEWER', organizationId: world.issuerId });
    expect(extensionsOf(await as(insider, 'EXTERNAL_REVIEWER'))).toMatchObject({ reason: 'WRONG_SIDE' });
    expect(
      extensionsOf(
        await as(world.reviewer, 'EXTERNAL_REVIEWER', {
          findings: [
            { severity: 'NOTE', aspect: 'OUTCOMES', text: 'x', place: { kind: 'OUTCOME', id: 'none' } },
          ],
        }),
      ),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'input.findings[0].place.id',
    });
    await made(as(world.reviewer, 'EXTERNAL_REVIEWER'));
    expect(extensionsOf(await as(world.reviewer, 'EXTERNAL_REVIEWER'))).toMatchObject({
      reason: 'TOOK_PART',
    });
  });

  test('is not decided by whoever wrote the version, nor by its author alone', async () => {
    const { review } = await underReview();
    await everybody(review);
    const input = { decision: 'APPROVE', reason: 'Mine.' };
    expect(extensionsOf(await world.author(closeReview, { id: review, input }))).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'SEPARATION_OF_DUTIES',
      inTheWay: 'AUTHOR',
    });
    await made(world.admin(closeReview, { id: review, input }));
  });

  test('with grave findings ends with conditions, a change or a withdrawal, which say when the badge is due', async () => {
    const { badge, review } = await underReview();
    await everybody(review, [
      { severity: 'MAJOR', aspect: 'METADATA', text: 'It does not say for whom it is.' },
    ]);
    const mendBy = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const close = (input: object) =>
      world.admin(closeReview, { id: review, input: { reason: 'So it is.', ...input } });
    expect(extensionsOf(await close({ decision: 'APPROVE' }))).toMatchObject({ reason: 'FINDING_OPEN' });
    expect(extensionsOf(await close({ decision: 'APPROVE', mendBy }))).toMatchObject({
      argument: 'input.mendBy',
    });
    expect(extensionsOf(await close({ decision: 'CHANGE_NEEDED' }))).toMatchObject({
      argument: 'input.mendBy',
    });
    expect(
      extensionsOf(await close({ decision: 'APPROVE_WITH_CONDITIONS', mendBy: '2020-01-01T00:00:00Z' })),
    ).toMatchObject({ argument: 'input.mendBy' });
    await made(close({ decision: 'APPROVE_WITH_CONDITIONS', mendBy }));
    expect(await standing(api.anonymous, badge)).toMatchObject({
      reviewState: 'APPROVED_WITH_CONDITIONS',
      nextReviewAt: mendBy,
    });
    const { data } = await api.anonymous(
      'query ($id: ID!) { review(id: $id) { findings { edges { node { id settledAt } } } } }',
      { id: review },
    );
    const finding = data.review.findings.edges[0].node.id;
    expect(codeOf(await world.reviewer(settleFinding, { id: finding }))).toBe('FORBIDDEN');
    await made(world.author(settleFinding, { id: finding }));
    expect(extensionsOf(await world.author(settleFinding, { id: finding }))).toMatchObject({
      reason: 'SETTLED',
    });
    const { nextReviewAt } = await standing(api.anonymous, badge);
    expect(new Date(nextReviewAt).getTime()).toBeGreaterThan(new Date(mendBy).getTime());
  });

  test('that is overdue marks the badge and stands in the list, the most overdue first', async () => {
    const quarterly = await underReview({ ...policy, intervalMonths: 3 });
    const yearly = await underReview();
    const list =
      'query ($id: ID) { overdueBadges(organizationId: $id, first: 100) { totalCount edges { node { daysOverdue badge { id reviewState } } } } }';
    expect((await later.anonymous(list, { id: world.issuerId })).data.overdueBadges.totalCount).toBe(0);
    yearsOn = 2;
    const { data } = await later.anonymous(list, { id: world.issuerId });
    const edges: { node: { daysOverdue: number; badge: { id: string; reviewState: string } } }[] =
      data.overdueBadges.edges;
    const ids = edges.map(({ node }) => node.badge.id);
    expect(ids.indexOf(quarterly.badge)).toBe(0);
    expect(ids).toContain(yearly.badge);
    expect(edges.every(({ node }) => node.badge.reviewState === 'OVERDUE' && node.daysOverdue > 300)).toBe(
      true,
    );
    expect(edges.map(({ node }) => node.daysOverdue)).toEqual(
      edges.map(({ node }) => node.daysOverdue).sort((a, b) => b - a),
    );
    const open = await later.anonymous('{ overdueBadges(first: 1) { edges { node { badge { id } } } } }');
    expect(open.data.overdueBadges.edges).toHaveLength(1);
    yearsOn = 0;
  });
});

describe('sampled work', () => {
  const sample =
    'query ($id: ID!) { review(id: $id) { sample { totalCount edges { node { code assessmentId narrative evidence { url } passed points } } } } }';

  test('is drawn by us, shown without a name, from outside only with a consent, and every look is audited', async () => {
    const name = 'Wilhelmina Quist';
    const agreed = await makeHolder(api, world, name);
    await makeHolder(api, world, 'Somebody Else');
    const consent = await consentToEvidence(agreed.learner, world.reviewerId);
    await consentToEvidence(agreed.learner, world.employerId, ['PROFILE']);
    await world.admin(setPolicy, { id: world.badge.badge, input: policy });
    const review = await made(
      world.admin(openReview, { id: world.badge.badge, organizations: [world.reviewerId, world.employerId] }),
    );
    const ask = async (caller: Caller) => (await caller(sample, { id: review })).data.review.sample;
    const inside = await ask(world.admin);
    expect(inside.totalCount).toBe(2);
    expect(inside.edges[0].node).toEqual({
      code: 'W1',
      assessmentId: world.badge.assessment,
      narrative: 'I, […], set it up.',
      evidence: [{ url: 'https://evidence.example/work' }],
      passed: true,
      points: 3,
    });
    const outside = await ask(world.reviewer);
    expect(outside.edges).toEqual([{ node: { ...inside.edges[0].node, evidence: [{ url: null }] } }]);
    expect((await ask(world.employer)).totalCount).toBe(0);
    const { data } = await agreed.learner(
      '{ eventsAboutMe(first: 20) { edges { node { action purpose organization { id } } } } }',
    );
    expect(data.eventsAboutMe.edges).toEqual(
      expect.arrayContaining([
        { node: { action: 'read', purpose: 'EVIDENCE', organization: { id: world.reviewerId } } },
        { node: { action: 'read', purpose: 'REVIEW', organization: { id: world.issuerId } } },
      ]),
    );
    await agreed.learner(
      'mutation ($id: ID!) { withdrawConsent(id: $id, idempotencyKey: "withdraw-evidence") { active } }',
      { id: consent },
    );
    expect((await ask(world.reviewer)).totalCount).toBe(0);
    const told = await world.employer(takePart, {
      id: review,
      input: part('EMPLOYER', {
        findings: [
          { severity: 'NOTE', aspect: 'OUTCOMES', text: 'Thin.', place: { kind: 'EVIDENCE', id: 'W1' } },
        ],
      }),
    });
    expect(extensionsOf(told)).toMatchObject({
      code: 'INVALID_INPUT',
      argument: 'input.findings[0].aspect',
    });
    const employee = await world.employer(takePart, {
      id: review,
      input: part('EMPLOYER', {
        findings: [
          { severity: 'NOTE', aspect: 'EVIDENCE', text: 'Thin.', place: { kind: 'EVIDENCE', id: 'W1' } },
        ],
      }),
    });
    expect(employee.errors).toEqual([]);
  });
});

describe('duties', () => {
  test('an outsider who graded the work, wrote the badge or works for the issuer does not review it', async () => {
    const { review, version, assessment } = await underReview();
    const keyOf = async (caller: Caller): Promise<string> => {
      await caller('{ viewer { role } }');
      const [row] = await cypher(
        `MATCH (k:ApiKey)-[:ACTS_FOR]->(:Organization {id: $id}) WHERE k.role = 'EXTERNAL_REVIEWER' RETURN k.id AS id ORDER BY k.createdAt DESC LIMIT 1`,
        { id: world.reviewerId },
      );
      return row?.['id'];
    };
    const again = await api.as({ role: 'EXTERNAL_REVIEWER', organizationId: world.reviewerId });
    const key = await keyOf(again);
    await cypher(
      `MATCH (a:Assessment {id: $assessment})
       CREATE (:Submission {id: randomUUID()})-[:ANSWERS]->(a)
       WITH a MATCH (s:Submission)-[:ANSWERS]->(a)
       CREATE (s)-[:HAS_RESULT]->(:Result {id: randomUUID(), assessor: $actor, passed: true, points: 1})`,
      { assessment, actor: `key:${key}` },
    );
    const asAssessor = await again(takePart, { id: review, input: part('EXTERNAL_REVIEWER') });
    expect(extensionsOf(asAssessor)).toMatchObject({ reason: 'SEPARATION_OF_DUTIES', inTheWay: 'ASSESSOR' });
    const author = await api.as({ role: 'EXTERNAL_REVIEWER', organizationId: world.reviewerId });
    await cypher('MATCH (v:BadgeVersion {id: $version}) SET v.authors = v.authors + $actor', {
      version,
      actor: `key:${await keyOf(author)}`,
    });
    const asAuthor = await author(takePart, { id: review, input: part('EXTERNAL_REVIEWER') });
    expect(extensionsOf(asAuthor)).toMatchObject({ reason: 'SEPARATION_OF_DUTIES', inTheWay: 'AUTHOR' });
  });
});

describe('whoever reviewed a badge from outside', () => {
  test('neither grades work for it nor issues it', async () => {
    const own = await makeReviewWorld(api);
    await own.admin(setPolicy, { id: own.badge.badge, input: policy });
    const review = await made(
      own.admin(openReview, { id: own.badge.badge, organizations: [own.reviewerId, own.employerId] }),
    );
    await makeHolder(api, own, 'Before');
    const took = (role: string) =>
      cypher(
        `MATCH (r:Review {id: $review}) MATCH (k:ApiKey {role: $role})-[:ACTS_FOR]->(:Organization {id: $issuerId})
         CREATE (r)-[:HAS_PART]->(:ReviewPart {id: randomUUID(), role: 'EMPLOYER', at: datetime(), by: 'key:' + k.id})`,
        { review, role, issuerId: own.issuerId },
      );
    await took('ISSUER_STAFF');
    await expect(makeHolder(api, own, 'Between')).rejects.toThrow(
      /"reason":"SEPARATION_OF_DUTIES","duty":"KEY_CUSTODIAN","inTheWay":"EXTERNAL_REVIEWER"/,
    );
    await took('ASSESSOR');
    await expect(makeHolder(api, own, 'After')).rejects.toThrow(
      /"reason":"SEPARATION_OF_DUTIES","duty":"ASSESSOR","inTheWay":"EXTERNAL_REVIEWER"/,
    );
  });
});

describe('a learner who holds the badge', () => {
  test('is asked, takes part in words that only the issuer reads, and is nowhere named', async () => {
    const world = await makeReviewWorld(api);
    const { learner, learnerId } = await makeHolder(api, world, 'Bo Holder');
    const required = [...policy.required, { role: 'LEARNER' }];
    await world.admin(setPolicy, { id: world.badge.badge, input: { ...policy, required } });
    const review = await made(
      world.admin(openReview, { id: world.badge.badge, organizations: [world.reviewerId, world.employerId] }),
    );
    const { data } = await learner('{ reviewsForMe { edges { node { id badge { name } } } } }');
    expect(data.reviewsForMe.edges).toEqual([{ node: { id: review, badge: { name: 'Reviewed' } } }]);
    const input = { role: 'LEARNER', statement: 'It got me my job.' };
    const withFinding = { ...input, findings: [{ severity: 'NOTE', aspect: 'OUTCOMES', text: 'x' }] };
    expect(extensionsOf(await learner(takePart, { id: review, input: withFinding }))).toMatchObject({
      argument: 'input.findings',
    });
    const said = await learner(takePart, { id: review, input });
    expect(said.data.made).toMatchObject({
      role: 'LEARNER',
      statement: 'It got me my job.',
      organization: null,
    });
    expect(extensionsOf(await learner(takePart, { id: review, input }))).toMatchObject({
      reason: 'TOOK_PART',
    });
    const parts = 'query ($id: ID!) { review(id: $id) { parts { edges { node { role statement } } } } }';
    const byLearner = async (caller: Caller) =>
      (await caller(parts, { id: review })).data.review.parts.edges
        .map(({ node }: { node: { role: string; statement: string | null } }) => node)
        .filter(({ role }: { role: string }) => role === 'LEARNER');
    expect(await byLearner(world.admin)).toEqual([{ role: 'LEARNER', statement: 'It got me my job.' }]);
    expect(await byLearner(world.reviewer)).toEqual([{ role: 'LEARNER', statement: null }]);
    const [stored] = await cypher(
      'MATCH (:Learner {id: $learnerId})-[:TOOK_PART]->(p:ReviewPart) RETURN p.by AS by, p.statement AS statement',
      { learnerId },
    );
    expect(stored).toEqual({ by: null, statement: null });
    const stranger = await makeHolder(api, await makeReviewWorld(api), 'No Holder');
    expect(codeOf(await stranger.learner(takePart, { id: review, input }))).toBe('NOT_FOUND');
  });
});
