import type { Run } from '../../platform/graph/repository.ts';
import { type Repository, repository } from '../../platform/graph/repository.ts';
import type { BadgeFacts } from './award.ts';
import { awardStatements } from './credentials.repository.ts';

/** A badge version as issuing needs it: what it says, its state, and the DID its issuer has already. */
export interface Badge extends BadgeFacts {
  readonly state: string;
  readonly issuerDid: string | null;
}

/** Reads badge versions with all that a credential says of them, in four statements however many there are. */
export async function readBadges(run: Run, ids: readonly string[]): Promise<Badge[]> {
  const awards = repository(run, awardStatements);
  const params = { ids: [...ids] };
  const [facts, skills, rubrics] = await Promise.all([
    awards.badgeFacts(params),
    awards.badgeSkills(params),
    awards.badgeRubrics(params),
  ]);
  const frameworks = await frameworksOf(awards, skills);
  return facts.map(({ version, issuer, stacked, previousVersions }) => ({
    ...version,
    versionId: version.id,
    description: version.description ?? version.name,
    criteria: version.criteria ?? version.name,
    issuer: { organizationId: issuer.id, name: issuer.name, url: issuer.url },
    issuerDid: issuer.did,
    stacked,
    previousVersions,
    rubric: rubrics.filter(({ versionId }) => versionId === version.id),
    alignments: skills
      .filter(({ versionId }) => versionId === version.id)
      .map(({ labels, ...skill }) => ({
        ...skill,
        label: labels[0] ?? skill.uri,
        frameworkName: frameworks.get(skill.frameworkId)?.name ?? skill.frameworkId,
        frameworkVersion: frameworks.get(skill.frameworkId)?.version ?? null,
      })),
  }));
}

async function frameworksOf(
  awards: Repository<typeof awardStatements>,
  skills: readonly { readonly frameworkId: string }[],
) {
  const ids = [...new Set(skills.map(({ frameworkId }) => frameworkId))];
  return new Map((await awards.frameworks({ ids })).map((framework) => [framework.id, framework]));
}
