import { z } from 'zod';
import { dateTime, id } from '../../../platform/graph/types.ts';

export const ENDORSEMENT_STATES = ['PROPOSED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN'] as const;
export type EndorsementState = (typeof ENDORSEMENT_STATES)[number];
export const ENDORSEMENT_SIDES = ['GIVEN', 'RECEIVED'] as const;
export type EndorsementSide = (typeof ENDORSEMENT_SIDES)[number];

export const endorsementRecord = z.strictObject({
  id,
  statement: z.string(),
  at: dateTime,
  state: z.enum(ENDORSEMENT_STATES),
  settledAt: dateTime.nullable(),
  reason: z.string().nullable(),
  endorserId: id,
  issuerId: id,
  /** The version it is about; null when it is about the issuer itself. */
  versionId: id.nullable(),
  /** The signed EndorsementCredential; null until it is made. */
  document: z.string().nullable(),
});
export type EndorsementRecord = z.output<typeof endorsementRecord>;
