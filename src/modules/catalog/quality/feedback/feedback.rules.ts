import { z } from 'zod';
import { optionalText, text, whole } from '../../../../platform/input.ts';

export const feedbackRules = z.object({
  rating: whole(1, 5, '(1: it was of no use to me, 5: of great use)'),
  words: optionalText(2_000),
});
export type FeedbackInput = z.input<typeof feedbackRules>;

const maybeId = z
  .string()
  .min(1, 'must not be empty.')
  .nullish()
  .transform((value) => value ?? null);

export const closingRules = z
  .object({ answer: text(2_000), proposalId: maybeId, badgeVersionId: maybeId })
  .refine(({ proposalId, badgeVersionId }) => proposalId !== null || badgeVersionId !== null, {
    path: ['proposalId'],
    message: 'or badgeVersionId must be given: feedback is closed by the change it led to.',
  });
export type ClosingInput = z.input<typeof closingRules>;
