import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import {
  CSV_COLUMNS,
  CSV_SHAPES,
  JSON_COLUMNS,
  type LEVEL_COLUMNS,
  ROW_TYPES,
  type RowType,
  readAlignment,
  splitList,
  unguarded,
} from './csv-columns.ts';
import { isUri, type ReadDocument, unreadable } from './document.ts';
import { LossBook } from './loss.ts';
import {
  emptyOf,
  type PackageAssessment,
  type PackageBadge,
  type PackageOutcome,
  type PackageRubric,
  type PackageUnit,
} from './package.ts';

interface Row {
  readonly place: string;
  readonly cells: Readonly<Record<string, string>>;
}

type ReadAssessment = Omit<PackageAssessment, 'rubric'> & { rubricTitle: string | null };

/** Reads a table with the columns of docs/exchange.md, in any order; columns it does not know are noted as lost. */
export function readCsv(text: string): ReadDocument {
  const book = new LossBook('DOCUMENT');
  const places = new Map<string, string>();
  const found = {
    outcome: [] as PackageOutcome[],
    assessment: [] as ReadAssessment[],
    badge: [] as PackageBadge[],
    unit: [] as PackageUnit[],
  };
  const levels: Row[] = [];
  for (const row of rowsIn(text, book)) {
    const type = typeOf(row);
    if (type === 'level') levels.push(row);
    else {
      const thing = thingOf(type, row, book);
      if (places.has(thing.uri))
        throw unreadable(row.place, `"${thing.uri}" stands in ${places.get(thing.uri)}, too.`);
      places.set(thing.uri, row.place);
      (found[type] as { uri: string }[]).push(thing);
    }
  }
  const rubrics = rubricsIn(levels, new Set(found.assessment.map(({ uri }) => uri)));
  return {
    content: {
      badges: found.badge,
      outcomes: found.outcome,
      assessments: found.assessment.map(({ rubricTitle, ...assessment }) => {
        const criteria = rubrics.get(assessment.uri);
        return { ...assessment, rubric: criteria === undefined ? null : { title: rubricTitle, criteria } };
      }),
      units: found.unit,
      frameworks: [],
    },
    losses: book.losses,
    places,
  };
}

function rowsIn(text: string, book: LossBook): Row[] {
  const [header, ...records] = recordsIn(text);
  if (header === undefined) throw unreadable('', 'it has no line with the names of the columns.');
  const names = header.cells.map((cell) => cell.trim());
  for (const needed of ['type', 'uri'])
    if (!names.includes(needed))
      throw unreadable('line 1', `there is no column "${needed}". docs/exchange.md lists the columns.`);
  names.forEach((name, at) => {
    if (name !== '' && names.indexOf(name) !== at)
      throw unreadable('line 1', `the column "${name}" is there twice.`);
    if (!CSV_COLUMNS.includes(name))
      book.note(`line 1, column ${at + 1}`, name, 'docs/exchange.md knows no such column.');
  });
  return records.map(({ line, cells }) => {
    if (cells.length > names.length)
      throw unreadable(
        `line ${line}`,
        `it has ${cells.length} cells, but there are ${names.length} columns.`,
      );
    return {
      place: `line ${line}`,
      cells: Object.fromEntries(names.map((name, at) => [name, unguarded(cells[at] ?? '').trim()])),
    };
  });
}

/** The records with the line each begins on. Some spreadsheets write semicolons. */
function recordsIn(text: string): { line: number; cells: string[] }[] {
  const first = text.slice(0, text.indexOf('\n') + 1 || text.length);
  const delimiter = first.includes(';') && !first.includes(',') ? ';' : ',';
  try {
    let line = 1;
    const parsed = parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      info: true,
      skip_empty_lines: false,
    }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return parsed
      .map(({ record, info }) => {
        const begins = line;
        line = info.lines + 1;
        return { line: begins, cells: record };
      })
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw unreadable('', `it is not CSV (${error.code}). Quote cells that hold quotes or line breaks.`);
  }
}

function typeOf({ cells, place }: Row): RowType {
  const type = ROW_TYPES.find((each) => each === cells['type']);
  if (type) return type;
  throw unreadable(place, `"${cells['type'] ?? ''}" is none of the types ${ROW_TYPES.join(', ')}.`);
}

