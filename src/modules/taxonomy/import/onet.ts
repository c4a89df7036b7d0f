import type { Input } from './input-file.ts';
import {
  flag,
  numberIn,
  type OnetFiles,
  type OnetTable,
  onetFiles,
  onetRows,
  required,
} from './onet-files.ts';
import { refused } from './refused.ts';
import type {
  ConceptRow,
  EdgeRow,
  FrameworkFacts,
  Kind,
  Release,
  Scale,
  TaskRow,
  TechnologyRow,
  TextRow,
} from './release.ts';
import { releaseVersion } from './version.ts';
import { distinctLabels, tidyLabel, tidyText } from './wording.ts';

const onet = (version: string): FrameworkFacts => ({
  id: 'onet',
  name: 'O*NET',
  publisher: 'U.S. Department of Labor, Employment and Training Administration',
  url: 'https://www.onetcenter.org',
  licence: 'CC BY 4.0',
  attribution:
    `This service includes information from the O*NET ${version} Database by the U.S. Department of Labor, Employment and ` +
    'Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. We have ' +
    'modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.',
});

export const occupationUri = (code: string): string => `https://www.onetonline.org/link/summary/${code}`;
const elementUri = (id: string): string => `https://www.onetonline.org/find/descriptor/result/${id}`;

const rated: readonly OnetTable[] = ['Skills', 'Knowledge'];

/** A release of the O*NET database as text files. Reads the small reference tables at once, the others when asked. */
export async function onetRelease(inputs: readonly Input[], version?: string): Promise<Release> {
  const files = onetFiles(inputs);
  const names = inputs.map(({ name }) => name);
  const told = releaseVersion(names, version, 2);
  const scales = await scalesOf(files);
  const skills = await ratedElements(files);
  const groups = new Set([...skills.keys()].flatMap(ancestors));
  return {
    framework: onet(told.name),
    version: told,
    complete: true,
    structure: true,
    scales,
    concepts: () => conceptRows(files, skills, groups),
    texts: [
      { kind: 'Occupation', language: 'en', rows: () => occupationTexts(files) },
      { kind: 'Skill', language: 'en', rows: () => elementTexts(files, (id) => skills.has(id)) },
      { kind: 'SkillGroup', language: 'en', rows: () => elementTexts(files, (id) => groups.has(id)) },
    ],
    edges: [
      { type: 'BROADER', rows: () => broaderRows(files, new Set([...skills.keys(), ...groups])) },
      { type: 'NEEDS', rows: () => ratingRows(files) },
      { type: 'HAS_TASK', rows: () => taskEdges(files) },
      { type: 'USES', rows: () => technologyEdges(files) },
    ],
    tasks: () => taskRows(files),
    technologies: () => technologyRows(files),
  };
}

/** The scales of the release; refuses one whose importance or level is not what `NEEDS` promises. */
async function scalesOf(files: OnetFiles): Promise<Scale[]> {
  const scales: Scale[] = [];
  for await (const row of onetRows(files, 'Scales Reference'))
    scales.push({
      id: required(row, 'Scale ID'),
      name: required(row, 'Scale Name'),
      minimum: numberIn(row, 'Minimum', 0, 100),
      maximum: numberIn(row, 'Maximum', 0, 100),
    });
  for (const [id, minimum, maximum] of [
    ['IM', 1, 5],
    ['LV', 0, 7],
  ] as const)
    if (!scales.some((scale) => scale.id === id && scale.minimum === minimum && scale.maximum === maximum))
      throw refused(
        files['Scales Reference']?.shown ?? 'Scales Reference.txt',
        `does not say that the scale ${id} goes from ${minimum} to ${maximum}`,
        'Ratings would be misread: use a release that has these scales.',
      );
  return scales;
}

/** The skills and the areas of knowledge are the elements that occupations are rated on. */
async function ratedElements(files: OnetFiles): Promise<Map<string, 'SKILL' | 'KNOWLEDGE'>> {
  const found = new Map<string, 'SKILL' | 'KNOWLEDGE'>();
  for (const table of rated)
    for await (const row of onetRows(files, table))
      found.set(required(row, 'Element ID'), table === 'Skills' ? 'SKILL' : 'KNOWLEDGE');
  return found;
}

/** 2.A.1.a → 2.A.1, 2.A, 2 */
const ancestors = (id: string): string[] =>
  id.split('.').flatMap((_, index, parts) => (index === 0 ? [] : [parts.slice(0, index).join('.')]));

async function* conceptRows(
  files: OnetFiles,
  skills: ReadonlyMap<string, 'SKILL' | 'KNOWLEDGE'>,
  groups: ReadonlySet<string>,
): AsyncGenerator<ConceptRow> {
  const zones = new Map<string, number>();
  for await (const row of onetRows(files, 'Job Zones'))
    zones.set(required(row, 'O*NET-SOC Code'), numberIn(row, 'Job Zone', 1, 5));
  const plain = { skillType: null, reuseLevel: null, jobZone: null, obsolete: false, replacedBy: [] };
  for await (const row of onetRows(files, 'Occupation Data')) {
    const code = required(row, 'O*NET-SOC Code');
    const { file, line } = row;
    const jobZone = zones.get(code) ?? null;
    yield { ...plain, file, line, uri: occupationUri(code), kind: 'Occupation', code, jobZone };
  }
  for await (const row of onetRows(files, 'Content Model Reference')) {
    const code = required(row, 'Element ID');
    const skillType = skills.get(code) ?? null;
    if (skillType === null && !groups.has(code)) continue;
    const kind: Kind = skillType === null ? 'SkillGroup' : 'Skill';
    yield { ...plain, file: row.file, line: row.line, uri: elementUri(code), kind, code, skillType };
  }
}

