import type { EvidenceKind, GradingReliability, IssuerTrust, Relation } from './policy.ts';

export type Necessity = 'MUST' | 'NICE';
export type EvidencePolicy = 'ANY' | 'VERIFIED' | 'ASSESSED';
/** From best to worst; the order ranks. */
export const ELIGIBILITIES = ['ELIGIBLE', 'NEAR', 'UNKNOWN', 'NOT'] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];
export type RequirementStatus = 'MET' | 'PARTIAL' | 'MISSING' | 'EXPIRED';

/** What a role asks of one skill. */
export interface Requirement {
  /** URI of the skill asked. */
  readonly skill: string;
  /** URIs of skills that a reviewed mapping calls exactly equal to it. */
  readonly exact: readonly string[];
  readonly weight: number;
  /** EQF step, 1 to 8. */
  readonly level: number;
  readonly necessity: Necessity;
  readonly evidence: EvidencePolicy;
  readonly maxAgeMonths: number | null;
}

/** One proof of one skill: what a credential says through an outcome its badge certifies. Instants are milliseconds since 1970. */
export interface Claim {
  readonly skill: string;
  readonly level: number | null;
  readonly credentialId: string;
  /** Null: the learner keeps to themselves which badge it is. */
  readonly badgeName: string | null;
  readonly kind: EvidenceKind;
  readonly issuerTrust: IssuerTrust;
  /** How many of "supervised" and "identity checked" hold. */
  readonly supervision: 0 | 1 | 2;
  readonly gradingReliability: GradingReliability;
  readonly awardedAt: number;
  readonly validFrom: number;
  /** Null: does not expire. Half-open: at this instant it is no longer valid. */
  readonly validUntil: number | null;
  /** `UNCHECKED`: the status could not be read, so the claim counts neither as held nor as absent. */
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'REVOKED' | 'UNCHECKED';
}

/** How one requirement was answered. */
export interface RequirementMatch {
  readonly requirement: Requirement;
  readonly status: RequirementStatus;
  /** The claim that answers it, or the expired one where nothing valid does. */
  readonly claim: Claim | null;
  readonly relation: Relation | null;
  /** Highest level proven by evidence that counts here. */
  readonly levelHave: number | null;
  /** Evidence that counts states no level. */
  readonly levelUnstated: boolean;
  /** Age of the claim in whole months. */
  readonly ageMonths: number | null;
  /** 4 096ths. */
  readonly cover: number;
  /** Points of the policy's total that the requirement is worth, and that it gave. */
  readonly weightPoints: number;
  readonly points: number;
  readonly assurance: number;
  /** Why nothing counts although there is evidence of the skill. */
  readonly discounted: Discount | null;
}

export type Discount = 'EXPIRED' | 'TOO_OLD' | 'NOT_ASSESSED' | 'NOT_YET_VALID' | 'UNCHECKED';

/** The three numbers and what they rest on; `points` are of `policy.points`, `confidence` is in 4 096ths. */
export interface Match {
  readonly eligibility: Eligibility;
  readonly points: number;
  readonly confidence: number;
  readonly mustsShort: number;
  readonly requirements: readonly RequirementMatch[];
}
