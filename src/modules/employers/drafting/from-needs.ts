import type { MappingRelation, NeedRelation } from '../../taxonomy/taxonomy.records.ts';
import type { Necessity } from '../role-profile.records.ts';
import type { Suggestion, Unplaced } from './draft.ts';
import { eqfOfOnet, fourStep, weightOfImportance } from './levels.ts';

/** What an occupation, or a level of a role, needs: as ESCO states it, O*NET rates it or a role framework levels it. */
export interface Need {
  readonly skillUri: string;
  readonly label: string;
  readonly relation: NeedRelation;
  readonly importance: number | null;
  readonly level: number | null;
  readonly importanceSuppressed: boolean | null;
  readonly levelSuppressed: boolean | null;
  readonly notRelevant: boolean | null;
}

/** Reviewed claims that a skill corresponds to one of the framework that is drafted in, read from the skill. */
export type Mappings = ReadonlyMap<
  string,
  readonly { readonly uri: string; readonly relation: MappingRelation }[]
>;

export interface NeedOptions {
  /** What ESCO's essential skills become. */
  readonly essentialAs: Necessity;
  readonly includeOptional: boolean;
  /** O*NET's skills below this importance (1 to 5) are left out. */
  readonly importanceFrom: number;
  /** O*NET's skills from this importance on are musts. */
  readonly mustFromImportance: number;
  /** A role framework's skills from this EQF step on are musts. */
  readonly mustFromLevel: number;
  /** For skills whose level the source does not state. */
  readonly level: number | null;
}

/** Essential skills weigh more than optional ones: 1 to 0.4, in whole numbers. */
const WEIGHTS = { ESSENTIAL: 5, OPTIONAL: 2 } as const;

/** Suggests requirements from what an occupation needs. What is not suggested is told, with the reason. */
export function suggestedBy(
  occupation: { readonly uri: string; readonly label: string },
  needs: readonly Need[],
  mappings: Mappings | null,
  options: NeedOptions,
): { suggestions: Suggestion[]; unplaced: Unplaced[] } {
  const suggestions: Suggestion[] = [];
  const unplaced: Unplaced[] = [];
  for (const need of needs) {
    const terms = termsOf(need, occupation.label, options);
    if (typeof terms === 'string') {
      unplaced.push({ path: need.skillUri, value: need.label, reason: terms });
      continue;
    }
    const { skillUri, why } = mappings ? carried(need, mappings) : { skillUri: need.skillUri, why: '' };
    suggestions.push({
      ...terms,
      skillUri,
      why: `${terms.why}${why}`,
      score: null,
      source: need.relation === 'LEVELLED' ? 'ROLE_LEVEL' : 'OCCUPATION',
      sourceUri: occupation.uri,
      places: [],
    });
  }
  return { suggestions, unplaced };
}

type Terms = Pick<Suggestion, 'necessity' | 'weight' | 'level' | 'why'>;

/** The terms of a requirement; or, as a sentence, why there is none. */
function termsOf(need: Need, label: string, options: NeedOptions): Terms | string {
  switch (need.relation) {
    case 'ESSENTIAL':
      return {
        necessity: options.essentialAs,
        weight: WEIGHTS.ESSENTIAL,
        level: options.level,
        why: `ESCO calls it essential for “${label}”; it states no level.`,
      };
    case 'OPTIONAL':
      if (!options.includeOptional) return 'optional, and optional skills were not asked for.';
      return {
        necessity: 'NICE',
        weight: WEIGHTS.OPTIONAL,
        level: options.level,
        why: `ESCO calls it optional for “${label}”; it states no level.`,
      };
    case 'LEVELLED':
      return levelled(need, label, options);
    case 'RATED':
      return rated(need, label, options);
  }
}

function levelled({ level }: Need, label: string, options: NeedOptions): Terms {
  const step = level === null ? null : fourStep(level);
  if (!step)
    return {
      necessity: 'NICE',
      weight: 1,
      level: options.level,
      why: `“${label}” asks for it, at no level.`,
    };
  return {
    necessity: step.eqf >= options.mustFromLevel ? 'MUST' : 'NICE',
    weight: step.step,
    level: step.eqf,
    why: `“${label}” asks for it at the level “${step.name}”, EQF step ${step.eqf}.`,
  };
}

function rated(need: Need, label: string, options: NeedOptions): Terms | string {
  if (need.notRelevant) return 'O*NET: most of those asked call it of no relevance.';
  const importance = need.importanceSuppressed ? null : need.importance;
  if (importance !== null && importance < options.importanceFrom)
    return `O*NET rates its importance ${importance} of 5, below ${options.importanceFrom}.`;
  const level = need.levelSuppressed ? null : need.level;
  const words = [
    importance === null
      ? 'O*NET gives no importance that it recommends to use'
      : `O*NET rates its importance for “${label}” ${importance} of 5`,
    level === null ? 'and no level' : `and its level ${level} of 7, EQF step ${eqfOfOnet(level)}`,
  ];
  return {
    necessity: importance !== null && importance >= options.mustFromImportance ? 'MUST' : 'NICE',
    weight: importance === null ? 1 : weightOfImportance(importance),
    level: level === null ? options.level : eqfOfOnet(level),
    why: `${words.join(' ')}.`,
  };
}

/** The skill of the other framework where a reviewed claim says that it means the same or nearly so; else the skill itself. */
function carried(need: Need, mappings: Mappings): { skillUri: string; why: string } {
  const claims = mappings.get(need.skillUri) ?? [];
  const same =
    claims.find(({ relation }) => relation === 'EXACT') ??
    claims.find(({ relation }) => relation === 'CLOSE');
  if (same)
    return {
      skillUri: same.uri,
      why: ` A reviewed mapping says that “${need.label}” means ${same.relation === 'EXACT' ? 'the same' : 'nearly the same'}.`,
    };
  const near =
    claims.length === 0
      ? ''
      : ` (only ${[...new Set(claims.map(({ relation }) => relation.toLowerCase()))].join(', ')} ones)`;
  return {
    skillUri: need.skillUri,
    why: ` No reviewed mapping says what means the same${near}; kept as it is.`,
  };
}
