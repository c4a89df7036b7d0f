export const CREDENTIAL_STATUSES = ['ACTIVE', 'SUSPENDED', 'REVOKED'] as const;
export type CredentialStatus = (typeof CREDENTIAL_STATUSES)[number];

/** Who may know why the status of a credential changed. */
export const STATUS_AUDIENCES = ['ISSUER', 'HOLDER', 'EVERYBODY'] as const;
export type StatusAudience = (typeof STATUS_AUDIENCES)[number];

/** How a credential was earned. */
export const CREDENTIAL_VIAS = ['ASSESSED', 'STACKED', 'DIRECT'] as const;
export type CredentialVia = (typeof CREDENTIAL_VIAS)[number];

/** What was issued, without the signed document. */
export interface Credential {
  readonly id: string;
  readonly learnerId: string;
  readonly badgeVersionId: string;
  readonly name: string;
  readonly issuerId: string;
  readonly status: CredentialStatus;
  readonly statusChangedAt: Date;
  readonly statusReason: string | null;
  /** Who may know the reason; null while it was never changed. */
  readonly statusAudience: StatusAudience | null;
  readonly awardedAt: Date;
  readonly validFrom: Date;
  readonly validUntil: Date | null;
  readonly via: CredentialVia;
  readonly digest: string;
  /** Since when its learner shows it to everybody. */
  readonly publicSince: Date | null;
}

/** One award of an assessed result. */
export interface AssessedRow {
  readonly via: 'ASSESSED';
  readonly resultId: string;
  /** Needed only when the assessment leads to several badges. */
  readonly badgeVersionId?: string | undefined;
  /** When it was awarded; the moment of issuing when left out. */
  readonly awardedAt?: Date;
  /** Fixed id, for the sample world. */
  readonly credentialId?: string;
}

/** One award of a badge that stacks others. */
export interface StackedRow {
  readonly via: 'STACKED';
  readonly learnerId: string;
  readonly badgeVersionId: string;
  /** The credentials it rests on: each of that learner, active. */
  readonly usedCredentialIds: readonly string[];
  readonly awardedAt?: Date;
  readonly credentialId?: string;
}

/** Whom a badge is awarded to directly; the last three need not be learners yet. */
export type DirectRecipient =
  | { readonly learnerId: string }
  | { readonly email: string }
  /** A salted hash that was made elsewhere, as Open Badges spells it (`sha256$…`): the address itself stays unknown here. */
  | { readonly identityHash: string; readonly salt: string }
  | { readonly did: string };

/** One award by decision of the issuer, without graded work in this service. */
export interface DirectRow {
  readonly via: 'DIRECT';
  readonly badgeVersionId: string;
  readonly recipient: DirectRecipient;
  /** What it was awarded for, in words that stand in the document. */
  readonly narrative?: string | null | undefined;
  /** Where evidence of it lies. */
  readonly evidenceUrl?: string | null | undefined;
  /** The issuer's own name of this award; another one makes it another award of the same badge. */
  readonly reference?: string | null | undefined;
  readonly awardedAt?: Date;
  readonly credentialId?: string;
}

export type IssueRow = AssessedRow | StackedRow | DirectRow;

/** What came of one row: the credential, and whether this call made it (false: the award existed already). */
export interface Issued {
  readonly id: string;
  readonly learnerId: string;
  readonly created: boolean;
}

/** What came of one row that was issued beside others: as above, or why not. */
export type Outcome =
  | (Issued & { readonly issuedAt: Date; readonly status: CredentialStatus })
  | { readonly refused: Error };

/**
 * What stacking asks of credentials. The award of a stacked badge to a learner exists at most once, however often and from
 * wherever it is asked for; the answer says whether this call made it.
 */
export interface StackedIssuing {
  issueStacked(
    learnerId: string,
    badgeVersionId: string,
    usedCredentialIds: readonly string[],
  ): Promise<Issued>;
}

/**
 * What credentials ask of stacking: look whether these learners now hold all badges of a stack. Called after each
 * issuing was committed, also that of a stacked credential (stacks stack). For an award that existed already only when an
 * issuer asks for it again: that completes what a failure left open.
 */
export type OnIssued = (learnerIds: readonly string[]) => Promise<void>;
