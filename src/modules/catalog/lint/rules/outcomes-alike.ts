import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';
import { fold } from '../words/fold.ts';

export const outcomesAlike: Rule<BadgeFacts, BadgePart> = {
  id: 'outcomes-alike',
  severity: 'WARNING',
  part: 'OUTCOMES',
  why: 'An outcome that is there twice makes a badge look bigger than it is.',
  mend: 'Keep one of the two, or say in each what the other does not.',
  example: 'Instead of “Plan a test” twice: “Plan a test of a form” and “Plan a load test”.',
  source: 'Cedefop, Defining, writing and applying learning outcomes (2022): few and distinct outcomes',
  check: (facts) => {
    const texts = facts.outcomes.map(({ statement }) => fold(statement));
    return each(
      facts.outcomes,
      ({ id }, at) =>
        hitIf(
          texts.indexOf(texts[at] ?? '') < at,
          `outcomes[${at}].statement`,
          id,
          'Another outcome of the badge says the same.',
        ),
      needed(facts),
    );
  },
};
