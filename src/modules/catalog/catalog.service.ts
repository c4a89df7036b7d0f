import { z } from 'zod';
import { invalidInput } from '../../platform/errors.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import {
  type Page,
  type PageRequest,
  pageOf,
  pageOfList,
  pageWindow,
  textAndId,
} from '../../platform/paging.ts';
import type { Viewer } from '../identity/viewer.ts';
import { type CatalogLoaders, catalogLoaders } from './catalog.loaders.ts';
import type {
  AlignmentRecord,
  AssessmentRecord,
  BadgeRecord,
  CriterionRecord,
  LevelRecord,
  OutcomeRecord,
  RubricRecord,
  UnitMode,
  UnitRecord,
  VersionRecord,
} from './catalog.records.ts';
import { catalogStatements } from './catalog.repository.ts';

export interface BadgeFilter {
  readonly organizationId?: string | null;
  readonly nameContains?: string | null;
  readonly skillUri?: string | null;
  readonly stacked?: boolean | null;
}

export interface UnitFilter {
  readonly organizationId?: string | null;
  readonly titleContains?: string | null;
  readonly skillUri?: string | null;
  readonly language?: string | null;
  readonly mode?: UnitMode | null;
  readonly maxEffortMinutes?: number | null;
}

export type BadgeSort = 'NAME' | 'NEWEST';
export type UnitSort = 'TITLE' | 'EFFORT';

/** After every instant a badge version can have been published at; a list "newest first" starts here. */
const END_OF_TIME = new Date('9999-12-31T00:00:00Z');
const instantAndId = z.tuple([z.iso.datetime(), z.string()]);
const minutesAndId = z.tuple([z.number().int(), z.string()]);

/**
 * Reads the catalogue as one viewer may see it: everything published is public, a draft is for members of its organisation.
 * What is not there, or not for this viewer, is null.
 */
export class CatalogService {
  private readonly graph;
  private readonly memberOf: string[];
  private loaders: CatalogLoaders;

  constructor({ graph, viewer }: { graph: Graph; viewer: Viewer }) {
    this.graph = repository(graph.run, catalogStatements);
    this.memberOf = viewer.organizationId ? [viewer.organizationId] : [];
    this.loaders = catalogLoaders(this.graph, this.memberOf);
  }

  /** Forgets what this request has read so far: after a write it may no longer be so. */
  fresh(): this {
    this.loaders = catalogLoaders(this.graph, this.memberOf);
    return this;
  }

  badge(id: string): Promise<BadgeRecord | null> {
    return this.loaders.badge.load(id);
  }

  /** These badges, as far as the viewer may see them. */
  async badgesOf(ids: readonly string[], page: PageRequest): Promise<Page<BadgeRecord>> {
    const found = await Promise.all(ids.map((id) => this.loaders.badge.load(id)));
    return pageOfList(
      page,
      found.filter((badge) => badge !== null),
      byId,
    );
  }

  async version(id: string): Promise<VersionRecord | null> {
    return (await this.loaders.version.load(id))?.version ?? null;
  }

  /** `NAME` in order of name; `NEWEST` last published first, without badges that were never published. */
  async badges(
    page: PageRequest,
    filter: BadgeFilter = {},
    sort: BadgeSort = 'NAME',
  ): Promise<Page<BadgeRecord>> {
    const params = {
      organizationId: filter.organizationId ?? null,
      nameContains: filter.nameContains ?? null,
      skillUri: filter.skillUri ?? null,
      stacked: filter.stacked ?? null,
    };
    const { memberOf } = this;
    const count = async () =>
      (await this.graph.badgesCount({ ...params, memberOf, publishedOnly: sort === 'NEWEST' })).total;
    const node = (row: BadgeRecord) => row;
    if (sort === 'NEWEST') {
      const window = pageWindow(page, instantAndId);
      const [beforeAt, afterId] = window.after ?? [END_OF_TIME.toISOString(), ''];
      const rows = await this.graph.badgesByNewest({
        ...params,
        beforeAt: new Date(beforeAt),
        afterId,
        limit: window.limit,
      });
      const keysOf = ({ id, current }: BadgeRecord): [string, string] => [
        (current?.publishedAt ?? END_OF_TIME).toISOString(),
        id,
      ];
      return pageOf(window, rows, { node, keysOf }, count);
    }
    const window = pageWindow(page, textAndId);
    const [afterName, afterId] = window.after ?? ['', ''];
    const rows = await this.graph.badgesByName({
      ...params,
      memberOf,
      afterName,
      afterId,
      limit: window.limit,
    });
    return pageOf(window, rows, { node, keysOf: ({ name, id }): [string, string] => [name, id] }, count);
  }

  async versionsOfBadge(badgeId: string, page: PageRequest): Promise<Page<VersionRecord>> {
    return pageOfList(page, await this.allVersionsOfBadge(badgeId), byId);
  }

  /** Newest first. */
  async allVersionsOfBadge(badgeId: string): Promise<VersionRecord[]> {
    const rows = await this.loaders.versionsOfBadge.load(badgeId);
    return rows.map(({ version }) => version);
  }

