import type { Clock } from '../../../platform/clock.ts';
import type { Graph } from '../../../platform/graph/graph.ts';
import { type Repository, repository } from '../../../platform/graph/repository.ts';
import { type Page, type PageRequest, pageOfList } from '../../../platform/paging.ts';
import { TODAY } from '../../taxonomy/taxonomy.records.ts';
import type { CatalogService } from '../catalog.service.ts';
import { type BadgeLint, lintVersions } from './badge-linter.ts';
import { type Comparison, compare } from './comparison.ts';
import { type DiscoverabilityGain, gainsOf, skillsNear } from './discoverability.ts';
import { lintStatements } from './lint.repository.ts';
import { type Finding, SEVERITIES, type Severity } from './rule.ts';

/** With how many of the most similar badges one is compared, at most. */
const SIMILAR = 20;

/** Says what is weak about badges. What may be seen of a badge version may be linted: published ones by anybody, drafts by its issuer. */
export class LintService {
  private readonly graph: Repository<typeof lintStatements>;

  constructor(private readonly deps: { graph: Graph; clock: Clock; catalog: CatalogService }) {
    this.graph = repository(deps.graph.run, lintStatements);
  }

  /** Null for a version that is not there, or not for this viewer. */
  async badge(versionId: string): Promise<BadgeLint | null> {
    if ((await this.deps.catalog.version(versionId)) === null) return null;
    return (await this.lint([versionId]))[0] ?? null;
  }

  /** How a version stands among the published badges most like it; null when none shares a skill or a tag with it. */
  async comparison({ versionId, score }: BadgeLint): Promise<Comparison | null> {
    const similar = await this.graph.similarVersions({ id: versionId, limit: SIMILAR });
    const others = await this.lint(similar.map(({ id }) => id));
    return compare(
      score.score,
      others.map((other) => other.score.score),
    );
  }

  /** What would let more published role profiles find a version, the greatest gain first. */
  async discoverability({ versionId }: BadgeLint): Promise<DiscoverabilityGain[]> {
    const reach = await this.graph.alignmentReach({ id: versionId, asOf: TODAY });
    return gainsOf(reach, await this.graph.rolesAsking({ uris: skillsNear(reach) }));
  }

  private lint(ids: readonly string[]): Promise<BadgeLint[]> {
    return lintVersions(this.deps.graph.run, ids, this.deps.clock());
  }
}

/** A page of findings, most severe first; only those of a severity or above it when one is given. */
export function findingsPage(
  findings: readonly Finding[],
  page: PageRequest,
  minSeverity: Severity = 'ADVICE',
): Page<Finding> {
  const shown = findings.filter(
    ({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(minSeverity),
  );
  return pageOfList(page, shown, ({ rule, place, subjectId }) => `${rule} ${place} ${subjectId}`);
}
