import type { Input, InputFile } from './input-file.ts';
import { refused } from './refused.ts';
import { readTable, type TableRow } from './table.ts';

const code = 'O*NET-SOC Code';
const rating = [code, 'Element ID', 'Scale ID', 'Data Value', 'Recommend Suppress', 'Not Relevant'];

/** The tables of the O*NET database that are read, with the columns that are used. Both editions (text, spreadsheet) have them. */
export const onetTables = {
  'Occupation Data': [code, 'Title', 'Description'],
  'Content Model Reference': ['Element ID', 'Element Name', 'Description'],
  'Scales Reference': ['Scale ID', 'Scale Name', 'Minimum', 'Maximum'],
  Skills: rating,
  Knowledge: rating,
  'Task Statements': [code, 'Task ID', 'Task', 'Task Type'],
  'Technology Skills': [code, 'Example', 'Commodity Code', 'Commodity Title', 'Hot Technology'],
  'Alternate Titles': [code, 'Alternate Title'],
  'Job Zones': [code, 'Job Zone'],
  'Sample of Reported Titles': [code, 'Reported Job Title'],
} as const satisfies Record<string, readonly string[]>;

export type OnetTable = keyof typeof onetTables;

export type OnetFiles = Readonly<Partial<Record<OnetTable, InputFile>>>;

const optional: readonly OnetTable[] = ['Sample of Reported Titles'];

/** Finds the tables in the inputs of one run. */
export function onetFiles(inputs: readonly Input[]): OnetFiles {
  const found: Partial<Record<OnetTable, InputFile>> = {};
  for (const file of inputs.flatMap((input) => input.files)) {
    const table = (Object.keys(onetTables) as OnetTable[]).find(
      (name) => file.name.toLowerCase() === `${name.toLowerCase()}.txt`,
    );
    if (!table) continue;
    if (found[table]) throw refused(file.shown, 'is in the input twice', 'Give one release.');
    found[table] = file;
  }
  const missing = (Object.keys(onetTables) as OnetTable[]).filter(
    (table) => !found[table] && !optional.includes(table),
  );
  if (missing.length > 0)
    throw refused(
      inputs[0]?.name ?? 'The input',
      `lacks ${missing.map((table) => `"${table}.txt"`).join(', ')}`,
      'Download the O*NET database as text files ("db_29_2_text.zip").',
    );
  return found;
}

/** The rows of one table; none where an optional one is not there. */
export async function* onetRows(files: OnetFiles, table: OnetTable): AsyncGenerator<TableRow> {
  const file = files[table];
  if (!file) return;
  for await (const row of readTable(file, { format: 'tab', columns: onetTables[table] })) {
    const cells = Object.fromEntries(
      Object.entries(row.cells).map(([name, cell]) => [
        name,
        cell === undefined ? undefined : unquoted(cell),
      ]),
    );
    yield { ...row, cells };
  }
}

/** Tables made from the spreadsheet edition quote a cell that has quotes in it; the text edition never does. */
const unquoted = (cell: string): string =>
  /^"(?:[^"]|"")*"$/.test(cell) &&
  cell.length > 1 &&
  (cell.slice(1, -1).includes('""') || !cell.slice(1, -1).includes('"'))
    ? cell.slice(1, -1).replaceAll('""', '"')
    : cell;

/** A cell that has to be filled. */
export function required(row: TableRow, column: string): string {
  const cell = row.cells[column]?.trim() ?? '';
  if (cell === '')
    throw refused(
      row.file,
      `has no "${column}" at line ${row.line}`,
      'Download it again: it was probably edited.',
    );
  return cell;
}

/** A cell that is a number within limits, both included. */
export function numberIn(row: TableRow, column: string, minimum: number, maximum: number): number {
  const cell = required(row, column);
  const value = Number(cell);
  if (!(value >= minimum && value <= maximum))
    throw refused(
      row.file,
      `has "${cell}" as "${column}" at line ${row.line}, outside ${minimum} to ${maximum}`,
      'Download it again: it was probably edited.',
    );
  return value;
}

/** Y is 1, N is 0, anything else (O*NET leaves cells empty) is not stated. */
export const flag = (cell: string | undefined): number => (cell === 'Y' ? 1 : cell === 'N' ? 0 : Number.NaN);
