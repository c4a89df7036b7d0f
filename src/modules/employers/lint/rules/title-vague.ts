import { hitIf, type Rule, whole } from '../../../catalog/lint/rule.ts';
import type { ProfileFacts, ProfilePart } from '../facts.ts';
import { vagueTitle } from '../words.ts';

export const titleVague: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-title-vague',
  severity: 'WARNING',
  part: 'WORDING',
  why: 'People look for a role by its usual name, and judge by it whether they belong there.',
  mend: 'Use the title that others use for such work; an occupation of ESCO or O*NET has one.',
  example: 'Instead of “Data ninja”: “Data analyst”.',
  source:
    'Gaucher, Friesen and Kay, Evidence that gendered wording in job advertisements exists (2011); ESCO occupations',
  check: ({ title }) => {
    const why = vagueTitle(title);
    return whole(hitIf(why !== null, 'title', null, why ?? ''));
  },
};
