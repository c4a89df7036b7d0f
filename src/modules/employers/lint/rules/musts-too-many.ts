import { BLOCKED, hitIf, type Rule, whole } from '../../../catalog/lint/rule.ts';
import type { ProfileFacts, ProfilePart } from '../facts.ts';

/** More than anybody can be expected to prove. */
const MOST_MUSTS = 20;

export const mustsTooMany: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-musts-too-many',
  severity: 'WARNING',
  part: 'REQUIREMENTS',
  why: 'Each must shuts out people who could learn it soon; long lists keep good people, and women more than men, from applying.',
  mend: 'Keep as musts what is needed on the first day, and make the others nice to have.',
  example: 'Five musts and eight nice-to-haves.',
  source: 'Mohr, Why women don’t apply for jobs unless they’re 100% qualified (2014)',
  check: ({ requirements }) => {
    const musts = requirements.filter(({ necessity }) => necessity === 'MUST').length;
    return whole(
      requirements.length === 0
        ? BLOCKED
        : hitIf(
            musts > MOST_MUSTS,
            'requirements',
            null,
            `${musts} requirements are musts; more than ${MOST_MUSTS} leave hardly anybody.`,
          ),
    );
  },
};
