import { batch } from '../../platform/batch.ts';
import type { Graph } from '../../platform/graph/graph.ts';
import { repository } from '../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOf, pageWindow, textAndId } from '../../platform/paging.ts';
import {
  type OrganizationKind,
  type OrganizationRecord,
  organizationStatements,
} from './organization.repository.ts';

export interface OrganizationFilter {
  readonly kind?: OrganizationKind | null;
  readonly nameContains?: string | null;
}

/** Reads the public profiles of organisations; anybody may. */
export class OrganizationService {
  private readonly graph;
  private readonly byId;

  constructor({ graph }: { graph: Graph }) {
    const statements = repository(graph.run, organizationStatements);
    this.graph = statements;
    this.byId = batch(
      (ids) => statements.organizationsByIds({ ids }),
      ({ organization }) => organization.id,
    );
  }

  async organization(id: string): Promise<OrganizationRecord | null> {
    return (await this.byId.load(id))?.organization ?? null;
  }

  /** In order of name. */
  async organizations(page: PageRequest, filter: OrganizationFilter = {}): Promise<Page<OrganizationRecord>> {
    const window = pageWindow(page, textAndId);
    const params = { kind: filter.kind ?? null, nameContains: filter.nameContains ?? null };
    const [afterName, afterId] = window.after ?? ['', ''];
    const rows = await this.graph.organizationsByName({ ...params, afterName, afterId, limit: window.limit });
    return pageOf(
      window,
      rows,
      {
        node: ({ organization }) => organization,
        keysOf: ({ organization }): [string, string] => [organization.name, organization.id],
      },
      async () => (await this.graph.organizationsCount(params)).total,
    );
  }
}
