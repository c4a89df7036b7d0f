import type { Input, InputFile } from './input-file.ts';
import { refused } from './refused.ts';
import type { Kind } from './release.ts';
import type { TableShape } from './table.ts';

/** The tables of an ESCO download that are read. The collections, schemes and the flattened hierarchy repeat what these say. */
export const escoTables = {
  occupations: { kind: 'Occupation', columns: ['conceptUri', 'preferredLabel'] },
  skills: { kind: 'Skill', columns: ['conceptUri', 'preferredLabel'] },
  skillGroups: { kind: 'SkillGroup', columns: ['conceptUri', 'preferredLabel'] },
  ISCOGroups: { kind: 'OccupationGroup', columns: ['conceptUri', 'preferredLabel'] },
  broaderRelationsOccPillar: { kind: null, columns: ['conceptUri', 'broaderUri'] },
  broaderRelationsSkillPillar: { kind: null, columns: ['conceptUri', 'broaderUri'] },
  occupationSkillRelations: { kind: null, columns: ['occupationUri', 'relationType', 'skillUri'] },
  skillSkillRelations: { kind: null, columns: ['originalSkillUri', 'relationType', 'relatedSkillUri'] },
} as const satisfies Record<string, { kind: Kind | null; columns: readonly string[] }>;

export type EscoTable = keyof typeof escoTables;
export type ConceptTable = 'occupations' | 'skills' | 'skillGroups' | 'ISCOGroups';
export type RelationTable = Exclude<EscoTable, ConceptTable>;

export const conceptTables: readonly ConceptTable[] = ['ISCOGroups', 'occupations', 'skillGroups', 'skills'];
export const relationTables: readonly RelationTable[] = [
  'broaderRelationsOccPillar',
  'broaderRelationsSkillPillar',
  'occupationSkillRelations',
  'skillSkillRelations',
];

export interface EscoFile {
  readonly table: EscoTable;
  /** Null for relations, whose names carry a language only in newer releases. */
  readonly language: string | null;
  readonly file: InputFile;
}

export interface EscoFiles {
  /** The tables of the input that says what the release consists of; null when no input does. */
  readonly structure: ReadonlyMap<EscoTable, EscoFile> | null;
  readonly texts: readonly EscoFile[];
}

export const shapeOf = (table: EscoTable): TableShape => ({
  format: 'csv',
  columns: escoTables[table].columns,
});

/** Finds the tables in the inputs of one run. The first input with relations says what the release is; the others add languages. */
export function escoFiles(inputs: readonly Input[]): EscoFiles {
  const found = inputs.map((input) => ({
    input,
    files: input.files.flatMap((file) => recognise(file, input)),
  }));
  for (const { input, files } of found)
    if (files.length === 0)
      throw refused(
        input.name,
        'holds no ESCO table',
        'Download the classification as CSV from the ESCO portal; it holds files such as skills_en.csv.',
      );
  const base = found.find(({ files }) => files.some(({ table }) => escoTables[table].kind === null));
  const texts = found.flatMap(({ files }) => files.filter(({ table }) => escoTables[table].kind !== null));
  refuseTwice(texts);
  return { structure: base ? structureOf(base.input, base.files) : null, texts };
}

function structureOf(input: Input, files: readonly EscoFile[]): Map<EscoTable, EscoFile> {
  const tables = new Map<EscoTable, EscoFile>();
  for (const file of files) {
    const same = tables.get(file.table);
    if (same && escoTables[file.table].kind === null)
      throw refused(file.file.shown, `says the same as ${same.file.name}`, 'Keep one of the two.');
    if (!same || file.language === 'en') tables.set(file.table, file);
  }
  const missing = (Object.keys(escoTables) as EscoTable[]).filter((table) => !tables.has(table));
  if (missing.length > 0)
    throw refused(
      input.name,
      `lacks ${missing.map((table) => `${table}.csv`).join(', ')}`,
      'Download the whole classification as CSV; without these the release is not complete.',
    );
  return tables;
}

function refuseTwice(files: readonly EscoFile[]): void {
  const seen = new Map<string, EscoFile>();
  for (const file of files) {
    const key = `${file.table} ${file.language}`;
    const same = seen.get(key);
    if (same)
      throw refused(
        file.file.shown,
        `is in the input twice (${same.file.shown})`,
        'Give each language once.',
      );
    seen.set(key, file);
  }
}

const names = new RegExp(
  `^(${Object.keys(escoTables).join('|')})(?:_([a-z]{2,3}(?:-[a-z]{2,4})?))?\\.csv$`,
  'i',
);

function recognise(file: InputFile, input: Input): EscoFile[] {
  const match = names.exec(file.name);
  const table = (Object.keys(escoTables) as EscoTable[]).find(
    (name) => name.toLowerCase() === match?.[1]?.toLowerCase(),
  );
  if (!match || !table) return [];
  const language = match[2]?.toLowerCase() ?? null;
  if (escoTables[table].kind === null) return [{ table, language: null, file }];
  const told = language ?? languageInName(input.name);
  if (told === null)
    throw refused(
      file.shown,
      'does not tell its language',
      `Name it as the portal does, e.g. ${table}_en.csv.`,
    );
  return [{ table, language: told, file }];
}

const languageInName = (name: string): string | null =>
  /(?:^|[\s_-])([a-z]{2})(?=[\s_-]*(?:csv)?(?:\.zip)?$)/i.exec(name)?.[1]?.toLowerCase() ?? null;
