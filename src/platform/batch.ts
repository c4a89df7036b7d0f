import DataLoader from 'dataloader';

/** A loader of one value a key, over a query that answers many keys at once, in any order, leaving out what is absent. */
export function batch<V>(
  fetch: (keys: string[]) => Promise<V[]>,
  keyOf: (value: V) => string,
): DataLoader<string, V | null> {
  return new DataLoader(async (keys) => {
    const byKey = new Map((await fetch([...keys])).map((value) => [keyOf(value), value]));
    return keys.map((key) => byKey.get(key) ?? null);
  });
}

/** A loader of a list a key, over a query that answers many keys at once; the order of the query is kept within a key. */
export function batchMany<V>(
  fetch: (keys: string[]) => Promise<V[]>,
  keyOf: (value: V) => string,
): DataLoader<string, V[]> {
  return new DataLoader(async (keys) => {
    const byKey = new Map<string, V[]>(keys.map((key) => [key, []]));
    for (const value of await fetch([...keys])) byKey.get(keyOf(value))?.push(value);
    return keys.map((key) => byKey.get(key) ?? []);
  });
}
