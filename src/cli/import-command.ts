import {
  importCrosswalk,
  importDdat,
  importEsco,
  importOnet,
} from '../modules/taxonomy/import/import-files.ts';
import { ProblemFile } from '../modules/taxonomy/import/problem-file.ts';
import { progressOn } from '../modules/taxonomy/import/progress.ts';
import { type ImportReport, type Problem, reportLines } from '../modules/taxonomy/import/report.ts';
import { DomainError } from '../platform/errors.ts';
import type { Graph } from '../platform/graph/graph.ts';
import { understood } from './arguments.ts';

const help = `Brings a taxonomy release into the graph. Running it again changes nothing.

  npm run import -- esco <zip or folder>…     downloads of the ESCO portal (CSV), one release, any languages
  npm run import -- onet <zip or folder>      the O*NET database as text files
  npm run import -- crosswalk <csv>           the official crosswalk between O*NET and ESCO
  npm run import -- ddat <zip or folder>      the UK capability framework: requirements.csv, roles.csv, skills.csv

  --version 1.2.0   the release, where the file name does not tell it
  --report FILE     where to list what could not be used; else import-report-<framework>-<version>.json
  --help            this text

docs/importing.md says where the files come from and what an import does.
`;

const sources = ['esco', 'onet', 'crosswalk', 'ddat'] as const;
type Source = (typeof sources)[number];

interface Request {
  readonly source: Source;
  readonly paths: readonly string[];
  readonly version: string | undefined;
  readonly report: string | undefined;
}

interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** `npm run import`: answers the exit code, 0 when the graph says what the files say, 1 when they were refused, 2 when the call is wrong. */
export async function runImport(
  args: readonly string[],
  withGraph: <T>(work: (graph: Graph) => Promise<T>) => Promise<T>,
  out: Terminal,
  err: Terminal,
): Promise<number> {
  const request = understand(args);
  if (typeof request === 'string') {
    (request === help ? out : err).write(request);
    return request === help ? 0 : 2;
  }
  try {
    await withGraph((graph) => carryOut(graph, request, out));
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    err.write(`${error.message}\n`);
    return 1;
  }
}

function understand(args: readonly string[]): Request | string {
  const parsed = understood(
    {
      args: [...args],
      allowPositionals: true,
      options: { version: { type: 'string' }, report: { type: 'string' }, help: { type: 'boolean' } },
    },
    help,
  );
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  const [named, ...paths] = positionals;
  if (values.help) return help;
  const source = sources.find((known) => known === named);
  if (!source) return `Say what to import: esco, onet, crosswalk or ddat.\n\n${help}`;
  if (paths.length === 0) return `Say which file of ${source} to import.\n\n${help}`;
  if (source === 'crosswalk' && paths.length > 1) return `Give one crosswalk at a time.\n\n${help}`;
  return { source, paths, version: values.version, report: values.report };
}

async function carryOut(graph: Graph, request: Request, out: Terminal): Promise<void> {
  const started = Date.now();
  const progress = progressOn(out);
  const problems = new ProblemFile(request.report ?? 'import-report.json');
  try {
    const report = await load(graph, request, progress.on, (problem) => problems.add(problem));
    const name = `import-report-${report.framework}-${report.version}.json`;
    const path = problems.finish(report, request.report ?? name);
    progress.done();
    out.write(`${told(report, path, (Date.now() - started) / 1_000).join('\n')}\n`);
  } catch (error) {
    progress.done();
    problems.discard();
    throw error;
  }
}

function load(
  graph: Graph,
  { source, paths, version }: Request,
  onProgress: ReturnType<typeof progressOn>['on'],
  onProblem: (problem: Problem) => void,
): Promise<ImportReport> {
  const options = { version, onProgress, onProblem };
  if (source === 'crosswalk') return importCrosswalk(graph, paths[0] ?? '', options);
  const load = { esco: importEsco, onet: importOnet, ddat: importDdat }[source];
  return load(graph, paths, options);
}

function told(report: ImportReport, path: string, seconds: number): string[] {
  const { ABSENT, DUPLICATE, NO_LABEL } = report.problems;
  const unusable = ABSENT + DUPLICATE + NO_LABEL;
  return [
    `${report.framework} ${report.version}: ${report.rows} rows read in ${seconds.toFixed(1)} s`,
    ...reportLines(report).map((line) => `  ${line}`),
    unusable === 0
      ? `Every row was used. Report: ${path}`
      : `${unusable} rows could not be used (${ABSENT} name something absent, ${DUPLICATE} repeat another row, ` +
        `${NO_LABEL} have no label); they are listed in ${path}`,
  ];
}
