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
  sealedNarrative: z.string().nullable(),
  evidenceUrl: z.string().nullable(),
  evidenceDigest: z.string().nullable(),
});

const scoreRecord = z.strictObject({ criterion: criterionRecord, level: levelRecord });

export const resultRecord = z.strictObject({
  id,
  achievedAt: dateTime,
  passed: z.boolean(),
  points: z.number().int(),
  scores: z.array(scoreRecord),
});

const storedLearner = z.strictObject(learnerRow);
export type StoredLearner = z.output<typeof storedLearner>;
export type SubmissionRecord = z.output<typeof submissionRecord>;
export type ScoreRecord = z.output<typeof scoreRecord>;
export type ResultRecord = z.output<typeof resultRecord>;

/** A learner as they see themselves. */
export interface LearnerProfile {
  readonly id: string;
  readonly createdAt: Date;
  readonly region: string | null;
  readonly language: string | null;
  readonly name: string | null;
  readonly email: string | null;
}
