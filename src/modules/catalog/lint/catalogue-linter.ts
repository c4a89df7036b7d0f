import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { type BadgeLint, lintVersions } from './badge-linter.ts';
import { lintStatements } from './lint.repository.ts';

/** How many versions are held in memory at a time; each page takes eight statements. */
export const LINT_PAGE = 500;

/**
 * Lints every draft and published version, of one organisation or of all, page by page in order of id, for the operator. So a
 * thousand versions take sixteen statements, whatever they hold.
 */
export async function* lintCatalogue(
  graph: Graph,
  { organizationId, now }: { organizationId: string | null; now: Date },
): AsyncGenerator<BadgeLint[]> {
  const store = repository(graph.run, lintStatements);
  let afterId = '';
  for (;;) {
    const page = await store.versionsToLint({ afterId, organizationId, limit: LINT_PAGE });
    const ids = page.map(({ id }) => id);
    if (ids.length > 0) yield await lintVersions(graph.run, ids, now);
    if (ids.length < LINT_PAGE) return;
    afterId = ids.at(-1) ?? '';
  }
}
