import { isUtf8 } from 'node:buffer';
import { pipeline, type Readable, Transform } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { InputFile } from './input-file.ts';
import { type Place, refused } from './refused.ts';

/** One row: cells by column name. A column the file lacks reads undefined, an empty cell ''. */
export interface TableRow extends Place {
  readonly cells: Readonly<Record<string, string | undefined>>;
}

export interface TableShape {
  readonly format: 'csv' | 'tab';
  /** Columns that must be there. Others are kept as they come; the order does not matter. */
  readonly columns: readonly string[];
  /** True for the row that holds the column names, where a block of other rows comes before it. */
  readonly isHeader?: (cells: readonly string[]) => boolean;
  /** Sees each row before the header. */
  readonly onPreamble?: (cells: readonly string[]) => void;
}

const MAX_ROW = 1 << 20;
const MAX_PREAMBLE = 100;

/** Reads a table as a stream, row by row. Refuses what is not UTF-8, not a table, or lacks a column. */
export async function* readTable(file: InputFile, shape: TableShape): AsyncGenerator<TableRow> {
  if (file.size === 0) throw refused(file.shown, 'is empty', 'Download it again.');
  const source = await file.open();
  let header: string[] | null = null;
  let skipped = 0;
  let count = 0;
  try {
    for await (const { line, record } of records(source, file, shape)) {
      if (header === null) {
        if (shape.isHeader && !shape.isHeader(record)) {
          shape.onPreamble?.(record);
          skipped += 1;
          if (skipped > MAX_PREAMBLE) break;
          continue;
        }
        header = headerOf(record, file, shape);
        continue;
      }
      count += 1;
      yield { file: file.shown, line, cells: cellsOf(header, record, file, line) };
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenTable(error, file) : error;
  } finally {
    source.destroy();
  }
  if (header === null) throw wrongColumns(file, shape.columns);
  if (count === 0) throw refused(file.shown, 'has no rows', 'Download it again: it was probably cut short.');
  file.tally.rows = count;
}

async function* records(
  source: Readable,
  file: InputFile,
  shape: TableShape,
): AsyncGenerator<{ line: number; record: string[] }> {
  const parser = parse({
    delimiter: shape.format === 'tab' ? '\t' : ',',
    quote: shape.format === 'tab' ? null : '"',
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW,
    info: true,
  });
  // The parser carries on the error of whatever stage failed, so the callback has nothing left to do.
  pipeline(source, utf8(file), parser, () => {});
  for await (const item of parser) {
    const { info, record } = item as { info: { lines: number }; record: string[] };
    yield { line: info.lines, record };
  }
}

function headerOf(record: readonly string[], file: InputFile, shape: TableShape): string[] {
  const names = record.map((name) => name.trim());
  const missing = shape.columns.filter((column) => !names.includes(column));
  if (missing.length > 0) throw wrongColumns(file, missing);
  return names;
}

function cellsOf(
  header: readonly string[],
  record: readonly string[],
  file: InputFile,
  line: number,
): Record<string, string> {
  if (record.length < header.length || record.slice(header.length).some((cell) => cell !== ''))
    throw refused(
      file.shown,
      `has ${record.length} cells instead of ${header.length} in the row that ends at line ${line}`,
      'It was probably cut short or edited: download it again.',
    );
  const cells: Record<string, string> = {};
  for (const [index, name] of header.entries()) cells[name] = record[index] ?? '';
  return cells;
}

const wrongColumns = (file: InputFile, missing: readonly string[]) =>
  refused(
    file.shown,
    `lacks the column${missing.length > 1 ? 's' : ''} ${missing.map((name) => `"${name}"`).join(', ')}`,
    'Give the file exactly as its publisher offers it.',
  );

function brokenTable(error: CsvError, file: InputFile) {
  const problem =
    error.code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'ends inside a quoted cell'
      : error.code === 'CSV_MAX_RECORD_SIZE'
        ? 'has a row of more than a million characters'
        : `is not a proper table (${error.message})`;
  return refused(file.shown, problem, 'It was probably cut short or edited: download it again.', error);
}

/** Decodes UTF-8 (with or without a byte-order mark) and refuses anything else, naming the line. */
function utf8(file: InputFile): Transform {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let lines = 1;
  let first = true;
  const fail = (problem: string) =>
    refused(file.shown, problem, 'Download it again, and do not save it from a spreadsheet.');
  return new Transform({
    readableObjectMode: false,
    decodeStrings: true,
    transform(chunk: Buffer, _encoding, done) {
      try {
        const text = decoder.decode(chunk, { stream: true });
        if (first) {
          first = false;
          if (/^\s*<(!doctype|html|\?xml)/i.test(text))
            return done(refused(file.shown, 'is a web page, not a table', 'Download the file itself.'));
        }
        if (text.includes('\u0000')) return done(fail('is not text'));
        lines += text.split('\n').length - 1;
        return done(null, text);
      } catch {
        return done(fail(`is not UTF-8 (line ${lines + linesBeforeFault(chunk)})`));
      }
    },
    flush(done) {
      try {
        done(null, decoder.decode());
      } catch {
        done(fail(`is not UTF-8 (line ${lines})`));
      }
    },
  });
}

function linesBeforeFault(chunk: Buffer): number {
  // A chunk may begin inside a character that the one before it started.
  let start = 0;
  while (start < 3 && ((chunk[start] ?? 0) & 0xc0) === 0x80) start += 1;
  for (let count = 0; ; count += 1) {
    const end = chunk.indexOf(10, start);
    if (end < 0 || !isUtf8(chunk.subarray(start, end))) return count;
    start = end + 1;
  }
}
