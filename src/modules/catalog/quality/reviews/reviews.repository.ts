import { z } from 'zod';
import { read, write } from '../../../../platform/graph/statement.ts';
import { dateTime, id, instant, int, rows } from '../../../../platform/graph/types.ts';
import { disclosure } from '../../../identity/consent/disclosure.ts';
import { PLACE_KINDS } from '../place.ts';
import {
  findingRecord,
  partRecord,
  partTaken,
  policyRecord,
  requiredPart,
  reviewRecord,
  standingRow,
} from './review.records.ts';
import { DECISIONS, REVIEW_ASPECTS, REVIEW_ROLES, REVIEW_STATES, SEVERITIES } from './review.rules.ts';

const ids = z.array(id);
const text = z.string().nullable();
const whole = z.number().int();
const total = { total: whole };
const roles = z.array(z.enum(REVIEW_ROLES));
const aspects = z.array(z.enum(REVIEW_ASPECTS));
const ofBadges = { params: { ids }, returns: 'many' } as const;
const review = { review: reviewRecord };
const concerning = { organizationId: id, state: text, badgeId: text };

const sampledWork = {
  code: id,
  learnerId: id,
  submissionId: id,
  assessmentId: id,
  sealedNarrative: text,
  evidence: z.array(z.strictObject({ url: text, digest: text })),
  sealedProfile: text,
  key: z.strictObject({ id, wrapped: z.string(), kek: z.string() }).nullable(),
  result: z.strictObject({ passed: z.boolean(), points: whole }).nullable(),
};

