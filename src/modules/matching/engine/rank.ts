import { ELIGIBILITIES, type Eligibility, type Match } from './model.ts';

/** Where somebody stands in a ranking: the sort keys, in this order. `id` settles what is still equal. */
export interface Position {
  readonly eligibility: Eligibility;
  readonly points: number;
  readonly confidence: number;
  /** A random number stored with the learner and never shown. */
  readonly tieBreak: number;
  readonly id: string;
}

export const positionOf = (match: Match, tieBreak: number, id: string): Position => ({
  eligibility: match.eligibility,
  points: match.points,
  confidence: match.confidence,
  tieBreak,
  id,
});

/** A total order: the class first (ELIGIBLE, NEAR, UNKNOWN, NOT), then more fit, more confidence, the lower tie-break, the lower id. */
export function comparePositions(a: Position, b: Position): number {
  return (
    ELIGIBILITIES.indexOf(a.eligibility) - ELIGIBILITIES.indexOf(b.eligibility) ||
    b.points - a.points ||
    b.confidence - a.confidence ||
    a.tieBreak - b.tieBreak ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
