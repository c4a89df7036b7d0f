import { z } from 'zod';
import {
  distinct,
  ids,
  languageTag,
  optionalText,
  text,
  webAddress,
  whole,
} from '../../../platform/input.ts';
import { sha256Hex } from '../images/image.rules.ts';
import { ACHIEVEMENT_TYPES, IDENTIFIER_TYPES, IDENTITY_LEVELS, RENEWALS } from './badge-version.fields.ts';

/** A word of one of Open Badges' lists, or an own one that begins with `ext:`. */
const extensible = (words: readonly string[], what: string) =>
  z
    .string()
    .max(100, 'must have at most 100 characters.')
    .refine((value) => words.includes(value) || /^ext:[A-Za-z0-9._-]+$/.test(value), {
      message: `must be ${what} of Open Badges 3.0 (${words.join(', ')}), or an own one such as ext:MyWord.`,
    });

/** Tags as they are kept: without the blanks around, in small letters, one blank between words. */
export const normalTag = (tag: string): string =>
  tag.normalize('NFKC').toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim();

const list = <T extends z.ZodType>(item: T, max: number, keyOf?: (value: z.output<T>) => unknown) =>
  distinct(item, max, keyOf)
    .nullish()
    .transform((value) => value ?? []);

const together = (one: unknown, other: unknown): boolean => (one == null) === (other == null);

/** What a version of a badge may say. An image needs the text for those who cannot see it, and the digest of its bytes. */
export const versionRules = z
  .object({
    name: text(200),
    description: optionalText(2_000),
    criteria: optionalText(5_000),
    criteriaUrl: webAddress.nullish(),
    achievementType: extensible(ACHIEVEMENT_TYPES, 'an achievement type').nullish(),
    humanCode: optionalText(100),
    fieldOfStudy: optionalText(200),
    specialization: optionalText(200),
    tags: z
      .array(z.string().transform(normalTag).pipe(text(50)))
      .max(50, 'must have at most 50 entries.')
      .nullish()
      .transform((tags) => [...new Set(tags ?? [])].sort()),
    languages: list(languageTag, 20),
    creditValue: whole(1, 100_000, 'hundredths of a credit').nullish(),
    creditSystem: optionalText(60),
    otherIdentifiers: list(
      z.object({ identifier: text(500), type: extensible(IDENTIFIER_TYPES, 'an identifier type') }),
      20,
      ({ identifier, type }) => `${type} ${identifier}`,
    ),
    validMonths: whole(1, 1_200, 'months').nullish(),
    renewal: z.enum(RENEWALS).nullish(),
    renewalText: optionalText(1_000),
    identityProofing: z.enum(IDENTITY_LEVELS).nullish(),
    imageUrl: webAddress.nullish(),
    imageAlt: optionalText(500),
    imageDigest: sha256Hex.nullish(),
    changeReason: optionalText(2_000),
    outcomeIds: ids(50),
    assessmentIds: ids(20),
    stacks: ids(50),
  })
  .refine(({ imageUrl, imageDigest, imageAlt }) => (imageUrl ?? imageDigest) == null || imageAlt !== null, {
    path: ['imageAlt'],
    message: 'must say what the image shows when there is one.',
  })
  .refine(({ imageUrl, imageDigest }) => imageUrl == null || imageDigest != null, {
    path: ['imageDigest'],
    message:
      'must be the SHA-256 of the image at imageUrl, so that nobody can change it afterwards. Or upload it: POST /images.',
  })
  .refine(({ creditValue, creditSystem }) => together(creditValue, creditSystem), {
    path: ['creditSystem'],
    message: 'goes with creditValue: give both or neither.',
  })
  .refine(({ renewal, validMonths }) => renewal == null || validMonths != null, {
    path: ['renewal'],
    message: 'goes with validMonths: what does not expire is never renewed.',
  })
  .refine(({ renewal, renewalText }) => renewal !== 'REFRESH' || renewalText !== null, {
    path: ['renewalText'],
    message: 'must say what has to be done when renewal is REFRESH.',
  })
  .refine(({ renewal, renewalText }) => renewalText === null || renewal != null, {
    path: ['renewal'],
    message: 'must be given with renewalText.',
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

/** What a version says, as the statements that write it take it. An image without an address of its own is one of ours. */
export function versionParams(id: string, draft: CheckedVersion, imageUrl: (digest: string) => string) {
  const { outcomeIds, assessmentIds, stacks, otherIdentifiers, ...said } = draft;
  return {
    id,
    says: {
      ...said,
      criteriaUrl: said.criteriaUrl ?? null,
      achievementType: said.achievementType ?? null,
      creditValue: said.creditValue ?? null,
      otherIdentifiers: otherIdentifiers.length > 0 ? JSON.stringify(otherIdentifiers) : null,
      validMonths: said.validMonths ?? null,
      renewal: said.renewal ?? null,
      identityProofing: said.identityProofing ?? null,
      imageUrl: said.imageUrl ?? (said.imageDigest == null ? null : imageUrl(said.imageDigest)),
      imageDigest: said.imageDigest ?? null,
    },
    outcomeIds,
    assessmentIds,
    stackIds: stacks,
  };
}
