import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';
import { fold } from '../words/fold.ts';

export const rubricLevelsSame: Rule<BadgeFacts, BadgePart> = {
  id: 'rubric-levels-same',
  severity: 'ERROR',
  part: 'ASSESSMENT',
  why: 'Two levels with the same words cannot be told apart, so the points between them mean nothing.',
  mend: 'Say in each level what the one below it does not have.',
  example:
    'Instead of “complete” twice: “every step is documented” and “every step is documented with its reason”.',
  source: 'Jonsson and Svingby, The use of scoring rubrics (2007): distinguishable performance levels',
  check: (facts) =>
    each(
      facts.assessments,
      ({ id, criteria }, at) => {
        if (criteria.length === 0) return BLOCKED;
        return criteria.flatMap(({ title, levels }, criterion) => {
          const texts = levels.map(({ descriptor }) => fold(descriptor ?? '')).filter((text) => text !== '');
          return hitIf(
            new Set(texts).size < texts.length,
            `assessments[${at}].rubric.criteria[${criterion}].levels`,
            id,
            `Levels of “${title}” are described in the same words.`,
          );
        });
      },
      needed(facts),
    ),
};