/** Rows about occupations that the release does not have come first, as texts of their own: the importer tells of them. */
async function* occupationTexts(files: OnetFiles): AsyncGenerator<TextRow> {
  const titles = new Map<string, string[]>();
  for await (const row of onetRows(files, 'Occupation Data')) titles.set(required(row, 'O*NET-SOC Code'), []);
  for (const { table, columns } of aboutOccupations)
    for await (const row of onetRows(files, table)) {
      const code = required(row, 'O*NET-SOC Code');
      const named = columns.flatMap((column) => row.cells[column] || []);
      const known = titles.get(code);
      if (known) known.push(...named);
      else yield { file: row.file, line: row.line, uri: occupationUri(code), label: named[0] ?? '' };
    }
  for await (const row of onetRows(files, 'Occupation Data')) {
    const code = required(row, 'O*NET-SOC Code');
    const label = tidyLabel(required(row, 'Title'));
    yield {
      file: row.file,
      line: row.line,
      uri: occupationUri(code),
      label,
      alternatives: distinctLabels(titles.get(code) ?? [], label),
      description: tidyText(row.cells['Description'] ?? ''),
    };
  }
}

const aboutOccupations: readonly { table: OnetTable; columns: readonly string[] }[] = [
  { table: 'Alternate Titles', columns: ['Alternate Title', 'Short Title'] },
  { table: 'Sample of Reported Titles', columns: ['Reported Job Title'] },
  { table: 'Job Zones', columns: [] },
];

async function* elementTexts(files: OnetFiles, wanted: (id: string) => boolean): AsyncGenerator<TextRow> {
  for await (const row of onetRows(files, 'Content Model Reference')) {
    const id = required(row, 'Element ID');
    if (!wanted(id)) continue;
    const description = tidyText(row.cells['Description'] ?? '');
    yield {
      file: row.file,
      line: row.line,
      uri: elementUri(id),
      label: tidyLabel(required(row, 'Element Name')),
      description,
    };
  }
}

async function* broaderRows(files: OnetFiles, wanted: ReadonlySet<string>): AsyncGenerator<EdgeRow> {
  for await (const row of onetRows(files, 'Content Model Reference')) {
    const id = required(row, 'Element ID');
    const parent = ancestors(id).at(-1);
    if (!wanted.has(id) || parent === undefined) continue;
    yield { file: row.file, line: row.line, from: elementUri(id), to: elementUri(parent), variant: '' };
  }
}

/** A row rates one scale; the values of a pair's rows complete each other. */
async function* ratingRows(files: OnetFiles): AsyncGenerator<EdgeRow> {
  for (const table of rated)
    for await (const row of onetRows(files, table)) {
      const scale = required(row, 'Scale ID');
      if (scale !== 'IM' && scale !== 'LV') continue;
      const suppressed = flag(row.cells['Recommend Suppress']);
      const values =
        scale === 'IM'
          ? [numberIn(row, 'Data Value', 1, 5), Number.NaN, suppressed, Number.NaN, Number.NaN]
          : [
              Number.NaN,
              numberIn(row, 'Data Value', 0, 7),
              Number.NaN,
              suppressed,
              flag(row.cells['Not Relevant']),
            ];
      yield {
        file: row.file,
        line: row.line,
        from: occupationUri(required(row, 'O*NET-SOC Code')),
        to: elementUri(required(row, 'Element ID')),
        variant: 'RATED',
        values,
      };
    }
}

async function* taskRows(files: OnetFiles): AsyncGenerator<TaskRow> {
  for await (const row of onetRows(files, 'Task Statements')) {
    const type = row.cells['Task Type']?.trim().toUpperCase();
    yield {
      id: required(row, 'Task ID'),
      statement: tidyLabel(required(row, 'Task')),
      type: type === 'CORE' || type === 'SUPPLEMENTAL' ? type : null,
    };
  }
}

async function* taskEdges(files: OnetFiles): AsyncGenerator<EdgeRow> {
  for await (const row of onetRows(files, 'Task Statements'))
    yield {
      file: row.file,
      line: row.line,
      from: occupationUri(required(row, 'O*NET-SOC Code')),
      to: required(row, 'Task ID'),
      variant: '',
    };
}

async function* technologyRows(files: OnetFiles): AsyncGenerator<TechnologyRow> {
  const seen = new Set<string>();
  for await (const row of onetRows(files, 'Technology Skills')) {
    const code = required(row, 'Commodity Code');
    if (!seen.has(code)) yield { code, title: tidyLabel(required(row, 'Commodity Title')) };
    seen.add(code);
  }
}

async function* technologyEdges(files: OnetFiles): AsyncGenerator<EdgeRow> {
  for await (const row of onetRows(files, 'Technology Skills'))
    yield {
      file: row.file,
      line: row.line,
      from: occupationUri(required(row, 'O*NET-SOC Code')),
      to: required(row, 'Commodity Code'),
      variant: tidyLabel(required(row, 'Example')),
      values: [flag(row.cells['Hot Technology']), flag(row.cells['In Demand'])],
    };
}
