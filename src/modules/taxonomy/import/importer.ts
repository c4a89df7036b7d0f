import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { Concepts } from './concepts.ts';
import { taxonomyImportStatements } from './import.repository.ts';
import type { OnProgress } from './progress.ts';
import { type ReadRelease, readRelease } from './read-release.ts';
import { refused } from './refused.ts';
import type { Release } from './release.ts';
import { emptyReport, type ImportReport, type Problem } from './report.ts';
import { BATCH, batches, type ImportRepository, type Work } from './work.ts';
import { writeConcepts, writeSuccessors } from './write-concepts.ts';
import { writeEdges } from './write-edges.ts';
import { writeTexts } from './write-texts.ts';

export interface ImportOptions {
  readonly now?: () => Date;
  readonly onProgress?: OnProgress;
  /** Hears each row that cannot be used, while it is read. */
  readonly onProblem?: (problem: Problem) => void;
}

/**
 * Brings a release into the graph as a version: what it has holds from it on, what a complete one no longer has ends, nothing
 * is deleted. Reads the whole release first and throws INVALID_INPUT, with nothing written, when any of it is broken or older
 * than what is there. Running it again changes nothing; running it again after a crash completes it.
 */
export async function importRelease(
  graph: Graph,
  release: Release,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const { ordinal, name } = release.version;
  const statements = repository(graph.run, taxonomyImportStatements);
  const versions = await statements.versions({ framework: release.framework.id });
  refuseOlder(release, versions);
  const report = emptyReport(release.framework.id, name);
  const before = versions.find((version) => version.ordinal === ordinal);
  const book = new Book(statements, release, before, options.now ?? (() => new Date()));
  const work: Work = {
    repository: statements,
    release,
    version: ordinal,
    concepts: await heldConcepts(statements, release),
    report,
    onProgress: options.onProgress ?? (() => {}),
    problem(problem) {
      report.problems[problem.reason] += 1;
      options.onProblem?.(problem);
    },
    async change(count, write) {
      await book.begin();
      report.writes += count;
      await write();
    },
  };
  const newest = !versions.some(
    (known) => known.ordinal > ordinal || (known.ordinal === ordinal && known.complete && !release.complete),
  );
  const read = await readRelease(work, newest);
  if (book.opensVersion) await book.begin();
  await writeRelease(work, read);
  await book.finish(report);
  return report;
}

async function writeRelease(work: Work, read: ReadRelease): Promise<void> {
  await writeConcepts(work, read);
  const rewording = { relabelled: new Set<number>(), reworded: new Set<number>() };
  for (const [table, total] of read.textRows) await writeTexts(work, table, total, rewording);
  for (const number of rewording.relabelled) work.report.concepts[work.concepts.kind(number)].relabelled += 1;
  for (const number of rewording.reworded)
    if (!rewording.relabelled.has(number)) work.report.concepts[work.concepts.kind(number)].reworded += 1;
  await writeTasks(work);
  await writeTechnologies(work);
  for (const edges of read.edges) await writeEdges(work, edges);
  await writeSuccessors(work, read);
}

async function writeTasks({ release, repository, change, onProgress }: Work): Promise<void> {
  let done = 0;
  for await (const batch of batches(release.tasks())) {
    const held = new Map(
      (await repository.tasks({ ids: batch.map(({ id }) => id) })).map((task) => [task.id, task]),
    );
    const rows = batch.filter(({ id, statement, type }) => {
      const known = held.get(id);
      return known?.statement !== statement || known.type !== type;
    });
    if (rows.length > 0) await change(rows.length, () => repository.writeTasks({ rows: rows }));
    done += batch.length;
    onProgress('tasks', done);
  }
}

async function writeTechnologies({ release, repository, change }: Work): Promise<void> {
  for await (const batch of batches(release.technologies())) {
    const held = await repository.technologies({ codes: batch.map(({ code }) => code) });
    const titles = new Map(held.map(({ code, title }) => [code, title]));
    const rows = batch.filter(({ code, title }) => titles.get(code) !== title);
    if (rows.length > 0) await change(rows.length, () => repository.writeTechnologies({ rows }));
  }
}

async function heldConcepts(statements: ImportRepository, release: Release): Promise<Concepts> {
  const concepts = new Concepts(release.version.ordinal, !release.complete);
  for (let after = ''; ; ) {
    const page = await statements.concepts({ framework: release.framework.id, after, limit: BATCH });
    for (const { uri, ...held } of page) concepts.hold(uri, held);
    after = page.at(-1)?.uri ?? '';
    if (page.length < BATCH) return concepts;
  }
}

interface VersionRow {
  readonly version: string;
  readonly ordinal: number;
  readonly complete: boolean;
  readonly imported: boolean;
  readonly counts: string | null;
}

function refuseOlder({ framework, version, structure }: Release, versions: readonly VersionRow[]): void {
  const asked = `${framework.name} ${version.name}`;
  const newer = versions.findLast(({ complete, ordinal }) => complete && ordinal > version.ordinal);
  if (newer)
    throw refused(
      asked,
      newer.imported
        ? `is older than ${newer.version}, which is already there`
        : `is older than ${newer.version}, whose import was begun and not finished`,
      newer.imported
        ? 'Releases are imported in their order, oldest first.'
        : `Import ${newer.version} again to finish it.`,
    );
  const same = versions.find(({ ordinal }) => ordinal === version.ordinal);
  if (!structure && !same?.complete)
    throw refused(
      asked,
      'is given without its relations and groups, and the release is not there yet',
      'Give the download of the whole classification in one language in the same run, or import it first.',
    );
}

/** Keeps the book of a version: begun before the first change, imported when all of it is written. */
class Book {
  private begun = false;
  private readonly statements: ImportRepository;
  private readonly release: Release;
  private readonly before: VersionRow | undefined;
  private readonly now: () => Date;
  /** Texts alone, and a partial edition of a release that is there in full, leave its book as it is. */
  private readonly keeps: boolean;

  constructor(
    statements: ImportRepository,
    release: Release,
    before: VersionRow | undefined,
    now: () => Date,
  ) {
    this.statements = statements;
    this.release = release;
    this.before = before;
    this.now = now;
    this.keeps = release.structure && (release.complete || !before?.complete);
  }

  /** True when the graph does not have this release yet, or only a part of it. */
  get opensVersion(): boolean {
    return this.keeps && !(this.before?.imported && this.before.complete === this.release.complete);
  }

  async begin(): Promise<void> {
    if (this.begun || !this.keeps) return;
    this.begun = true;
    const { framework, version, complete } = this.release;
    const { id, ...facts } = framework;
    await this.statements.begin({
      ...facts,
      framework: id,
      id: this.id,
      version: version.name,
      ordinal: version.ordinal,
      complete,
    });
  }

  async finish(report: ImportReport): Promise<void> {
    const { structure, scales } = this.release;
    const addsTexts = !structure && report.writes > 0 && this.before?.imported;
    if (!this.begun && !addsTexts) return;
    const known: Record<string, number> = addsTexts ? JSON.parse(this.before?.counts ?? '{}') : {};
    await this.statements.finish({
      id: this.id,
      now: this.now(),
      counts: JSON.stringify({ ...known, ...report.held }),
      scales: scales.length === 0 ? null : JSON.stringify(scales),
    });
  }

  private get id(): string {
    return `${this.release.framework.id}@${this.release.version.name}`;
  }
}
