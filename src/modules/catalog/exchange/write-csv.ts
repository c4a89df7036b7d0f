import { z } from 'zod';
import {
  type Alignment,
  CSV_COLUMNS,
  CSV_SHAPES,
  guarded,
  JSON_COLUMNS,
  joinList,
  LEVEL_COLUMNS,
  writeAlignment,
} from './csv-columns.ts';
import type { WrittenDocument } from './document.ts';
import { LossBook, pointer } from './loss.ts';
import type { CataloguePackage, PackageAssessment } from './package.ts';

type Cells = Readonly<Record<string, string>>;

/** The catalogue as a table with the columns of docs/exchange.md. Frameworks have no place. */
export function writeCsv(content: CataloguePackage): WrittenDocument {
  const book = new LossBook('CATALOGUE');
  content.frameworks.forEach((framework, index) => {
    book.note(
      pointer('frameworks', index),
      framework,
      'The CSV form has no frameworks of skills. Export them as CTDL or CASE.',
      'ERROR',
    );
  });
  const rows: Cells[] = [
    ...content.outcomes.map((outcome) => cellsOf('outcome', outcome)),
    ...content.assessments.flatMap((assessment) => [
      cellsOf('assessment', { ...assessment, rubricTitle: assessment.rubric?.title ?? null }),
      ...levelsOf(assessment),
    ]),
    ...content.badges.map((badge) => cellsOf('badge', badge)),
    ...content.units.map((unit) => cellsOf('unit', unit)),
  ];
  const lines = [CSV_COLUMNS, ...rows.map((cells) => CSV_COLUMNS.map((column) => cells[column] ?? ''))];
  return {
    document: lines.map((line) => `${line.map(quoted).join(',')}\r\n`).join(''),
    losses: book.losses,
  };
}

const quoted = (cell: string): string => {
  const safe = guarded(cell);
  return !/^[\w .:/-]*$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

function cellsOf(type: keyof typeof CSV_SHAPES, thing: object): Cells {
  const shape: z.ZodRawShape = CSV_SHAPES[type];
  const values = thing as Readonly<Record<string, unknown>>;
  return Object.fromEntries([
    ['type', type],
    ...Object.keys(shape).map((name) => [name, fieldOf(name, values[name], shape[name] as z.ZodType)]),
  ]);
}

function fieldOf(name: string, value: unknown, schema: z.ZodType): string {
  if (name === 'alignments') return joinList((value as readonly Alignment[]).map(writeAlignment));
  // An empty list that says something, unlike no list at all
  if (schema instanceof z.ZodNullable && Array.isArray(value) && value.length === 0) return '|';
  if (!JSON_COLUMNS.includes(name)) return cellOf(value);
  return value === null || (Array.isArray(value) && value.length === 0) ? '' : JSON.stringify(value);
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined || value === false) return '';
  return Array.isArray(value) ? joinList(value as string[]) : String(value);
}

const levelsOf = ({ uri, rubric }: PackageAssessment): Cells[] =>
  (rubric?.criteria ?? []).flatMap(({ title: criterion, levels }, at) =>
    levels.map((level): Cells => {
      const row = { ...level, criterion, criterionNumber: at + 1 };
      return {
        type: 'level',
        uri,
        ...Object.fromEntries(LEVEL_COLUMNS.map((name) => [name, cellOf(row[name])])),
      };
    }),
  );
