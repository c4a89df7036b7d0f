import type { Caller, TestApi } from '../../support/api.ts';
import { makeOrganization, makeSkills } from '../../support/data.ts';
import { made, publishBadge } from '../author.ts';

/** An issuer with a published badge, a reviewing body and an employer, with a caller for each role it takes. */
export async function makeReviewWorld(api: TestApi) {
  const issuerId = await makeOrganization('Issuer of reviewed badges');
  const reviewerId = await makeOrganization('Reviewing body', ['REVIEWER']);
  const employerId = await makeOrganization('Employer', ['EMPLOYER']);
  const [skillUri = ''] = await makeSkills('Review a badge');
  const author = await api.as({ role: 'ISSUER_STAFF', organizationId: issuerId });
  return {
    issuerId,
    reviewerId,
    employerId,
    skillUri,
    author,
    admin: await api.as({ role: 'ISSUER_ADMIN', organizationId: issuerId }),
    assessor: await api.as({ role: 'ASSESSOR', organizationId: issuerId }),
    reviewer: await api.as({ role: 'EXTERNAL_REVIEWER', organizationId: reviewerId }),
    employer: await api.as({ role: 'EMPLOYER', organizationId: employerId }),
    badge: await publishBadge(author, { name: 'Reviewed', skillUri }),
  };
}
export type ReviewWorld = Awaited<ReturnType<typeof makeReviewWorld>>;

export const setPolicy =
  'mutation ($id: ID!, $input: ReviewPolicyInput!) { made: setReviewPolicy(badgeId: $id, input: $input) { intervalMonths dueDays sampleSize aspects required { role count } } }';
export const openReview =
  'mutation ($id: ID!, $organizations: [ID!]!) { made: openReview(badgeId: $id, organizationIds: $organizations) { id state dueAt missing { role count } invited { id } } }';
export const takePart =
  'mutation ($id: ID!, $input: ReviewPartInput!) { made: takePartInReview(reviewId: $id, input: $input) { id role statement organization { id } } }';
export const closeReview =
  'mutation ($id: ID!, $input: ReviewDecisionInput!) { made: closeReview(reviewId: $id, input: $input) { id state decision missing { role } } }';
export const settleFinding =
  'mutation ($id: ID!) { made: settleFinding(findingId: $id, settlement: "Reworded.") { id } }';

export const policy = {
  intervalMonths: 12,
  sampleSize: 3,
  required: [{ role: 'ISSUER_STAFF' }, { role: 'EXTERNAL_REVIEWER' }, { role: 'EMPLOYER' }],
};

/** A learner of the issuer who handed in work that was graded, and holds the badge; answers the ids and a caller. */
export async function makeHolder(api: TestApi, world: ReviewWorld, name: string) {
  const { admin, author, assessor, badge } = world;
  const learnerId = await made(
    admin('mutation ($input: CreateLearnerInput!) { made: createLearner(input: $input) { id } }', {
      input: { name, email: `${crypto.randomUUID()}@mail.example` },
    }),
  );
  const learner = await api.as({ role: 'LEARNER', learnerId });
  const submissionId = await made(
    learner('mutation ($input: SubmitWorkInput!) { made: submitWork(input: $input) { id } }', {
      input: {
        assessmentId: badge.assessment,
        narrative: `I, ${name}, set it up.`,
        evidence: [{ url: 'https://evidence.example/work' }],
      },
    }),
  );
  const { data } = await author(
    'query ($id: ID!) { assessment(id: $id) { rubric { criteria { edges { node { id levels { edges { node { id passing } } } } } } } } }',
    { id: badge.assessment },
  );
  // biome-ignore lint/suspicious/noExplicitAny: what the query above asks for
  const scores = data.assessment.rubric.criteria.edges.map(({ node }: any) => ({
    criterionId: node.id,
    // biome-ignore lint/suspicious/noExplicitAny: what the query above asks for
    levelId: node.levels.edges.find((edge: any) => edge.node.passing).node.id,
  }));
  const resultId = await made(
    assessor(
      'mutation ($id: ID!, $scores: [ScoreInput!]!) { made: gradeSubmission(submissionId: $id, scores: $scores) { id } }',
      { id: submissionId, scores },
    ),
  );
  const credentialId = await made(
    author(
      'mutation ($id: ID!, $key: String!) { made: issueCredential(input: {resultId: $id}, idempotencyKey: $key) { id } }',
      { id: resultId, key: crypto.randomUUID() },
    ),
  );
  return { learnerId, learner, submissionId, credentialId };
}

/** Lets an organisation look at a learner's work. */
export const consentToEvidence = (learner: Caller, organizationId: string, scopes = ['EVIDENCE']) =>
  made(
    learner(
      'mutation ($input: GrantConsentInput!, $key: String!) { made: grantConsent(input: $input, idempotencyKey: $key) { id } }',
      { input: { organizationId, purpose: 'EVIDENCE', scopes }, key: crypto.randomUUID() },
    ),
  );
