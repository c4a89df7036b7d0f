import { BLOCKED, hitIf, type Rule, whole } from '../../../catalog/lint/rule.ts';
import type { ProfileFacts, ProfilePart } from '../facts.ts';

/** Of two requirements it may well be true that they matter the same. */
const FEWEST = 3;

export const weightsEqual: Rule<ProfileFacts, ProfilePart> = {
  id: 'role-weights-equal',
  severity: 'ADVICE',
  part: 'REQUIREMENTS',
  why: 'When everything counts the same, candidates are ranked by how many skills they have, not by those that matter.',
  mend: 'Give more weight to what decides whether somebody does the work well.',
  example: '“perform data analysis” 3, “present results” 2, “manage data” 1.',
  source: 'The matching of this product (docs/guides/matching.md)',
  check: ({ requirements }) =>
    whole(
      requirements.length === 0
        ? BLOCKED
        : hitIf(
            requirements.length >= FEWEST && new Set(requirements.map(({ weight }) => weight)).size === 1,
            'requirements',
            null,
            `All ${requirements.length} requirements have the same weight.`,
          ),
    ),
};
