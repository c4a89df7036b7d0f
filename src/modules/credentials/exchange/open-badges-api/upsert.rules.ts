import { idOf } from '../../encodings/jwt-claims.ts';
import { readBytes } from '../../verification/presented.ts';

/** What tells whether two documents are the same credential (Open Badges 3.0, section 8.3), and which one is newer. */
export interface Identity {
  readonly issuer: string;
  readonly id: string;
  /** Milliseconds since 1970; NaN when it is not said. */
  readonly validFrom: number;
}

/** Reads who issued a credential, and its id; null for what is neither JSON nor a compact JWS, or says neither. */
export function identityOf(text: string): Identity | null {
  const presented = readBytes(Buffer.from(text, 'utf8'), 'as sent');
  if ('problem' in presented || presented.format === 'SD_JWT') return null;
  const { document } = presented;
  const issuer = idOf(document['issuer']);
  const { id, validFrom, issuanceDate } = document;
  if (typeof issuer !== 'string' || typeof id !== 'string') return null;
  return { issuer, id, validFrom: Date.parse(String(validFrom ?? issuanceDate ?? '')) };
}

/** Whether a credential takes the place of one that is there: it is the same one, and valid from a later instant. */
export const supersedes = (fresh: Identity, known: Identity): boolean =>
  isSame(fresh, known) && fresh.validFrom > known.validFrom;

export const isSame = (
  one: Pick<Identity, 'issuer' | 'id'>,
  other: Pick<Identity, 'issuer' | 'id'>,
): boolean => one.issuer === other.issuer && one.id === other.id;
