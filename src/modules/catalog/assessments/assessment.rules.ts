import { z } from 'zod';
import { ids, optionalText, text, whole } from '../../../platform/input.ts';
import { ASSESSMENT_KINDS } from '../catalog.records.ts';

const levelRules = z.object({
  title: text(100),
  points: whole(0, 1_000, 'points'),
  descriptor: optionalText(1_000),
  passing: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
});

/** Two to ten levels from lowest to highest, points never falling, exactly one of them the threshold of passing. */
const criterionRules = z.object({
  title: text(200),
  levels: z
    .array(levelRules)
    .min(2, 'must have at least 2 levels, from lowest to highest.')
    .max(10, 'must have at most 10 levels.')
    .refine((levels) => levels.filter(({ passing }) => passing).length === 1, {
      message: 'must mark exactly one level with passing: true, the lowest that passes.',
    })
    .refine((levels) => levels.every(({ points }, at) => points >= (levels[at - 1]?.points ?? 0)), {
      message: 'must go from lowest to highest: points may not fall from one level to the next.',
    }),
});

export const assessmentRules = z.object({
  title: text(200),
  kind: z.enum(ASSESSMENT_KINDS),
  task: optionalText(5_000),
  supervised: z
    .boolean()
    .nullish()
    .transform((value) => value ?? false),
  outcomeIds: ids(50),
  learningUnitIds: ids(20),
  rubric: z.object({
    title: text(200),
    criteria: z
      .array(criterionRules)
      .min(1, 'must have at least 1 criterion.')
      .max(30, 'must have at most 30 criteria.'),
  }),
});

export type AssessmentInput = z.input<typeof assessmentRules>;
