import { CsvError, parse } from 'csv-parse/sync';
import { invalidInput } from '../../../platform/errors.ts';
import { BATCH_ROWS, type RowInput } from './batch.rules.ts';

/** The columns a table of awards may have, in any order. */
export const CSV_COLUMNS = [
  'badgeVersionId',
  'resultId',
  'learnerId',
  'email',
  'identityHash',
  'salt',
  'did',
  'narrative',
  'evidenceUrl',
  'reference',
  'awardedAt',
] as const;

/**
 * The rows of a table of awards (RFC 4180, with commas or, as some spreadsheets write, semicolons). An empty cell says nothing, and
 * empty lines are left out. INVALID_INPUT (`UNREADABLE_CSV`) for what is no such table.
 */
export function readAwards(csv: string): RowInput[] {
  const [header = [], ...records] = recordsIn(csv);
  const names = header.map((cell) => cell.trim());
  const odd = names.find((name) => !CSV_COLUMNS.some((column) => column === name));
  if (names.length === 0 || odd !== undefined)
    throw unreadable(
      `its first line must name the columns; ${odd === undefined ? 'it is empty' : `"${odd.slice(0, 40)}" is none`}.`,
    );
  if (new Set(names).size < names.length) throw unreadable('a column is there twice.');
  return records.map((cells) =>
    Object.fromEntries(names.map((name, at) => [name, cells[at]?.trim() || null])),
  );
}

function recordsIn(csv: string): string[][] {
  const first = csv.slice(0, csv.indexOf('\n') + 1 || csv.length);
  const delimiter = first.includes(';') && !first.includes(',') ? ';' : ',';
  try {
    const records: string[][] = parse(csv, {
      bom: true,
      delimiter,
      skip_empty_lines: true,
      to: BATCH_ROWS + 10,
    });
    return records.filter((cells) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable(`it is not CSV (${error.code}, line ${error['lines'] ?? '?'}).`);
  }
}

const unreadable = (what: string) =>
  invalidInput('input.csv', `cannot be read: ${what} Columns: ${CSV_COLUMNS.join(', ')}.`, {
    reason: 'UNREADABLE_CSV',
    allowed: [...CSV_COLUMNS],
  });
