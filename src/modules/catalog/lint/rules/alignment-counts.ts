import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';

export const alignmentCounts: Rule<BadgeFacts, BadgePart> = {
  id: 'alignment-counts',
  severity: 'WARNING',
  part: 'ALIGNMENT',
  why: 'Only an alignment that means the skill itself proves it; parts, wholes and neighbours of a skill do not.',
  mend: 'Find a skill the outcome shows exactly, or word the outcome so that it shows the one it is aligned to.',
  example: 'Beside NARROW to “network security”: EXACT to “configure firewalls”.',
  source: 'SKOS mapping relations; the matching of this product (docs/matching.md)',
  check: (facts) =>
    each(
      facts.outcomes,
      ({ id, alignments }, at) =>
        alignments.length === 0
          ? BLOCKED
          : hitIf(
              !alignments.some(({ relation }) => relation === 'EXACT' || relation === 'CLOSE'),
              `outcomes[${at}].alignments`,
              id,
              'No alignment of the outcome means a skill itself (EXACT or CLOSE).',
            ),
      needed(facts),
    ),
};
