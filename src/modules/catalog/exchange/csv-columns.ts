import { z } from 'zod';
import { ALIGNMENT_RELATIONS } from '../catalog.records.ts';
import { type alignmentShape, assessmentShape, badgeShape, outcomeShape, unitShape } from './package.ts';

/*
 * The columns of the CSV form. Each row is one thing, or one level of a rubric; a cell that does not concern it is empty. Docs: docs/exchange.md.
 */

export const ROW_TYPES = ['outcome', 'assessment', 'level', 'badge', 'unit'] as const;
export type RowType = (typeof ROW_TYPES)[number];

/** The fields of each type of row but levels; a rubric has rows of its own. */
export const CSV_SHAPES = {
  outcome: outcomeShape.shape,
  assessment: assessmentShape.omit({ rubric: true }).extend({ rubricTitle: z.string().nullable() }).shape,
  badge: badgeShape.shape,
  unit: unitShape.shape,
} as const;

/** A level of a rubric: `uri` is that of its assessment. */
export const LEVEL_COLUMNS = [
  'criterionNumber',
  'criterion',
  'title',
  'points',
  'descriptor',
  'passing',
] as const;

export const CSV_COLUMNS: readonly string[] = [
  ...new Set([
    'type',
    'uri',
    'name',
    'title',
    'statement',
    ...Object.values(CSV_SHAPES).flatMap((shape) => Object.keys(shape)),
    ...LEVEL_COLUMNS,
  ]),
];

/** What a spreadsheet takes for a formula, after any apostrophes. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Keeps a spreadsheet from running what somebody wrote into a text: such a cell begins with an apostrophe more. */
export const guarded = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell);
export const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/** Members of a list are separated by `|`; one that has this sign in it, or a backslash, has a backslash before it. */
export const joinList = (members: readonly string[]): string =>
  members.map((member) => member.replace(/[\\|]/g, '\\$&')).join('|');

export function splitList(cell: string): string[] {
  if (cell === '') return [];
  const members = [''];
  for (let at = 0; at < cell.length; at += 1) {
    const sign = cell[at] as string;
    if (sign === '|') members.push('');
    else {
      const escaped = sign === '\\' && at + 1 < cell.length;
      if (escaped) at += 1;
      members[members.length - 1] += escaped ? (cell[at] as string) : sign;
    }
  }
  return members.map((member) => member.trim()).filter((member) => member !== '');
}

export type Alignment = z.infer<typeof alignmentShape>;

/** `EXACT 4 http://… 80% : why`: relation, level (`-` when not stated) and skill; confidence and reason may be left out. */
export const writeAlignment = ({ relation, level, skillUri, confidence, reason }: Alignment): string =>
  `${relation} ${level ?? '-'} ${skillUri}${confidence === null ? '' : ` ${confidence}%`}${reason === null ? '' : ` : ${reason}`}`;

/** Null for what is not written so. */
export function readAlignment(member: string): Alignment | null {
  const [, word, level, skillUri = '', confidence, reason] =
    /^([A-Z]+) ([1-8]|-) (\S+)(?: (\d{1,3})%)?(?: : ([\s\S]+))?$/.exec(member) ?? [];
  const relation = ALIGNMENT_RELATIONS.find((each) => each === word);
  if (relation === undefined) return null;
  return {
    relation,
    skillUri,
    level: level === '-' ? null : Number(level),
    confidence: confidence === undefined ? null : Number(confidence),
    reason: reason?.trim() ?? null,
  };
}

/** Fields that are more than a text, a number or a list of texts: such a cell holds JSON. */
export const JSON_COLUMNS: readonly string[] = [
  'otherIdentifiers',
  'translations',
  'sessions',
  'prerequisites',
];
