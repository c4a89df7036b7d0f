import { z } from 'zod';
import { dateTime, id } from '../../platform/graph/types.ts';

export const CONCEPT_KINDS = ['Skill', 'SkillGroup', 'Occupation', 'OccupationGroup'] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];
export const SKILL_TYPES = ['SKILL', 'KNOWLEDGE'] as const;
export type SkillType = (typeof SKILL_TYPES)[number];
export const REUSE_LEVELS = [
  'TRANSVERSAL',
  'CROSS_SECTOR',
  'SECTOR_SPECIFIC',
  'OCCUPATION_SPECIFIC',
] as const;
export type ReuseLevel = (typeof REUSE_LEVELS)[number];
export const NEED_RELATIONS = ['ESSENTIAL', 'OPTIONAL', 'RATED', 'LEVELLED'] as const;
export type NeedRelation = (typeof NEED_RELATIONS)[number];
export const MAPPING_RELATIONS = ['EXACT', 'CLOSE', 'NARROW', 'BROAD', 'RELATED'] as const;
export type MappingRelation = (typeof MAPPING_RELATIONS)[number];
export const REVIEW_STATES = ['PROPOSED', 'REVIEWED', 'REJECTED'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** "As of today": before the end of everything that still holds, after every version there is (docs/graph.md). */
export const TODAY = 2_147_483_646;
/** The `until` of what still holds. */
export const OPEN_END = 2_147_483_647;

const text = z.string().nullable();
/** Null where the source says nothing, which is not the same as false. */
const flag = z.boolean().nullable();
const texts = z
  .array(z.string())
  .nullable()
  .transform((value) => value ?? []);
const whole = z.number().int();

export const conceptRecord = z.strictObject({
  uri: id,
  kind: z.enum(CONCEPT_KINDS),
  framework: id,
  code: text,
  since: whole,
  until: whole,
  skillType: z.enum(SKILL_TYPES).nullable(),
  reuseLevel: z.enum(REUSE_LEVELS).nullable(),
  jobZone: whole.nullable(),
});

/** A concept as it was at a version: `asOf` is that version's ordinal. */
export type ConceptRecord = z.output<typeof conceptRecord> & {
  readonly asOf: number;
  /** What it is called at that version, in languages that were fetched ahead: pairs of language and label. */
  readonly labels?: readonly (readonly [language: string, label: string])[];
};

export const textRecord = z.strictObject({
  language: id,
  label: z.string(),
  alternatives: texts,
  hidden: texts,
  description: text,
});
export type TextRecord = z.output<typeof textRecord>;

export const needRecord = z.strictObject({
  relation: z.enum(NEED_RELATIONS),
  importance: z.number().nullable(),
  level: z.number().nullable(),
  importanceSuppressed: flag,
  levelSuppressed: flag,
  notRelevant: flag,
});
/** That something needs a skill; `concept` is the other end of the edge that was asked for. */
export type NeedRecord = z.output<typeof needRecord> & { readonly concept: ConceptRecord };

export const mappingRecord = z.strictObject({
  id,
  relation: z.enum(MAPPING_RELATIONS),
  confidence: z.number().nullable(),
  source: text,
  author: text,
  reviewState: z.enum(REVIEW_STATES).nullable(),
  vintage: text,
});
/** A claim that a concept corresponds to another, read from the one that was asked for. */
export type MappingRecord = z.output<typeof mappingRecord> & { readonly uri: string; readonly asOf: number };

export const taskRecord = z.strictObject({ id, statement: z.string(), type: text });
export type TaskRecord = z.output<typeof taskRecord>;

export const technologyRecord = z.strictObject({
  code: id,
  title: z.string(),
  example: text,
  hot: flag,
  inDemand: flag,
});
export type TechnologyRecord = z.output<typeof technologyRecord>;

export const versionRecord = z.strictObject({
  id,
  framework: id,
  version: id,
  ordinal: whole,
  complete: z
    .boolean()
    .nullable()
    .transform((value) => value ?? true),
  importedAt: dateTime.nullable(),
  counts: text,
  scales: text,
});
export type VersionRecord = z.output<typeof versionRecord>;

export const frameworkRow = {
  id,
  name: z.string(),
  publisher: text,
  url: text,
  licence: text,
  attribution: text,
  versions: z.array(versionRecord),
};
export const frameworkRecord = z.strictObject(frameworkRow);
export type FrameworkRecord = z.output<typeof frameworkRecord>;
