import { z } from 'zod';
import { distinct, eqfLevel, ids, optionalText, text } from '../../../platform/input.ts';
import { ALIGNMENT_RELATIONS } from '../catalog.records.ts';

export const outcomeRules = z.object({
  statement: text(1_000),
  verb: optionalText(60),
  object: optionalText(300),
  conditions: optionalText(1_000),
  alignments: distinct(
    z.object({
      skillUri: text(500),
      level: eqfLevel,
      relation: z.enum(ALIGNMENT_RELATIONS).default('EXACT'),
    }),
    50,
    ({ skillUri }) => skillUri,
  )
    .nullish()
    .transform((value) => value ?? []),
  learningUnitIds: ids(20),
});

export type OutcomeInput = z.input<typeof outcomeRules>;
