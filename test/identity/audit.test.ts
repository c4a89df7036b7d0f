import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReadLog } from '../../src/modules/identity/audit/read-log.ts';
import { made, publishBadge } from '../catalog/author.ts';
import { type Caller, startApi, type TestApi } from '../support/api.ts';
import { makeOrganization, makeSkills } from '../support/data.ts';
import { codeOf } from '../support/errors.ts';

const EVENTS = `query ($filter: AuditEventFilter, $first: Int, $after: String, $ofPlatform: Boolean) {
  auditEvents(filter: $filter, first: $first, after: $after, ofPlatform: $ofPlatform) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id seq at actor role action purpose subject objects hash } }
  } }`;
const ABOUT_ME = `query ($readsOnly: Boolean, $first: Int, $after: String) {
  eventsAboutMe(readsOnly: $readsOnly, first: $first, after: $after) {
    totalCount pageInfo { endCursor }
    edges { node { action purpose role at objects organization { id name } } }
  } }`;
const SUBMISSIONS =
  'query ($id: ID!) { submissions(assessmentId: $id) { edges { node { id narrative } } } again: submissions(assessmentId: $id) { edges { node { id } } } }';
const CANDIDATES =
  'query ($id: ID!) { matchCandidates(roleProfileId: $id) { edges { node { pseudonym } } } }';

let api: TestApi;
let issuerId: string;
let employerId: string;
let admin: Caller;
let staff: Caller;
let employer: Caller;
let learner: Caller;
let learnerId: string;
let assessmentId: string;
let submissionIds: string[];
let resultId: string;

const nodes = <T>({ edges }: { edges: { node: T }[] }): T[] => edges.map(({ node }) => node);

beforeAll(async () => {
  api = await startApi();
  issuerId = await makeOrganization('Audited school');
  employerId = await makeOrganization('Audited employer', ['EMPLOYER']);
  admin = await api.as({ role: 'ISSUER_ADMIN', organizationId: issuerId });
  staff = await api.as({ role: 'ISSUER_STAFF', organizationId: issuerId });
  const assessor = await api.as({ role: 'ASSESSOR', organizationId: issuerId });
  employer = await api.as({ role: 'EMPLOYER', organizationId: employerId });
  learnerId = await made(
    admin('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name: 'Canary Person', email: `${randomUUID()}@learners.example` },
    }),
  );
  learner = await api.as({ role: 'LEARNER', learnerId });
  const [skillUri = ''] = await makeSkills('keep an audit');
  assessmentId = (await publishBadge(staff, { skillUri })).assessment;
  const submit = 'mutation ($input: SubmitWorkInput!) { made: submitWork(input: $input) { id } }';
  const input = { assessmentId, narrative: 'A canary sings.' };
  submissionIds = [await made(learner(submit, { input })), await made(learner(submit, { input }))];
  const { data } = await staff(
    'query ($id: ID!) { assessment(id: $id) { rubric { criteria { edges { node { id levels { edges { node { id } } } } } } } } }',
    { id: assessmentId },
  );
  const scores = nodes<{ id: string; levels: { edges: { node: { id: string } }[] } }>(
    data.assessment.rubric.criteria,
  ).map(({ id, levels }) => ({ criterionId: id, levelId: nodes(levels).at(-1)?.id }));
  resultId = await made(
    assessor(
      'mutation ($id: ID!, $scores: [ScoreInput!]!) { made: gradeSubmission(submissionId: $id, scores: $scores) { id } }',
      { id: submissionIds[0], scores },
    ),
  );
  await made(
    staff(
      'mutation ($input: IssueCredentialInput!, $key: String!) { made: issueCredential(input: $input, idempotencyKey: $key) { id } }',
      { key: randomUUID(), input: { resultId } },
    ),
  );
  await made(
    learner(
      'mutation ($input: GrantConsentInput!, $key: String!) { made: grantConsent(input: $input, idempotencyKey: $key) { id } }',
      {
        key: randomUUID(),
        input: { organizationId: employerId, purpose: 'MATCHING', scopes: ['SKILLS', 'REGION'] },
      },
    ),
  );
  const profile = {
    title: 'Auditor',
    requirements: [{ skillUri, level: 1, necessity: 'MUST', weight: 3 }],
  };
  const role = await made(
    employer('mutation ($input: RoleProfileInput!) { made: createRoleProfile(input: $input) { id } }', {
      input: profile,
    }),
  );
  expect(nodes((await employer(CANDIDATES, { id: role })).data.matchCandidates)).toHaveLength(1);
});
afterAll(() => api.close());

