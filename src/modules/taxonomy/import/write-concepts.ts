import type { ReadRelease } from './read-release.ts';
import { BATCH, batches, type Work } from './work.ts';

/** Writes the concepts that are new or said otherwise, then ends those a complete release no longer has. */
export async function writeConcepts(work: Work, { writes }: ReadRelease): Promise<void> {
  const { repository, release, onProgress } = work;
  let done = 0;
  for await (const batch of batches(writes)) {
    const rows = batch.map(({ uri, concept }) => ({ uri, ...concept, gaps: [...concept.gaps] }));
    await work.change(rows.length, () => repository.writeConcepts({ framework: release.framework.id, rows }));
    done += batch.length;
    onProgress('concepts', done, writes.length);
  }
  if (release.structure && release.complete) await closeConcepts(work);
}

async function closeConcepts(work: Work): Promise<void> {
  const { concepts, version, report, repository } = work;
  const left = (number: number): boolean => {
    const held = concepts.held(number);
    return held !== null && held.since <= version && held.until > version && !concepts.named(number);
  };
  for (const batch of concepts.heldBefore(BATCH, left)) {
    for (const number of batch) report.concepts[concepts.kind(number)].removed += 1;
    const uris = batch.map((number) => concepts.uri(number));
    await work.change(uris.length, () => repository.closeConcepts({ uris, version }));
  }
}

/** Writes which concepts came after others, where the release says so and has both. */
export async function writeSuccessors(work: Work, { successors }: ReadRelease): Promise<void> {
  const { concepts, repository, version, report } = work;
  const known = (uri: string) => concepts.number(uri) !== undefined;
  for (const { from, to } of successors)
    if (!known(to))
      work.problem({
        reason: 'ABSENT',
        file: work.release.framework.id,
        line: 0,
        row: { from, to, variant: 'REPLACED_BY' },
        absent: [to],
      });
  const rows = successors.filter(({ from, to }) => known(from) && known(to));
  if (rows.length === 0) return;
  const { written } = await repository.writeSuccessors({ rows, version });
  report.successors += written;
  report.writes += written;
}
