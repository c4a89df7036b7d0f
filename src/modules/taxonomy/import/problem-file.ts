import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { refused } from './refused.ts';
import type { ImportReport, Problem } from './report.ts';

/** The report file: one JSON document, written row by row so that it never stands in memory. It gets its name when it is whole. */
export class ProblemFile {
  private readonly part: string;
  private readonly file: number;
  private first = true;

  constructor(path: string) {
    this.part = `${path}.part`;
    try {
      this.file = openSync(this.part, 'w');
    } catch (cause) {
      throw refused(path, 'cannot be written', 'Name another place with --report.', cause);
    }
    writeSync(this.file, '{\n  "rows": [');
  }

  add(problem: Problem): void {
    writeSync(this.file, `${this.first ? '' : ','}\n    ${JSON.stringify(problem)}`);
    this.first = false;
  }

  /** Ends the document with what the import did, and gives it its name. */
  finish(report: ImportReport, path: string): string {
    const said = JSON.stringify(report, null, 2).replaceAll('\n', '\n  ');
    writeSync(this.file, `${this.first ? '' : '\n  '}],\n  "report": ${said}\n}\n`);
    closeSync(this.file);
    renameSync(this.part, path);
    return path;
  }

  /** The import did not come to its end: there is nothing to report. */
  discard(): void {
    closeSync(this.file);
    rmSync(this.part, { force: true });
  }
}
