import { z } from 'zod';
import { eqfLevel, ids, languageTag, optionalText, text, whole } from '../../../platform/input.ts';
import { UNIT_MODES } from '../catalog.records.ts';

/** What a new learning unit may say. Effort in minutes, at most a year; price in minor units of its currency. */
export const unitRules = z
  .object({
    title: text(200),
    summary: optionalText(2_000),
    effortMinutes: whole(1, 525_600, 'minutes'),
    priceCents: whole(0, 100_000_000, 'minor units (cents)').nullish(),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'must be a code of ISO 4217 in capitals, such as EUR.')
      .nullish(),
    mode: z.enum(UNIT_MODES),
    language: languageTag.nullish(),
    level: eqfLevel.nullish(),
    outcomeIds: ids(50),
    assessmentIds: ids(20),
    prerequisiteBadgeIds: ids(20),
  })
  .refine(({ priceCents, currency }) => (priceCents == null) === (currency == null), {
    path: ['currency'],
    message: 'goes with priceCents: give both or neither.',
  });

export type UnitInput = z.input<typeof unitRules>;
