import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const employerInReviews: Rule<BadgeFacts, BadgePart> = {
  id: 'employer-in-reviews',
  severity: 'WARNING',
  part: 'QUALITY_ASSURANCE',
  why: 'What no employer has looked at may be well taught and of no use at work.',
  mend: 'Invite an employer to a review, to write an outcome with you, or to endorse the version.',
  example: 'A network engineer of a regional hospital reviews outcomes and task once a year.',
  source:
    'Council Recommendation 2022/C 243/02 on micro-credentials, Annex II: relevance to labour-market needs',
  check: ({ review }) =>
    whole(
      hitIf(
        !review.employerTookPart,
        'review',
        null,
        'No employer has reviewed, helped to write or endorsed the badge.',
      ),
    ),
};
