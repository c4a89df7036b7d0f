import type { Graph } from '../../../platform/graph/graph.ts';
import { learnLexicons } from '../lexicons.ts';
import { type Crosswalk, crosswalk } from './crosswalk.ts';
import { importMappings } from './crosswalk-importer.ts';
import { ddatRelease } from './ddat.ts';
import { escoRelease } from './esco.ts';
import { type ImportOptions, importRelease } from './importer.ts';
import { openFile, openInput } from './input.ts';
import type { Input } from './input-file.ts';
import { onetRelease } from './onet.ts';
import type { Release } from './release.ts';
import type { ImportReport } from './report.ts';

/** How long an import waits for a busy database, in milliseconds: connect with it. */
export const PATIENCE = 60_000;

export interface FileOptions extends ImportOptions {
  /** The version, where the names of the files do not tell it. */
  readonly version?: string | undefined;
}

/** Imports the downloads of one ESCO release: zips or folders, in any languages. See `importRelease`. */
export const importEsco = (graph: Graph, paths: readonly string[], options: FileOptions = {}) =>
  importInputs(graph, paths, (inputs) => escoRelease(inputs, options.version), options);

/** Imports a release of the O*NET database as text files, zip or folder. See `importRelease`. */
export const importOnet = (graph: Graph, paths: readonly string[], options: FileOptions = {}) =>
  importInputs(graph, paths, (inputs) => onetRelease(inputs, options.version), options);

/** Imports the UK capability framework: roles, their levels and the skills they ask for, as three tables. See `importRelease`. */
export const importDdat = (graph: Graph, paths: readonly string[], options: FileOptions = {}) =>
  importInputs(graph, paths, (inputs) => ddatRelease(inputs, options.version), options);

/** Imports the official crosswalk between O*NET and ESCO as reviewed mappings. Reads it whole first, as `importRelease` does. */
export async function importCrosswalk(
  graph: Graph,
  path: string,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const file = await openFile(path);
  const claims: Crosswalk = crosswalk(file);
  const report = await importMappings(graph, claims, options);
  return { ...report, rows: file.tally.rows };
}

async function importInputs(
  graph: Graph,
  paths: readonly string[],
  read: (inputs: readonly Input[]) => Release | Promise<Release>,
  options: FileOptions,
): Promise<ImportReport> {
  const inputs: Input[] = [];
  try {
    for (const path of paths) inputs.push(await openInput(path));
    const report = await importRelease(graph, await read(inputs), options);
    await learnLexicons(graph);
    const rows = inputs.flatMap(({ files }) => files).reduce((sum, { tally }) => sum + tally.rows, 0);
    return { ...report, rows };
  } finally {
    for (const input of inputs) await input.close();
  }
}
