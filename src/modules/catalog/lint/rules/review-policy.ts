import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const reviewPolicy: Rule<BadgeFacts, BadgePart> = {
  id: 'review-policy',
  severity: 'WARNING',
  part: 'QUALITY_ASSURANCE',
  why: 'Readers want to know how quality is assured; without a policy nobody will look at the badge again.',
  mend: 'Set a review policy: how often, by whom, with at least one practitioner from outside.',
  example: 'Every 12 months, by an employer and a peer of another school.',
  source:
    'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: type of quality assurance; European Standards and Guidelines (2015), 1.9',
  check: ({ review }) =>
    whole(hitIf(review.intervalMonths === null, 'review.policy', null, 'The badge has no review policy.')),
};
