import { OPEN } from './version.ts';

/** An edge as the graph holds it, ending after the version that is imported. */
export interface HeldEdge {
  readonly id: string;
  readonly since: number;
  readonly until: number;
  readonly values: readonly number[];
}

export interface EdgePlan {
  readonly outcome: 'same' | 'added' | 'changed' | 'widened';
  /** Ends at this version: its id. */
  readonly close?: string;
  /** A new edge that holds from this version to here; one that starts at this version already gets the values. */
  readonly writeUntil?: number;
  /** Held since this version too: its id. */
  readonly widen?: string;
}

/** What becomes of the edges between two nodes that say the same, when release `version` states one with `values`. */
export function planEdge(
  held: readonly HeldEdge[],
  values: readonly number[],
  version: number,
  complete: boolean,
): EdgePlan {
  const now = held.find((edge) => edge.since <= version && version < edge.until);
  if (now) {
    if (!complete || sameValues(now.values, values)) return { outcome: 'same' };
    if (now.since === version) return { outcome: 'changed', writeUntil: now.until };
    return { outcome: 'changed', close: now.id, writeUntil: now.until };
  }
  const next = [...held].sort((a, b) => a.since - b.since)[0];
  if (next && sameValues(next.values, values)) return { outcome: 'widened', widen: next.id };
  return { outcome: 'added', writeUntil: next?.since ?? OPEN };
}

const sameValues = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((value, index) => Object.is(value, b[index]));
