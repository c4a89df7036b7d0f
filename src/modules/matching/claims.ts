import type { Claim } from './engine/model.ts';

/** A proof as the graph keeps it. */
export interface ClaimRow {
  readonly skill: string;
  readonly level: number | null;
  readonly credentialId: string;
  /** Null: the learner keeps it to themselves. */
  readonly badgeName: string | null;
  readonly via: 'ASSESSED' | 'STACKED' | 'DIRECT';
  readonly awardedAt: Date;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  /** Whether the assessments it rests on were supervised; empty when it rests on none. */
  readonly supervised: readonly boolean[];
}

/**
 * A proof as the engine weighs it. Issuers here are known but vouched for by no registry yet, and neither how the identity of the learner
 * was checked nor how reliable the grading is counts yet: each takes the policy's lower factor for that.
 */
export const claimOf = (row: ClaimRow): Claim => ({
  skill: row.skill,
  level: row.level,
  credentialId: row.credentialId,
  badgeName: row.badgeName,
  kind: row.via === 'ASSESSED' ? 'ASSESSED_CREDENTIAL' : 'CREDENTIAL',
  issuerTrust: 'KNOWN',
  supervision: row.supervised.length > 0 && row.supervised.every(Boolean) ? 1 : 0,
  gradingReliability: 'UNKNOWN',
  awardedAt: row.awardedAt.getTime(),
  validFrom: row.validFrom.getTime(),
  validUntil: row.validUntil?.getTime() ?? null,
  status: 'ACTIVE',
});
