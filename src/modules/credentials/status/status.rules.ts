import { invalidInput } from '../../../platform/errors.ts';
import type { CredentialStatus } from '../credential.ts';

/** What an issuer can do to the status of a credential. */
export const STATUS_CHANGES = ['REVOKE', 'SUSPEND', 'REINSTATE'] as const;
export type StatusChange = (typeof STATUS_CHANGES)[number];

/** What a change means: which statuses it starts from, where it leads, and what the list must be for, so that documents out in the world follow. */
interface Meaning {
  readonly from: readonly CredentialStatus[];
  readonly to: CredentialStatus;
  /** The purpose its status list must have; null: any will do. */
  readonly purpose: 'suspension' | null;
  /** Whether the bit of the list is set afterwards. */
  readonly bit: boolean;
  /** What the audit calls it. */
  readonly action: string;
}

export const MEANING: Readonly<Record<StatusChange, Meaning>> = {
  REVOKE: {
    from: ['ACTIVE', 'SUSPENDED'],
    to: 'REVOKED',
    purpose: null,
    bit: true,
    action: 'revokeCredential',
  },
  SUSPEND: {
    from: ['ACTIVE'],
    to: 'SUSPENDED',
    purpose: 'suspension',
    bit: true,
    action: 'suspendCredential',
  },
  REINSTATE: {
    from: ['SUSPENDED'],
    to: 'ACTIVE',
    purpose: 'suspension',
    bit: false,
    action: 'reinstateCredential',
  },
};

/**
 * What comes of a change: `CHANGE`; `NOTHING`, when the credential has that status already; `REVOKED`, when it was withdrawn
 * for good; `UNABLE`, when its signed document names a list that has no way back.
 */
export function verdictOn(
  change: StatusChange,
  { status, purpose }: { readonly status: CredentialStatus; readonly purpose: string },
): 'CHANGE' | 'NOTHING' | 'REVOKED' | 'UNABLE' {
  const meaning = MEANING[change];
  if (status === meaning.to) return 'NOTHING';
  if (status === 'REVOKED') return 'REVOKED';
  return meaning.purpose !== null && purpose !== meaning.purpose ? 'UNABLE' : 'CHANGE';
}

const REASON_LENGTH = 500;

/** The reason for a change, trimmed. INVALID_INPUT unless it has 1 to 500 characters. */
export function checkReason(reason: string): string {
  const text = reason.trim();
  if (text.length === 0 || text.length > REASON_LENGTH)
    throw invalidInput('reason', `must have 1 to ${REASON_LENGTH} characters.`, { max: REASON_LENGTH });
  return text;
}
