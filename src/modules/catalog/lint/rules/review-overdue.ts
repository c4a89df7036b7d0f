import type { BadgeFacts, BadgePart } from '../facts.ts';
import { BLOCKED, hitIf, type Rule, whole } from '../rule.ts';

export const reviewOverdue: Rule<BadgeFacts, BadgePart> = {
  id: 'review-overdue',
  severity: 'WARNING',
  part: 'QUALITY_ASSURANCE',
  why: 'The badge promises a review that has not taken place.',
  mend: 'Hold the review, and write down findings and decisions.',
  example: 'A review of outcomes, assessment and five sampled pieces of work, with two decisions.',
  source: 'European Standards and Guidelines (2015), 1.9: on-going monitoring and periodic review',
  check: ({ review }) =>
    whole(
      review.intervalMonths === null
        ? BLOCKED
        : hitIf(
            review.overdue,
            'review',
            null,
            `Its review every ${review.intervalMonths} months is overdue.`,
          ),
    ),
};
