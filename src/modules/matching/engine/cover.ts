import type { Claim, Discount, Requirement } from './model.ts';
import { wholeMonths } from './months.ts';
import { type MatchPolicy, ONE, product, type Relation } from './policy.ts';

/** What one claim is worth for one requirement. */
export interface Cover {
  readonly claim: Claim;
  readonly relation: Relation;
  readonly ageMonths: number;
  /** 4 096ths; 0 if the claim does not count. */
  readonly cover: number;
  readonly meets: boolean;
  /** Would meet the requirement if what is not known of it (its status, its level) turned out well. */
  readonly mightMeet: boolean;
  readonly discounted: Discount | null;
}

/** cover(c, r) = relation · level · recency · evidence; null for a claim that was taken back, which is as if it had never been. */
export function coverOf(
  claim: Claim,
  relation: Relation,
  requirement: Requirement,
  policy: MatchPolicy,
  now: number,
): Cover | null {
  if (claim.status === 'REVOKED' || claim.status === 'SUSPENDED') return null;
  const ageMonths = wholeMonths(claim.awardedAt, now);
  const { credit, eligible } = policy.relation[relation];
  const recency = recencyOf(ageMonths, policy);
  const worth = product(credit, levelFactor(claim.level, requirement.level, policy), recency, ONE);
  const atFloor = claim.level !== null && claim.level >= requirement.level - policy.levelSlack;
  const discounted = discountOf(claim, requirement, ageMonths, now);
  const worthIfLevel = product(credit, ONE, recency, ONE);
  return {
    claim,
    relation,
    ageMonths,
    cover: discounted ? 0 : worth,
    meets: !discounted && eligible && atFloor && worth >= policy.threshold,
    mightMeet:
      (discounted === null || discounted === 'UNCHECKED') &&
      eligible &&
      (atFloor ? worth >= policy.threshold : claim.level === null && worthIfLevel >= policy.threshold),
    discounted,
  };
}

function discountOf(claim: Claim, requirement: Requirement, age: number, now: number): Discount | null {
  if (!satisfies(claim, requirement)) return 'NOT_ASSESSED';
  if (claim.validFrom > now) return 'NOT_YET_VALID';
  if (claim.validUntil !== null && claim.validUntil <= now) return 'EXPIRED';
  if (requirement.maxAgeMonths !== null && age > requirement.maxAgeMonths) return 'TOO_OLD';
  return claim.status === 'UNCHECKED' ? 'UNCHECKED' : null;
}

function satisfies({ kind }: Claim, { evidence }: Requirement): boolean {
  if (evidence === 'ASSESSED') return kind === 'ASSESSED_CREDENTIAL';
  if (evidence === 'VERIFIED') return kind === 'ASSESSED_CREDENTIAL' || kind === 'CREDENTIAL';
  return true;
}

function levelFactor(have: number | null, need: number, policy: MatchPolicy): number {
  if (have === null) return policy.levelUnknown;
  return have >= need ? ONE : (policy.levelShortfall[need - have] ?? 0);
}

/** 1 while fresh, then halves with every half-life: a table within one, whole halvings beyond it. */
export function recencyOf(ageMonths: number, policy: MatchPolicy): number {
  const beyond = ageMonths - policy.freshMonths;
  if (beyond <= 0) return ONE;
  const halfLife = policy.decay.length;
  const halvings = Math.floor(beyond / halfLife);
  return halvings > 30 ? 0 : (policy.decay[beyond % halfLife] ?? 0) >> halvings;
}

/** How far the evidence itself can be relied upon, in 4 096ths. */
export function assuranceOf(claim: Claim, policy: MatchPolicy): number {
  return product(
    policy.assurance[claim.kind],
    policy.issuerTrust[claim.issuerTrust],
    policy.supervision[claim.supervision],
    policy.gradingReliability[claim.gradingReliability],
  );
}
