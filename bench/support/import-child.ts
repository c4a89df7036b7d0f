import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../../src/config.ts';
import {
  importCrosswalk,
  importEsco,
  importOnet,
  PATIENCE,
} from '../../src/modules/taxonomy/import/import-files.ts';
import type { ImportReport } from '../../src/modules/taxonomy/import/report.ts';
import { connect } from '../../src/platform/graph/graph.ts';

export interface ImportStep {
  readonly name: string;
  readonly seconds: number;
  readonly rows: number;
  readonly writes: number;
  /** The most memory the process had taken when the step ended. */
  readonly peakRss: number;
}

/** What the importing process tells its parent. Memory in MB. */
export interface ImportRun {
  readonly seconds: number;
  readonly steps: readonly ImportStep[];
  readonly peakRss: number;
  /** Resident memory when a quarter, half, three quarters and all of the time had passed. */
  readonly rssAtQuarters: readonly number[];
}

const LANGUAGES = ['en', 'de', 'es', 'fr', 'nl', 'sv'];
const MB = 1024 * 1024;

const peakRss = (): number => process.resourceUsage().maxRSS / 1024;

/** Imports the releases of a folder in a process of its own, so that its memory is the importer's alone. */
async function main(folder: string): Promise<ImportRun> {
  const at = (name: string) => join(existsSync(join(folder, 'data')) ? join(folder, 'data') : folder, name);
  const graph = connect({ ...loadConfig().graph, patience: PATIENCE });
  const samples: number[] = [];
  const timer = setInterval(() => samples.push(process.memoryUsage.rss() / MB), 50);
  const steps: ImportStep[] = [];
  const step = async (name: string, run: () => Promise<ImportReport>) => {
    const started = performance.now();
    const { rows, writes } = await run();
    const seconds = (performance.now() - started) / 1_000;
    steps.push({ name, seconds, rows, writes, peakRss: peakRss() });
  };
  try {
    const zips = LANGUAGES.map((language) => at(`esco-1.2.0-${language}.zip`));
    await step('ESCO 1.2.0, six languages', () => importEsco(graph, zips));
    await step('O*NET 29.2', () => importOnet(graph, [at('onet-29.2-text.zip')]));
    await step('crosswalk', () => importCrosswalk(graph, at('crosswalk-esco-onet-v1.csv')));
  } finally {
    clearInterval(timer);
    await graph.close();
  }
  return {
    seconds: steps.reduce((sum, { seconds }) => sum + seconds, 0),
    steps,
    peakRss: peakRss(),
    rssAtQuarters: [0.25, 0.5, 0.75, 1].map((share) => samples[Math.ceil(share * samples.length) - 1] ?? 0),
  };
}

process.send?.(await main(process.argv[2] ?? ''));
