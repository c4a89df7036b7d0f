import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';

export const outcomeSuccessCriteria: Rule<BadgeFacts, BadgePart> = {
  id: 'outcome-success-criteria',
  severity: 'WARNING',
  part: 'OUTCOMES',
  why: 'Without success criteria nobody knows how well it has to be done: neither the learner, nor the assessor, nor the employer.',
  mend: 'Say what counts as done, in the outcome or in an assessment of it: what must be true of the result.',
  example:
    'Success criteria: “neither network answers a ping from the other; the plan and the configuration agree”.',
  source: 'Mager, Preparing Instructional Objectives (1997): performance, conditions, criterion',
  check: (facts) =>
    each(
      facts.outcomes,
      ({ id, successCriteria }, at) =>
        hitIf(
          successCriteria.length === 0 &&
            !facts.assessments.some(
              ({ outcomeIds, successCriteria: own }) => outcomeIds.includes(id) && own.length > 0,
            ),
          `outcomes[${at}].successCriteria`,
          id,
          'Neither the outcome nor an assessment of it says what counts as success.',
        ),
      needed(facts),
    ),
};
