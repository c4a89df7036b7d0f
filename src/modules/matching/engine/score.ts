import { assuranceOf, type Cover, coverOf } from './cover.ts';
import type {
  Claim,
  Discount,
  Eligibility,
  Match,
  Requirement,
  RequirementMatch,
  RequirementStatus,
} from './model.ts';
import { type MatchPolicy, ONE, type Relation } from './policy.ts';
import { sharePoints } from './weights.ts';

/** A role made ready to score many people: weights as points, and which requirements a proven skill speaks to. */
export interface CompiledRole {
  readonly policy: MatchPolicy;
  readonly requirements: readonly { readonly requirement: Requirement; readonly weightPoints: number }[];
  readonly bySkill: ReadonlyMap<string, readonly { readonly index: number; readonly relation: Relation }[]>;
}

/** Prepares a role; it needs at least one requirement, weights of at least 1, and each skill once. */
export function compileRole(requirements: readonly Requirement[], policy: MatchPolicy): CompiledRole {
  const points = sharePoints(
    requirements.map(({ skill, weight }) => ({ key: skill, weight })),
    policy.points,
  );
  const bySkill = new Map<string, { index: number; relation: Relation }[]>();
  const reaches = (skill: string, index: number, relation: Relation) => {
    const list = bySkill.get(skill);
    if (list) list.push({ index, relation });
    else bySkill.set(skill, [{ index, relation }]);
  };
  requirements.forEach((requirement, index) => {
    reaches(requirement.skill, index, 'SAME');
    for (const skill of new Set(requirement.exact))
      if (skill !== requirement.skill) reaches(skill, index, 'EXACT');
  });
  return {
    policy,
    bySkill,
    requirements: requirements.map((requirement, index) => ({
      requirement,
      weightPoints: points[index] ?? 0,
    })),
  };
}

/** The three numbers for one person's claims at the instant `now` (milliseconds since 1970), requirement by requirement. */
export function score(role: CompiledRole, claims: readonly Claim[], now: number): Match {
  const covers = role.requirements.map((): Cover[] => []);
  for (const claim of claims)
    for (const { index, relation } of role.bySkill.get(claim.skill) ?? []) {
      const requirement = role.requirements[index]?.requirement;
      const cover = requirement && coverOf(claim, relation, requirement, role.policy, now);
      if (cover) covers[index]?.push(cover);
    }
  const requirements = role.requirements.map((entry, index) =>
    answer(entry.requirement, entry.weightPoints, covers[index] ?? [], role.policy),
  );
  const musts = role.requirements.flatMap(({ requirement }, index) =>
    requirement.necessity === 'MUST' ? [index] : [],
  );
  const mustsShort = musts.filter((index) => requirements[index]?.status !== 'MET').length;
  const surelyShort = musts.filter((index) => !covers[index]?.some((c) => c.mightMeet)).length;
  const points = requirements.reduce((sum, r) => sum + r.points, 0);
  const assured = requirements.reduce((sum, r) => sum + r.points * r.assurance, 0);
  return {
    eligibility: eligibilityOf(mustsShort, surelyShort, role.policy.nearMisses),
    points,
    confidence: points === 0 ? 0 : Math.floor(assured / points),
    mustsShort,
    requirements,
  };
}

function eligibilityOf(short: number, surelyShort: number, nearMisses: number): Eligibility {
  if (short === 0) return 'ELIGIBLE';
  if (short <= nearMisses) return 'NEAR';
  return surelyShort <= nearMisses ? 'UNKNOWN' : 'NOT';
}

function answer(
  requirement: Requirement,
  weightPoints: number,
  covers: readonly Cover[],
  policy: MatchPolicy,
): RequirementMatch {
  const worth = covers
    .map((cover) => ({
      ...cover,
      points: Math.floor((weightPoints * cover.cover) / ONE),
      assurance: assuranceOf(cover.claim, policy),
    }))
    .sort(better);
  const counting = worth.filter((c) => c.discounted === null);
  const best = counting[0];
  const shown = best ?? worth[0];
  const levels = counting.flatMap((c) => (c.claim.level === null ? [] : [c.claim.level]));
  return {
    requirement,
    status: statusOf(counting, shown?.discounted ?? null),
    claim: shown?.claim ?? null,
    relation: shown?.relation ?? null,
    levelHave: levels.length > 0 ? Math.max(...levels) : null,
    levelUnstated: counting.length > 0 && levels.length === 0,
    ageMonths: shown?.ageMonths ?? null,
    cover: best?.cover ?? 0,
    weightPoints,
    points: best?.points ?? 0,
    // the most reliable of those that give the same points: one more credential then never lowers the confidence at an equal fit
    assurance: best
      ? Math.max(...counting.filter((c) => c.points === best.points).map((c) => c.assurance))
      : 0,
    discounted: best ? null : (shown?.discounted ?? null),
  };
}

function statusOf(counting: readonly Cover[], discounted: Discount | null): RequirementStatus {
  if (counting.some((c) => c.meets)) return 'MET';
  if (counting.some((c) => c.cover > 0)) return 'PARTIAL';
  return discounted === 'EXPIRED' || discounted === 'TOO_OLD' ? 'EXPIRED' : 'MISSING';
}

interface Worth extends Cover {
  readonly points: number;
  readonly assurance: number;
}

const DISCOUNTS: readonly (Discount | null)[] = [
  null,
  'UNCHECKED',
  'EXPIRED',
  'TOO_OLD',
  'NOT_YET_VALID',
  'NOT_ASSESSED',
];

/** A total order, so that the order in which claims arrive is irrelevant: the better claim first. */
function better(a: Worth, b: Worth): number {
  return (
    DISCOUNTS.indexOf(a.discounted) - DISCOUNTS.indexOf(b.discounted) ||
    b.points - a.points ||
    Number(b.meets) - Number(a.meets) ||
    b.cover - a.cover ||
    b.assurance - a.assurance ||
    b.claim.awardedAt - a.claim.awardedAt ||
    compare(a.claim.credentialId, b.claim.credentialId) ||
    compare(a.claim.skill, b.claim.skill)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
