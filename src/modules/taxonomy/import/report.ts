import type { Place } from './refused.ts';
import { type EdgeType, edgeTypes, type Kind, kinds } from './release.ts';

export interface ConceptCounts {
  added: number;
  removed: number;
  /** Had left and is back. */
  returned: number;
  /** Has another preferred label in a language. */
  relabelled: number;
  /** Has other alternatives or another description in a language. */
  reworded: number;
  /** Has other broader concepts. */
  moved: number;
}

export interface EdgeCounts {
  added: number;
  removed: number;
  /** Has other values, e.g. another rating. */
  changed: number;
}

/** A row that could not be used. Nothing of it is stored. */
export interface Problem extends Place {
  /** `ABSENT`: it names what the release does not have. `DUPLICATE`: it repeats another row. `NO_LABEL`: it has no label. */
  readonly reason: 'ABSENT' | 'DUPLICATE' | 'NO_LABEL';
  /** What the row names. */
  readonly row: Readonly<Record<string, string>>;
  /** What of that is absent. */
  readonly absent?: readonly string[];
}

/** What an import did. A second import of the same files has zeros everywhere but in `rows`, `held` and `problems`. */
export interface ImportReport {
  readonly framework: string;
  readonly version: string;
  /** Rows of the source tables that were read. */
  rows: number;
  readonly concepts: Record<Kind, ConceptCounts>;
  readonly texts: { added: number; removed: number };
  readonly edges: Record<EdgeType, EdgeCounts>;
  readonly mappings: { added: number; changed: number };
  successors: number;
  /** Writes of any sort. Zero: the graph was already so. */
  writes: number;
  /** How much of each the release holds. */
  readonly held: Record<string, number>;
  readonly problems: Record<Problem['reason'], number>;
}

export const emptyReport = (framework: string, version: string): ImportReport => ({
  framework,
  version,
  rows: 0,
  concepts: forEach(kinds, () => ({
    added: 0,
    removed: 0,
    returned: 0,
    relabelled: 0,
    reworded: 0,
    moved: 0,
  })),
  texts: { added: 0, removed: 0 },
  edges: forEach(edgeTypes, () => ({ added: 0, removed: 0, changed: 0 })),
  mappings: { added: 0, changed: 0 },
  successors: 0,
  writes: 0,
  held: {},
  problems: { ABSENT: 0, DUPLICATE: 0, NO_LABEL: 0 },
});

const forEach = <K extends string, V>(keys: readonly K[], value: () => V): Record<K, V> =>
  Object.fromEntries(keys.map((key) => [key, value()])) as Record<K, V>;

/** The report as lines for a terminal: what changed, kind by kind, and what could not be used. */
export function reportLines(report: ImportReport): string[] {
  const lines = kinds
    .map((kind) => ({ name: spoken(kind), counts: report.concepts[kind], held: report.held[kind] ?? 0 }))
    .filter(({ counts, held }) => held > 0 || Object.values(counts).some((count) => count > 0))
    .map(({ name, counts, held }) => `${name} (${held}): ${listed({ ...counts })}`);
  for (const type of edgeTypes) {
    const counts = report.edges[type];
    if ((report.held[type] ?? 0) > 0 || Object.values(counts).some((count) => count > 0))
      lines.push(`${type} (${report.held[type] ?? 0}): ${listed({ ...counts })}`);
  }
  const languages = Object.keys(report.held).filter((key) => key.startsWith('texts '));
  if (languages.length > 0) {
    const held = languages.map((key) => `${key.slice('texts '.length)} ${report.held[key]}`).join(', ');
    lines.push(`texts (${held}): ${listed({ ...report.texts })}`);
  }
  if (report.held['mappings'])
    lines.push(`mappings (${report.held['mappings']}): ${listed({ ...report.mappings })}`);
  if (report.successors > 0) lines.push(`replaced by another, as the release says: ${report.successors}`);
  if (report.writes === 0) lines.push('Nothing changed: the graph already says all this.');
  return lines;
}

const listed = (counts: Record<string, number>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

const spoken = (kind: Kind): string =>
  ({
    Skill: 'skills',
    SkillGroup: 'skill groups',
    Occupation: 'occupations',
    OccupationGroup: 'occupation groups',
  })[kind];
