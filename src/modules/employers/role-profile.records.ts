import { z } from 'zod';
import { dateTime, id } from '../../platform/graph/types.ts';

export const PROFILE_STATES = ['DRAFT', 'PUBLISHED', 'SUPERSEDED', 'WITHDRAWN'] as const;
export const NECESSITIES = ['MUST', 'NICE'] as const;
export const EVIDENCE_POLICIES = ['ANY', 'VERIFIED', 'ASSESSED'] as const;

export const profileRecord = z.strictObject({
  id,
  employerId: id,
  title: z.string(),
  description: z.string().nullable(),
  version: z.number().int(),
  state: z.enum(PROFILE_STATES),
  publishedAt: dateTime.nullable(),
  changeReason: z.string().nullable(),
  withdrawnAt: dateTime.nullable(),
  withdrawnReason: z.string().nullable(),
  region: z.string().nullable(),
  occupationUri: z.string().nullable(),
  /** The version before it. */
  beforeId: id.nullable(),
});

export const requirementRecord = z.strictObject({
  skillUri: id,
  weight: z.number().int(),
  level: z.number().int().nullable(),
  necessity: z.enum(NECESSITIES),
  evidence: z.enum(EVIDENCE_POLICIES),
  maxAgeMonths: z.number().int().nullable(),
});

export type ProfileState = (typeof PROFILE_STATES)[number];
export type Necessity = (typeof NECESSITIES)[number];
export type EvidencePolicy = (typeof EVIDENCE_POLICIES)[number];
export type ProfileRecord = z.output<typeof profileRecord>;
export type RequirementRecord = z.output<typeof requirementRecord>;
