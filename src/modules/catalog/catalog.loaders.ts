import type DataLoader from 'dataloader';
import { batch, batchMany } from '../../platform/batch.ts';
import type { Repository } from '../../platform/graph/repository.ts';
import { TODAY } from '../taxonomy/taxonomy.records.ts';
import type { catalogStatements } from './catalog.repository.ts';

/** A loader of what comes with labels of today: one for each list of languages that is asked for. */
function inLanguages<R extends { parentId: string }>(
  fetch: (params: { ids: string[]; languages: string[]; asOf: number }) => Promise<R[]>,
) {
  const loaders = new Map<string, DataLoader<string, R[]>>();
  return (id: string, languages: string[]): Promise<R[]> => {
    const name = languages.join();
    let loader = loaders.get(name);
    if (!loader) {
      loader = batchMany(
        (ids) => fetch({ ids, languages, asOf: TODAY }),
        ({ parentId }) => parentId,
      );
      loaders.set(name, loader);
    }
    return loader.load(id);
  };
}

/**
 * One loader a look-up, for one request: however many things ask in one go, the graph is asked once. `memberOf` are the
 * organisations whose drafts the viewer may see.
 */
export function catalogLoaders(graph: Repository<typeof catalogStatements>, memberOf: string[]) {
  const parent = ({ parentId }: { parentId: string }) => parentId;
  return {
    badge: batch(
      (ids) => graph.badgesByIds({ ids, memberOf }),
      ({ id }) => id,
    ),
    version: batch(
      (ids) => graph.versionsByIds({ ids, memberOf }),
      ({ version }) => version.id,
    ),
    versionsOfBadge: batchMany((ids) => graph.versionsOfBadges({ ids, memberOf }), parent),
    partsOfVersion: batchMany((ids) => graph.partsOfVersions({ ids, memberOf }), parent),
    outcome: batch(
      (ids) => graph.outcomesByIds({ ids }),
      ({ outcome }) => outcome.id,
    ),
    outcomesOfVersion: inLanguages((params) => graph.outcomesOfVersions(params)),
    outcomesOfUnit: inLanguages((params) => graph.outcomesOfUnits(params)),
    outcomesOfAssessment: inLanguages((params) => graph.outcomesOfAssessments(params)),
    assessment: batch(
      (ids) => graph.assessmentsByIds({ ids }),
      ({ assessment }) => assessment.id,
    ),
    assessmentsOfVersion: batchMany((ids) => graph.assessmentsOfVersions({ ids }), parent),
    assessmentsOfUnit: batchMany((ids) => graph.assessmentsOfUnits({ ids }), parent),
    rubricOfAssessment: batch(
      (ids) => graph.rubricsOfAssessments({ ids }),
      ({ assessmentId }) => assessmentId,
    ),
    unit: batch(
      (ids) => graph.unitsByIds({ ids }),
      ({ unit }) => unit.id,
    ),
    prerequisitesOfUnit: batchMany((ids) => graph.prerequisitesOfUnits({ ids, memberOf }), parent),
    badgesOfUnit: batchMany((ids) => graph.badgesOfUnits({ ids }), parent),
  };
}

export type CatalogLoaders = ReturnType<typeof catalogLoaders>;
