import { z } from 'zod';
import { dateTime, id } from '../../../../platform/graph/types.ts';
import { PLACE_KINDS } from '../place.ts';
import { PROPOSAL_SOURCES, PROPOSAL_STATES, readEdits } from './proposal.rules.ts';

const text = z.string().nullable();

export const proposalRecord = z.strictObject({
  id,
  title: z.string(),
  reason: z.string(),
  source: z.enum(PROPOSAL_SOURCES),
  board: text,
  state: z.enum(PROPOSAL_STATES),
  proposedAt: dateTime,
  edits: z.string().transform(readEdits),
  decidedAt: dateTime.nullable(),
  decisionReason: text,
  issuerId: id,
  badgeId: id,
  versionId: id,
  organizationId: id,
  carriedOutById: text,
});

export const commentRecord = z
  .strictObject({
    id,
    text: z.string(),
    at: dateTime,
    placeKind: z.enum(PLACE_KINDS).nullable(),
    placeId: text,
    placeField: text,
    quote: text,
    organizationId: id,
  })
  .transform(({ placeKind, placeId, placeField, quote, ...comment }) => ({
    ...comment,
    place: placeKind && placeId ? { kind: placeKind, id: placeId, field: placeField, quote } : null,
  }));

export type ProposalRecord = z.output<typeof proposalRecord>;
export type CommentRecord = z.output<typeof commentRecord>;
