import { z } from 'zod';
import { dateTime, id } from '../../../../platform/graph/types.ts';
import { PLACE_KINDS } from '../place.ts';
import { DECISIONS, REVIEW_ASPECTS, REVIEW_ROLES, REVIEW_STATES, SEVERITIES } from './review.rules.ts';

const whole = z.number().int();
const text = z.string().nullable();
export const requiredPart = z.strictObject({ role: z.enum(REVIEW_ROLES), count: whole });
export const partTaken = z.strictObject({ role: z.enum(REVIEW_ROLES), by: text });
const aspects = z.array(z.enum(REVIEW_ASPECTS));

export const policyRecord = z.strictObject({
  intervalMonths: whole,
  dueDays: whole,
  sampleSize: whole,
  aspects,
  updatedAt: dateTime,
  required: z.array(requiredPart),
});

export const reviewRecord = z.strictObject({
  id,
  state: z.enum(REVIEW_STATES),
  aspects,
  openedAt: dateTime,
  dueAt: dateTime,
  decidedAt: dateTime.nullable(),
  decision: z.enum(DECISIONS).nullable(),
  reason: text,
  mendBy: dateTime.nullable(),
  issuerId: id,
  badgeId: id,
  versionId: id,
  required: z.array(requiredPart),
  taken: z.array(partTaken),
  invitedIds: z.array(id),
});

export const partRecord = z.strictObject({
  id,
  reviewId: id,
  issuerId: id,
  role: z.enum(REVIEW_ROLES),
  at: dateTime,
  statement: text,
  organizationId: text,
});

export const findingRecord = z
  .strictObject({
    id,
    severity: z.enum(SEVERITIES),
    aspect: z.enum(REVIEW_ASPECTS),
    placeKind: z.enum(PLACE_KINDS).nullable(),
    placeId: text,
    placeField: text,
    quote: text,
    text: z.string(),
    advice: text,
    dueAt: dateTime.nullable(),
    settledAt: dateTime.nullable(),
    settlement: text,
    role: z.enum(REVIEW_ROLES),
  })
  .transform(({ placeKind, placeId, placeField, quote, ...finding }) => ({
    ...finding,
    place: placeKind && placeId ? { kind: placeKind, id: placeId, field: placeField, quote } : null,
  }));

/** Where a badge stands, as the graph has it. */
export const standingRow = {
  badgeId: id,
  nextReviewAt: dateTime.nullable(),
  hasPolicy: z.boolean(),
  lastDecision: z.enum(DECISIONS).nullable(),
};

export type PolicyRecord = z.output<typeof policyRecord>;
export type ReviewRecord = z.output<typeof reviewRecord>;
export type PartRecord = z.output<typeof partRecord>;
export type FindingRecord = z.output<typeof findingRecord>;
