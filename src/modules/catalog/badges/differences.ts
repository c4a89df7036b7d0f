import type { Area, Facts, Thing, Value } from './definition.ts';
import { paired } from './pairing.ts';

export const CHANGE_KINDS = ['ADDED', 'REMOVED', 'CHANGED'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One thing in which two versions differ. */
export interface Difference {
  readonly area: Area;
  readonly kind: ChangeKind;
  /** What it stands in, from the outside in, as it was called before; empty for the badge itself and what stands right in it. */
  readonly within: readonly string[];
  readonly name: string;
  /** Key before and after; null where there is none. They differ where one thing took the place of another. */
  readonly keyBefore: string | null;
  readonly keyAfter: string | null;
  /** What of it changed; null when it came or went as a whole. */
  readonly field: string | null;
  readonly before: Value;
  readonly after: Value;
  /** Where it is found: keys from the outside in, its own last, as they were before (of something new, as it is now). */
  readonly path: readonly string[];
  /** What came or went. */
  readonly thing: Thing | null;
}

/** How the key of a thing is called where it is something that people see; `null`: it never changes. */
const KEY_FIELDS: Readonly<Record<Area, string | null>> = {
  BADGE: null,
  OUTCOME: 'id',
  ALIGNMENT: null,
  ASSESSMENT: 'id',
  RUBRIC: null,
  CRITERION: 'title',
  LEVEL: 'title',
  PART: null,
};

/**
 * All in which a version differs from another, in a fixed order: the badge itself, then its outcomes with their alignments,
 * its assessments with rubric, criteria and levels, the badges it stacks. An outcome, assessment, criterion or level
 * that was written anew in other words counts as changed, not as one gone and one come. Equal versions: empty.
 */
export function differencesOf(before: Thing, after: Thing): Difference[] {
  return changesOf(before, after, [], []);
}

function changesOf(
  before: Thing,
  after: Thing,
  within: readonly string[],
  path: readonly string[],
): Difference[] {
  const common = {
    area: before.area,
    kind: 'CHANGED',
    within,
    name: before.name,
    path,
    thing: null,
  } as const;
  const keys = { keyBefore: before.key, keyAfter: after.key };
  const keyField = KEY_FIELDS[before.area];
  const moved: Difference[] =
    keyField !== null && before.key !== after.key
      ? [{ ...common, ...keys, field: keyField, before: before.key, after: after.key }]
      : [];
  const said = changedFacts(before.facts, after.facts).map(
    ({ field, was, is }): Difference => ({ ...common, ...keys, field, before: was, after: is }),
  );
  return [...moved, ...said, ...changedParts(before, after, within, path)];
}

function changedFacts(before: Facts, after: Facts): { field: string; was: Value; is: Value }[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return fields
    .map((field) => ({ field, was: before[field] ?? null, is: after[field] ?? null }))
    .filter(({ was, is }) => JSON.stringify(was) !== JSON.stringify(is));
}

function changedParts(
  before: Thing,
  after: Thing,
  within: readonly string[],
  path: readonly string[],
): Difference[] {
  const around = before.area === 'BADGE' ? within : [...within, before.name];
  const areas = [...new Set([...before.parts, ...after.parts].map(({ area }) => area))];
  return areas.flatMap((area) => {
    const of = (one: Thing) => one.parts.filter((part) => part.area === area);
    const { pairs, gone, come } = paired(of(before), of(after), KEY_FIELDS[area] !== null);
    return [
      ...gone.map((thing) => whole('REMOVED', thing, around, path)),
      ...pairs.flatMap(([was, is]) => changesOf(was, is, around, [...path, was.key])),
      ...come.map((thing) => whole('ADDED', thing, around, path)),
    ];
  });
}

const whole = (
  kind: 'ADDED' | 'REMOVED',
  thing: Thing,
  within: readonly string[],
  path: readonly string[],
): Difference => ({
  area: thing.area,
  kind,
  within,
  name: thing.name,
  keyBefore: kind === 'REMOVED' ? thing.key : null,
  keyAfter: kind === 'ADDED' ? thing.key : null,
  field: null,
  before: kind === 'REMOVED' ? thing.name : null,
  after: kind === 'ADDED' ? thing.name : null,
  path: [...path, thing.key],
  thing,
});
