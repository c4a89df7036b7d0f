import { EdgeSet } from './edge-set.ts';
import { Names } from './names.ts';
import { type ConceptOutcome, type HeldConcept, planConcept } from './plan-concept.ts';
import { type EdgeRow, type EdgeType, edgeValues, type TextTable } from './release.ts';
import type { Work } from './work.ts';

/** The edges of one type as the release states them, in numbers. */
export interface StatedEdges {
  readonly type: EdgeType;
  readonly set: EdgeSet;
  readonly variants: Names;
  /** The names of the nodes the edges lead to, where these are no concepts. */
  readonly targets: Names | null;
}

/** What the first reading of a release leaves: everything is known to be sound, and nothing was written. */
export interface ReadRelease {
  readonly writes: readonly { uri: string; outcome: ConceptOutcome; concept: HeldConcept }[];
  readonly successors: readonly { from: string; to: string }[];
  readonly edges: readonly StatedEdges[];
  readonly textRows: ReadonlyMap<TextTable, number>;
}

/** Reads a whole release once, as a stream. Whatever is broken in it is refused here, before the first change. */
export async function readRelease(work: Work, newest: boolean): Promise<ReadRelease> {
  const { release, onProgress } = work;
  const { writes, successors } = await readConcepts(work, newest);
  const targets = { HAS_TASK: new Names(), USES: new Names() };
  for await (const task of release.tasks()) targets.HAS_TASK.add(task.id);
  for await (const technology of release.technologies()) targets.USES.add(technology.code);
  const edges: StatedEdges[] = [];
  for (const { type, rows } of release.edges) {
    onProgress(`reading ${type}`, 0);
    const stated: StatedEdges = {
      type,
      set: new EdgeSet(edgeValues[type].length),
      variants: new Names(),
      targets: type === 'HAS_TASK' || type === 'USES' ? targets[type] : null,
    };
    for await (const row of rows()) readEdge(work, stated, row);
    work.report.problems.DUPLICATE += stated.set.seal();
    work.report.held[type] = stated.set.size;
    edges.push(stated);
  }
  const textRows = new Map<TextTable, number>();
  for (const table of release.texts) {
    onProgress(`reading ${table.kind} in ${table.language}`, 0);
    let count = 0;
    for await (const _ of table.rows()) count += 1;
    textRows.set(table, count);
  }
  return { writes, successors, edges, textRows };
}

async function readConcepts(work: Work, newest: boolean) {
  const { release, concepts, report, version } = work;
  const writes: { uri: string; outcome: ConceptOutcome; concept: HeldConcept }[] = [];
  const successors: { from: string; to: string }[] = [];
  work.onProgress('reading concepts', 0);
  for await (const row of release.concepts()) {
    if (!concepts.state(row.uri, row.kind, row.obsolete)) {
      work.problem({ reason: 'DUPLICATE', file: row.file, line: row.line, row: { uri: row.uri } });
      continue;
    }
    for (const to of row.replacedBy) successors.push({ from: row.uri, to });
    if (row.obsolete) continue;
    report.held[row.kind] = (report.held[row.kind] ?? 0) + 1;
    const held = concepts.held(concepts.number(row.uri) ?? -1);
    const plan = planConcept(held, row, version, newest);
    if (plan.outcome !== 'same') writes.push({ uri: row.uri, ...plan });
    if (plan.outcome === 'added' || plan.outcome === 'returned') report.concepts[row.kind][plan.outcome] += 1;
  }
  return { writes, successors };
}

function readEdge(work: Work, { set, variants, targets }: StatedEdges, row: EdgeRow): void {
  const from = usable(work, row.from);
  const to = targets ? targets.number(row.to) : usable(work, row.to);
  if (from !== undefined && to !== undefined) {
    set.add(from, to, variants.add(row.variant), row.values);
    return;
  }
  const absent = [...(from === undefined ? [row.from] : []), ...(to === undefined ? [row.to] : [])];
  const named = { from: row.from, to: row.to, ...(row.variant !== '' && { variant: row.variant }) };
  work.problem({ reason: 'ABSENT', file: row.file, line: row.line, row: named, absent });
}

function usable({ concepts }: Work, uri: string): number | undefined {
  const number = concepts.number(uri);
  return number !== undefined && concepts.usable(number) ? number : undefined;
}
