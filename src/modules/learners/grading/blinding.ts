import { actorsOf, isMemberOf, type Viewer } from '../../identity/viewer.ts';

/** What decides who sees what of work that is being marked. */
export interface Work {
  readonly learnerId: string;
  readonly ownerId: string;
  /** True when work for this assessment may be marked by more than one assessor. */
  readonly multiple: boolean;
  readonly graded: boolean;
  /** How many assessors have to mark it. */
  readonly assessors: number;
  /** Who marked it so far, as audit events name them. */
  readonly markedBy: readonly string[];
}

const isAssessor = (viewer: Viewer, { ownerId }: Work): boolean => isMemberOf(viewer, ownerId, 'ASSESSOR');

const hasMarked = (viewer: Viewer, { markedBy }: Work): boolean =>
  actorsOf(viewer).some((actor) => markedBy.includes(actor));

/** True when enough assessors have marked the work and they differ. */
export const isDisputed = ({ graded, assessors, markedBy }: Work): boolean =>
  !graded && markedBy.length >= assessors;

/**
 * True when the viewer must not know whose work it is: whoever could mark it, while it has no result. That holds for all work of an
 * assessment of which some is marked twice, so that nobody can tell from it which work that is.
 */
export const isBlind = (viewer: Viewer, work: Work): boolean =>
  work.multiple && !work.graded && isAssessor(viewer, work) && viewer.learnerId !== work.learnerId;

/**
 * Whose markings the viewer sees: all of them once there is a result, and to decide between assessors who differ; before that an assessor
 * sees their own and nobody else any.
 */
export function visibleMarkings(viewer: Viewer, work: Work): 'ALL' | 'OWN' | 'NONE' {
  if (work.graded) return 'ALL';
  if (!isAssessor(viewer, work)) return 'NONE';
  return isDisputed(work) && !hasMarked(viewer, work) ? 'ALL' : 'OWN';
}

/** True when the work waits for something this viewer can do as an assessor: mark it, or decide between others. */
export const waitsFor = (viewer: Viewer, work: Work): boolean =>
  isAssessor(viewer, work) &&
  !work.graded &&
  !hasMarked(viewer, work) &&
  !actorsOf(viewer).includes(work.learnerId);
