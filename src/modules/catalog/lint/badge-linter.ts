import { type Repository, type Run, repository } from '../../../platform/graph/repository.ts';
import { TODAY } from '../../taxonomy/taxonomy.records.ts';
import { BADGE_RULES } from './badge-rules.ts';
import type { BadgeFacts } from './facts.ts';
import { lintStatements } from './lint.repository.ts';
import { type Finding, lint } from './rule.ts';
import { type Score, scoreOf } from './score.ts';
import { FAST_AGEING_GROUPS } from './words/fast-ageing.ts';

/** What the linter says of one version. */
export interface BadgeLint {
  readonly versionId: string;
  readonly badgeId: string;
  readonly issuerId: string;
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly score: Score;
}

type Store = Repository<typeof lintStatements>;

/** Applies every rule to versions: three statements, however many they are. In the order of the ids, without those that do not exist. */
export async function lintVersions(run: Run, ids: readonly string[], now: Date): Promise<BadgeLint[]> {
  const facts = await factsOf(repository(run, lintStatements), ids, now);
  const byId = new Map(facts.map((each) => [each.versionId, lintFacts(each)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Applies every rule to the facts of one version. */
export function lintFacts(facts: BadgeFacts): BadgeLint {
  const { findings, checks } = lint(BADGE_RULES, facts);
  const { versionId, badgeId, issuer, name } = facts;
  return { versionId, badgeId, issuerId: issuer.id, name, findings, score: scoreOf(checks) };
}

async function factsOf(store: Store, ids: readonly string[], now: Date): Promise<BadgeFacts[]> {
  if (ids.length === 0) return [];
  const rows = await store.badgeFacts({ ids: [...ids], now });
  const uris = rows.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ alignments }) => alignments.map(({ skillUri }) => skillUri)),
  );
  const groups = Object.keys(FAST_AGEING_GROUPS);
  const skills = await store.skillFacts({ uris: [...new Set(uris)], groups, asOf: TODAY });
  const tags = await store.tagsOfIssuers({ ids: [...new Set(rows.map(({ version }) => version.issuer.id))] });
  const skillOf = new Map(skills.map(({ uri, ...skill }) => [uri, skill]));
  return rows.map(({ version: { publishedTags, ...version }, outcomes, ...rest }) => ({
    ...rest,
    ...version,
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      alignments: outcome.alignments.map((alignment) => ({
        ...alignment,
        ...(skillOf.get(alignment.skillUri) ?? UNKNOWN_SKILL),
      })),
    })),
    otherTags: tags
      .filter(({ issuerId }) => issuerId === version.issuer.id)
      .map(({ tag, badges }) => ({ tag, badges: badges - (publishedTags.includes(tag) ? 1 : 0) }))
      .filter(({ badges }) => badges > 0),
  }));
}

const UNKNOWN_SKILL = { frameworkName: null, label: null, current: false, replacedBy: [], groups: [] };
