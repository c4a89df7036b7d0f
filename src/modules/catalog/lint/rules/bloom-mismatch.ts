import { type BadgeFacts, type BadgePart, BLOOM_LEVELS, languagesOf, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';
import { bloomOfVerb } from '../words/bloom-verbs.ts';
import { vagueVerbOf } from '../words/vague-verbs.ts';

const STEPS_APART = 2;

export const bloomMismatch: Rule<BadgeFacts, BadgePart> = {
  id: 'bloom-mismatch',
  severity: 'ADVICE',
  part: 'OUTCOMES',
  why: 'When the verb and the stated level are far apart, one of them promises something that will not be assessed.',
  mend: 'Choose a verb of the level you mean, or state the level of the verb.',
  example:
    '“List the risks” is REMEMBER; for EVALUATE write “Judge which of the risks must be met first, and say why”.',
  source: 'Anderson and Krathwohl, A Taxonomy for Learning, Teaching, and Assessing (2001)',
  check: (facts) =>
    each(
      facts.outcomes,
      (outcome, at) => {
        if (vagueVerbOf(outcome, languagesOf(facts, outcome)) !== null) return BLOCKED;
        const said = outcome.bloom;
        const meant = bloomOfVerb(outcome, languagesOf(facts, outcome));
        return hitIf(
          said !== null &&
            meant !== null &&
            Math.abs(BLOOM_LEVELS.indexOf(said) - BLOOM_LEVELS.indexOf(meant)) >= STEPS_APART,
          `outcomes[${at}].bloom`,
          outcome.id,
          `The outcome is said to be ${said}, its verb is one of ${meant}.`,
        );
      },
      needed(facts),
    ),
};
