import { type BadgeFacts, type BadgePart, needed } from '../facts.ts';
import { BLOCKED, each, hitIf, type Rule } from '../rule.ts';

export const rubricDescriptors: Rule<BadgeFacts, BadgePart> = {
  id: 'rubric-descriptors',
  severity: 'WARNING',
  part: 'ASSESSMENT',
  why: 'A level that is only a name is read differently by every assessor.',
  mend: 'Say for each level what such work looks like.',
  example: '“Working: the networks do not see each other, and the plan agrees with the configuration.”',
  source:
    'Jonsson and Svingby, The use of scoring rubrics (2007); Open Badges 3.0, `RubricCriterionLevel.description`',
  check: (facts) =>
    each(
      facts.assessments,
      ({ id, criteria }, at) => {
        if (criteria.length === 0) return BLOCKED;
        return criteria.flatMap(({ title, levels }, criterion) => {
          const silent = levels.filter(
            ({ descriptor }) => descriptor === null || descriptor.trim() === '',
          ).length;
          return hitIf(
            silent > 0,
            `assessments[${at}].rubric.criteria[${criterion}].levels`,
            id,
            `${silent} of ${levels.length} levels of “${title}” have no descriptor.`,
          );
        });
      },
      needed(facts),
    ),
};
