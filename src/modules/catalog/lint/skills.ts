import { type Run, repository } from '../../../platform/graph/repository.ts';
import { TODAY } from '../../taxonomy/taxonomy.records.ts';
import type { AlignmentFacts } from './facts.ts';
import { lintStatements } from './lint.repository.ts';
import { FAST_AGEING_GROUPS } from './words/fast-ageing.ts';

/** What the taxonomies say of a skill today. */
export type SkillFacts = Pick<
  AlignmentFacts,
  'label' | 'frameworkName' | 'current' | 'replacedBy' | 'groups'
>;

const UNKNOWN: SkillFacts = { frameworkName: null, label: null, current: false, replacedBy: [], groups: [] };

/** Looks up skills in one statement, and answers what is known of each by its URI. */
export async function skillFactsOf(run: Run, uris: readonly string[]): Promise<(uri: string) => SkillFacts> {
  const groups = Object.keys(FAST_AGEING_GROUPS);
  const rows = await repository(run, lintStatements).skillFacts({
    uris: [...new Set(uris)],
    groups,
    asOf: TODAY,
  });
  const skills = new Map(rows.map(({ uri, ...skill }) => [uri, skill]));
  return (uri) => skills.get(uri) ?? UNKNOWN;
}
