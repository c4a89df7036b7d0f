import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../src/config.ts';
import { escoRelease } from '../src/modules/taxonomy/import/esco.ts';
import { taxonomyImportStatements } from '../src/modules/taxonomy/import/import.repository.ts';
import { importEsco, PATIENCE } from '../src/modules/taxonomy/import/import-files.ts';
import { openInput } from '../src/modules/taxonomy/import/input.ts';
import { onetRelease } from '../src/modules/taxonomy/import/onet.ts';
import { connect, type Graph } from '../src/platform/graph/graph.ts';
import { migrate } from '../src/platform/graph/migrate.ts';
import { repository } from '../src/platform/graph/repository.ts';
import { publish } from './support/figures.ts';
import type { ImportRun } from './support/import-child.ts';
import { type RowWrite, rowWrites } from './support/row-by-row.ts';

/**
 * Full ESCO 1.2.0 in six languages, O*NET 29.2 and the crosswalk: the importer in a process of its own, then a sample of the same
 * rows one a transaction into the same database, by the same statements.
 */
const SAMPLE = 2_000;

const given = process.argv[2];
if (!given || !existsSync(given)) {
  console.error('Say where the releases lie: npm run bench import <folder>.');
  process.exit(2);
}
const folder = existsSync(join(given, 'data')) ? join(given, 'data') : given;

const importing = (...paths: string[]): Promise<ImportRun> =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./support/import-child.js', import.meta.url), paths, { execArgv: [] });
    child.once('message', (run) => resolve(run as ImportRun));
    child.once('exit', (code) => code !== 0 && reject(new Error(`The import ended with ${code}.`)));
  });

async function sampleOf(graph: Graph, writes: number): Promise<RowWrite[]> {
  const statements = repository(graph.run, taxonomyImportStatements);
  const esco = await openInput(join(folder, 'esco-1.2.0-en.zip'));
  const onet = await openInput(join(folder, 'onet-29.2-text.zip'));
  const others = await Promise.all(
    ['de', 'es', 'fr', 'nl', 'sv'].map((language) => openInput(join(folder, `esco-1.2.0-${language}.zip`))),
  );
  try {
    const step = Math.floor(writes / SAMPLE);
    return [
      ...(await rowWrites(statements, escoRelease([esco, ...others]), step)),
      ...(await rowWrites(statements, await onetRelease([onet]), step)),
    ];
  } finally {
    for (const input of [esco, onet, ...others]) await input.close();
  }
}

/** Seconds a write, `together` of them under way at a time. */
async function pace(writes: readonly RowWrite[], together: number): Promise<number> {
  const queue = [...writes];
  const started = performance.now();
  const worker = async () => {
    for (let write = queue.shift(); write; write = queue.shift()) await write();
  };
  await Promise.all(Array.from({ length: together }, worker));
  return (performance.now() - started) / 1_000 / writes.length;
}

const graph = connect({ ...loadConfig().graph, patience: PATIENCE });
try {
  await migrate(graph);
  const run = await importing(folder);
  const writes = run.steps.reduce((sum, step) => sum + step.writes, 0);
  const rows = run.steps.reduce((sum, step) => sum + step.rows, 0);
  const again = performance.now();
  const { writes: changed, rows: rowsAgain } = await importEsco(graph, [join(folder, 'esco-1.2.0-en.zip')]);
  if (changed !== 0) throw new Error('The second import of ESCO changed something.');
  const againSeconds = (performance.now() - again) / 1_000;
  const sample = await sampleOf(graph, writes);
  const alternate = (odd: number) => sample.filter((_, index) => index % 2 === odd);
  const one = await pace(alternate(0), 1);
  const eight = await pace(alternate(1), 8);

  publish(
    [
      ...run.steps.map((step) => ({
        how: `batched: ${step.name}`,
        seconds: step.seconds,
        'rows read': step.rows,
        written: step.writes,
        'written/s': step.writes / step.seconds,
        'peak MB so far': step.peakRss,
      })),
      {
        how: 'batched: all',
        seconds: run.seconds,
        'rows read': rows,
        written: writes,
        'written/s': writes / run.seconds,
      },
      {
        how: `one row a transaction (${alternate(0).length} measured, all extrapolated)`,
        seconds: one * writes,
        'rows read': rows,
        written: writes,
        'written/s': 1 / one,
      },
      {
        how: `one row a transaction, 8 at a time (${alternate(1).length} measured, all extrapolated)`,
        seconds: eight * writes,
        'rows read': rows,
        written: writes,
        'written/s': 1 / eight,
      },
      {
        how: 'batched: ESCO in English again, nothing to change',
        seconds: againSeconds,
        'rows read': rowsAgain,
        written: 0,
      },
    ],
    {
      speedup_vs_row_by_row: (one * writes) / run.seconds,
      speedup_vs_8_at_a_time: (eight * writes) / run.seconds,
      rows_per_s: rows / run.seconds,
      total_s: run.seconds,
      peak_rss_mb: run.peakRss,
      ...Object.fromEntries(run.rssAtQuarters.map((mb, index) => [`rss_mb_at_${(index + 1) * 25}`, mb])),
    },
  );
} finally {
  await graph.close();
}
