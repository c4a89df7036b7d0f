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
} from '../../platform/input.ts';
import { ALIGNMENT_RELATIONS, ASSESSMENT_KINDS, UNIT_MODES } from './catalog.records.ts';

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

/** What a version of a badge may say. An image needs the text for those who cannot see it. */
export const versionRules = z
  .object({
    name: text(200),
    description: optionalText(2_000),
    criteria: optionalText(5_000),
    validMonths: whole(1, 1_200, 'months').nullish(),
    imageUrl: webAddress.nullish(),
    imageAlt: optionalText(500),
    outcomeIds: ids(50),
    assessmentIds: ids(20),
    stacks: ids(50),
  })
  .refine(({ imageUrl, imageAlt }) => imageUrl == null || imageAlt !== null, {
    path: ['imageAlt'],
    message: 'must say what the image shows when there is an imageUrl.',
  });

export type UnitInput = z.input<typeof unitRules>;
export type OutcomeInput = z.input<typeof outcomeRules>;
export type AssessmentInput = z.input<typeof assessmentRules>;
export type VersionInput = z.input<typeof versionRules>;
export type CheckedVersion = z.output<typeof versionRules>;

/** What a draft would stand for, as the graph knows it. */
export interface PublishingFacts {
  readonly outcomes: number;
  readonly assessments: number;
  readonly partIds: readonly string[];
  /** Stacked badges without a published version. */
  readonly unpublished: readonly string[];
  /** Certified outcomes that none of the version's assessments assesses. */
  readonly unassessed: readonly string[];
}

/** Why a draft cannot be published; null when it can. A stacked credential is earned by its parts and needs no assessment. */
export function whyNotPublishable(facts: PublishingFacts): { reason: string; message: string } | null {
  const stacked = facts.partIds.length > 0;
  if (facts.outcomes === 0 && !stacked)
    return {
      reason: 'NOTHING_TO_CERTIFY',
      message: 'certifies nothing. Give the draft at least one outcome, or badges to stack.',
    };
  if (facts.unpublished.length > 0)
    return {
      reason: 'PART_NOT_PUBLISHED',
      message: `stacks badges that nobody can earn yet: ${facts.unpublished.join(', ')}. Publish them first.`,
    };
  if (!stacked && facts.assessments === 0)
    return {
      reason: 'NO_ASSESSMENT',
      message: 'has no assessment, so nobody could earn it. Give the draft at least one of its assessments.',
    };
  if (!stacked && facts.unassessed.length > 0)
    return {
      reason: 'OUTCOME_NOT_ASSESSED',
      message: `certifies outcomes that none of its assessments assesses: ${facts.unassessed.join(', ')}.`,
    };
  return null;
}

/** What a version says, as the statements that write it take it. */
export const versionParams = (id: string, draft: CheckedVersion) => ({
  id,
  name: draft.name,
  description: draft.description,
  criteria: draft.criteria,
  validMonths: draft.validMonths ?? null,
  imageUrl: draft.imageUrl ?? null,
  imageAlt: draft.imageAlt,
  outcomeIds: draft.outcomeIds,
  assessmentIds: draft.assessmentIds,
  stackIds: draft.stacks,
});
