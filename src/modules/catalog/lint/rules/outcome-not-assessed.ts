import { type BadgeFacts, type BadgePart, isStacked, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';

export const outcomeNotAssessed: Rule<BadgeFacts, BadgePart> = {
  id: 'outcome-not-assessed',
  severity: 'ERROR',
  part: 'ASSESSMENT',
  why: 'A badge must not certify what its holder never had to show.',
  mend: 'Let one of the badge’s assessments assess the outcome, or take the outcome out of the badge.',
  example:
    'The project “Set up two networks” assesses both outcomes: configuring the switch and documenting it.',
  source:
    'European Standards and Guidelines (2015), 1.3: assessment shows to what extent the intended outcomes were achieved',
  check: (facts) =>
    each(
      facts.outcomes,
      ({ id }, at) => {
        if (isStacked(facts)) return [];
        if (facts.assessments.length === 0) return BLOCKED;
        return hitIf(
          !facts.assessments.some(({ outcomeIds }) => outcomeIds.includes(id)),
          `outcomes[${at}]`,
          id,
          'None of the badge’s assessments assesses this outcome.',
        );
      },
      needed(facts),
    ),
};
