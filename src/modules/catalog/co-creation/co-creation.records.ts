import { z } from 'zod';
import { dateTime, id } from '../../../platform/graph/types.ts';

export const PROPOSAL_DECISIONS = ['OPEN', 'ADOPTED', 'ADAPTED', 'DECLINED'] as const;
export type ProposalDecision = (typeof PROPOSAL_DECISIONS)[number];

export const proposalRecord = z.strictObject({
  id,
  statement: z.string(),
  jobTitle: z.string(),
  /** In words, where the organisation is not one of ours. */
  organizationName: z.string().nullable(),
  organizationId: id.nullable(),
  decision: z.enum(PROPOSAL_DECISIONS),
  reason: z.string().nullable(),
  decidedAt: dateTime.nullable(),
  confirmedAt: dateTime.nullable(),
  outcomeId: id.nullable(),
});
export type ProposalRecord = z.output<typeof proposalRecord>;

export const coCreationRecord = z.strictObject({
  id,
  issuerId: id,
  title: z.string(),
  heldAt: dateTime,
  summary: z.string().nullable(),
  badgeIds: z.array(id),
  proposals: z.array(proposalRecord),
});
export type CoCreationRecord = z.output<typeof coCreationRecord>;
