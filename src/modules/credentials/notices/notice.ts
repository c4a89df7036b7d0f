/** How many days before its end a credential is told of, and once more when it ends. */
export const NOTICE_DAYS = [90, 30, 7, 0] as const;

export const NOTICE_KINDS = ['ENDING_SOON', 'ENDED'] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** That a credential came near its end. It is worked out from the end, so that none is missed and none is told twice. */
export interface CredentialNotice {
  /** Credential and days: the same whenever it is asked for. */
  readonly id: string;
  readonly kind: NoticeKind;
  /** The instant it is about: so many days before the end. */
  readonly at: Date;
  readonly days: number;
  readonly credentialId: string;
  readonly learnerId: string;
  readonly issuerId: string;
}

export const noticeKind = (days: number): NoticeKind => (days === 0 ? 'ENDED' : 'ENDING_SOON');
