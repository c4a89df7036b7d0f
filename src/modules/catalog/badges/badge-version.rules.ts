import { z } from 'zod';
import { ids, optionalText, text, webAddress, whole } from '../../../platform/input.ts';

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
