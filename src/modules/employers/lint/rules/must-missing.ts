import { BLOCKED, hitIf, type Rule, whole } from '../../../catalog/lint/rule.ts';
import type { ProfileFacts, ProfilePart } from '../facts.ts';

export const mustMissing: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-must-missing',
  severity: 'WARNING',
  part: 'REQUIREMENTS',
  why: 'Without a must everybody is eligible, and ranking alone has to do the work of choosing.',
  mend: 'Say without which skills nobody can do the work.',
  example: '“perform data analysis”: MUST; “manage data”: NICE.',
  source: 'The matching of this product (docs/guides/matching.md); ESCO, essential and optional skills',
  check: ({ requirements }) =>
    whole(
      requirements.length === 0
        ? BLOCKED
        : hitIf(
            !requirements.some(({ necessity }) => necessity === 'MUST'),
            'requirements',
            null,
            'Nothing the role asks for is a must.',
          ),
    ),
};