describe('what is read of other people', () => {
  test('is noted once a person, purpose and request, with what was shown', async () => {
    const before = (await admin(EVENTS, { filter: { actions: ['read'] } })).data.auditEvents.totalCount;
    const shown = await staff(SUBMISSIONS, { id: assessmentId });
    expect(nodes(shown.data.submissions)).toHaveLength(2);
    const { auditEvents } = (await admin(EVENTS, { filter: { actions: ['read'] } })).data;
    expect(auditEvents.totalCount).toBe(before + 1);
    expect(nodes(auditEvents)[0]).toMatchObject({
      role: 'ISSUER_STAFF',
      actor: expect.stringMatching(/^key:/),
      purpose: 'ASSESSMENT',
      subject: learnerId,
      objects: submissionIds,
    });
    expect(JSON.stringify(auditEvents)).not.toMatch(/canary/i);
  });

  test('of oneself is not', async () => {
    const before = (await learner(ABOUT_ME)).data.eventsAboutMe.totalCount;
    await learner(
      '{ me { name } mySubmissions { edges { node { id } } } credentials { edges { node { id } } } }',
    );
    expect((await learner(ABOUT_ME)).data.eventsAboutMe.totalCount).toBe(before);
  });

  test('does not leave when it cannot be noted', async () => {
    const away = () => Promise.reject(new Error('no audit can be written'));
    const broken = await startApi({ app: { readLog: new ReadLog({ write: away }) } });
    try {
      const reader = await broken.as({ role: 'ISSUER_STAFF', organizationId: issuerId });
      const answer = await reader(SUBMISSIONS, { id: assessmentId });
      expect(answer.data ?? null).toBeNull();
      expect(codeOf(answer)).toBe('INTERNAL');
      expect(JSON.stringify(answer)).not.toContain('canary');
    } finally {
      await broken.close();
    }
  });
});

describe('the events of an organisation', () => {
  test('say every change in order, the last first, page by page', async () => {
    const { auditEvents: all } = (await admin(EVENTS, { first: 100 })).data;
    const seqs = nodes<{ seq: number }>(all).map(({ seq }) => seq);
    expect(seqs).toEqual(Array.from({ length: all.totalCount }, (_, n) => all.totalCount - n));
    expect(nodes<{ action: string }>(all).map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'createLearner',
        'createOutcome',
        'createBadge',
        'publishBadgeVersion',
        'submitWork',
        'gradeSubmission',
        'issueCredential',
      ]),
    );
    const page = (await admin(EVENTS, { first: 2 })).data.auditEvents;
    const next = (await admin(EVENTS, { first: 2, after: page.pageInfo.endCursor })).data.auditEvents;
    expect(nodes<{ seq: number }>(next).map(({ seq }) => seq)).toEqual(seqs.slice(2, 4));
  });

  test('are narrowed by action, learner, purpose and time', async () => {
    const count = async (filter: object) =>
      (await admin(EVENTS, { filter })).data.auditEvents.totalCount as number;
    expect(await count({ actions: ['submitWork'] })).toBe(2);
    expect(await count({ actions: ['submitWork'], learnerId })).toBe(2);
    expect(await count({ learnerId: randomUUID() })).toBe(0);
    expect(await count({ purpose: 'MATCHING' })).toBe(0);
    expect(await count({ since: new Date(Date.now() + 60_000).toISOString() })).toBe(0);
    expect(await count({ until: new Date(0).toISOString() })).toBe(0);
  });

  test('show an employer pseudonyms, and no key of a learner', async () => {
    const { auditEvents } = (await employer(EVENTS)).data;
    expect(nodes(auditEvents)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'read', purpose: 'MATCHING', hash: null }),
        expect.objectContaining({ action: 'grantConsent', actor: null, role: 'LEARNER', hash: null }),
        expect.objectContaining({ action: 'createRoleProfile', subject: null }),
      ]),
    );
    expect(JSON.stringify(auditEvents)).not.toContain(learnerId);
    expect(codeOf(await employer(EVENTS, { filter: { learnerId } }))).toBe('INVALID_INPUT');
  });

  test('are for those who run it', async () => {
    const other = await api.as({ role: 'ISSUER_ADMIN', organizationId: await makeOrganization() });
    expect(nodes((await other(EVENTS)).data.auditEvents)).toEqual([]);
    for (const caller of [staff, learner]) expect(codeOf(await caller(EVENTS))).toBe('FORBIDDEN');
    expect(codeOf(await api.anonymous(EVENTS))).toBe('UNAUTHENTICATED');
    expect(codeOf(await admin(EVENTS, { ofPlatform: true }))).toBe('FORBIDDEN');
    const platform = await api.as({ role: 'PLATFORM_ADMIN', organizationId: issuerId });
    const [own, asked] = [await platform(EVENTS), await platform(EVENTS, { ofPlatform: true })];
    expect(own.errors).toEqual([]);
    expect(own.data.auditEvents.totalCount).toBe(asked.data.auditEvents.totalCount);
    expect(codeOf(await platform(EVENTS, { ofPlatform: false }))).toBe('FORBIDDEN');
  });
});

describe('a learner', () => {
  test('sees who looked, for which organisation and purpose, and what was done', async () => {
    const all = (await learner(ABOUT_ME)).data.eventsAboutMe;
    expect(nodes(all)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          action: 'createLearner',
          organization: { id: issuerId, name: 'Audited school' },
        }),
        expect.objectContaining({ action: 'grantConsent', role: 'LEARNER' }),
        expect.objectContaining({
          action: 'read',
          purpose: 'MATCHING',
          role: 'EMPLOYER',
          organization: { id: employerId, name: 'Audited employer' },
        }),
      ]),
    );
    const reads = (await learner(ABOUT_ME, { readsOnly: true })).data.eventsAboutMe;
    expect(new Set(nodes<{ action: string }>(reads).map(({ action }) => action))).toEqual(new Set(['read']));
    expect(reads.totalCount).toBeLessThan(all.totalCount);
    const first = (await learner(ABOUT_ME, { first: 1 })).data.eventsAboutMe;
    const rest = (await learner(ABOUT_ME, { after: first.pageInfo.endCursor })).data.eventsAboutMe;
    expect(nodes(rest)).toHaveLength(all.totalCount - 1);
    expect(codeOf(await admin(ABOUT_ME))).toBe('FORBIDDEN');
  });
});
