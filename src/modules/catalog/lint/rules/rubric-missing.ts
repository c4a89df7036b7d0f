import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { each, hitIf, type Rule } from '../rule.ts';

export const rubricMissing: Rule<BadgeFacts, BadgePart> = {
  id: 'rubric-missing',
  severity: 'ERROR',
  part: 'ASSESSMENT',
  why: 'Without levels of each criterion a grade is somebody’s mood, and work cannot be graded here at all.',
  mend: 'Give the assessment a rubric whose criteria have at least two levels, one of them the threshold of passing.',
  example: 'Criterion “Separation”: not yet (0) · working (2, passes) · robust (3).',
  source: 'Open Badges 3.0, `RubricCriterionLevel`; Jonsson and Svingby, The use of scoring rubrics (2007)',
  check: (facts) =>
    each(
      facts.assessments,
      ({ id, criteria }, at) => {
        if (criteria.length === 0)
          return hitIf(true, `assessments[${at}].rubric`, id, 'The assessment has no rubric with criteria.');
        return criteria.flatMap(({ title, levels }, criterion) =>
          hitIf(
            levels.length < 2 || !levels.some(({ passing }) => passing),
            `assessments[${at}].rubric.criteria[${criterion}]`,
            id,
            `The criterion “${title}” has no two levels with a threshold of passing.`,
          ),
        );
      },
      needed(facts),
    ),
};