function thingOf(type: Exclude<RowType, 'level'>, { cells, place }: Row, book: LossBook): { uri: string } {
  const shape: z.ZodRawShape = CSV_SHAPES[type];
  for (const [name, cell] of Object.entries(cells))
    if (cell !== '' && name !== 'type' && !(name in shape) && CSV_COLUMNS.includes(name))
      book.note(`${place}, column ${name}`, cell, `A row of the type ${type} says nothing here.`);
  const values = Object.entries(shape).map(([name, schema]) => [
    name,
    fieldIn(cells[name] ?? '', schema as z.ZodType, name, place),
  ]);
  const { data, error } = z.strictObject(shape).safeParse(Object.fromEntries(values));
  const [issue] = error?.issues ?? [];
  if (issue !== undefined) throw unreadable(`${place}, column ${issue.path.join('.')}`, `${issue.message}.`);
  const thing = data as { uri: string };
  if (!isUri(thing.uri))
    throw unreadable(`${place}, column uri`, 'a URI belongs here, by which the thing is found again.');
  return thing;
}

function fieldIn(cell: string, schema: z.ZodType, name: string, place: string): unknown {
  if (name === 'alignments')
    return splitList(cell)
      .map((member) => {
        const alignment = readAlignment(member);
        if (alignment === null)
          throw unreadable(
            `${place}, column ${name}`,
            `"${member.slice(0, 80)}" is not written as relation, level and URI, such as "EXACT 4 http://…".`,
          );
        return alignment;
      })
      .sort((a, b) => (a.skillUri < b.skillUri ? -1 : 1));
  if (cell === '') return emptyOf(schema);
  if (JSON_COLUMNS.includes(name)) return jsonIn(cell, name, place);
  if (schema instanceof z.ZodArray) return splitList(cell);
  if (schema instanceof z.ZodBoolean) return flag(cell, name, place);
  const inner = schema instanceof z.ZodNullable ? schema.unwrap() : schema;
  if (inner instanceof z.ZodArray) return splitList(cell);
  return inner instanceof z.ZodNumber ? whole(cell, name, place) : cell;
}

function jsonIn(cell: string, name: string, place: string): unknown {
  try {
    return JSON.parse(cell);
  } catch {
    throw unreadable(`${place}, column ${name}`, 'it is not JSON, as docs/exchange.md asks for here.');
  }
}

function flag(cell: string, name: string, place: string): boolean {
  if (/^(true|yes|1)$/i.test(cell)) return true;
  if (/^(false|no|0|)$/i.test(cell)) return false;
  throw unreadable(`${place}, column ${name}`, `"${cell.slice(0, 40)}" is neither true nor false.`);
}

function whole(cell: string, name: string, place: string): number {
  if (/^\d{1,12}$/.test(cell)) return Number(cell);
  throw unreadable(`${place}, column ${name}`, `"${cell.slice(0, 40)}" is not a whole number.`);
}

function rubricsIn(
  rows: readonly Row[],
  assessments: ReadonlySet<string>,
): Map<string, PackageRubric['criteria']> {
  const rubrics = new Map<string, Map<number, PackageRubric['criteria'][number]>>();
  for (const { cells, place } of rows) {
    const uri = cells['uri'] ?? '';
    if (!assessments.has(uri))
      throw unreadable(`${place}, column uri`, 'no row is the assessment of this level.');
    const cell = (name: (typeof LEVEL_COLUMNS)[number]) => cells[name] ?? '';
    const number = whole(cell('criterionNumber'), 'criterionNumber', place);
    if (cell('criterion') === '' || cell('title') === '')
      throw unreadable(place, 'a level needs the name of its criterion and a title.');
    const criteria = rubrics.get(uri) ?? new Map<number, PackageRubric['criteria'][number]>();
    const criterion = criteria.get(number) ?? { title: cell('criterion'), levels: [] };
    criterion.levels.push({
      title: cell('title'),
      points: whole(cell('points'), 'points', place),
      descriptor: cell('descriptor') === '' ? null : cell('descriptor'),
      passing: flag(cell('passing'), 'passing', place),
    });
    rubrics.set(uri, criteria.set(number, criterion));
  }
  const inOrder = (criteria: ReadonlyMap<number, PackageRubric['criteria'][number]>) =>
    [...criteria].sort(([a], [b]) => a - b).map(([, criterion]) => criterion);
  return new Map([...rubrics].map(([uri, criteria]) => [uri, inOrder(criteria)]));
}
