import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Caller, startApi, type TestApi } from './support/api.ts';
import { operationsIn } from './support/story.ts';

const SKILLS = {
  presenting: 'http://data.europa.eu/esco/skill/c3e36d05-8ae8-447f-bb2b-6f9409f85389',
  analysing: 'http://data.europa.eu/esco/skill/2b92a5b2-6758-4ee3-9fb4-b6387a55cc8f',
} as const;

const operations = operationsIn('docs/story.md');
const told = new Set<string>();
let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

/** Carries out one operation of the page; it must have no errors. */
async function tell(as: Caller, name: string, variables: Record<string, unknown> = {}) {
  const operation = operations.get(name);
  if (!operation) throw new Error(`docs/story.md has no operation ${name}`);
  told.add(name);
  const { data, errors } = await as(operation, variables);
  expect(errors).toEqual([]);
  return data;
}

const rubric = {
  title: 'Does it help those who decide?',
  criteria: ['Honest charts', 'Clear words'].map((title) => ({
    title,
    levels: [
      { title: 'Not yet', points: 0 },
      { title: 'Working', points: 1, passing: true },
      { title: 'Beyond', points: 2 },
    ],
  })),
};

/** An outcome, a unit that teaches it, an assessment that shows it and a published badge that certifies it. */
async function offer(staff: Caller, title: string, skillUri: string, effortMinutes: number) {
  const { createOutcome: outcome } = await tell(staff, 'DefineOutcome', {
    input: {
      statement: `${title}, checked by others`,
      alignments: [{ skillUri, level: 4, relation: 'EXACT' }],
    },
  });
  expect(outcome.alignments.edges[0].node.skill.uri).toBe(skillUri);
  const { createLearningUnit: unit } = await tell(staff, 'DefineUnit', {
    input: { title, effortMinutes, mode: 'ASYNCHRONOUS', languages: ['en'], outcomeIds: [outcome.id] },
  });
  const { createAssessment: assessment } = await tell(staff, 'DefineAssessment', {
    input: {
      title,
      kind: 'PROJECT',
      supervised: true,
      rubric,
      outcomeIds: [outcome.id],
      learningUnitIds: [unit.id],
    },
  });
  const { createBadge: badge } = await tell(staff, 'DefineBadge', {
    input: { name: title, validMonths: 36, outcomeIds: [outcome.id], assessmentIds: [assessment.id] },
  });
  await publish(staff, badge);
  return { unit, assessment, badge };
}

async function publish(staff: Caller, badge: { versions: { edges: { node: { id: string } }[] } }) {
  const { publishBadgeVersion } = await tell(staff, 'PublishBadge', { id: badge.versions.edges[0]?.node.id });
  expect(publishBadgeVersion.state).toBe('PUBLISHED');
}

type Assessment = {
  id: string;
  rubric: {
    criteria: { edges: { node: { id: string; levels: { edges: { node: { id: string } }[] } } }[] };
  };
};

/** The learner hands in work, an assessor grades it one level above the lowest, staff issue the badge. */
async function earn(people: { learner: Caller; assessor: Caller; staff: Caller }, assessment: Assessment) {
  const { submitWork } = await tell(people.learner, 'HandInWork', {
    input: {
      assessmentId: assessment.id,
      narrative: 'I asked three colleagues what they saw in the charts.',
    },
  });
  const { gradeSubmission: result } = await tell(people.assessor, 'GradeWork', {
    submissionId: submitWork.id,
    scores: assessment.rubric.criteria.edges.map(({ node }) => ({
      criterionId: node.id,
      levelId: node.levels.edges[1]?.node.id,
    })),
  });
  expect(result).toMatchObject({ passed: true, points: 2 });
  const { issueCredential } = await tell(people.staff, 'IssueBadge', {
    input: { resultId: result.id },
    key: randomUUID(),
  });
  expect(issueCredential.status).toBe('ACTIVE');
  return issueCredential;
}

