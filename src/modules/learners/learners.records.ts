import { z } from 'zod';
import { dateTime, id } from '../../platform/graph/types.ts';
import { criterionRecord, levelRecord } from '../catalog/catalog.records.ts';

export const learnerRow = {
  id,
  createdAt: dateTime,
  region: z.string().nullable(),
  language: z.string().nullable(),
  sealedProfile: z.string().nullable(),
  key: z.strictObject({ id, wrapped: z.string(), kek: z.string() }).nullable(),
};

export const submissionRecord = z.strictObject({
  id,
  learnerId: id,
  assessmentId: id,
  ownerId: id,
  submittedAt: dateTime,
  attempt: z.number().int(),
  sealedNarrative: z.string().nullable(),
  sealedChange: z.string().nullable(),
  multiple: z.boolean(),
  assessors: z.number().int(),
  graded: z.boolean(),
  markedBy: z.array(id),
});

export const evidenceRecord = z.strictObject({
  id,
  position: z.number().int(),
  url: z.string().nullable(),
  digest: z.string().nullable(),
  sealedWords: z.string().nullable(),
});

const scoreRecord = z.strictObject({ criterion: criterionRecord, level: levelRecord });

export const resultRecord = z.strictObject({
  id,
  learnerId: id,
  achievedAt: dateTime,
  passed: z.boolean(),
  points: z.number().int(),
  moderated: z.boolean(),
  sealedReason: z.string().nullable(),
  scores: z.array(scoreRecord),
});

export const markingRecord = z.strictObject({
  id,
  at: dateTime,
  assessor: id,
  passed: z.boolean(),
  points: z.number().int(),
  scores: z.array(scoreRecord),
});

const storedLearner = z.strictObject(learnerRow);
export type StoredLearner = z.output<typeof storedLearner>;
export type SubmissionRecord = z.output<typeof submissionRecord>;
export type ScoreRecord = z.output<typeof scoreRecord>;
export type EvidenceRecord = z.output<typeof evidenceRecord>;
export type ResultRecord = z.output<typeof resultRecord>;
export type MarkingRecord = z.output<typeof markingRecord>;

/** A learner as they see themselves. */
export interface LearnerProfile {
  readonly id: string;
  readonly createdAt: Date;
  readonly region: string | null;
  readonly language: string | null;
  readonly name: string | null;
  readonly email: string | null;
}
