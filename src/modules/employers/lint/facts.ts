import type { EvidencePolicy, Necessity } from '../role-profile.records.ts';

/** Everything the rules look at, of one version of a role profile. */
export interface ProfileFacts {
  readonly id: string;
  readonly title: string;
  readonly description: string | null;
  readonly occupationUri: string | null;
  readonly requirements: readonly RequirementFacts[];
}

export interface RequirementFacts {
  readonly skillUri: string;
  readonly label: string | null;
  readonly weight: number;
  readonly level: number | null;
  readonly necessity: Necessity;
  readonly evidence: EvidencePolicy;
  readonly maxAgeMonths: number | null;
  /** Whether the newest edition of its framework still has the skill. */
  readonly current: boolean;
  readonly replacedBy: readonly { readonly uri: string; readonly label: string | null }[];
  /** Skill groups above it that are known to age fast. */
  readonly groups: readonly string[];
  /** How many published badges would prove it, at its level and under its evidence policy. */
  readonly badges: number;
}

/** Rules over requirements: a profile without any fails them. */
export const NEEDED = { emptyFails: true } as const;

export const nameOf = ({ label, skillUri }: RequirementFacts): string => label ?? skillUri;

export type ProfilePart = 'WORDING' | 'REQUIREMENTS' | 'EVIDENCE';
