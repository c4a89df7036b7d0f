import { edgeWriters, type HeldEdgeRow } from './edge-writers.ts';
import { planEdge } from './plan-edge.ts';
import type { StatedEdges } from './read-release.ts';
import { OPEN } from './version.ts';
import { BATCH, batches, type Work } from './work.ts';

const SIZE = 250;

/** One table while it is compared: which stated edges the graph knows, and which concepts got or lost one. */
interface Comparison {
  readonly work: Work;
  readonly stated: StatedEdges;
  readonly known: Uint8Array;
  readonly touched: Set<number>;
}

/** Writes the edges of one type that are new or said otherwise, and ends those a complete release no longer has. */
export async function writeEdges(work: Work, stated: StatedEdges): Promise<void> {
  const { concepts, report, onProgress } = work;
  const { set, type } = stated;
  const comparison: Comparison = { work, stated, known: new Uint8Array(set.size), touched: new Set() };
  for (const batch of concepts.heldBefore(SIZE)) await compare(comparison, batch);
  const fresh = comparison.known.reduce((count, known) => count - known, set.size);
  let done = 0;
  for await (const batch of batches(unknown(comparison.known))) {
    report.edges[type].added += batch.length;
    for (const position of batch) comparison.touched.add(set.at(position).from);
    await write(comparison, new Map(batch.map((position) => [position, OPEN])));
    done += batch.length;
    onProgress(type, done, fresh);
  }
  if (type === 'BROADER') countMoved(comparison);
}

function* unknown(known: Uint8Array): Generator<number> {
  for (const [position, seen] of known.entries()) if (seen === 0) yield position;
}

/** Compares the edges that some concepts have with those the release states, and applies the difference. */
async function compare(
  { work, stated, known, touched }: Comparison,
  batch: readonly number[],
): Promise<void> {
  const { concepts, release, repository, report, version } = work;
  const counts = report.edges[stated.type];
  const held = await edgeWriters[stated.type].held(
    work,
    batch.map((number) => concepts.uri(number)),
  );
  const close: string[] = [];
  const widen: string[] = [];
  const changed = new Map<number, number>();
  const byPosition = new Map<number, HeldEdgeRow[]>();
  for (const edge of held) {
    const found = positionOf(work, stated, edge);
    if (found === null) continue;
    if (found.position >= 0) {
      byPosition.set(found.position, [...(byPosition.get(found.position) ?? []), edge]);
    } else if (release.complete && edge.since <= version) {
      close.push(edge.id);
      counts.removed += 1;
      touched.add(found.from);
    }
  }
  for (const [position, edges] of byPosition) {
    const plan = planEdge(edges, stated.set.at(position).values, version, release.complete);
    known[position] = 1;
    if (plan.close !== undefined) close.push(plan.close);
    if (plan.widen !== undefined) widen.push(plan.widen);
    if (plan.writeUntil !== undefined) changed.set(position, plan.writeUntil);
    if (plan.outcome === 'changed' || plan.outcome === 'added') counts[plan.outcome] += 1;
  }
  if (close.length > 0) await work.change(close.length, () => repository.closeEdges({ ids: close, version }));
  if (widen.length > 0) await work.change(widen.length, () => repository.widenEdges({ ids: widen, version }));
  for await (const part of batches(changed)) await write({ work, stated, known, touched }, new Map(part));
}

/** Where an edge of the graph stands among the stated ones: -1 when it is none of them, null when it is none of the framework's. */
function positionOf(
  { concepts }: Work,
  { set, variants, targets }: StatedEdges,
  edge: HeldEdgeRow,
): { position: number; from: number } | null {
  const from = concepts.number(edge.from);
  const to = targets ? targets.number(edge.to) : concepts.number(edge.to);
  if (from === undefined || (to === undefined && !targets)) return null;
  const variant = variants.number(edge.variant);
  return { from, position: to === undefined || variant === undefined ? -1 : set.find(from, to, variant) };
}

async function write({ work, stated }: Comparison, until: ReadonlyMap<number, number>): Promise<void> {
  const { set, targets, variants, type } = stated;
  const rows = [...until].map(([position, end]) => {
    const { from, to, variant, values } = set.at(position);
    return {
      from: work.concepts.uri(from),
      to: targets ? targets.name(to) : work.concepts.uri(to),
      variant: variants.name(variant),
      values,
      until: end,
    };
  });
  if (rows.length > BATCH) throw new Error('A batch of edges is larger than a transaction may be.');
  await work.change(rows.length, () => edgeWriters[type].write(work, rows));
}

/** Moved: a concept that an earlier release had too, under other broader ones. */
function countMoved({ work, touched }: Comparison): void {
  const { concepts, report, version } = work;
  for (const number of touched) {
    const held = concepts.held(number);
    if (held !== null && held.since < version && held.until > version && concepts.named(number))
      report.concepts[concepts.kind(number)].moved += 1;
  }
}
