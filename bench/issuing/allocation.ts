import { statusListStatements } from '../../src/modules/credentials/credentials.repository.ts';
import { LIST_LENGTH, statusEntryKey } from '../../src/modules/credentials/status-list.ts';
import { StatusLists } from '../../src/modules/credentials/status-lists.ts';
import { DomainError } from '../../src/platform/errors.ts';
import { repository } from '../../src/platform/graph/repository.ts';
import type { TestApi } from '../../test/support/api.ts';
import { cypher } from '../../test/support/data.ts';

const BUCKETS = 64;
/** Of a chi-square distribution with 63 degrees of freedom, what one in a thousand exceeds. */
const CRITICAL = 103.4;

export interface Allocation {
  readonly taken: number;
  readonly twice: number;
  readonly clashes: number;
  readonly chiSquare: number;
  readonly uniform: boolean;
  readonly perSecond: number;
}

/**
 * Many writers at once take entries of the status lists of one issuer and write who has them, as issuing does: looked up at random, and
 * decided by the uniqueness of entries in the transaction that writes.
 */
export async function allocate(
  api: TestApi,
  organizationId: string,
  { entries, writers, each }: { entries: number; writers: number; each: number },
): Promise<Allocation> {
  const { graph, credentialing, clock } = api.app;
  const lists = () => new StatusLists(graph, credentialing.agent, credentialing.urls, clock);
  // the first list, which all of them fill
  await lists().freeEntries(organizationId, 1);
  let left = entries;
  let clashes = 0;
  const write = async () => {
    while (left > 0) {
      const many = Math.min(each, left);
      left -= many;
      for (;;) {
        const taken = await lists().freeEntries(organizationId, many);
        try {
          await cypher(
            `UNWIND $rows AS row MATCH (list:StatusList {id: row.listId})
             CREATE (:Credential {id: randomUUID(), statusEntry: row.entry, allocatedFor: $organizationId})-[:LISTED_IN {index: row.index}]->(list)`,
            {
              organizationId,
              rows: taken.map((entry) => ({ ...entry, entry: statusEntryKey(entry) })),
            },
          );
          break;
        } catch (error) {
          const clash =
            String((error as Error).message).includes('already exists') || error instanceof DomainError;
          if (!clash) throw error;
          clashes += 1;
        }
      }
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: writers }, write));
  const seconds = (performance.now() - started) / 1000;
  const open = await repository(graph.run, statusListStatements).openStatusLists({
    organizationIds: [organizationId],
  });
  const rows = (await cypher(
    'MATCH (c:Credential {allocatedFor: $organizationId})-[l:LISTED_IN]->(list) RETURN list.id AS listId, toInteger(l.index) AS index',
    { organizationId },
  )) as { listId: string; index: number }[];
  const distinct = new Set(rows.map(({ listId, index }) => `${listId}#${index}`));
  const counts = new Array<number>(BUCKETS).fill(0);
  for (const { index } of rows) {
    const bucket = Math.floor((index / LIST_LENGTH) * BUCKETS);
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  const expected = rows.length / BUCKETS;
  const chiSquare = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  if (open.length === 0) throw new Error('there is no status list');
  return {
    taken: rows.length,
    twice: rows.length - distinct.size,
    clashes,
    chiSquare,
    uniform: chiSquare < CRITICAL,
    perSecond: rows.length / seconds,
  };
}
