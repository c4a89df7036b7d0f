import { each, hitIf, type Rule } from '../../../catalog/lint/rule.ts';
import { NEEDED, nameOf, type ProfileFacts, type ProfilePart } from '../facts.ts';

export const skillEnded: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-skill-ended',
  severity: 'ERROR',
  part: 'REQUIREMENTS',
  why: 'The skill was taken out of its framework and nothing took its place: no new badge will show it.',
  mend: 'Ask for a skill of the newest edition; the search of the taxonomies finds near ones.',
  example: 'Instead of a skill that ended with ESCO 1.1.1: one that ESCO 1.2.0 has.',
  source: 'ESCO, obsolete concepts; O*NET taxonomy changes',
  check: ({ requirements }) =>
    each(
      requirements,
      (requirement, at) =>
        hitIf(
          !requirement.current && requirement.replacedBy.length === 0,
          `requirements[${at}]`,
          requirement.skillUri,
          `The skill “${nameOf(requirement)}” is no longer in its framework.`,
        ),
      NEEDED,
    ),
};
