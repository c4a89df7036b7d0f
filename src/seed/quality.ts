import { randomUUID } from 'node:crypto';
import { monthOf, nonceOf, onceOf } from '../modules/catalog/quality/feedback/feedback-token.ts';
import { dueAfter, monthsLater } from '../modules/catalog/quality/reviews/review.rules.ts';
import { CONSENT_POLICY_VERSION, consentText, textHash } from '../modules/identity/consent/consent.rules.ts';
import type { Graph } from '../platform/graph/graph.ts';
import { repository } from '../platform/graph/repository.ts';
import { sealContext, sealFor } from '../platform/seal.ts';
import type { Achievements, SampleCredential, SampleSubmission } from './achievements.ts';
import { daysBefore } from './calendar.ts';
import type { Catalogue, Course } from './catalogue.ts';
import type { LearnerKey } from './learner-rows.ts';
import { randomOf } from './random.ts';
import { seedPeopleStatements } from './seed-people.repository.ts';
import { seedQualityStatements } from './seed-quality.repository.ts';

/** Reviewed some months ago; the one that is proposed to change, and that learners have said something of. */
const REVIEWED = 'badge-statistical-tools-working';
/** Should have been reviewed by now. */
const OVERDUE = 'badge-data-visualisation-working';
/** Under review now. */
const UNDER_REVIEW = 'badge-code-for-analysis-working';

const ISSUER = 'org-northbank';
const REVIEWER = 'org-skills-council';
const EMPLOYER = 'org-public-services';
const ASPECTS = ['OUTCOMES', 'ASSESSMENTS', 'METADATA', 'EVIDENCE'];
const REQUIRED = ['ISSUER_STAFF', 'EXTERNAL_REVIEWER', 'EMPLOYER'];
const PROPOSAL = 'proposal-statistical-tools-working';

const courseOf = ({ courses }: Catalogue, badgeId: string): Course => {
  const course = courses.find(({ badge }) => badge.id === badgeId);
  if (!course) throw new Error(`The sample catalogue has no ${badgeId}.`);
  return course;
};

const EVIDENCE_TEXT = consentText({ purpose: 'EVIDENCE', scopes: ['EVIDENCE'] });
const EVIDENCE = {
  purpose: 'EVIDENCE',
  scopes: ['EVIDENCE'],
  policyVersion: CONSENT_POLICY_VERSION,
  text: EVIDENCE_TEXT,
  textHash: textHash(EVIDENCE_TEXT),
};

/** Writes how badges of the sample world are reviewed, what is proposed to change, and what learners say. */
export async function putQuality(
  graph: Graph,
  world: {
    readonly catalogue: Catalogue;
    readonly achievements: Achievements;
    readonly keyOf: (learnerId: string) => LearnerKey;
    readonly day: Date;
  },
): Promise<void> {
  const { catalogue, achievements, keyOf, day } = world;
  const seed = repository(graph.run, {
    ...seedQualityStatements,
    putConsents: seedPeopleStatements.putConsents,
  });
  await seed.putConsents({ rows: evidenceConsents(catalogue, achievements, day) });
  await seed.putReviewPolicies({ rows: policyRows(day) });
  await seed.putReviews({ rows: reviewRows(catalogue, achievements, day) });
  await seed.putProposals({ rows: proposalRows(catalogue, day) });
  await seed.putFeedback({ rows: feedbackRows(achievements, keyOf, day) });
}

/** A policy each for three badges: reviewed in time, overdue, under review. */
function policyRows(day: Date) {
  const policy = { dueDays: 60, sampleSize: 3, aspects: ASPECTS, requiredRoles: REQUIRED };
  const rows = [
    { badgeId: REVIEWED, intervalMonths: 12, nextReviewAt: monthsLater(daysBefore(day, 160), 12) },
    { badgeId: OVERDUE, intervalMonths: 24, nextReviewAt: daysBefore(day, 40) },
    { badgeId: UNDER_REVIEW, intervalMonths: 12, nextReviewAt: dueAfter(day, 20) },
  ];
  return rows.map((row) => ({
    ...policy,
    ...row,
    id: `policy-${row.badgeId}`,
    updatedAt: daysBefore(day, 400),
  }));
}

