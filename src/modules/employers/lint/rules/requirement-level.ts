import { each, hitIf, type Rule } from '../../../catalog/lint/rule.ts';
import { NEEDED, nameOf, type ProfileFacts, type ProfilePart } from '../facts.ts';

export const requirementLevel: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-requirement-level',
  severity: 'WARNING',
  part: 'REQUIREMENTS',
  why: 'Without a level a first step counts as much as mastery.',
  mend: 'State the level the work needs, as a step of the European Qualifications Framework.',
  example: '“perform data analysis”, level 4.',
  source: 'European Qualifications Framework; Open Badges 3.0, `Alignment`',
  check: ({ requirements }) =>
    each(
      requirements,
      (requirement, at) =>
        hitIf(
          requirement.level === null,
          `requirements[${at}].level`,
          requirement.skillUri,
          `“${nameOf(requirement)}” is asked for without a level.`,
        ),
      NEEDED,
    ),
};
