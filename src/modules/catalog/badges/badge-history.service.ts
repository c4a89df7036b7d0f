import type DataLoader from 'dataloader';
import { batch } from '../../../platform/batch.ts';
import { invalidInput } from '../../../platform/errors.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { repository } from '../../../platform/graph/repository.ts';
import { mapPage, type Page, type PageRequest, pageOfList } from '../../../platform/paging.ts';
import type { Viewer } from '../../identity/viewer.ts';
import type { VersionRecord } from '../catalog.records.ts';
import type { CatalogService } from '../catalog.service.ts';
import { badgeAuthoringStatements } from './badge-authoring.repository.ts';
import { definitionOf, readDefinition, type Thing, type Value } from './definition.ts';
import { type Difference, differencesOf } from './differences.ts';

/** A difference as people read it. */
export type BadgeChange = Pick<Difference, 'area' | 'kind' | 'within' | 'name' | 'field'> & {
  readonly before: string | null;
  readonly after: string | null;
};

/** Tells what versions of a badge say and in what they differ, as far as the viewer may see them. */
export class BadgeHistoryService {
  private readonly definitions: DataLoader<string, { id: string; definition: Thing } | null>;

  constructor(private readonly deps: { graph: Graph; viewer: Viewer; catalog: CatalogService }) {
    const store = repository(deps.graph.run, badgeAuthoringStatements);
    const memberOf = deps.viewer.organizationId ? [deps.viewer.organizationId] : [];
    this.definitions = batch(
      async (ids) =>
        (await store.definitions({ ids, memberOf })).map(({ id, published, ...row }) => ({
          id,
          definition: published === null ? definitionOf(row) : readDefinition(published),
        })),
      ({ id }) => id,
    );
  }

  /** All that a version says: as it was published, or as it stands while it is a draft. Null when there is none for the viewer. */
  async definition(versionId: string): Promise<Thing | null> {
    // not remembered: a draft may have been changed since, in the same request
    return (await this.definitions.clear(versionId).load(versionId))?.definition ?? null;
  }

  /**
   * What a version changed: since the version `since` of the same badge, or since the one published before it; nothing for the first.
   * INVALID_INPUT when `since` is no version of this badge that the viewer may see.
   */
  async changesOf(
    version: VersionRecord,
    page: PageRequest,
    since?: string | null,
  ): Promise<Page<BadgeChange>> {
    const others = await this.deps.catalog.allVersionsOfBadge(version.badgeId);
    const before = since
      ? others.find(({ id }) => id === since)
      : others
          .filter(({ number, state }) => number < version.number && state !== 'DRAFT')
          .sort((one, other) => other.number - one.number)[0];
    if (since && !before)
      throw invalidInput('since', 'is no version of this badge. Take an id of Badge.versions.');
    const [was, is] = await Promise.all([before && this.definition(before.id), this.definition(version.id)]);
    const changes = was && is ? changesBetween(was, is) : [];
    const numbered = changes.map((change, at) => ({ at, change }));
    return mapPage(
      pageOfList(page, numbered, ({ at }) => String(at)),
      ({ change }) => change,
    );
  }
}

/** In what two definitions differ, as people read it. */
export const changesBetween = (was: Thing, is: Thing): BadgeChange[] =>
  differencesOf(was, is).map((difference) => ({
    ...difference,
    before: inWords(difference.before),
    after: inWords(difference.after),
  }));

function inWords(value: Value): string | null {
  if (value === null) return null;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
