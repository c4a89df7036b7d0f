import type { ConceptRow, Kind } from './release.ts';
import { OPEN } from './version.ts';

/** A concept as the graph holds it. */
export interface HeldConcept {
  readonly kind: Kind;
  readonly code: string | null;
  readonly skillType: ConceptRow['skillType'];
  readonly reuseLevel: ConceptRow['reuseLevel'];
  readonly jobZone: number | null;
  readonly since: number;
  readonly until: number;
  /** Spans in which it was absent between `since` and `until`, as pairs of ordinals: from, to, from, to … */
  readonly gaps: readonly number[];
}

export type ConceptOutcome = 'added' | 'returned' | 'changed' | 'same';

/**
 * What becomes of a concept that release `version` names. `since` becomes the earliest release that has it; one that had left
 * comes back with the time of its absence noted. `newest` is false behind a newer partial edition: its attributes then stay.
 */
export function planConcept(
  held: HeldConcept | null,
  row: ConceptRow,
  version: number,
  newest: boolean,
): { readonly outcome: ConceptOutcome; readonly concept: HeldConcept } {
  if (held === null) {
    const { kind, code, skillType, reuseLevel, jobZone } = row;
    return {
      outcome: 'added',
      concept: { kind, code, skillType, reuseLevel, jobZone, since: version, until: OPEN, gaps: [] },
    };
  }
  const left = held.until <= version;
  const better = <T>(stated: T | null, known: T | null): T | null =>
    newest ? (stated ?? known) : (known ?? stated);
  const concept: HeldConcept = {
    kind: newest ? row.kind : held.kind,
    code: better(row.code, held.code),
    skillType: better(row.skillType, held.skillType),
    reuseLevel: better(row.reuseLevel, held.reuseLevel),
    jobZone: better(row.jobZone, held.jobZone),
    since: Math.min(held.since, version),
    until: left ? OPEN : held.until,
    gaps: left && held.until < version ? [...held.gaps, held.until, version] : held.gaps,
  };
  const outcome = left ? 'returned' : sameConcept(held, concept) ? 'same' : 'changed';
  return { outcome, concept };
}

/** Whether a concept holds in a version, its absences considered. */
export function holdsAt(concept: Pick<HeldConcept, 'since' | 'until' | 'gaps'>, version: number): boolean {
  if (version < concept.since || version >= concept.until) return false;
  for (let index = 0; index + 1 < concept.gaps.length; index += 2)
    if (version >= (concept.gaps[index] ?? 0) && version < (concept.gaps[index + 1] ?? 0)) return false;
  return true;
}

const sameConcept = (a: HeldConcept, b: HeldConcept): boolean =>
  a.kind === b.kind &&
  a.code === b.code &&
  a.skillType === b.skillType &&
  a.reuseLevel === b.reuseLevel &&
  a.jobZone === b.jobZone &&
  a.since === b.since &&
  a.until === b.until &&
  a.gaps.length === b.gaps.length;
