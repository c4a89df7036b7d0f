import type { EdgeType } from './release.ts';
import type { Work } from './work.ts';

/** An edge as the graph holds it, with the names of what it joins. */
export interface HeldEdgeRow {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly variant: string;
  readonly values: readonly number[];
  readonly since: number;
  readonly until: number;
}

export interface NewEdgeRow {
  readonly from: string;
  readonly to: string;
  readonly variant: string;
  readonly values: readonly number[];
  readonly until: number;
}

interface EdgeWriter {
  held(work: Work, uris: string[]): Promise<HeldEdgeRow[]>;
  write(work: Pick<Work, 'repository' | 'version'>, rows: readonly NewEdgeRow[]): Promise<unknown>;
}

/** How each type of edge is read and written: the numbers of an edge set against the properties of the graph. */
export const edgeWriters: Record<EdgeType, EdgeWriter> = {
  BROADER: {
    held: async ({ repository, version }, uris) => valued(await repository.broader({ uris, version }), 0),
    write: ({ repository, version }, rows) =>
      repository.writeBroader({ rows: grouped(rows, plain), version }),
  },
  NEEDS: {
    held: async ({ repository, version }, uris) => valued(await repository.needs({ uris, version }), 5),
    async write({ repository, version }, rows) {
      const stated = rows.filter(({ variant }) => variant !== 'RATED' && variant !== 'LEVELLED');
      const rated = rows.filter(({ variant }) => variant === 'RATED');
      const levelled = rows.filter(({ variant }) => variant === 'LEVELLED');
      if (stated.length > 0) await repository.writeNeeds({ rows: grouped(stated, need), version });
      if (rated.length > 0) await repository.writeRatings({ rows: grouped(rated, rating), version });
      if (levelled.length > 0) await repository.writeLevels({ rows: grouped(levelled, leveling), version });
    },
  },
  HAS_TASK: {
    held: async ({ repository, version }, uris) =>
      valued(await repository.occupationTasks({ uris, version }), 0),
    write: ({ repository, version }, rows) =>
      repository.writeOccupationTasks({ rows: grouped(rows, plain), version }),
  },
  USES: {
    held: async ({ repository, version }, uris) =>
      valued(await repository.occupationTechnologies({ uris, version }), 2),
    write: ({ repository, version }, rows) =>
      repository.writeOccupationTechnologies({ rows: grouped(rows, use), version }),
  },
};

const plain = ({ to, until }: NewEdgeRow) => ({ to, until });
const need = (row: NewEdgeRow) => ({
  ...plain(row),
  variant: row.variant === 'OPTIONAL' ? ('OPTIONAL' as const) : ('ESSENTIAL' as const),
});
const rating = (row: NewEdgeRow) => ({
  ...plain(row),
  importance: number(row.values[0]),
  level: number(row.values[1]),
  importanceSuppressed: flag(row.values[2]),
  levelSuppressed: flag(row.values[3]),
  notRelevant: flag(row.values[4]),
});
const leveling = (row: NewEdgeRow) => ({ ...plain(row), level: number(row.values[1]) });
const use = (row: NewEdgeRow) => ({
  ...plain(row),
  variant: row.variant,
  hot: flag(row.values[0]),
  inDemand: flag(row.values[1]),
});

const number = (value = Number.NaN): number | null => (Number.isNaN(value) ? null : value);
const flag = (value = Number.NaN): boolean | null => (Number.isNaN(value) ? null : value === 1);

/** Rows come in the order of where they start, so that the start is looked up once for all of its edges. */
function grouped<E>(
  rows: readonly NewEdgeRow[],
  edge: (row: NewEdgeRow) => E,
): { from: string; edges: E[] }[] {
  const groups: { from: string; edges: E[] }[] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.from === row.from) last.edges.push(edge(row));
    else groups.push({ from: row.from, edges: [edge(row)] });
  }
  return groups;
}

const valued = <R extends { values: (number | boolean | null)[] }>(
  rows: readonly R[],
  width: number,
): (Omit<R, 'values'> & { values: number[] })[] =>
  rows.map((row) => ({
    ...row,
    values: Array.from({ length: width }, (_, index) => {
      const value = row.values[index];
      return value === null || value === undefined ? Number.NaN : Number(value);
    }),
  }));
