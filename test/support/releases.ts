import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { escoRelease } from '../../src/modules/taxonomy/import/esco.ts';
import { type ImportOptions, importRelease } from '../../src/modules/taxonomy/import/importer.ts';
import { openInput } from '../../src/modules/taxonomy/import/input.ts';
import type { Input } from '../../src/modules/taxonomy/import/input-file.ts';
import { onetRelease } from '../../src/modules/taxonomy/import/onet.ts';
import type { Release } from '../../src/modules/taxonomy/import/release.ts';
import type { ImportReport, Problem } from '../../src/modules/taxonomy/import/report.ts';
import type { Graph } from '../../src/platform/graph/graph.ts';
import { zipOf } from './zip.ts';

type Files = Readonly<Record<string, string | Buffer>>;

/** A folder for releases that a test makes up. Remove it in afterAll. */
export interface Workshop {
  readonly path: string;
  zip(name: string, files: Files): Promise<string>;
  folder(name: string, files: Files): Promise<string>;
  file(name: string, content: string | Buffer): Promise<string>;
  remove(): Promise<void>;
}

export async function workshop(): Promise<Workshop> {
  const path = await mkdtemp(join(tmpdir(), 'releases-'));
  const file = async (name: string, content: string | Buffer) => {
    await writeFile(join(path, name), content);
    return join(path, name);
  };
  return {
    path,
    file,
    zip: (name, files) => file(name, zipOf(files)),
    async folder(name, files) {
      await mkdir(join(path, name), { recursive: true });
      for (const [inner, content] of Object.entries(files)) await file(join(name, inner), content);
      return join(path, name);
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}

/** A table as CSV, every cell quoted, the columns those of the first row. */
export function csv(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return `${[line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? '')))].join('\r\n')}\r\n`;
}

/** A table as tab-separated text, as O*NET publishes it. */
export function tabbed(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  return `${[columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))].map((cells) => cells.join('\t')).join('\r\n')}\r\n`;
}

/** A caller of the importer under a framework of the test's own, so that it does not touch the sample world's. */
export interface TestImport {
  esco(paths: readonly string[], version?: string, options?: ImportOptions): Promise<ImportReport>;
  onet(paths: readonly string[], version?: string, options?: ImportOptions): Promise<ImportReport>;
  release(release: Release): Promise<ImportReport>;
  /** What could not be used in the last import. */
  readonly problems: readonly Problem[];
}

export function importInto(graph: Graph, framework: string): TestImport {
  const problems: Problem[] = [];
  const release = async (given: Release, options: ImportOptions = {}) => {
    problems.length = 0;
    const own = { ...given, framework: { ...given.framework, id: framework } };
    return importRelease(graph, own, { onProblem: (problem) => problems.push(problem), ...options });
  };
  const opened = async (
    paths: readonly string[],
    read: (inputs: readonly Input[]) => Release | Promise<Release>,
    options?: ImportOptions,
  ) => {
    const inputs: Input[] = [];
    try {
      for (const path of paths) inputs.push(await openInput(path));
      return await release(await read(inputs), options);
    } finally {
      for (const input of inputs) await input.close();
    }
  };
  return {
    problems,
    release,
    esco: (paths, version, options) => opened(paths, (inputs) => escoRelease(inputs, version), options),
    onet: (paths, version, options) => opened(paths, (inputs) => onetRelease(inputs, version), options),
  };
}
