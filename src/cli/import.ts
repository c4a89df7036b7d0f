import { parseArgs } from 'node:util';
import { loadConfig } from '../config.ts';
import { importCrosswalk, importEsco, importOnet } from '../modules/taxonomy/import/import-files.ts';
import { ProblemFile } from '../modules/taxonomy/import/problem-file.ts';
import { progressOn } from '../modules/taxonomy/import/progress.ts';
import { type ImportReport, reportLines } from '../modules/taxonomy/import/report.ts';
import { DomainError } from '../platform/errors.ts';
import { connect, type Graph } from '../platform/graph/graph.ts';
import { migrate } from '../platform/graph/migrate.ts';

const help = `Brings a taxonomy release into the graph. Running it again changes nothing.

  npm run import -- esco <zip or folder>…     downloads of the ESCO portal (CSV), one release, any languages
  npm run import -- onet <zip or folder>      the O*NET database as text files
  npm run import -- crosswalk <csv>           the official crosswalk between O*NET and ESCO

  --version 1.2.0   the release, where the file name does not tell it
  --report FILE     where to list what could not be used; else import-report-<framework>-<version>.json
  --help            this text

docs/importing.md says where the files come from and what an import does.
`;

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { version: { type: 'string' }, report: { type: 'string' }, help: { type: 'boolean' } },
  });
  const [source, ...paths] = positionals;
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (!source || !['esco', 'onet', 'crosswalk'].includes(source) || paths.length === 0) {
    process.stderr.write(`Say what to import.\n\n${help}`);
    return 2;
  }
  const graph = connect(loadConfig().graph);
  const progress = progressOn(process.stdout);
  try {
    await migrate(graph);
    await run(graph, source, paths, values, progress);
    return 0;
  } finally {
    progress.done();
    await graph.close();
  }
}

async function run(
  graph: Graph,
  source: string,
  paths: readonly string[],
  { version, report: asked }: { version?: string | undefined; report?: string | undefined },
  progress: ReturnType<typeof progressOn>,
): Promise<void> {
  const started = Date.now();
  const problems = new ProblemFile(asked ?? 'import-report.json');
  const options = {
    version,
    onProgress: progress.on,
    onProblem: (problem: Parameters<ProblemFile['add']>[0]) => problems.add(problem),
  };
  let report: ImportReport;
  try {
    report =
      source === 'crosswalk'
        ? await importCrosswalk(graph, paths[0] ?? '', options)
        : await (source === 'esco' ? importEsco : importOnet)(graph, paths, options);
  } catch (error) {
    problems.discard();
    throw error;
  }
  const path = problems.finish(report, asked ?? `import-report-${report.framework}-${report.version}.json`);
  progress.done();
  const seconds = ((Date.now() - started) / 1_000).toFixed(1);
  const unusable = Object.values(report.problems).reduce((sum, count) => sum + count, 0);
  const lines = [
    `${report.framework} ${report.version}: ${report.rows} rows read in ${seconds} s`,
    ...reportLines(report).map((line) => `  ${line}`),
    unusable === 0
      ? `Every row was used. Report: ${path}`
      : `${unusable} rows could not be used (${report.problems.ABSENT} name something absent, ${report.problems.DUPLICATE} repeat ` +
        `another row, ${report.problems.NO_LABEL} have no label); they are listed in ${path}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = error instanceof DomainError || (error instanceof TypeError && 'code' in error);
  process.stderr.write(
    `${known || !(error instanceof Error) ? String((error as Error).message) : error.stack}\n`,
  );
  process.exitCode = 1;
}
