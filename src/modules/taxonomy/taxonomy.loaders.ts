import DataLoader from 'dataloader';
import { batchMany } from '../../platform/batch.ts';
import type { Repository } from '../../platform/graph/repository.ts';
import { groupBy } from '../../platform/group-by.ts';
import type { ConceptKind, NeedRelation } from './taxonomy.records.ts';
import type { taxonomyStatements } from './taxonomy.repository.ts';

/** A page of what hangs on a concept: how many, after which sort keys. */
export interface NarrowerArgs {
  readonly language: string;
  readonly afterLabel: string;
  readonly afterUri: string;
  readonly limit: number;
}
export interface NeedsArgs {
  readonly relation: NeedRelation | null;
  readonly language: string;
  readonly afterRank: number;
  readonly afterLabel: string;
  readonly afterTie: string;
  readonly limit: number;
}
export type NeededByArgs = NeedsArgs & { readonly kind: ConceptKind };

/** What a concept, seen at a version, is asked for. */
interface Held {
  readonly uri: string;
  readonly asOf: number;
}

/** A loader of what hangs on concepts: everything asked for in one go with the same arguments is one statement. */
function of<A, R extends { parentUri: string }>(
  fetch: (held: { uris: string[]; asOf: number }, args: A) => Promise<R[]>,
) {
  const loaders = new Map<string, DataLoader<string, R[]>>();
  return ({ uri, asOf }: Held, args: A): Promise<R[]> => {
    const name = JSON.stringify([asOf, args]);
    let loader = loaders.get(name);
    if (!loader) {
      loader = batchMany(
        (uris) => fetch({ uris, asOf }, args),
        ({ parentUri }) => parentUri,
      );
      loaders.set(name, loader);
    }
    return loader.load(uri);
  };
}

/** One loader a look-up, for one request. */
export function taxonomyLoaders(graph: Repository<typeof taxonomyStatements>) {
  const concept = new DataLoader<
    Held,
    Awaited<ReturnType<typeof graph.conceptsByUris>>[number] | null,
    string
  >(
    async (keys) => {
      const groups = groupBy(keys, ({ asOf }) => asOf);
      const found = new Map<string, Awaited<ReturnType<typeof graph.conceptsByUris>>[number]>();
      await Promise.all(
        [...groups].map(async ([asOf, held]) => {
          for (const row of await graph.conceptsByUris({ uris: held.map(({ uri }) => uri), asOf }))
            found.set(`${asOf} ${row.concept.uri}`, row);
        }),
      );
      return keys.map(({ uri, asOf }) => found.get(`${asOf} ${uri}`) ?? null);
    },
    { cacheKeyFn: ({ uri, asOf }) => `${asOf} ${uri}` },
  );
  return {
    concept,
    text: of((held, languages: string[]) => graph.textsOfConcepts({ ...held, languages })),
    texts: of((held, _: null) => graph.allTextsOfConcepts(held)),
    broader: of((held, _: null) => graph.broaderOfConcepts(held)),
    narrower: of((held, args: NarrowerArgs) => graph.narrowerOfConcepts({ ...held, ...args })),
    narrowerCount: of((held, _: null) => graph.narrowerCounts(held)),
    ancestors: of((held, _: null) => graph.ancestorsOfConcepts(held)),
    paths: of((held, _: null) => graph.pathsOfConcepts(held)),
    needs: of((held, args: NeedsArgs) => graph.needsOfConcepts({ ...held, ...args })),
    needsCount: of((held, relation: NeedRelation | null) => graph.needsCounts({ ...held, relation })),
    neededBy: of((held, args: NeededByArgs) => graph.neededByConcepts({ ...held, ...args })),
    neededByCount: of((held, args: { relation: NeedRelation | null; kind: ConceptKind }) =>
      graph.neededByCounts({ ...held, ...args }),
    ),
    tasks: of((held, _: null) => graph.tasksOfOccupations(held)),
    technologies: of((held, _: null) => graph.technologiesOfOccupations(held)),
    mappings: of(({ uris }, _: null) => graph.mappingsOfConcepts({ uris })),
    successors: of(({ uris }, _: null) => graph.successorsOfConcepts({ uris })),
    predecessors: of(({ uris }, _: null) => graph.predecessorsOfConcepts({ uris })),
  };
}
export type TaxonomyLoaders = ReturnType<typeof taxonomyLoaders>;
