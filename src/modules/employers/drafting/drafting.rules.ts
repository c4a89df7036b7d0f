import { z } from 'zod';
import { eqfLevel, languageTag, text } from '../../../platform/input.ts';
import { NECESSITIES } from '../role-profile.records.ts';

/** The longest job description that is read. */
export const LONGEST_TEXT = 20_000;

const framework = z.string().trim().min(1, 'must not be empty.').max(50, 'must have at most 50 characters.');
const between = (min: number, max: number) => {
  const message = `must be a number from ${min} to ${max}.`;
  return z.number({ error: message }).min(min, message).max(max, message);
};

export const occupationDraftRules = z.object({
  uri: text(500),
  mapTo: framework.nullish().transform((value) => value ?? null),
  essentialAs: z.enum(NECESSITIES).default('MUST'),
  includeOptional: z.boolean().default(true),
  importanceFrom: between(1, 5).default(3),
  mustFromImportance: between(1, 5).default(4),
  mustFromLevel: eqfLevel.default(5),
  level: eqfLevel.nullish().transform((value) => value ?? null),
});

const reading = {
  language: languageTag.default('en'),
  framework: framework.default('esco'),
  leastScore: between(0.3, 1).default(0.5),
  level: eqfLevel.nullish().transform((value) => value ?? null),
};

export const textDraftRules = z.object({
  text: z
    .string()
    .max(LONGEST_TEXT, `must have at most ${LONGEST_TEXT} characters.`)
    .refine((value) => /[\p{L}\p{N}]/u.test(value), 'must have at least one letter or digit.'),
  ...reading,
});
export const postingDraftRules = z.object({ jobPosting: z.string(), ...reading });

export type OccupationDraftQuestion = z.input<typeof occupationDraftRules>;
export type TextDraftQuestion = z.input<typeof textDraftRules>;
export type PostingDraftQuestion = z.input<typeof postingDraftRules>;
export type Reading = Pick<
  z.output<typeof textDraftRules>,
  'language' | 'framework' | 'leastScore' | 'level'
>;
