import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';

export const supervisionStatement: Rule<BadgeFacts, BadgePart> = {
  id: 'supervision-statement',
  severity: 'WARNING',
  part: 'ASSESSMENT',
  why: 'Whoever relies on a badge wants to know whether somebody watched, and whether it was that person who did it.',
  mend: 'Say how the assessment is supervised and how identity is checked; “not supervised” is an answer, too.',
  example: 'Supervision: “in a room with an assessor”; identity check: DOCUMENT.',
  source:
    'Council Recommendation 2022/C 243/02 on micro-credentials, Annex I: supervision and identity verification during assessment',
  check: (facts) =>
    each(
      facts.assessments,
      ({ id, supervision, identityCheck }, at) =>
        hitIf(
          (supervision === null || supervision.trim() === '') && identityCheck === null,
          `assessments[${at}].supervision`,
          id,
          'The assessment says neither how it is supervised nor how identity is checked.',
        ),
      needed(facts),
    ),
};
