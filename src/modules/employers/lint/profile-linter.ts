import { type Run, repository } from '../../../platform/graph/repository.ts';
import { refuseFindings } from '../../catalog/lint/publishing.ts';
import { type Finding, lint } from '../../catalog/lint/rule.ts';
import { type Score, scoreOf } from '../../catalog/lint/score.ts';
import { skillFactsOf } from '../../catalog/lint/skills.ts';
import { profileLintStatements } from './profile-lint.repository.ts';
import { PROFILE_RULES } from './profile-rules.ts';

/** What the linter says of one version of a role profile. */
export interface ProfileLint {
  readonly profileId: string;
  readonly findings: readonly Finding[];
  readonly score: Score;
}

/** Applies every rule to versions of role profiles: two statements, however many they are. */
export async function lintProfiles(run: Run, ids: readonly string[]): Promise<ProfileLint[]> {
  const rows = await repository(run, profileLintStatements).profileFacts({ ids: [...ids] });
  const skillOf = await skillFactsOf(
    run,
    rows.flatMap(({ requirements }) => requirements.map(({ skillUri }) => skillUri)),
  );
  return rows.map(({ profile, requirements }) => {
    const { findings, checks } = lint(PROFILE_RULES, {
      ...profile,
      requirements: requirements.map((each) => ({ ...each, ...skillOf(each.skillUri) })),
    });
    return { profileId: profile.id, findings, score: scoreOf(checks) };
  });
}

/**
 * Throws INVALID_INPUT with the reason LINT_ERRORS, and the findings, when a draft has a finding of severity ERROR. Runs in the
 * transaction that publishes it.
 */
export async function refuseProfileErrors(run: Run, id: string): Promise<void> {
  const [profile] = await lintProfiles(run, [id]);
  refuseFindings('id', profile?.findings ?? []);
}
