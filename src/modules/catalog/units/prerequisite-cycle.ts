import { factsOf, isMet, type Prerequisite, type PrerequisiteFact } from './prerequisites.ts';

/** What leads to what, as far as it matters for the prerequisites of one unit. */
export interface Supply {
  readonly units: readonly {
    readonly id: string;
    readonly prerequisites: Prerequisite | null;
    readonly assessments: readonly string[];
  }[];
  readonly badges: readonly {
    readonly badgeId: string;
    /** Each version that is awarded now or may be next. */
    readonly ways: readonly {
      readonly assessments: readonly string[];
      readonly parts: readonly string[];
      readonly outcomes: readonly string[];
      readonly skills: readonly { readonly uri: string; readonly level: number }[];
    }[];
  }[];
}

/**
 * The circle by which a unit asks for what only itself leads to, from the unit back to itself, as words like `badge b1`; null when it can
 * be started without itself. What no unit leads to can be shown in other ways, so it closes no circle.
 */
export function circleThrough(unitId: string, supply: Supply): string[] | null {
  const target = supply.units.find(({ id }) => id === unitId);
  if (!target?.prerequisites) return null;
  const without = obtainable(supply, null);
  if (isMet(target.prerequisites, without.fact)) return null;
  // When it could not be started with its own help either, something else is amiss.
  if (!isMet(target.prerequisites, obtainable(supply, unitId).fact)) return null;
  return pathBack(unitId, supply, without);
}

interface Reach {
  readonly fact: (fact: PrerequisiteFact) => boolean;
  readonly badge: (id: string) => boolean;
  readonly assessment: (id: string) => boolean;
  readonly unit: (id: string) => boolean;
}

/** What one gets to when every unit is done that can be started; `given` can be in any case. */
function obtainable(supply: Supply, given: string | null): Reach {
  const taught = new Set(supply.units.flatMap(({ assessments }) => assessments));
  const known = new Set(supply.badges.map(({ badgeId }) => badgeId));
  const units = new Set<string>(given ? [given] : []);
  const passed = new Set<string>();
  const badges = new Set<string>();
  const assessment = (id: string) => !taught.has(id) || passed.has(id);
  const badge = (id: string) => !known.has(id) || badges.has(id);
  const fact = (asked: PrerequisiteFact) => {
    if (asked.op === 'badge') return badge(asked.badgeId);
    const proofs = provingBadges(asked, supply);
    return proofs.length === 0 || proofs.some(badge);
  };
  const reach: Reach = { fact, badge, assessment, unit: (id) => units.has(id) };
  for (let before = -1; before !== units.size + passed.size + badges.size; ) {
    before = units.size + passed.size + badges.size;
    for (const unit of supply.units) {
      if (!units.has(unit.id) && !isMet(unit.prerequisites, fact)) continue;
      units.add(unit.id);
      for (const id of unit.assessments) passed.add(id);
    }
    for (const { badgeId, ways } of supply.badges)
      if (
        ways.length === 0 ||
        ways.some((way) => way.assessments.every(assessment) && way.parts.every(badge))
      )
        badges.add(badgeId);
  }
  return reach;
}

const provingBadges = (asked: PrerequisiteFact, { badges }: Supply): string[] =>
  badges
    .filter(({ badgeId, ways }) =>
      asked.op === 'badge'
        ? badgeId === asked.badgeId
        : ways.some(({ outcomes, skills }) =>
            asked.op === 'outcome'
              ? outcomes.includes(asked.outcomeId)
              : skills.some(({ uri, level }) => uri === asked.skillUri && level >= asked.level),
          ),
    )
    .map(({ badgeId }) => badgeId);

/** The shortest way from the unit through what cannot be got without it, back to it. */
function pathBack(unitId: string, supply: Supply, reach: Reach): string[] {
  const start = `learning unit ${unitId}`;
  const queue: string[][] = [[start]];
  const seen = new Set<string>();
  for (let path = queue.shift(); path; path = queue.shift()) {
    for (const next of blockedBy(path.at(-1) ?? '', supply, reach)) {
      if (next === start) return [...path, next];
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push([...path, next]);
    }
  }
  return [start, start];
}

function blockedBy(name: string, supply: Supply, reach: Reach): string[] {
  const unit = supply.units.find(({ id }) => `learning unit ${id}` === name);
  if (unit) {
    const facts = factsOf(unit.prerequisites).map(({ fact }) => fact);
    return facts
      .filter((fact) => !reach.fact(fact))
      .flatMap((fact) => provingBadges(fact, supply).map((id) => `badge ${id}`));
  }
  const badge = supply.badges.find(({ badgeId }) => `badge ${badgeId}` === name);
  return (badge?.ways ?? []).flatMap(({ assessments, parts }) => [
    ...supply.units
      .filter((one) => !reach.unit(one.id) && one.assessments.some((id) => assessments.includes(id)))
      .map(({ id }) => `learning unit ${id}`),
    ...parts.filter((id) => !reach.badge(id)).map((id) => `badge ${id}`),
  ]);
}
