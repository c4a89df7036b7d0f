import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';
import { withoutDegree } from '../words/degree.ts';
import { fold } from '../words/fold.ts';

export const rubricLevelsOfDegree: Rule<BadgeFacts, BadgePart> = {
  id: 'rubric-levels-of-degree',
  severity: 'WARNING',
  part: 'ASSESSMENT',
  why: '“Good” and “very good” are not descriptions: assessors agree little where levels differ only in degree.',
  mend: 'Describe what can be seen at each level, not how much the assessor likes it.',
  example:
    'Instead of “clear” and “very clear”: “a colleague finds the setting” and “a stranger finds it without asking”.',
  source: 'Jonsson and Svingby, The use of scoring rubrics (2007): distinguishable performance levels',
  check: (facts) =>
    each(
      facts.assessments,
      ({ id, criteria }, at) => {
        if (criteria.length === 0) return BLOCKED;
        return criteria.flatMap(({ title, levels }, criterion) => {
          const texts = [...new Set(levels.map(({ descriptor }) => fold(descriptor ?? '')))].filter(Boolean);
          const cores = texts.map(withoutDegree);
          return hitIf(
            new Set(cores).size < cores.length,
            `assessments[${at}].rubric.criteria[${criterion}].levels`,
            id,
            `Levels of “${title}” differ only in words of degree.`,
          );
        });
      },
      needed(facts),
    ),
};
