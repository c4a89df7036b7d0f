import type { RubricRecord } from '../../catalog/catalog.records.ts';

/** The level somebody was given in one criterion. */
export interface Score {
  readonly criterionId: string;
  readonly levelId: string;
}

/** What a grading comes to; or, when the scores do not fit the rubric, where and why. */
export type Grading =
  | { readonly passed: boolean; readonly points: number; readonly levelIds: readonly string[] }
  | { readonly argument: string; readonly message: string };

/**
 * Grades by a rubric: points are the sum over the criteria, and passed is every criterion at or above its threshold. Every
 * criterion needs exactly one level of its own. The order of the scores does not matter.
 */
export function grade(rubric: RubricRecord, scores: readonly Score[]): Grading {
  const criteria = new Map(rubric.criteria.map((criterion) => [criterion.id, criterion]));
  const given = new Map<string, { points: number; passes: boolean; levelId: string }>();
  for (const [at, { criterionId, levelId }] of scores.entries()) {
    const criterion = criteria.get(criterionId);
    if (!criterion)
      return wrong(
        `scores[${at}].criterionId`,
        `must be a criterion of the rubric: ${list(rubric.criteria)}.`,
      );
    if (given.has(criterionId))
      return wrong(
        `scores[${at}].criterionId`,
        `scores "${criterion.title}" twice; give each criterion one level.`,
      );
    const level = criterion.levels.find(({ id }) => id === levelId);
    if (!level)
      return wrong(
        `scores[${at}].levelId`,
        `must be a level of "${criterion.title}": ${list(criterion.levels)}.`,
      );
    const threshold = criterion.levels.find(({ passing }) => passing);
    given.set(criterionId, {
      points: level.points,
      passes: threshold !== undefined && level.position >= threshold.position,
      levelId,
    });
  }
  const unscored = rubric.criteria.filter(({ id }) => !given.has(id));
  if (unscored.length > 0)
    return wrong('scores', `must give every criterion a level; missing: ${list(unscored)}.`);
  const levels = [...given.values()];
  return {
    passed: levels.every(({ passes }) => passes),
    points: levels.reduce((sum, { points }) => sum + points, 0),
    levelIds: levels.map(({ levelId }) => levelId),
  };
}

const wrong = (argument: string, message: string): Grading => ({ argument, message });

const list = (entries: readonly { id: string; title: string }[]): string =>
  entries.map(({ id, title }) => `${id} (${title})`).join(', ');
