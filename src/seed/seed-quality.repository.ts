import { z } from 'zod';
import { write } from '../platform/graph/statement.ts';
import { id, instant, int, rows } from '../platform/graph/types.ts';

const text = z.string();
const maybe = text.nullable();
const nothing = { row: {}, returns: 'none' as const };

export const seedQualityStatements = {
  putReviewPolicies: write('seed/put-review-policies', {
    params: {
      rows: rows({
        id,
        badgeId: id,
        intervalMonths: int,
        dueDays: int,
        sampleSize: int,
        aspects: z.array(text),
        requiredRoles: z.array(text),
        updatedAt: instant,
        nextReviewAt: instant,
      }),
    },
    ...nothing,
  }),
  putReviews: write('seed/put-reviews', {
    params: {
      rows: rows({
        id,
        badgeId: id,
        state: text,
        aspects: z.array(text),
        openedAt: instant,
        dueAt: instant,
        requiredRoles: z.array(text),
        invitedIds: z.array(id),
        decision: maybe,
        reason: maybe,
        decidedAt: instant.nullable(),
        decidedBy: maybe,
        sample: rows({ submissionId: id, code: id }),
        parts: rows({
          id,
          organizationId: id,
          by: id,
          role: text,
          at: instant,
          statement: text,
          findings: rows({
            id,
            severity: text,
            aspect: text,
            placeKind: text,
            placeId: id,
            placeField: maybe,
            text,
            advice: maybe,
            settledAt: instant.nullable(),
            settlement: maybe,
          }),
        }),
      }),
    },
    ...nothing,
  }),
  putProposals: write('seed/put-proposals', {
    params: {
      rows: rows({
        id,
        badgeId: id,
        organizationId: id,
        title: text,
        reason: text,
        source: text,
        proposedAt: instant,
        by: id,
        edits: text,
        comment: z.strictObject({ id, text, at: instant, by: id }),
      }),
    },
    ...nothing,
  }),
  putFeedback: write('seed/put-feedback', {
    params: {
      rows: rows({
        id,
        badgeVersionId: id,
        once: id,
        rating: int,
        month: text,
        givenAt: instant.nullable(),
        words: maybe,
        sealedWords: maybe,
        learnerId: maybe,
        closedAt: instant.nullable(),
        answer: maybe,
        proposalId: maybe,
      }),
    },
    ...nothing,
  }),
};