  /** `languages`: those in which labels of the skills will be asked for; they come along. */
  async outcomesOfVersion(
    versionId: string,
    page: PageRequest,
    languages: string[] = [],
  ): Promise<Page<OutcomeRecord>> {
    const rows = await this.loaders.outcomesOfVersion(versionId, languages);
    return pageOfList(
      page,
      rows.map(({ outcome }) => outcome),
      byId,
    );
  }

  async assessmentsOfVersion(versionId: string, page: PageRequest): Promise<Page<AssessmentRecord>> {
    const rows = await this.loaders.assessmentsOfVersion.load(versionId);
    return pageOfList(
      page,
      rows.map(({ assessment }) => assessment),
      byId,
    );
  }

  async partsOfVersion(versionId: string, page: PageRequest): Promise<Page<BadgeRecord>> {
    return pageOfList(page, await this.loaders.partsOfVersion.load(versionId), byId);
  }

  async outcome(id: string): Promise<OutcomeRecord | null> {
    return (await this.loaders.outcome.load(id))?.outcome ?? null;
  }

  alignmentsOf(outcome: OutcomeRecord, page: PageRequest): Page<AlignmentRecord> {
    return pageOfList(page, outcome.alignments, ({ skillUri }) => skillUri);
  }

  async assessment(id: string): Promise<AssessmentRecord | null> {
    return (await this.loaders.assessment.load(id))?.assessment ?? null;
  }

  async outcomesOfAssessment(
    assessmentId: string,
    page: PageRequest,
    languages: string[] = [],
  ): Promise<Page<OutcomeRecord>> {
    const rows = await this.loaders.outcomesOfAssessment(assessmentId, languages);
    return pageOfList(
      page,
      rows.map(({ outcome }) => outcome),
      byId,
    );
  }

  async rubricOf(assessmentId: string): Promise<RubricRecord | null> {
    return (await this.loaders.rubricOfAssessment.load(assessmentId))?.rubric ?? null;
  }

  criteriaOf(rubric: RubricRecord, page: PageRequest): Page<CriterionRecord> {
    return pageOfList(page, rubric.criteria, byId);
  }

  levelsOf(criterion: CriterionRecord, page: PageRequest): Page<LevelRecord> {
    return pageOfList(page, criterion.levels, byId);
  }

  async unit(id: string): Promise<UnitRecord | null> {
    return (await this.loaders.unit.load(id))?.unit ?? null;
  }

  /** `TITLE` in order of title; `EFFORT` shortest first. Throws INVALID_INPUT for a negative `maxEffortMinutes`. */
  async units(
    page: PageRequest,
    filter: UnitFilter = {},
    sort: UnitSort = 'TITLE',
  ): Promise<Page<UnitRecord>> {
    if ((filter.maxEffortMinutes ?? 0) < 0)
      throw invalidInput('filter.maxEffortMinutes', 'must be a number of minutes, 0 or more.');
    const params = {
      organizationId: filter.organizationId ?? null,
      titleContains: filter.titleContains ?? null,
      skillUri: filter.skillUri ?? null,
      language: filter.language?.toLowerCase() ?? null,
      mode: filter.mode ?? null,
      maxEffortMinutes: filter.maxEffortMinutes ?? null,
    };
    const count = async () => (await this.graph.unitsCount(params)).total;
    const node = ({ unit }: { unit: UnitRecord }) => unit;
    if (sort === 'EFFORT') {
      const window = pageWindow(page, minutesAndId);
      const [afterMinutes, afterId] = window.after ?? [0, ''];
      const rows = await this.graph.unitsByEffort({ ...params, afterMinutes, afterId, limit: window.limit });
      return pageOf(
        window,
        rows,
        { node, keysOf: ({ unit }): [number, string] => [unit.effortMinutes, unit.id] },
        count,
      );
    }
    const window = pageWindow(page, textAndId);
    const [afterTitle, afterId] = window.after ?? ['', ''];
    const rows = await this.graph.unitsByTitle({ ...params, afterTitle, afterId, limit: window.limit });
    return pageOf(
      window,
      rows,
      { node, keysOf: ({ unit }): [string, string] => [unit.title, unit.id] },
      count,
    );
  }

  async outcomesOfUnit(
    unitId: string,
    page: PageRequest,
    languages: string[] = [],
  ): Promise<Page<OutcomeRecord>> {
    const rows = await this.loaders.outcomesOfUnit(unitId, languages);
    return pageOfList(
      page,
      rows.map(({ outcome }) => outcome),
      byId,
    );
  }

  async assessmentsOfUnit(unitId: string, page: PageRequest): Promise<Page<AssessmentRecord>> {
    const rows = await this.loaders.assessmentsOfUnit.load(unitId);
    return pageOfList(
      page,
      rows.map(({ assessment }) => assessment),
      byId,
    );
  }

  async prerequisitesOfUnit(unitId: string, page: PageRequest): Promise<Page<BadgeRecord>> {
    return pageOfList(page, await this.loaders.prerequisitesOfUnit.load(unitId), byId);
  }

  async badgesOfUnit(unitId: string, page: PageRequest): Promise<Page<BadgeRecord>> {
    return pageOfList(page, await this.loaders.badgesOfUnit.load(unitId), byId);
  }
}

const byId = ({ id }: { id: string }): string => id;
