import { type BadgeFacts, type BadgePart, isStacked, languagesOf, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';
import { isPerformance } from '../words/bloom-verbs.ts';

export const quizOnly: Rule<BadgeFacts, BadgePart> = {
  id: 'quiz-only',
  severity: 'ERROR',
  part: 'ASSESSMENT',
  why: 'Who ticks the right answer has not shown that they can do it: a quiz cannot carry an outcome of doing.',
  mend: 'Add an assessment in which it is done (project, demonstration, simulation, work from the job), or state an outcome of knowing.',
  example: 'For “Configure a switch”: a demonstration on a test network beside the quiz.',
  source:
    'Biggs and Tang, Teaching for Quality Learning at University (2011): constructive alignment; Anderson and Krathwohl (2001)',
  check: (facts) =>
    each(
      facts.outcomes,
      (outcome, at) => {
        const by = facts.assessments.filter(({ outcomeIds }) => outcomeIds.includes(outcome.id));
        if (by.length === 0) return isStacked(facts) ? [] : BLOCKED;
        const performance = isPerformance(outcome, languagesOf(facts, outcome));
        if (performance === null) return BLOCKED;
        return hitIf(
          performance && by.every(({ kind }) => kind === 'QUIZ'),
          `outcomes[${at}]`,
          outcome.id,
          'The outcome is something to do, and only a quiz assesses it.',
        );
      },
      needed(facts),
    ),
};
