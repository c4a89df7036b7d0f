import { z } from 'zod';
import {
  distinct,
  eqfLevel,
  ids,
  languageTag,
  optionalText,
  text,
  webAddress,
  whole,
} from '../../../platform/input.ts';
import { DEFAULT_LANGUAGE } from '../../taxonomy/language.ts';
import { UNIT_MODES } from '../catalog.records.ts';
import {
  ACCESS_MODES,
  ACCESSIBILITY_CONTROLS,
  ACCESSIBILITY_FEATURES,
  ACCESSIBILITY_HAZARDS,
  contradictionIn,
} from './accessibility.ts';
import { prerequisiteRules } from './prerequisites.rules.ts';

const wordsOf = <T extends string>(words: readonly T[]) =>
  distinct(z.enum(words, { error: `must be a word of schema.org: ${words.join(', ')}.` }), words.length)
    .superRefine((said, context) => {
      const [one, other] = contradictionIn(said) ?? [];
      if (one) context.addIssue({ code: 'custom', message: `cannot say ${one} and ${other} together.` });
    })
    .nullish()
    .transform((said) => said ?? null);

const accessibilityRules = z.object({
  accessModes: wordsOf(ACCESS_MODES),
  features: wordsOf(ACCESSIBILITY_FEATURES),
  hazards: wordsOf(ACCESSIBILITY_HAZARDS),
  controls: wordsOf(ACCESSIBILITY_CONTROLS),
  summary: optionalText(1_000),
});

/** When and where it takes place. */
const sessionRules = z
  .object({
    id: z.string().min(1).max(200).nullish(),
    startsAt: z.date(),
    endsAt: z.date(),
    place: optionalText(300),
    online: z
      .boolean()
      .nullish()
      .transform((value) => value ?? false),
    seats: whole(1, 100_000, 'seats').nullish(),
  })
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, {
    path: ['endsAt'],
    message: 'must be after startsAt.',
  })
  .refine(({ place, online }) => online || place !== null, {
    path: ['place'],
    message: 'must say where it is when it is not online.',
  });

const translationRules = z.object({
  language: languageTag,
  title: text(200),
  summary: optionalText(2_000),
  description: optionalText(10_000),
  imageAlt: optionalText(500),
  accessibilitySummary: optionalText(1_000),
});

const equivalentRules = z
  .object({
    learningUnitId: z.string().min(1).max(200).nullish(),
    assessmentId: z.string().min(1).max(200).nullish(),
    reason: text(1_000),
  })
  .refine(({ learningUnitId, assessmentId }) => (learningUnitId == null) !== (assessmentId == null), {
    path: ['learningUnitId'],
    message: 'give either learningUnitId or assessmentId.',
  });

const SPDX = /^[A-Za-z0-9][A-Za-z0-9.+-]{0,63}$/;

/** What a learning unit may say. Effort in minutes, at most a year; price in minor units of its currency. */
export const unitRules = z
  .object({
    title: text(200),
    summary: optionalText(2_000),
    description: optionalText(10_000),
    textLanguage: languageTag.nullish(),
    translations: list(translationRules, 30, ({ language }) => language),
    effortMinutes: whole(1, 525_600, 'minutes'),
    priceCents: whole(0, 100_000_000, 'minor units (cents)').nullish(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be a code of ISO 4217 in capitals, such as EUR.')
      .nullish(),
    mode: z.enum(UNIT_MODES),
    languages: list(languageTag, 20),
    level: eqfLevel.nullish(),
    licence: z
      .string()
      .trim()
      .refine((value) => SPDX.test(value) || webAddress.safeParse(value).success, {
        message: 'must be an SPDX identifier such as CC-BY-4.0, or the web address of a licence.',
      })
      .nullish(),
    imageUrl: webAddress.nullish(),
    imageAlt: optionalText(500),
    accessibility: accessibilityRules.nullish(),
    sessions: list(sessionRules, 100, ({ id }) => id ?? Symbol('new')),
    outcomeIds: ids(50),
    assessmentIds: ids(20),
    prerequisites: prerequisiteRules.nullish(),
    equivalents: list(
      equivalentRules,
      20,
      ({ learningUnitId, assessmentId }) => learningUnitId ?? assessmentId,
    ),
    targetOccupationUris: ids(20),
    targetRoleProfileIds: ids(20),
  })
  .refine(({ priceCents, currency }) => (priceCents == null) === (currency == null), {
    path: ['currency'],
    message: 'goes with priceCents: give both or neither.',
  })
  .refine(({ imageUrl, imageAlt }) => (imageUrl == null) === (imageAlt === null), {
    path: ['imageAlt'],
    message: 'goes with imageUrl: an image needs the text for those who cannot see it.',
  })
  .transform((unit) => ({
    ...unit,
    textLanguage: unit.textLanguage ?? unit.languages[0] ?? DEFAULT_LANGUAGE,
  }))
  .superRefine(({ translations, textLanguage }, context) => {
    const at = translations.findIndex(({ language }) => language === textLanguage);
    if (at >= 0)
      context.addIssue({
        code: 'custom',
        path: ['translations', at, 'language'],
        message: `must be another language than the texts themselves (${textLanguage}).`,
      });
  });

function list<T extends z.ZodType>(item: T, max: number, keyOf?: (value: z.output<T>) => unknown) {
  return distinct(item, max, keyOf)
    .nullish()
    .transform((value) => value ?? []);
}

export type UnitInput = z.input<typeof unitRules>;
export type CheckedUnit = z.output<typeof unitRules>;
