import type { Repository } from '../../../platform/graph/repository.ts';
import type { Concepts } from './concepts.ts';
import type { taxonomyImportStatements } from './import.repository.ts';
import type { OnProgress } from './progress.ts';
import type { Release } from './release.ts';
import type { ImportReport, Problem } from './report.ts';

export type ImportRepository = Repository<typeof taxonomyImportStatements>;

/** What the steps of one import share. */
export interface Work {
  readonly repository: ImportRepository;
  readonly release: Release;
  /** Ordinal of the release. */
  readonly version: number;
  readonly concepts: Concepts;
  readonly report: ImportReport;
  readonly onProgress: OnProgress;
  /** Counts a row that cannot be used, and hands it on. */
  problem(problem: Problem): void;
  /** Every change of the graph goes through here: it is counted, and the import is noted as begun before the first. */
  change(count: number, write: () => Promise<unknown>): Promise<void>;
}

/** Rows a transaction: large enough that its cost is spread, small enough for the memory limit of the database. */
export const BATCH = 2_000;

/** Groups what comes into arrays of at most `size`. */
export async function* batches<T>(source: AsyncIterable<T> | Iterable<T>, size = BATCH): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const item of source) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
