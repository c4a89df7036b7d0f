import { type Run, repository } from '../../../platform/graph/repository.ts';
import { NEVER, provenSkills } from '../award.ts';
import { readBadges } from '../badges.ts';
import { statusStatements } from './status.repository.ts';

interface Reinstated {
  readonly id: string;
  readonly badgeVersionId: string;
  readonly awardedAt: Date;
  readonly validUntil: Date | null;
}

/** Derives anew what credentials prove that count again, by what their badge versions certify. */
export async function proveAgain(run: Run, credentials: readonly Reinstated[]): Promise<void> {
  const badges = await readBadges(run, [...new Set(credentials.map(({ badgeVersionId }) => badgeVersionId))]);
  const skills = new Map(badges.map((badge) => [badge.versionId, provenSkills(badge)]));
  await repository(run, statusStatements).proveSkills({
    proven: credentials.flatMap(({ id, badgeVersionId, awardedAt, validUntil }) =>
      (skills.get(badgeVersionId) ?? []).map((skill) => ({
        credentialId: id,
        ...skill,
        since: awardedAt,
        until: validUntil ?? NEVER,
      })),
    ),
  });
}
