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

/** Applies every rule to versions: seven statements, however many they are. In the order of the ids, without those that do not exist. */
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

/** Many small statements: each is planned in no time, however busy the database is. */
async function factsOf(run: Run, versionIds: readonly string[], now: Date): Promise<BadgeFacts[]> {
  if (versionIds.length === 0) return [];
  const store = repository(run, lintStatements);
  const ids = [...versionIds];
  const versions = await store.versionFacts({ ids });
  const reviewOf = new Map((await store.reviewFacts({ ids, now })).map((row) => [row.parentId, row.review]));
  const outcomes = byParent(await store.outcomeFacts({ ids }), ({ outcome }) => outcome);
  const assessments = byParent(await store.assessmentFacts({ ids }), ({ assessment }) => assessment);
  const units = byParent(await store.unitFacts({ ids }), ({ unit }) => unit);
  const skillOf = await skillFactsOf(
    run,
    ids.flatMap((id) => outcomes(id)).flatMap(({ alignments }) => alignments.map(({ skillUri }) => skillUri)),
  );
  const tags = await store.tagsOfIssuers({
    ids: [...new Set(versions.map(({ version }) => version.issuer.id))],
  });
  return versions.map(({ version: { publishedTags, ...version } }) => ({
    ...version,
    review: reviewOf.get(version.versionId) ?? UNREVIEWED,
    outcomes: outcomes(version.versionId).map((outcome) => ({
      ...outcome,
      alignments: outcome.alignments.map((each) => ({ ...each, ...skillOf(each.skillUri) })),
    })),
    assessments: assessments(version.versionId),
    units: units(version.versionId),
    otherTags: tags
      .filter(({ issuerId }) => issuerId === version.issuer.id)
      .map(({ tag, badges }) => ({ tag, badges: badges - (publishedTags.includes(tag) ? 1 : 0) }))
      .filter(({ badges }) => badges > 0),
  }));
}

const UNREVIEWED = { intervalMonths: null, reviews: 0, employerTookPart: false, overdue: false };

/** What belongs to each version, in the order of the rows. */
function byParent<R extends { parentId: string }, T>(
  rows: readonly R[],
  map: (row: R) => T,
): (id: string) => T[] {
  const lists = new Map<string, T[]>();
  for (const row of rows) lists.set(row.parentId, [...(lists.get(row.parentId) ?? []), map(row)]);
  return (id) => lists.get(id) ?? [];
}
