import type { BadgeFacts, BadgePart } from '../facts.ts';
import { hitIf, type Rule, whole } from '../rule.ts';

export const criteriaMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'criteria-missing',
  severity: 'WARNING',
  part: 'DESCRIPTION',
  why: 'Open Badges requires the criteria: who reads the badge wants to know what had to be done for it.',
  mend: 'Say in words what somebody has to do to earn the badge.',
  example: '“Pass the project with at least ‘working’ in both criteria.”',
  source: 'Open Badges 3.0, `Achievement.criteria` (required)',
  check: ({ criteria }) =>
    whole(
      hitIf(
        criteria === null || criteria.trim() === '',
        'criteria',
        null,
        'The badge does not say in words how it is earned.',
      ),
    ),
};
