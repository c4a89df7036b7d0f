import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';

export const assessmentTask: Rule<BadgeFacts, BadgePart> = {
  id: 'assessment-task',
  severity: 'WARNING',
  part: 'ASSESSMENT',
  why: 'Who reads the badge cannot tell what had to be done for it, and learners cannot prepare.',
  mend: 'Write the task as it is given to the learner.',
  example: '“Set up two networks on one switch, and hand in the configuration with a one-page plan.”',
  source: 'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: type of assessment',
  check: (facts) =>
    each(
      facts.assessments,
      ({ id, task }, at) =>
        hitIf(
          task === null || task.trim() === '',
          `assessments[${at}].task`,
          id,
          'The assessment does not say its task.',
        ),
      needed(facts),
    ),
};
