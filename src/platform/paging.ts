import { z } from 'zod';
import { invalidInput } from './errors.ts';

/** How much of a list is asked for: the first so many after a cursor (GraphQL Cursor Connections). */
export interface PageRequest {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** A page as a statement needs it: `limit` is one more than asked, so that the extra row tells whether there is a next page. */
export interface PageWindow<K> {
  readonly first: number;
  readonly limit: number;
  /** The sort keys of the last row already seen, or null at the start. */
  readonly after: K | null;
}

export interface Page<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
  /** Counts the whole list; called only when a client asks for `totalCount`. */
  readonly count: () => Promise<number>;
}

export const PAGE_SIZE = { default: 20, max: 100 } as const;

/**
 * Reads `first` and `after`. The cursor holds the sort keys of a row (keyset paging: rows that come or go elsewhere never
 * shift a page), checked against `keys`. Throws INVALID_INPUT for a size outside 1…max or a cursor that is not ours.
 */
export function pageWindow<K>(
  request: PageRequest,
  keys: z.ZodType<K>,
  max: number = PAGE_SIZE.max,
): PageWindow<K> {
  const first = request.first ?? Math.min(PAGE_SIZE.default, max);
  if (!Number.isInteger(first) || first < 1 || first > max)
    throw invalidInput('first', `must be a whole number from 1 to ${max}, not ${first}.`, { max });
  return { first, limit: first + 1, after: request.after ? decodeCursor(request.after, keys) : null };
}

/** Builds the page from up to `first + 1` rows in order. `keysOf` gives the sort keys of a row, as its cursor holds them. */
export function pageOf<Row, T, K>(
  window: PageWindow<K>,
  rows: readonly Row[],
  map: { readonly node: (row: Row) => T; readonly keysOf: (row: Row) => K },
  count: () => Promise<number>,
): Page<T> {
  // Cursors are made when they are read: most lists inside of lists never are.
  const edges = rows.slice(0, window.first).map((row) => ({
    node: map.node(row),
    get cursor() {
      return encodeCursor(map.keysOf(row));
    },
  }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > window.first,
      hasPreviousPage: window.after !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    count,
  };
}

export const encodeCursor = (keys: unknown): string =>
  Buffer.from(JSON.stringify(keys), 'utf8').toString('base64url');

function decodeCursor<K>(cursor: string, keys: z.ZodType<K>): K {
  try {
    return keys.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
  } catch {
    throw notOfThisList();
  }
}

const notOfThisList = () =>
  invalidInput('after', 'is not a cursor of this list. Pass an endCursor of it, or leave it out.');

/** The sort keys most lists have: a text and the id that breaks ties. */
export const textAndId = z.tuple([z.string(), z.string()]);

/** The sort keys of a list in the order of an instant, and then of ids. */
const instantAndId = z.tuple([z.iso.datetime(), z.string()]);
/** Later than any instant: where a list that begins with the newest starts. */
export const END_OF_TIME = '9999-12-31T00:00:00.000Z';
const START_OF_TIME = '0001-01-01T00:00:00.000Z';

/** Reads `first` and `after` of a list that begins with the newest; `from` says to its statement where the page begins. */
export function newestFirst(request: PageRequest) {
  const window = pageWindow(request, instantAndId);
  const [beforeAt, afterId] = window.after ?? [END_OF_TIME, ''];
  return { ...window, from: { beforeAt: new Date(beforeAt), afterId, limit: window.limit } };
}

/** The same for a list that begins with the oldest. */
export function oldestFirst(request: PageRequest) {
  const window = pageWindow(request, instantAndId);
  const [afterAt, afterId] = window.after ?? [START_OF_TIME, ''];
  return { ...window, from: { afterAt: new Date(afterAt), afterId, limit: window.limit } };
}

const ownKey = z.tuple([z.string()]);

/**
 * A page of a list that is short by nature and already at hand (the outcomes of a badge version, the levels of a criterion):
 * `keyOf` names an entry within it. Throws INVALID_INPUT as {@link pageWindow} does.
 */
export function pageOfList<T>(
  request: PageRequest,
  items: readonly T[],
  keyOf: (item: T) => string,
): Page<T> {
  const window = pageWindow(request, ownKey);
  const [after] = window.after ?? [];
  const start = after === undefined ? 0 : items.findIndex((item) => keyOf(item) === after) + 1;
  if (after !== undefined && start === 0) throw notOfThisList();
  return pageOf(
    window,
    items.slice(start, start + window.limit),
    { node: (item) => item, keysOf: (item) => [keyOf(item)] as [string] },
    async () => items.length,
  );
}

/** The same page with each entry turned into what is shown of it. */
export const mapPage = <T, U>(page: Page<T>, show: (node: T) => U): Page<U> => ({
  ...page,
  edges: page.edges.map(({ node, cursor }) => ({ node: show(node), cursor })),
});

/** The same page with each entry looked up; what is not there is left out. */
export async function lookUpPage<T, U>(
  page: Page<T>,
  find: (node: T) => Promise<U | null>,
): Promise<Page<U>> {
  const found = await Promise.all(
    page.edges.map(async ({ node, cursor }) => ({ node: await find(node), cursor })),
  );
  return { ...page, edges: found.flatMap(({ node, cursor }) => (node === null ? [] : [{ node, cursor }])) };
}
