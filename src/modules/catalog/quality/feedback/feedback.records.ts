import { z } from 'zod';
import { dateTime, id } from '../../../../platform/graph/types.ts';

const text = z.string().nullable();
const whole = z.number().int();

export const feedbackRecord = z.strictObject({
  id,
  rating: whole,
  anonymous: z.boolean(),
  month: id,
  givenAt: dateTime.nullable(),
  words: text,
  sealedWords: text,
  closedAt: dateTime.nullable(),
  answer: text,
  issuerId: id,
  badgeId: id,
  versionId: id,
  learnerId: text,
  proposalId: text,
  ledToVersionId: text,
});
export type FeedbackRecord = z.output<typeof feedbackRecord>;
