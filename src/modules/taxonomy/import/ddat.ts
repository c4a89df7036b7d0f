import type { Input, InputFile } from './input-file.ts';
import { refused } from './refused.ts';
import type { ConceptRow, EdgeRow, FrameworkFacts, Kind, Release, TextRow } from './release.ts';
import { readTable, type TableRow } from './table.ts';
import { releaseVersion } from './version.ts';
import { tidyLabel, tidyText } from './wording.ts';

const SITE = 'https://ddat-capability-framework.service.gov.uk';

const framework: FrameworkFacts = {
  id: 'ddat',
  name: 'Government Digital and Data Profession Capability Framework',
  publisher: 'UK Government Digital and Data',
  url: SITE,
  licence: 'Open Government Licence v3.0',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0.',
};

const STEPS: readonly string[] = ['awareness', 'working', 'practitioner', 'expert'];
/** What stands where a role has no levels, or asks for a skill at none. */
const NOT_IN_USE = 'NOT IN USE';

const tables = {
  requirements: ['family', 'role', 'role_level', 'skill', 'level'],
  roles: ['role', 'role_level', 'role_description', 'level_description'],
  skills: ['skill', 'description', ...STEPS],
} as const;
type Table = keyof typeof tables;
type Files = Readonly<Record<Table, InputFile>>;

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
const skillUri = (skill: string): string => `${SITE}/skills#${slug(skill)}`;
export const familyUri = (family: string): string => `${SITE}/#${slug(family)}`;
export const roleUri = (role: string): string => `${SITE}/role/${slug(role)}`;
/** A level of a role, as its own page names it: `…/role/data-analyst#senior-data-analyst`. */
export const roleLevelUri = (role: string, level: string): string => `${roleUri(role)}#${slug(level)}`;

/**
 * The UK capability framework as three tables: requirements (family, role, role_level, skill, level), roles and skills. A level of a role is an occupation, the role and its
 * family are groups above it; it needs skills at a step of the framework's scale, 1 (awareness) to 4 (expert).
 */
export async function ddatRelease(inputs: readonly Input[], version?: string): Promise<Release> {
  const files = filesOf(inputs);
  const stated = version !== undefined && /^\d{4}$/.test(version) ? `${version}.0` : version;
  const told = releaseVersion(
    inputs.map(({ name }) => name),
    stated,
    2,
  );
  return {
    framework,
    version: { ...told, name: told.name.replace(/\.0$/, '') },
    complete: true,
    structure: true,
    scales: [{ id: 'STEP', name: STEPS.join(', '), minimum: 1, maximum: STEPS.length }],
    concepts: () => concepts(files),
    texts: (['OccupationGroup', 'Occupation', 'Skill'] as const).map((kind) => ({
      kind,
      language: 'en',
      rows: () => texts(files, kind),
    })),
    edges: [
      { type: 'BROADER', rows: () => broader(files) },
      { type: 'NEEDS', rows: () => needs(files) },
    ],
    async *tasks() {},
    async *technologies() {},
  };
}

function filesOf(inputs: readonly Input[]): Files {
  const all = inputs.flatMap((input) => input.files);
  const found = Object.keys(tables).map((table) => {
    const named = all.filter(({ name }) => new RegExp(`^(?:.*ddat.*[-_ ])?${table}\\.csv$`, 'i').test(name));
    const [file] = named;
    if (!file || named.length > 1)
      throw refused(
        inputs[0]?.name ?? 'The input',
        file ? `has two tables of ${table}` : `lacks "${table}.csv"`,
        'Give the framework as requirements.csv, roles.csv and skills.csv (docs/importing.md).',
      );
    return [table, file] as const;
  });
  return Object.fromEntries(found) as unknown as Files;
}

const rowsOf = (files: Files, table: Table): AsyncGenerator<TableRow> =>
  readTable(files[table], { format: 'csv', columns: tables[table] });

function cell(row: TableRow, column: string): string {
  const value = tidyLabel(row.cells[column] ?? '');
  if (value === '')
    throw refused(row.file, `has no "${column}" at line ${row.line}`, 'Every row names all of it.');
  return value;
}

