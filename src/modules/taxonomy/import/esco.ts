import {
  conceptTables,
  type EscoFile,
  type EscoTable,
  escoFiles,
  escoTables,
  relationTables,
  shapeOf,
} from './esco-files.ts';
import type { Input } from './input-file.ts';
import { refused } from './refused.ts';
import type {
  ConceptRow,
  EdgeRow,
  EdgeTable,
  FrameworkFacts,
  Release,
  TextRow,
  TextTable,
} from './release.ts';
import { readTable, type TableRow } from './table.ts';
import { releaseVersion } from './version.ts';
import { labelsIn, tidyLabel, tidyText } from './wording.ts';

export const esco: FrameworkFacts = {
  id: 'esco',
  name: 'ESCO',
  publisher: 'European Commission',
  url: 'https://esco.ec.europa.eu',
  licence: 'Commission Decision 2011/833/EU (CC BY 4.0)',
  attribution: 'This service uses the ESCO classification of the European Commission.',
};

/** An ESCO release from the downloads of its portal: one version, any languages. Opens no file yet. */
export function escoRelease(inputs: readonly Input[], version?: string): Release {
  const { structure, texts } = escoFiles(inputs);
  return {
    framework: esco,
    version: releaseVersion(
      inputs.map(({ name }) => name),
      version,
      3,
    ),
    complete: structure !== null,
    structure: structure !== null,
    scales: [],
    concepts: () => (structure ? conceptRows(structure) : none()),
    texts: texts.flatMap(textTable),
    edges: structure ? edgeTables(structure) : [],
    tasks: none,
    technologies: none,
  };
}

async function* none(): AsyncGenerator<never> {}

async function* conceptRows(structure: ReadonlyMap<EscoTable, EscoFile>): AsyncGenerator<ConceptRow> {
  for (const table of conceptTables) {
    const source = structure.get(table);
    if (source) for await (const row of readTable(source.file, shapeOf(table))) yield conceptOf(row, source);
  }
}

function conceptOf({ cells, file, line }: TableRow, { table }: EscoFile): ConceptRow {
  const uri = uriIn(cells['conceptUri'], file, line);
  const status = cells['status']?.trim().toLowerCase() ?? '';
  const obsolete = status !== '' && status !== 'released';
  return {
    file,
    line,
    uri,
    kind: escoTables[table].kind ?? 'Skill',
    code: cells['code']?.trim() || codeInUri(uri),
    skillType: table === 'skills' ? skillTypeOf(cells['skillType']) : null,
    reuseLevel: table === 'skills' ? reuseLevelOf(cells['reuseLevel']) : null,
    jobZone: null,
    obsolete,
    replacedBy: successors(cells, obsolete),
  };
}

/** The classifications that ESCO builds on carry their code in the URI; older releases leave the cell empty. */
const codeInUri = (uri: string): string | null => /\/isced-f\/(\d{2,4})$/.exec(uri)?.[1] ?? null;

const skillTypeOf = (cell = '') => {
  const text = cell.trim();
  return text === 'skill/competence' ? 'SKILL' : text === 'knowledge' ? 'KNOWLEDGE' : null;
};

const reuseLevelOf = (cell = '') =>
  (
    ({
      transversal: 'TRANSVERSAL',
      'cross-sector': 'CROSS_SECTOR',
      'sector-specific': 'SECTOR_SPECIFIC',
      'occupation-specific': 'OCCUPATION_SPECIFIC',
    }) as const
  )[cell.trim() as 'transversal'] ?? null;

const uriPattern = /https?:\/\/[^\s"'<>|,;]+/g;

/**
 * What the release says came after a concept: a column of its own (as in exports of the RDF edition), or the scope note of an
 * obsolete concept ("replaced by <a resource=…>"). A like label or code says nothing.
 */
function successors(cells: TableRow['cells'], obsolete: boolean): string[] {
  const stated = ['replacedBy', 'isReplacedBy', 'replacedByUri'].flatMap(
    (name) => cells[name]?.match(uriPattern) ?? [],
  );
  const note = obsolete
    ? (/(?:replaced|superseded) by(.*)$/is.exec(cells['scopeNote'] ?? '')?.[1] ?? '')
    : '';
  return [
    ...new Set([
      ...stated,
      ...(note.match(uriPattern) ?? []).filter((uri) => !uri.includes('/model#') && !uri.includes('w3.org/')),
    ]),
  ];
}

function textTable(source: EscoFile): TextTable[] {
  const kind = escoTables[source.table].kind;
  const { language, table, file } = source;
  if (kind === null || language === null) return [];
  return [
    {
      kind,
      language,
      rows: async function* () {
        for await (const row of readTable(file, shapeOf(table))) yield textOf(row);
      },
    },
  ];
}

function textOf({ cells, file, line }: TableRow): TextRow {
  const label = tidyLabel(cells['preferredLabel'] ?? '');
  const { altLabels, hiddenLabels, description } = cells;
  return {
    file,
    line,
    uri: uriIn(cells['conceptUri'], file, line),
    label,
    ...(altLabels !== undefined && { alternatives: labelsIn(altLabels, label) }),
    ...(hiddenLabels !== undefined && { hidden: labelsIn(hiddenLabels, label) }),
    ...(description !== undefined && { description: tidyText(description) }),
  };
}

function edgeTables(structure: ReadonlyMap<EscoTable, EscoFile>): EdgeTable[] {
  const rowsOf = (tables: readonly (typeof relationTables)[number][]) =>
    async function* (): AsyncGenerator<EdgeRow> {
      for (const table of tables) {
        const source = structure.get(table);
        if (source) for await (const row of readTable(source.file, shapeOf(table))) yield edgeOf(row);
      }
    };
  return [
    { type: 'BROADER', rows: rowsOf(relationTables.slice(0, 2)) },
    { type: 'NEEDS', rows: rowsOf(relationTables.slice(2)) },
  ];
}

function edgeOf({ cells, file, line }: TableRow): EdgeRow {
  const place = { file, line };
  if (cells['broaderUri'] !== undefined)
    return {
      ...place,
      from: uriIn(cells['conceptUri'], file, line),
      to: uriIn(cells['broaderUri'], file, line),
      variant: '',
    };
  return {
    ...place,
    from: uriIn(cells['occupationUri'] ?? cells['originalSkillUri'], file, line),
    to: uriIn(cells['skillUri'] ?? cells['relatedSkillUri'], file, line),
    variant: relationIn(cells['relationType'], file, line),
  };
}

function relationIn(cell: string | undefined, file: string, line: number): string {
  const relation = cell?.trim().toUpperCase();
  if (relation === 'ESSENTIAL' || relation === 'OPTIONAL') return relation;
  throw refused(
    file,
    `has the relation "${cell}" at line ${line}`,
    'ESCO knows "essential" and "optional": give the file as the portal offers it.',
  );
}

function uriIn(cell: string | undefined, file: string, line: number): string {
  const uri = cell?.trim() ?? '';
  if (/^https?:\/\/\S+$/.test(uri)) return uri;
  throw refused(
    file,
    `has "${uri.slice(0, 60)}" where a URI belongs, in the row that ends at line ${line}`,
    'It was probably edited: download it again.',
  );
}
