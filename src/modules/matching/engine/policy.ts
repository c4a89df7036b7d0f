/**
 * The constants of the arithmetic, as versioned data. Every factor is a whole number of 4 096ths, so that two implementations
 * agree to the last bit. They are starting values to be calibrated; each answer names the version it used.
 */
export interface MatchPolicy {
  readonly version: string;
  /** Points that the weights of a role add up to. */
  readonly points: number;
  /** Factor by how many steps the level falls short of the one asked: index 0 is "not at all". */
  readonly levelShortfall: readonly number[];
  /** Factor where the evidence states no level. */
  readonly levelUnknown: number;
  /** A requirement is met from this cover upwards. */
  readonly threshold: number;
  /** How many steps below the level asked may still meet a requirement. */
  readonly levelSlack: number;
  /** How many must requirements may fail before a candidate is no longer near. */
  readonly nearMisses: number;
  /** Evidence counts in full up to this age in whole months … */
  readonly freshMonths: number;
  /** … and then halves each time as many months pass as this table has entries: entry k is 2^(-k/length). */
  readonly decay: readonly number[];
  readonly relation: Readonly<Record<Relation, { readonly credit: number; readonly eligible: boolean }>>;
  readonly assurance: Readonly<Record<EvidenceKind, number>>;
  readonly issuerTrust: Readonly<Record<IssuerTrust, number>>;
  /** Factor by how many of "supervised" and "identity checked" hold: none, one, both. */
  readonly supervision: readonly [number, number, number];
  readonly gradingReliability: Readonly<Record<GradingReliability, number>>;
}

/** How the skill proven relates to the skill asked: the same concept, or one that a reviewed mapping calls exactly equal. */
export type Relation = 'SAME' | 'EXACT';
export type EvidenceKind = 'SELF' | 'ENDORSED' | 'WORK_RECORD' | 'CREDENTIAL' | 'ASSESSED_CREDENTIAL';
export type IssuerTrust = 'VOUCHED' | 'KNOWN' | 'UNKNOWN';
export type GradingReliability = 'HIGH' | 'TENTATIVE' | 'UNKNOWN';

/** The unit of every factor. */
export const ONE = 4096;

/** The product of factors, rounded down once at the end; exact for up to four of them (2^48). */
export function product(...factors: readonly number[]): number {
  let value = 1;
  for (const factor of factors) value *= factor;
  return Math.floor(value / ONE ** (factors.length - 1));
}