export const reviewStatements = {
  setPolicy: write('catalog/quality/set-review-policy', {
    params: {
      badgeId: id,
      id,
      intervalMonths: int,
      dueDays: int,
      sampleSize: int,
      aspects,
      requiredRoles: roles,
      requiredCounts: z.array(int),
      now: instant,
      nextReviewAt: instant.nullable(),
    },
    row: { id },
    returns: 'one',
  }),
  lockBadge: write('catalog/quality/lock-badge-for-review', {
    params: { id },
    row: {
      issuerId: id,
      policy: z
        .strictObject({
          intervalMonths: whole,
          dueDays: whole,
          sampleSize: whole,
          aspects,
          requiredRoles: roles,
          requiredCounts: z.array(whole),
        })
        .nullable(),
      current: z.strictObject({ id, publishedAt: dateTime.nullable() }).nullable(),
      last: z
        .strictObject({
          decidedAt: dateTime,
          decision: z.enum(DECISIONS),
          mendBy: dateTime.nullable(),
        })
        .nullable(),
      openReviewId: text,
    },
    returns: 'maybe',
  }),
  policiesOfBadges: read('catalog/quality/review-policies-of-badges', {
    ...ofBadges,
    row: { badgeId: id, policy: policyRecord },
  }),
  standingsOfBadges: read('catalog/quality/standings-of-badges', { ...ofBadges, row: standingRow }),
  overdueBadges: read('catalog/quality/overdue-badges', {
    params: { organizationId: text, now: instant, afterAt: instant, afterId: z.string(), limit: int },
    row: { badgeId: id, nextReviewAt: dateTime },
    returns: 'many',
  }),
  overdueBadgesCount: read('catalog/quality/overdue-badges-count', {
    params: { organizationId: text, now: instant },
    row: total,
    returns: 'one',
  }),
  chooseSample: read('catalog/quality/choose-sample', {
    params: { versionId: id, organizationId: id, invitedIds: ids, now: instant, size: int },
    row: { submissionId: id },
    returns: 'many',
  }),
  openReview: write('catalog/quality/open-review', {
    params: {
      badgeId: id,
      versionId: id,
      id,
      now: instant,
      dueAt: instant,
      aspects,
      requiredRoles: roles,
      requiredCounts: z.array(int),
      organizationIds: ids,
      sample: rows({ submissionId: id, code: id }),
    },
    row: { id },
    returns: 'one',
  }),
  invite: write('catalog/quality/invite-to-review', {
    params: { reviewId: id, organizationId: id },
    row: { id },
    returns: 'one',
  }),
  reviewsByIds: read('catalog/quality/reviews-by-ids', {
    params: { ids, memberOf: ids },
    row: review,
    returns: 'many',
  }),
  reviewsOfBadges: read('catalog/quality/reviews-of-badges', { ...ofBadges, row: review }),
  reviewsByDue: read('catalog/quality/reviews-by-due', {
    params: { ...concerning, afterAt: instant, afterId: z.string(), limit: int },
    row: review,
    returns: 'many',
  }),
  reviewsByDueCount: read('catalog/quality/reviews-by-due-count', {
    params: concerning,
    row: total,
    returns: 'one',
  }),
  reviewsForLearner: read('catalog/quality/reviews-for-learner', {
    params: { learnerId: id },
    row: review,
    returns: 'many',
  }),
  partsOfReviews: read('catalog/quality/parts-of-reviews', {
    ...ofBadges,
    row: { parentId: id, part: partRecord },
  }),
  learnerStatements: read('catalog/quality/learner-statements', {
    params: { ids, organizationId: z.string(), learnerId: z.string() },
    row: { id, learnerId: id, sealedStatement: text },
    returns: 'many',
  }),
  findingsOfReviews: read('catalog/quality/findings-of-reviews', {
    ...ofBadges,
    row: { parentId: id, finding: findingRecord },
  }),
  placesOfVersions: read('catalog/quality/places-of-versions', {
    params: { versionIds: ids },
    row: { versionId: id, kind: z.enum(PLACE_KINDS), id, texts: z.record(z.string(), text) },
    returns: 'many',
  }),
  lockReview: write('catalog/quality/lock-review', {
    params: { id, actor: id, personId: text, learnerId: text },
    row: {
      issuerId: id,
      badgeId: id,
      versionId: id,
      state: z.enum(REVIEW_STATES),
      aspects,
      authors: ids,
      required: z.array(requiredPart),
      taken: z.array(partTaken),
      invitedIds: ids,
      sampleCodes: ids,
      openFindings: z.array(z.enum(SEVERITIES)),
      intervalMonths: whole.nullable(),
      graded: z.boolean(),
      inside: z.boolean(),
      learnerTookPart: z.boolean(),
      holds: z.boolean(),
    },
    returns: 'maybe',
  }),
  createPart: write('catalog/quality/create-review-part', {
    params: {
      reviewId: id,
      id,
      role: z.enum(REVIEW_ROLES),
      by: text,
      now: instant,
      statement: text,
      sealedStatement: text,
      organizationId: text,
      learnerId: text,
      findings: rows({
        id,
        severity: z.enum(SEVERITIES),
        aspect: z.enum(REVIEW_ASPECTS),
        placeKind: z.enum(PLACE_KINDS).nullable(),
        placeId: text,
        placeField: text,
        quote: text,
        text: id,
        advice: text,
        dueAt: instant.nullable(),
      }),
    },
    row: { id },
    returns: 'one',
  }),
  closeReview: write('catalog/quality/close-review', {
    params: {
      id,
      decision: z.enum(DECISIONS),
      reason: id,
      mendBy: instant.nullable(),
      now: instant,
      decidedBy: id,
      nextReviewAt: instant.nullable(),
    },
    row: { id },
    returns: 'one',
  }),
  lockFinding: write('catalog/quality/lock-finding', {
    params: { id },
    row: {
      issuerId: id,
      reviewId: id,
      settled: z.boolean(),
      decision: z.enum(DECISIONS).nullable(),
      decidedAt: dateTime.nullable(),
      isLast: z.boolean(),
      othersOpen: whole,
      intervalMonths: whole.nullable(),
    },
    returns: 'maybe',
  }),
  settleFinding: write('catalog/quality/settle-finding', {
    params: { id, now: instant, settlement: id, nextReviewAt: instant.nullable() },
    row: { id },
    returns: 'one',
  }),
  sampleForIssuer: read('catalog/quality/sample-for-issuer', {
    params: { organizationId: id, reviewId: id },
    row: sampledWork,
    returns: 'many',
  }),
  sampleForOutsiders: read('catalog/quality/sample-for-outsiders', {
    params: { disclosure, reviewId: id },
    row: sampledWork,
    returns: 'many',
  }),
};
