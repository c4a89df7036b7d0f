import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';

const says = (text: string | null): boolean => text !== null && text.trim() !== '';

export const outcomeConditions: Rule<BadgeFacts, BadgePart> = {
  id: 'outcome-conditions',
  severity: 'WARNING',
  part: 'OUTCOMES',
  why: 'The same task alone or with help, with or without tools, is not the same performance.',
  mend: 'Say under which conditions it is done: with which tools, alone or together, within which limits.',
  example:
    'Conditions: “from a written plan, with the vendor’s manual at hand, without help, within two hours”.',
  source: 'Mager, Preparing Instructional Objectives (1997): performance, conditions, criterion',
  check: (facts) =>
    each(
      facts.outcomes,
      ({ id, conditions, constraints, tools }, at) =>
        hitIf(
          !says(conditions) && !says(constraints) && tools.length === 0,
          `outcomes[${at}].conditions`,
          id,
          'The outcome names no conditions, tools or constraints.',
        ),
      needed(facts),
    ),
};