interface Entry extends Omit<TextRow, 'label' | 'description'> {
  readonly kind: Kind;
  readonly code: string | null;
  readonly label: string;
  readonly description: string | null;
}

/** Each family, role, level of a role and skill once. */
async function* entries(files: Files): AsyncGenerator<Entry> {
  const seen = new Set<string>();
  const once = (entry: Entry): Entry[] => {
    if (seen.has(entry.uri)) return [];
    seen.add(entry.uri);
    return [entry];
  };
  for await (const row of rowsOf(files, 'requirements')) {
    const family = cell(row, 'family');
    const at = { file: row.file, line: row.line, kind: 'OccupationGroup' as const, code: null };
    yield* once({ ...at, uri: familyUri(family), label: family, description: null });
  }
  for await (const row of rowsOf(files, 'roles')) {
    const { role, level } = levelOf(row);
    const at = { file: row.file, line: row.line };
    const about = tidyText(row.cells['role_description'] ?? '');
    yield* once({
      ...at,
      kind: 'OccupationGroup',
      code: null,
      uri: roleUri(role),
      label: role,
      description: about,
    });
    yield* once({
      ...at,
      kind: 'Occupation',
      code: slug(level),
      uri: roleLevelUri(role, level),
      label: level,
      description: tidyText(row.cells['level_description'] ?? '') ?? about,
    });
  }
  for await (const row of rowsOf(files, 'skills')) {
    const label = cell(row, 'skill');
    const steps = STEPS.map((step) => {
      const text = tidyText(row.cells[step] ?? '');
      return text === null ? null : `${step[0]?.toUpperCase()}${step.slice(1)}: ${text}`;
    });
    yield* once({
      file: row.file,
      line: row.line,
      kind: 'Skill',
      code: slug(label),
      uri: skillUri(label),
      label,
      description: tidyText(
        [row.cells['description'] ?? '', ...steps.filter((step) => step !== null)].join('\n\n'),
      ),
    });
  }
}

/** A role that has no levels is its own only one. */
function levelOf(row: TableRow): { role: string; level: string } {
  const role = cell(row, 'role');
  const level = cell(row, 'role_level');
  return { role, level: level === NOT_IN_USE ? role : level };
}

async function* concepts(files: Files): AsyncGenerator<ConceptRow> {
  const plain = { reuseLevel: null, jobZone: null, obsolete: false, replacedBy: [] };
  for await (const { file, line, uri, kind, code } of entries(files))
    yield { ...plain, file, line, uri, kind, code, skillType: kind === 'Skill' ? 'SKILL' : null };
}

async function* texts(files: Files, wanted: Kind): AsyncGenerator<TextRow> {
  for await (const { file, line, uri, kind, label, description } of entries(files))
    if (kind === wanted) yield { file, line, uri, label, description };
}

async function* broader(files: Files): AsyncGenerator<EdgeRow> {
  const seen = new Set<string>();
  for await (const row of rowsOf(files, 'requirements')) {
    const { role, level } = levelOf(row);
    for (const [from, to] of [
      [roleLevelUri(role, level), roleUri(role)],
      [roleUri(role), familyUri(cell(row, 'family'))],
    ] as const) {
      if (seen.has(`${from} ${to}`)) continue;
      seen.add(`${from} ${to}`);
      yield { file: row.file, line: row.line, from, to, variant: '' };
    }
  }
}

async function* needs(files: Files): AsyncGenerator<EdgeRow> {
  for await (const row of rowsOf(files, 'requirements')) {
    const { role, level } = levelOf(row);
    const asked = cell(row, 'level');
    const step = STEPS.indexOf(asked.toLowerCase()) + 1;
    if (step === 0 && asked !== NOT_IN_USE)
      throw refused(
        row.file,
        `has the level "${asked.slice(0, 60)}" at line ${row.line}`,
        `It is one of ${STEPS.join(', ')}.`,
      );
    yield {
      file: row.file,
      line: row.line,
      from: roleLevelUri(role, level),
      to: skillUri(cell(row, 'skill')),
      variant: 'LEVELLED',
      values: [Number.NaN, step === 0 ? Number.NaN : step, Number.NaN, Number.NaN, Number.NaN],
    };
  }
}
