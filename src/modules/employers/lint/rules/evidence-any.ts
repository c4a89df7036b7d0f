import { BLOCKED, hitIf, type Rule, whole } from '../../../catalog/lint/rule.ts';
import type { ProfileFacts, ProfilePart } from '../facts.ts';

export const evidenceAny: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-evidence-any',
  severity: 'ADVICE',
  part: 'EVIDENCE',
  why: 'Where any evidence will do for every must, what people say of themselves counts as much as what was assessed.',
  mend: 'Ask for assessed evidence where it matters most.',
  example: '“test system accessibility”: ASSESSED; “report findings”: ANY.',
  source: 'Open Badges 3.0, `evidence` and `result`; the matching of this product (docs/guides/matching.md)',
  check: ({ requirements }) => {
    const musts = requirements.filter(({ necessity }) => necessity === 'MUST');
    return whole(
      musts.length === 0
        ? BLOCKED
        : hitIf(
            musts.every(({ evidence }) => evidence === 'ANY'),
            'requirements',
            null,
            'For no must does it matter what evidence there is.',
          ),
    );
  },
};
