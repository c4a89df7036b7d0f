/** A thing that stands above itself in a hierarchy; null when there is none. */
export function circleIn(
  things: readonly { readonly uri: string; readonly broader: readonly string[] }[],
): string | null {
  const above = new Map(things.map(({ uri, broader }) => [uri, broader]));
  const state = new Map<string, 'open' | 'done'>();
  for (const { uri: start } of things) {
    const path: { uri: string; next: number }[] = state.has(start) ? [] : [{ uri: start, next: 0 }];
    while (path.length > 0) {
      const top = path[path.length - 1] as { uri: string; next: number };
      state.set(top.uri, 'open');
      const next = above.get(top.uri)?.[top.next];
      top.next += 1;
      if (next === undefined) {
        state.set(top.uri, 'done');
        path.pop();
      } else if (state.get(next) === 'open') return next;
      else if (!state.has(next)) path.push({ uri: next, next: 0 });
    }
  }
  return null;
}

/** The things such that what stands above comes before what is below it; null when there is a circle. */
export function inOrder<T extends { readonly uri: string; readonly broader: readonly string[] }>(
  things: readonly T[],
): T[] | null {
  if (circleIn(things) !== null) return null;
  const known = new Map(things.map((thing) => [thing.uri, thing]));
  const sorted = new Set<T>();
  const add = (thing: T): void => {
    if (sorted.has(thing)) return;
    for (const above of thing.broader) {
      const found = known.get(above);
      if (found) add(found);
    }
    sorted.add(thing);
  };
  for (const thing of things) add(thing);
  return [...sorted];
}
