import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';

export const alignmentUnreviewed: Rule<BadgeFacts, BadgePart> = {
  id: 'alignment-unreviewed',
  severity: 'ADVICE',
  part: 'ALIGNMENT',
  why: 'An alignment is a claim; one that a second person has looked at is worth more than one nobody has.',
  mend: 'Ask somebody else to review the alignment.',
  example: 'A colleague reads outcome and skill side by side and marks the alignment as reviewed.',
  source: 'W3C SKOS mapping practice; the review states of this product',
  check: (facts) =>
    each(
      facts.outcomes,
      ({ alignments }, at) =>
        alignments.length === 0
          ? BLOCKED
          : alignments.flatMap(({ skillUri, label, reviewState }, place) =>
              hitIf(
                reviewState === 'PROPOSED',
                `outcomes[${at}].alignments[${place}]`,
                skillUri,
                `Nobody has reviewed the alignment to “${label ?? skillUri}”.`,
              ),
            ),
      needed(facts),
    ),
};
