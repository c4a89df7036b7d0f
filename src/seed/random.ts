/** A stream of numbers that is the same for the same name, on every machine. Not for secrets. */
export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number from 0 to below `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `count` different items, in the order they were drawn. */
  sample<T>(items: readonly T[], count: number): T[];
}

/** Makes a stream for one purpose, so that a change in one part of the sample world leaves the others as they were. */
export function randomOf(name: string): Random {
  let state = seedOf(name);
  const next = (): number => {
    // splitmix32: small, fast, and good enough to invent people
    state = (state + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return ((z ^ (z >>> 15)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number): number => Math.floor(next() * end);
  const pick = <T>(items: readonly T[]): T => {
    if (items.length === 0) throw new RangeError('There is nothing to pick from.');
    return items[below(items.length)] as T;
  };
  return {
    next,
    below,
    pick,
    chance: (probability) => next() < probability,
    sample(items, count) {
      const left = [...items];
      const taken = Math.min(count, left.length);
      return Array.from({ length: taken }, () => left.splice(below(left.length), 1)).flat();
    },
  };
}

/** FNV-1a of the name. */
function seedOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
