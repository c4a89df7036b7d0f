import { edgeWriters } from '../../src/modules/taxonomy/import/edge-writers.ts';
import type { Release } from '../../src/modules/taxonomy/import/release.ts';
import { OPEN } from '../../src/modules/taxonomy/import/version.ts';
import type { ImportRepository } from '../../src/modules/taxonomy/import/work.ts';
import { textLabel } from '../../src/modules/taxonomy/language.ts';

/** A write of one row in a transaction of its own. */
export type RowWrite = () => Promise<unknown>;

/**
 * Every `step`-th row of a release as a write of its own, by the statements of the importer. The rows are there already, so each
 * is written as if a later release said it: it creates exactly what the importer created for it.
 */
export async function rowWrites(
  repository: ImportRepository,
  release: Release,
  step: number,
): Promise<RowWrite[]> {
  const version = release.version.ordinal + 1;
  const framework = release.framework.id;
  const writes: RowWrite[] = [];
  let seen = 0;
  const take = (write: RowWrite) => {
    if (seen++ % step === 0) writes.push(write);
  };
  const span = { since: version, until: OPEN };
  for await (const { uri, kind, code, skillType, reuseLevel, jobZone } of release.concepts()) {
    const row = { uri: `${uri}#row`, kind, code, skillType, reuseLevel, jobZone, gaps: [], ...span };
    take(() => repository.writeConcepts({ framework, rows: [row] }));
  }
  for (const { kind, language, rows } of release.texts)
    for await (const { uri, label, alternatives = [], hidden = [], description = null } of rows()) {
      const words = { label, alternatives: [...alternatives], hidden: [...hidden], description };
      const row = { uri, key: `${uri}|${language}|${version}`, kind, ...words, ...span };
      const indexLabel = textLabel(language);
      take(() => repository.writeTexts({ framework, language, indexLabel, rows: [row] }));
    }
  for await (const task of release.tasks())
    take(() => repository.writeTasks({ rows: [{ ...task, id: `${task.id}#row` }] }));
  for (const { type, rows } of release.edges)
    for await (const { from, to, variant, values = [] } of rows()) {
      const row = { from, to, variant, values, until: OPEN };
      take(() => edgeWriters[type].write({ repository, version }, [row]));
    }
  return writes;
}
