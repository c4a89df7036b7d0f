import type { Score } from './grade.ts';

/** How far the marking of a piece of work is: more assessors have to mark it; they agree; they differ, so somebody else decides. */
export type Settling = 'WAITING' | 'AGREED' | 'DIFFERENT';

/** What came of the markings of a piece of work that so many assessors have to mark. */
export function settle(markings: readonly (readonly Score[])[], needed: number): Settling {
  if (markings.length < needed) return 'WAITING';
  return disputed(markings).length === 0 ? 'AGREED' : 'DIFFERENT';
}

/** The criteria for which the markings do not all say the same level, in the order of the first. */
export function disputed(markings: readonly (readonly Score[])[]): string[] {
  const [first = [], ...others] = markings;
  return first
    .filter(({ criterionId, levelId }) =>
      others.some((scores) => scores.find((score) => score.criterionId === criterionId)?.levelId !== levelId),
    )
    .map(({ criterionId }) => criterionId);
}

/** The level of each criterion once it was decided: what all agreed on stays, the moderator says the rest. */
export function moderated(
  markings: readonly (readonly Score[])[],
  decided: readonly Score[],
): readonly Score[] {
  const open = new Set(disputed(markings));
  return [...(markings[0] ?? []).filter(({ criterionId }) => !open.has(criterionId)), ...decided];
}

/**
 * How many assessors mark a piece of work: as many as the assessment says, and two at least when it falls into the sample that is marked
 * twice. `draw` is a number from 0 to below 1 that belongs to the work and that assessors cannot know.
 */
export const assessorsNeeded = (
  { assessors, doubleMarkPercent }: { readonly assessors: number; readonly doubleMarkPercent: number },
  draw: number,
): number => (draw * 100 < doubleMarkPercent ? Math.max(2, assessors) : assessors);
