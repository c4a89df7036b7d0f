import type { Thing } from './definition.ts';

export interface Pairing {
  readonly pairs: readonly (readonly [Thing, Thing])[];
  readonly gone: readonly Thing[];
  readonly come: readonly Thing[];
}

/** From here on two texts are taken for one that was reworded: half of their words are the same. */
const ALIKE = 0.5;

/**
 * Which thing of before is which of after: those of one key, then, with `byWords`, those whose names are most alike.
 * All in the order of keys, so that it does not matter in which order the things come.
 */
export function paired(before: readonly Thing[], after: readonly Thing[], byWords: boolean): Pairing {
  const remaining = new Map(byKey(after).map((thing) => [thing.key, thing]));
  const pairs: [Thing, Thing][] = [];
  const left: Thing[] = [];
  for (const was of byKey(before)) {
    const is = remaining.get(was.key);
    if (is && remaining.delete(was.key)) pairs.push([was, is]);
    else left.push(was);
  }
  if (byWords) pairs.push(...mostAlike(left, [...remaining.values()]));
  const used = new Set(pairs.flat());
  return {
    pairs: pairs.sort(([one], [other]) => compare(one.key, other.key)),
    gone: left.filter((thing) => !used.has(thing)),
    come: [...remaining.values()].filter((thing) => !used.has(thing)),
  };
}

function mostAlike(before: readonly Thing[], after: readonly Thing[]): [Thing, Thing][] {
  const candidates = before
    .flatMap((was) => after.map((is) => ({ was, is, likeness: likeness(was.name, is.name) })))
    .filter((candidate) => candidate.likeness >= ALIKE)
    .sort((one, other) => other.likeness - one.likeness);
  const used = new Set<Thing>();
  return candidates.flatMap(({ was, is }): [Thing, Thing][] => {
    if (used.has(was) || used.has(is)) return [];
    used.add(was).add(is);
    return [[was, is]];
  });
}

/** The share of words that two texts have in common (Sørensen–Dice), 0 to 1. */
export function likeness(one: string, other: string): number {
  const [left, right] = [wordsOf(one), wordsOf(other)];
  const common = [...left].filter((word) => right.has(word)).length;
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size);
}

const wordsOf = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const byKey = (things: readonly Thing[]): Thing[] =>
  [...things].sort((one, other) => compare(one.key, other.key));
