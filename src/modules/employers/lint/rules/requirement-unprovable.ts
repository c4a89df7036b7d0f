import { each, hitIf, type Rule } from '../../../catalog/lint/rule.ts';
import { NEEDED, nameOf, type ProfileFacts, type ProfilePart } from '../facts.ts';

export const requirementUnprovable: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-requirement-unprovable',
  severity: 'WARNING',
  part: 'EVIDENCE',
  why: 'When no published badge proves a skill at this level, nobody can meet the requirement, however able they are.',
  mend: 'Ask for a level or a skill that badges prove, take other evidence, or ask an issuer to offer such a badge.',
  example: 'Level 4 in place of 7, where four published badges prove level 4.',
  source: 'The matching of this product (docs/guides/matching.md)',
  check: ({ requirements }) =>
    each(
      requirements,
      (requirement, at) =>
        hitIf(
          requirement.badges === 0,
          `requirements[${at}]`,
          requirement.skillUri,
          `No published badge proves “${nameOf(requirement)}”${requirement.level === null ? '' : ` at level ${requirement.level}`}.`,
        ),
      NEEDED,
    ),
};