test('from a unit to a hire', async () => {
  const at = { organizationId: 'org-northbank' };
  const staff = await api.as({ role: 'ISSUER_STAFF', ...at });
  const admin = await api.as({ role: 'ISSUER_ADMIN', ...at });
  const assessor = await api.as({ role: 'ASSESSOR', ...at });
  const employer = await api.as({ role: 'EMPLOYER', organizationId: 'org-public-services' });

  const presenting = await offer(staff, 'Presenting data honestly', SKILLS.presenting, 480);
  const analysing = await offer(staff, 'Analysing data with care', SKILLS.analysing, 30);
  const { createBadge: stack } = await tell(staff, 'DefineBadge', {
    input: { name: 'Data for decisions', stacks: [presenting.badge.id, analysing.badge.id] },
  });
  await publish(staff, stack);

  const { createLearner } = await tell(admin, 'RegisterLearner', {
    input: { name: 'Mira Holm', email: `mira-${randomUUID()}@example.org`, region: 'GB-ENG', language: 'en' },
  });
  const learner = await api.as({ role: 'LEARNER', learnerId: createLearner.id });
  const people = { learner, assessor, staff };
  const first = await earn(people, presenting.assessment);

  const { credential } = await tell(learner, 'MyCredential', { id: first.id });
  const { verifyCredential: genuine } = await tell(api.anonymous, 'CheckCredential', {
    document: credential.document,
  });
  expect(genuine.verdict).toBe('VERIFIED');
  const { verifyCredential: altered } = await tell(api.anonymous, 'CheckCredential', {
    document: credential.document.replace('Presenting data honestly', 'Presenting data brilliantly'),
  });
  expect(altered.verdict).toBe('FAILED');
  expect(altered.steps).toContainEqual(expect.objectContaining({ name: 'PROOF', outcome: 'FAIL' }));

  const { createRoleProfile: draft } = await tell(employer, 'DescribeRole', {
    input: {
      title: 'Insight officer',
      requirements: [
        { skillUri: SKILLS.presenting, level: 4, weight: 3, necessity: 'MUST', evidence: 'ASSESSED' },
        { skillUri: SKILLS.analysing, level: 4, weight: 1, necessity: 'NICE' },
      ],
    },
  });
  const { publishRoleProfile: role } = await tell(employer, 'PublishRole', { id: draft.id });

  const candidates = async () => (await tell(employer, 'WhoFits', { role: role.id })).matchCandidates.edges;
  const before = await candidates();
  const { grantConsent: consent } = await tell(learner, 'AllowMatching', {
    key: randomUUID(),
    input: { organizationId: 'org-public-services', purpose: 'MATCHING', scopes: ['SKILLS', 'CREDENTIALS'] },
  });
  const ranked = await candidates();
  const known = new Set(before.map((edge: { node: { pseudonym: string } }) => edge.node.pseudonym));
  const [mira] = ranked.filter((edge: { node: { pseudonym: string } }) => !known.has(edge.node.pseudonym));
  expect(mira.node).toMatchObject({ eligibility: 'ELIGIBLE', fit: 0.75 });
  expect(mira.node.requirements).toMatchObject([
    { status: 'MET', contribution: 0.75, credential: { badgeName: 'Presenting data honestly' } },
    { status: 'MISSING', contribution: 0, credential: null },
  ]);
  expect(mira.node.requirements.every(({ reason }: { reason: string }) => reason.length > 10)).toBe(true);
  expect(JSON.stringify(ranked)).not.toContain('Mira');

  const { match } = await tell(learner, 'WhatIsMissing', { role: role.id });
  expect(match.gap).toHaveLength(1);
  const { pathway } = await tell(learner, 'TheWayThere', {
    input: { roleProfileId: role.id, includeNice: true },
  });
  expect(pathway).toMatchObject({ status: 'OPTIMAL', provenOptimal: true, uncoverable: [] });
  expect(pathway.plan.steps.map(({ title }: { title: string }) => title)).toEqual([
    'Analysing data with care',
  ]);

  const halfway = (await tell(learner, 'HowFarAmI', { badge: stack.id })).stackProgress;
  expect(halfway).toMatchObject({ progress: 0.5, satisfied: false, awardedCredentialId: null });
  await earn(people, analysing.assessment);
  const done = (await tell(learner, 'HowFarAmI', { badge: stack.id })).stackProgress;
  expect(done).toMatchObject({ progress: 1, satisfied: true, missing: [] });
  const { credential: stacked } = await tell(learner, 'MyCredential', { id: done.awardedCredentialId });
  expect(stacked.name).toBe('Data for decisions');
  const { verifyCredential: whole } = await tell(api.anonymous, 'CheckCredential', {
    document: stacked.document,
  });
  expect(whole.verdict).toBe('VERIFIED');

  await tell(learner, 'TakeBack', { id: consent.id, key: randomUUID() });
  expect(await candidates()).toHaveLength(before.length);

  expect([...operations.keys()].filter((name) => !told.has(name))).toEqual([]);
}, 60_000);
