import { each, hitIf, type Rule } from '../../../catalog/lint/rule.ts';
import { NEEDED, nameOf, type ProfileFacts, type ProfilePart } from '../facts.ts';

export const skillReplaced: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-skill-replaced',
  severity: 'WARNING',
  part: 'REQUIREMENTS',
  why: 'New badges show the skill that took its place, so the role will miss them.',
  mend: 'Ask for the skill that took its place.',
  example: 'The finding names the successor: ask for that one.',
  source: 'ESCO, replaced concepts (`REPLACED_BY`); O*NET taxonomy changes',
  check: ({ requirements }) =>
    each(
      requirements,
      (requirement, at) =>
        hitIf(
          !requirement.current && requirement.replacedBy.length > 0,
          `requirements[${at}]`,
          requirement.skillUri,
          `The skill “${nameOf(requirement)}” was replaced by ${requirement.replacedBy
            .map(({ label, uri }) => `“${label ?? uri}” (${uri})`)
            .join(', ')}.`,
        ),
      NEEDED,
    ),
};
