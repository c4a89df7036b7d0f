import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { CROSSWALK_SOURCE, type Crosswalk, type CrosswalkFacts, type CrosswalkRow } from './crosswalk.ts';
import { taxonomyImportStatements } from './import.repository.ts';
import type { ImportOptions } from './importer.ts';
import { refused } from './refused.ts';
import { emptyReport, type ImportReport } from './report.ts';
import { batches, type ImportRepository } from './work.ts';

/**
 * Stores each row of a crosswalk as a reviewed mapping from the O*NET occupation to the ESCO occupation or ISCO group, of
 * whatever version: what has left the newest release is still there for questions as of an older one. Throws INVALID_INPUT,
 * with nothing written, when the file is broken or when not one of its concepts is there.
 */
export async function importMappings(
  graph: Graph,
  claims: Crosswalk,
  options: ImportOptions = {},
): Promise<ImportReport> {
  const statements = repository(graph.run, taxonomyImportStatements);
  const facts = await claims.facts();
  const report = emptyReport('crosswalk', facts.version);
  const known = await knownConcepts(statements, claims);
  if (known.size === 0)
    throw refused(
      'The crosswalk',
      'names no concept that is there',
      'Import a release of ESCO and one of O*NET first.',
    );
  const usable: CrosswalkRow[] = [];
  const ids = new Set<string>();
  for await (const row of claims.rows()) {
    const absent = [row.from, row.to].filter((uri) => !known.has(uri));
    const place = {
      file: row.file,
      line: row.line,
      row: { from: row.from, to: row.to, relation: row.relation },
    };
    const reason = absent.length > 0 ? 'ABSENT' : ids.has(row.id) ? 'DUPLICATE' : null;
    if (reason === null) usable.push(row);
    else {
      report.problems[reason] += 1;
      options.onProblem?.({ ...place, reason, ...(absent.length > 0 && { absent }) });
    }
    ids.add(row.id);
  }
  report.held['mappings'] = usable.length;
  let done = 0;
  for await (const batch of batches(usable)) {
    await write(statements, batch, facts, report);
    done += batch.length;
    options.onProgress?.('mappings', done, usable.length);
  }
  return report;
}

async function knownConcepts(statements: ImportRepository, claims: Crosswalk): Promise<Set<string>> {
  const named = new Set<string>();
  for await (const { from, to } of claims.rows()) named.add(from).add(to);
  const known = new Set<string>();
  for await (const uris of batches(named))
    for (const { uri } of await statements.knownConcepts({ uris })) known.add(uri);
  return known;
}

async function write(
  statements: ImportRepository,
  batch: readonly CrosswalkRow[],
  { author, vintage }: CrosswalkFacts,
  report: ImportReport,
): Promise<void> {
  const held = await statements.mappings({ ids: batch.map(({ id }) => id) });
  const byId = new Map(held.map((mapping) => [mapping.id, mapping]));
  const rows = batch
    .filter(({ id, relation }) => {
      const known = byId.get(id);
      return known?.relation !== relation || known.author !== author || known.vintage !== vintage;
    })
    .map(({ id, from, to, relation }) => ({ id, from, to, relation }));
  if (rows.length === 0) return;
  const changed = rows.filter(({ id }) => byId.has(id)).length;
  report.mappings.changed += changed;
  report.mappings.added += rows.length - changed;
  report.writes += rows.length;
  await statements.writeMappings({ source: CROSSWALK_SOURCE, author, vintage, rows });
}