/** One review that is closed, and one that is open and samples work. */
function reviewRows(catalogue: Catalogue, { submissions }: Achievements, day: Date) {
  const reviewed = courseOf(catalogue, REVIEWED);
  const work = sampled(catalogue, submissions);
  const common = { aspects: ASPECTS, requiredRoles: REQUIRED, invitedIds: [REVIEWER, EMPLOYER] };
  const part = (organizationId: string, by: string, role: string, days: number, statement: string) => ({
    id: `part-${organizationId}-${REVIEWED}`,
    organizationId,
    by: `key:${by}`,
    role,
    at: daysBefore(day, days),
    statement,
  });
  const outcome = { placeKind: 'OUTCOME', placeId: reviewed.outcome.id };
  return [
    {
      ...common,
      id: `review-${REVIEWED}`,
      badgeId: REVIEWED,
      state: 'CLOSED',
      openedAt: daysBefore(day, 200),
      dueAt: daysBefore(day, 140),
      decision: 'APPROVE',
      reason: 'The work we looked at shows what the badge says. What was found is settled.',
      decidedAt: daysBefore(day, 160),
      decidedBy: 'key:sample-issuer-admin',
      sample: [],
      parts: [
        {
          ...part(
            ISSUER,
            'sample-issuer-staff',
            'ISSUER_STAFF',
            190,
            'The task has been the same for two years and still fits.',
          ),
          findings: [],
        },
        {
          ...part(
            REVIEWER,
            'sample-reviewer',
            'EXTERNAL_REVIEWER',
            180,
            'Observable and well assessed; one condition could be clearer.',
          ),
          findings: [
            {
              ...outcome,
              id: `finding-conditions-${REVIEWED}`,
              severity: 'MINOR',
              aspect: 'OUTCOMES',
              placeField: 'conditions',
              text: 'It does not say how much help is allowed.',
              advice: 'Name who may be asked.',
              settledAt: daysBefore(day, 165),
              settlement: 'The conditions now say that a colleague may be asked.',
            },
          ],
        },
        {
          ...part(
            EMPLOYER,
            'sample-employer',
            'EMPLOYER',
            175,
            'People with this badge do this work with us from their first week.',
          ),
          findings: [
            {
              ...outcome,
              id: `finding-tools-${REVIEWED}`,
              severity: 'NOTE',
              aspect: 'ASSESSMENTS',
              placeField: null,
              text: 'We see more notebooks than spreadsheets by now.',
              advice: null,
              settledAt: null,
              settlement: null,
            },
          ],
        },
      ],
    },
    {
      ...common,
      id: `review-${UNDER_REVIEW}`,
      badgeId: UNDER_REVIEW,
      state: 'OPEN',
      openedAt: daysBefore(day, 10),
      dueAt: dueAfter(daysBefore(day, 10), 60),
      decision: null,
      reason: null,
      decidedAt: null,
      decidedBy: null,
      sample: work.map(({ id }, at) => ({ submissionId: id, code: `W${at + 1}` })),
      parts: [],
    },
  ];
}

/** Graded work for the badge under review; its learners let the reviewing body look at it, except the last. */
const sampled = (catalogue: Catalogue, submissions: readonly SampleSubmission[]): SampleSubmission[] => {
  const { assessment } = courseOf(catalogue, UNDER_REVIEW);
  return submissions.filter((one) => one.assessmentId === assessment.id && one.result !== null).slice(0, 3);
};

/** Who lets the reviewing body look at their work, and since when. */
const evidenceConsents = (catalogue: Catalogue, { submissions }: Achievements, day: Date) =>
  sampled(catalogue, submissions)
    .slice(0, -1)
    .map(({ learnerId }) => ({
      id: `consent-evidence-${learnerId}`,
      learnerId,
      organizationId: REVIEWER,
      ...EVIDENCE,
      grantedAt: daysBefore(day, 30),
      expiresAt: dueAfter(day, 300),
      revokedAt: null,
    }));

function proposalRows(catalogue: Catalogue, day: Date) {
  const { outcome } = courseOf(catalogue, REVIEWED);
  const after = outcome.statement.replace(
    /, in R, Python or a spreadsheet/,
    ', in a notebook that others can run',
  );
  const edit = { kind: 'OUTCOME', id: outcome.id, field: 'statement', before: outcome.statement, after };
  return [
    {
      id: PROPOSAL,
      badgeId: REVIEWED,
      organizationId: 'org-harbourlight',
      title: 'Ask for work that others can run again',
      reason: 'Whoever joins us hands their analysis on. A spreadsheet cannot be run again by somebody else.',
      source: 'EMPLOYER',
      proposedAt: daysBefore(day, 25),
      by: 'key:sample-employer-2',
      edits: JSON.stringify([edit]),
      comment: {
        id: `comment-${PROPOSAL}`,
        text: 'Would a script do, too?',
        at: daysBefore(day, 22),
        by: 'key:sample-issuer-staff',
      },
    },
  ];
}

/** What holders of the reviewed badge say: one by name, which was closed by the proposal, the others anonymously. */
function feedbackRows({ credentials }: Achievements, keyOf: (learnerId: string) => LearnerKey, day: Date) {
  const random = randomOf('feedback');
  const held = credentials.filter(({ badgeVersionId }) => badgeVersionId === `${REVIEWED}-v1`);
  const named = held.find(({ learnerId }) => learnerId === 'learner-chidi');
  const anonymous = held.filter(
    ({ learnerId }) => learnerId !== 'learner-ada' && learnerId !== 'learner-chidi',
  );
  const common = ({ id, learnerId, badgeVersionId }: SampleCredential) => ({
    badgeVersionId,
    once: onceOf(nonceOf(keyOf(learnerId).personKey, id)),
    rating: 3 + random.below(3),
    learnerId: null,
    givenAt: null,
    words: null,
    sealedWords: null,
    closedAt: null,
    answer: null,
    proposalId: null,
  });
  const rows = anonymous.slice(0, 40).map((credential, at) => ({
    ...common(credential),
    id: randomUUID(),
    month: monthOf(daysBefore(day, 30 * (1 + (at % 5)))),
    words: at === 0 ? 'The feedback on my work was the best part.' : null,
  }));
  if (!named) return rows;
  const id = `feedback-${REVIEWED}`;
  const givenAt = daysBefore(day, 60);
  const words = 'I rarely use a spreadsheet for this at work. Could we hand in a notebook?';
  const { personKey } = keyOf(named.learnerId);
  return [
    ...rows,
    {
      ...common(named),
      id,
      rating: 4,
      learnerId: named.learnerId,
      month: monthOf(givenAt),
      givenAt,
      sealedWords: sealFor(personKey, words, sealContext('Feedback', id, 'sealedWords')),
      closedAt: daysBefore(day, 20),
      answer: 'An employer asked for the same. We are about to decide on it.',
      proposalId: PROPOSAL,
    },
  ];
}
