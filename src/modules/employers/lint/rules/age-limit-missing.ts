import { each, hitIf, type Rule } from '../../../catalog/lint/rule.ts';
import { FAST_AGEING_GROUPS } from '../../../catalog/lint/words/fast-ageing.ts';
import { NEEDED, nameOf, type ProfileFacts, type ProfilePart } from '../facts.ts';

export const ageLimitMissing: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-age-limit-missing',
  severity: 'ADVICE',
  part: 'EVIDENCE',
  why: 'A skill that changes every few years is not proved by what was shown long ago.',
  mend: 'Say how old evidence of it may be.',
  example: '“computer programming”: at most 48 months.',
  source: 'ESCO 1.2.0, groups 06 and S5',
  check: ({ requirements }) =>
    each(
      requirements,
      (requirement, at) =>
        hitIf(
          requirement.maxAgeMonths === null &&
            requirement.groups.some((group) => Object.hasOwn(FAST_AGEING_GROUPS, group)),
          `requirements[${at}].maxAgeMonths`,
          requirement.skillUri,
          `“${nameOf(requirement)}” ages fast, and evidence of any age counts.`,
        ),
      NEEDED,
    ),
};
