import type { Clock } from '../../../../platform/clock.ts';
import type { Graph } from '../../../../platform/graph/graph.ts';
import { repository } from '../../../../platform/graph/repository.ts';
import { asMember, type Viewer } from '../../../identity/viewer.ts';
import type { CatalogService } from '../../catalog.service.ts';
import { crowdCount } from '../crowd.ts';
import { touchedOutcomes } from './proposal.rules.ts';
import type { ProposalRecord } from './proposals.records.ts';
import { proposalStatements } from './proposals.repository.ts';

/** What a proposal would touch. Numbers of people, and of what is theirs, are crowds: null below ten people, else to the nearest five. */
export interface Impact {
  readonly credentials: number | null;
  readonly holders: number | null;
  readonly stackedCredentials: number | null;
  readonly stackIds: readonly string[];
  readonly roleIds: readonly string[];
  readonly learners: number | null;
  readonly matches: number | null;
}

/** Computes from the graph what a proposed change would touch. */
export class ImpactService {
  private readonly graph;

  constructor(
    private readonly deps: { graph: Graph; viewer: Viewer; clock: Clock; catalog: CatalogService },
  ) {
    this.graph = repository(deps.graph.run, proposalStatements);
  }

  /** For members of the issuer and of the organisation the proposal comes from; null for anybody else who may see it. */
  async of({ badgeId, versionId, issuerId, organizationId, edits }: ProposalRecord): Promise<Impact | null> {
    const who = asMember(this.deps.viewer, 'ISSUER_ADMIN', 'ISSUER_STAFF', 'EXTERNAL_REVIEWER', 'EMPLOYER');
    if (who.organizationId !== issuerId && who.organizationId !== organizationId) return null;
    const outcomeIds = touchedOutcomes(edits, await this.assessed(versionId));
    const [touched, roles, matches] = await Promise.all([
      this.graph.credentialsTouched({ badgeId }),
      outcomeIds.length > 0 ? this.graph.rolesTouched({ outcomeIds }) : [],
      outcomeIds.length > 0
        ? this.graph.matchesTouched({ badgeId, outcomeIds, now: this.deps.clock() })
        : { learners: 0, matches: 0 },
    ]);
    if (!touched) return null;
    const { credentials, holders, stackedCredentials, stackedHolders, stackIds } = touched;
    return {
      credentials: crowdCount(credentials, holders),
      holders: crowdCount(holders),
      stackedCredentials: crowdCount(stackedCredentials, stackedHolders),
      stackIds,
      roleIds: roles.map(({ id }) => id),
      learners: crowdCount(matches.learners),
      matches: crowdCount(matches.matches, matches.learners),
    };
  }

  /** The outcomes that each assessment of a version assesses. */
  private async assessed(versionId: string): Promise<Map<string, string[]>> {
    const { catalog } = this.deps;
    const { edges } = await catalog.assessmentsOfVersion(versionId, { first: 100 });
    const pairs = edges.map(async ({ node }): Promise<[string, string[]]> => {
      const outcomes = await catalog.outcomesOfAssessment(node.id, { first: 100 });
      return [node.id, outcomes.edges.map((edge) => edge.node.id)];
    });
    return new Map(await Promise.all(pairs));
  }
}
