/** A credential a learner was awarded, as far as stacking asks. Instants are milliseconds since 1970. */
export interface HeldCredential {
  readonly credentialId: string;
  readonly badgeId: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'REVOKED';
  readonly awardedAt: number;
  readonly validFrom: number;
  /** Null: does not expire. Half-open: at this instant it is no longer valid. */
  readonly validUntil: number | null;
}

export type PartState = 'HELD' | 'EXPIRED' | 'SUSPENDED' | 'REVOKED' | 'NOT_YET_VALID' | 'MISSING';

/** One badge of the rule, and the credential that answers it; for a part not held the one that came closest. */
export interface Part {
  readonly badgeId: string;
  readonly state: PartState;
  readonly credential: HeldCredential | null;
}

/** How far somebody is with an all-of rule. */
export interface Progress {
  readonly parts: readonly Part[];
  readonly held: number;
  readonly satisfied: boolean;
  /** Held parts by all parts, 0 to 1; 1 exactly when satisfied. */
  readonly progress: number;
  /** The next instant at which the answer can change by time alone. */
  readonly nextChangeAt: number | null;
}
