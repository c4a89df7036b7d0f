import { z } from 'zod';
import { distinct, eqfLevel, ids, languageTag, optionalText, text, whole } from '../../../platform/input.ts';
import { DEFAULT_LANGUAGE } from '../../taxonomy/language.ts';
import { ALIGNMENT_RELATIONS, ALIGNMENT_SOURCES, BLOOM_LEVELS } from '../catalog.records.ts';

/** A claim that an outcome shows a skill. */
export const alignmentRules = z.object({
  skillUri: text(500),
  level: eqfLevel,
  relation: z.enum(ALIGNMENT_RELATIONS).default('EXACT'),
  source: z.enum(ALIGNMENT_SOURCES).default('STATED'),
  confidence: whole(0, 100, 'percent').nullish(),
  reason: optionalText(1_000),
});

/** What a reviewer says. */
export const noteRules = text(1_000);

const texts = (max: number, length: number) =>
  distinct(text(length), max)
    .nullish()
    .transform((value) => value ?? []);

const translationRules = z.object({
  language: languageTag,
  statement: text(1_000),
  conditions: optionalText(1_000),
  tools: texts(20, 200),
  constraints: optionalText(1_000),
  successCriteria: texts(20, 500),
});

const said = {
  statement: text(1_000),
  textLanguage: languageTag.nullish().transform((tag) => tag ?? DEFAULT_LANGUAGE),
  translations: distinct(translationRules, 30, ({ language }) => language)
    .nullish()
    .transform((value) => value ?? []),
  verb: optionalText(60),
  bloom: z.enum(BLOOM_LEVELS).nullish(),
  object: optionalText(300),
  conditions: optionalText(1_000),
  tools: texts(20, 200),
  constraints: optionalText(1_000),
  successCriteria: texts(20, 500),
  alignments: distinct(alignmentRules, 50, ({ skillUri }) => skillUri)
    .nullish()
    .transform((value) => value ?? []),
};

const otherLanguages = (
  { translations, textLanguage }: { translations: { language: string }[]; textLanguage: string },
  context: z.RefinementCtx,
) => {
  const at = translations.findIndex(({ language }) => language === textLanguage);
  if (at >= 0)
    context.addIssue({
      code: 'custom',
      path: ['translations', at, 'language'],
      message: `must be another language than the texts themselves (${textLanguage}).`,
    });
};

export const outcomeRules = z.object({ ...said, learningUnitIds: ids(20) }).superRefine(otherLanguages);
export const outcomeUpdateRules = z.object(said).superRefine(otherLanguages);

export type ProposedAlignment = z.input<typeof alignmentRules>;
export type OutcomeInput = z.input<typeof outcomeRules>;
export type OutcomeUpdate = z.input<typeof outcomeUpdateRules>;
export type CheckedOutcome = z.output<typeof outcomeUpdateRules>;
