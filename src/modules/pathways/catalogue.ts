import type { Row } from '../../platform/graph/repository.ts';
import { clausesOf, factsOf, type PrerequisiteFact } from '../catalog/units/prerequisites.ts';
import type { Requirement } from '../matching/engine/model.ts';
import type { MatchPolicy } from '../matching/engine/policy.ts';
import { wouldMeet } from '../matching/engine/would-meet.ts';
import type { BadgeWay, Instance } from './engine/model.ts';
import type { pathwaysStatements } from './pathways.repository.ts';

export type UnitRow = Row<typeof pathwaysStatements.units>;
export type BadgeRow = Row<typeof pathwaysStatements.badges>;
export type AwardRow = Row<typeof pathwaysStatements.awardsOfLearner>;

/** What is on offer and what somebody has, as the graph brought it. */
export interface Offer {
  readonly units: readonly UnitRow[];
  readonly badges: readonly BadgeRow[];
  readonly awards: readonly AwardRow[];
}

/** The planning problem: close these requirements, whose ids are the URIs of their skills. */
export function instanceOf(
  requirements: readonly Requirement[],
  offer: Offer,
  policy: MatchPolicy,
): Instance {
  const asked = new Map(
    offer.units.flatMap(({ prerequisites }) =>
      factsOf(prerequisites).map(({ fact }) => [nameOf(fact), fact] as const),
    ),
  );
  const provenBy = (badge: BadgeRow): string[] =>
    [...asked].filter(([, fact]) => proves(badge, fact)).map(([name]) => name);
  const held = [...new Set(offer.awards.filter(({ valid }) => valid).map(({ badgeId }) => badgeId))];
  return {
    goals: requirements.map(({ skill }) => skill),
    held,
    units: offer.units.map((unit) => ({
      id: unit.id,
      minutes: unit.minutes,
      priceCents: unit.priceCents ?? 0,
      currency: unit.currency ?? '',
      prerequisites: openClauses(unit.prerequisites, offer),
      assessments: unit.assessments,
    })),
    ways: offer.badges.flatMap((badge) =>
      waysTo(badge, requirements, offer, held, policy).map((way) => ({ ...way, proves: provenBy(badge) })),
    ),
  };
}

/** A rule as clauses of badges and of what badges prove. What a valid credential proves now, of whatever version, is asked for no more. */
function openClauses(rule: UnitRow['prerequisites'], { awards }: Offer): string[][] {
  const clauses = clausesOf(rule);
  if (!clauses) throw new Error('a stored rule of prerequisites has too many combinations');
  const open = clauses.filter(
    (clause) => !clause.some((fact) => awards.some((award) => award.valid && proves(award, fact))),
  );
  return open.map((clause) => [...new Set(clause.map(nameOf))]);
}

const proves = (by: Pick<BadgeRow, 'provenOutcomes' | 'provenSkills'>, fact: PrerequisiteFact): boolean =>
  fact.op === 'outcome'
    ? by.provenOutcomes.includes(fact.outcomeId)
    : fact.op === 'skill' &&
      by.provenSkills.some(({ uri, level }) => uri === fact.skillUri && level >= fact.level);

/** What stands for a fact in the planning problem: a badge by its id, anything else by a name that is no id. */
const nameOf = (fact: PrerequisiteFact): string => {
  if (fact.op === 'badge') return fact.badgeId;
  return fact.op === 'outcome' ? `outcome ${fact.outcomeId}` : `skill ${fact.skillUri} ${fact.level}`;
};

/** The outcomes and skills that the rules of these units name. */
export function askedBy(units: readonly UnitRow[]): { outcomeIds: string[]; skillUris: string[] } {
  const facts = units.flatMap(({ prerequisites }) => factsOf(prerequisites).map(({ fact }) => fact));
  return {
    outcomeIds: [...new Set(facts.flatMap((fact) => (fact.op === 'outcome' ? [fact.outcomeId] : [])))],
    skillUris: [...new Set(facts.flatMap((fact) => (fact.op === 'skill' ? [fact.skillUri] : [])))],
  };
}

/**
 * A badge is earned by passing all of its assessments, or by holding all the badges it stacks. A stacked version is awarded once:
 * it is no way for somebody who was awarded it before, or who holds all parts already.
 */
function waysTo(
  badge: BadgeRow,
  requirements: readonly Requirement[],
  offer: Offer,
  held: readonly string[],
  policy: MatchPolicy,
): Omit<BadgeWay, 'proves'>[] {
  const covers = (kind: 'ASSESSED_CREDENTIAL' | 'CREDENTIAL'): string[] =>
    requirements
      .filter((asked) =>
        badge.skills.some(({ uri, level }) => wouldMeet(asked, { skill: uri, level, kind }, policy)),
      )
      .map(({ skill }) => skill);
  const ways: Omit<BadgeWay, 'proves'>[] = [];
  if (badge.assessments.length > 0)
    ways.push({
      badge: badge.badgeId,
      assessments: badge.assessments,
      parts: [],
      covers: covers('ASSESSED_CREDENTIAL'),
    });
  const awarded = offer.awards.some(({ versionId }) => versionId === badge.versionId);
  const complete = badge.parts.every((part) => held.includes(part));
  if (badge.parts.length > 0 && !awarded && !complete)
    ways.push({ badge: badge.badgeId, assessments: [], parts: badge.parts, covers: covers('CREDENTIAL') });
  return ways;
}

export type UncoverableReason = 'NO_BADGE' | 'LEVEL_TOO_LOW' | 'OTHER_EVIDENCE' | 'NO_UNIT' | 'PREREQUISITES';

/** Why nothing on offer covers a requirement: the first of these that holds. */
export function whyUncoverable(
  requirement: Requirement,
  offer: Offer,
  instance: Instance,
): { reason: UncoverableReason; bestLevel: number | null } {
  const skills = [requirement.skill, ...requirement.exact];
  const proofs = offer.badges.flatMap((badge) => badge.skills.filter(({ uri }) => skills.includes(uri)));
  const levels = proofs.flatMap(({ level }) => (level === null ? [] : [level]));
  const bestLevel = levels.length > 0 ? Math.max(...levels) : null;
  if (proofs.length === 0) return { reason: 'NO_BADGE', bestLevel };
  if (bestLevel === null || bestLevel < requirement.level) return { reason: 'LEVEL_TOO_LOW', bestLevel };
  const ways = instance.ways.filter(({ covers }) => covers.includes(requirement.skill));
  if (ways.length === 0) return { reason: 'OTHER_EVIDENCE', bestLevel };
  const led = new Set(instance.units.flatMap(({ assessments }) => assessments));
  const prepared = ways.some(({ assessments }) => assessments.every((id) => led.has(id)));
  return { reason: prepared ? 'PREREQUISITES' : 'NO_UNIT', bestLevel };
}
