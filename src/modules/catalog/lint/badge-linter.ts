import { type Run, repository } from '../../../platform/graph/repository.ts';
import { BADGE_RULES } from './badge-rules.ts';
import type { BadgeFacts } from './facts.ts';
import { lintStatements } from './lint.repository.ts';
import { type Finding, lint } from './rule.ts';
import { type Score, scoreOf } from './score.ts';
import { skillFactsOf } from './skills.ts';

/** What the linter says of one version. */
export interface BadgeLint {
  readonly versionId: string;
  readonly badgeId: string;
  readonly issuerId: string;
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly score: Score;
}

/** Applies every rule to versions: three statements, however many they are. In the order of the ids, without those that do not exist. */
export async function lintVersions(run: Run, ids: readonly string[], now: Date): Promise<BadgeLint[]> {
  const facts = await factsOf(run, ids, now);
  const byId = new Map(facts.map((each) => [each.versionId, lintFacts(each)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Applies every rule to the facts of one version. */
export function lintFacts(facts: BadgeFacts): BadgeLint {
  const { findings, checks } = lint(BADGE_RULES, facts);
  const { versionId, badgeId, issuer, name } = facts;
  return { versionId, badgeId, issuerId: issuer.id, name, findings, score: scoreOf(checks) };
}

async function factsOf(run: Run, ids: readonly string[], now: Date): Promise<BadgeFacts[]> {
  if (ids.length === 0) return [];
  const store = repository(run, lintStatements);
  const rows = await store.badgeFacts({ ids: [...ids], now });
  const skillOf = await skillFactsOf(
    run,
    rows.flatMap(({ outcomes }) =>
      outcomes.flatMap(({ alignments }) => alignments.map(({ skillUri }) => skillUri)),
    ),
  );
  const tags = await store.tagsOfIssuers({ ids: [...new Set(rows.map(({ version }) => version.issuer.id))] });
  return rows.map(({ version: { publishedTags, ...version }, outcomes, ...rest }) => ({
    ...rest,
    ...version,
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      alignments: outcome.alignments.map((each) => ({ ...each, ...skillOf(each.skillUri) })),
    })),
    otherTags: tags
      .filter(({ issuerId }) => issuerId === version.issuer.id)
      .map(({ tag, badges }) => ({ tag, badges: badges - (publishedTags.includes(tag) ? 1 : 0) }))
      .filter(({ badges }) => badges > 0),
  }));
}
