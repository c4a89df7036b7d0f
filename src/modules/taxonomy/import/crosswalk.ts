import type { InputFile } from './input-file.ts';
import { occupationUri } from './onet.ts';
import { type Place, refused } from './refused.ts';
import { readTable, type TableRow, type TableShape } from './table.ts';
import { tidyLabel } from './wording.ts';

export const relations = ['EXACT', 'CLOSE', 'NARROW', 'BROAD', 'RELATED'] as const;
export type Relation = (typeof relations)[number];

/** One claim of the crosswalk, read from the first concept to the second: the O*NET occupation is exactly, broader than … the ESCO one. */
export interface CrosswalkRow extends Place {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
}

export interface CrosswalkFacts {
  readonly version: string;
  readonly author: string;
  /** `2022, against ESCO 1.1.0`; null when the block does not say. */
  readonly vintage: string | null;
}

export interface Crosswalk {
  /** What the block above the table says. */
  facts(): Promise<CrosswalkFacts>;
  rows(): AsyncIterable<CrosswalkRow>;
}

export const CROSSWALK_SOURCE = 'esco-onet-crosswalk';

/**
 * The file's words describe the O*NET occupation: "Chief Executives, airport chief executive, broadMatch" says that the O*NET
 * one is the broader of the two. (Read as SKOS from left to right it would say the opposite.) `exactISCO` is an exact match
 * with a group of ISCO.
 */
const matches: Readonly<Record<string, Relation>> = {
  exactMatch: 'EXACT',
  exactISCO: 'EXACT',
  closeMatch: 'CLOSE',
  broadMatch: 'BROAD',
  narrowMatch: 'NARROW',
  relatedMatch: 'RELATED',
};

const columns = ['O*NET Id', 'ESCO or ISCO URI', 'Type of Match'];

/** The official crosswalk between O*NET and ESCO as published, with its header block. */
export function crosswalk(file: InputFile): Crosswalk {
  const shape = (onPreamble: (cells: readonly string[]) => void): TableShape => ({
    format: 'csv',
    columns,
    isHeader: (cells) => cells[0]?.trim() === columns[0],
    onPreamble,
  });
  return {
    async facts() {
      const said = new Map<string, string>();
      const rows = readTable(
        file,
        shape(([name = '', value = '']) => said.set(name.trim(), tidyLabel(value))),
      );
      await rows.next();
      await rows.return(undefined);
      return factsOf(said);
    },
    async *rows() {
      for await (const row of readTable(
        file,
        shape(() => {}),
      ))
        yield crosswalkRow(row);
    },
  };
}

function factsOf(said: ReadonlyMap<string, string>): CrosswalkFacts {
  const year = /(\d{2,4})$/.exec(said.get('Mapping project version date') ?? '')?.[1];
  const against = said.get('Classification 2 Version')?.replace(/^v/i, '');
  return {
    version: said.get('Mapping project version') || '1',
    author: said.get('Mapping project author') || 'ESCO Secretariat and U.S. Department of Labor',
    vintage:
      [year && (year.length === 2 ? `20${year}` : year), against && `against ESCO ${against}`]
        .filter((part) => part)
        .join(', ') || null,
  };
}

function crosswalkRow({ cells, file, line }: TableRow): CrosswalkRow {
  const code = cells['O*NET Id']?.trim() ?? '';
  const to = cells['ESCO or ISCO URI']?.trim() ?? '';
  const match = cells['Type of Match']?.trim() ?? '';
  const relation = matches[match];
  const problem = !/^\d{2}-\d{4}(\.\d{2})?$/.test(code)
    ? `has "${code.slice(0, 60)}" where an O*NET code belongs`
    : !/^https?:\/\/\S+$/.test(to)
      ? `has "${to.slice(0, 60)}" where a URI belongs`
      : relation === undefined
        ? `has the match "${match.slice(0, 60)}", which is none of ${Object.keys(matches).join(', ')}`
        : null;
  if (problem !== null || relation === undefined)
    throw refused(file, `${problem} (line ${line})`, 'Give the crosswalk as published.');
  const occupation = code.includes('.') ? code : `${code}.00`;
  return {
    file,
    line,
    id: `${CROSSWALK_SOURCE}:${occupation}:${to}`,
    from: occupationUri(occupation),
    to,
    relation,
  };
}
